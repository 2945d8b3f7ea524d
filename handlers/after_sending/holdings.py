"""What we hold of a concern: its reporter can see it, take it along, let go of it or erase it."""

import json
from typing import Any

from domain.concern import Concern
from domain.entry import Entry, for_the_reporter
from handlers.after_sending import told
from handlers.raising import questions
from handlers.screen import Button, Screen
from handlers.turn import Turn
from handlers.work.cards import entry_line, in_pages

_FILE = "brobygger.json"


async def menu(turn: Turn, concern: Concern) -> None:
    """Show what can be done with what we hold."""
    rows = [
        told.buttons(turn.voice, concern.id, pair) for pair in (("see", "export"), ("cut", "erase"))
    ]
    clear = Button(turn.voice("button-clear-chat"), "clear/ask")
    rows.append((clear, *told.buttons(turn.voice, concern.id, ("show",))))
    seen = await told.seen_by_reporter(turn, concern)
    text = f"{turn.voice('data-menu')}\n\n{told.kept(turn, concern, seen)}"
    turn.reply(Screen(text, tuple(rows)))


async def show(turn: Turn, concern: Concern) -> None:
    """Show every word we hold, in as many messages as it takes."""
    words, entries = await _held(turn, concern)
    lines = [f"{questions.title(turn.voice, each)}: {said}" for each, said in words.items()]
    lines += [entry_line(turn.voice, each) for each in entries]
    head = told.status(turn.voice, await told.seen_by_reporter(turn, concern), turn.local_day)
    pages = in_pages([turn.voice("data-head"), head, *lines])
    for page in pages[:-1]:
        turn.reply(Screen(page))
    turn.reply(Screen(pages[-1], (told.buttons(turn.voice, concern.id, ("data", "show")),)))


async def export(turn: Turn, concern: Concern) -> None:
    """Send everything we hold as a file that people and machines can read."""
    words, entries = await _held(turn, concern)
    seen = await told.seen_by_reporter(turn, concern)
    content = {
        "received_on": seen.received_on.isoformat(),
        "promised_on": seen.promised_on.isoformat(),
        "status": told.status(turn.voice, seen, turn.local_day),
        "kept": told.kept(turn, concern, seen),
        "answers": {questions.title(turn.voice, each): said for each, said in words.items()},
        "later": [_plain(each) for each in entries],
    }
    turn.document(_FILE, json.dumps(content, ensure_ascii=False, indent=2))
    turn.reply(Screen(turn.voice("export-sent")))


async def _held(turn: Turn, concern: Concern) -> tuple[dict[str, str], list[Entry]]:
    given = await turn.store.concerns.words(concern.id)
    words = {each: questions.spoken(turn.voice, each, given[each]) for each in given}
    return words, for_the_reporter(await turn.store.concerns.entries(concern.id))


def _plain(entry: Entry) -> dict[str, Any]:
    return {"kind": entry.kind, "on": entry.written_on.isoformat(), "words": entry.words}
