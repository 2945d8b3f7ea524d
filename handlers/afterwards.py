"""Where a reporter's message goes once something was sent, and no interview is under way."""

import re
from dataclasses import replace

from telegram import Update

from domain.concern import Concern
from domain.entry import Entry, EntryKind, Expected, Next
from domain.receipt import ends_with
from domain.typed import says
from handlers import asking, letters, mine
from handlers.screen import Button, Screen, action, tapped_message
from handlers.turn import Context, Turn

_WORTH_SORTING = 3  # words; fewer are a greeting
_CODE_LIKE = re.compile(r"(?=\S{4,8}$)(?:\S*\d\S*|[^a-zæøå\s]+)")  # a digit, or only capitals


async def take(turn: Turn, text: str, message_id: int) -> bool:
    """Take a message that belongs to something sent before; False leaves it to the interview."""
    expected = turn.person.expected
    if expected is not None and expected.what is Next.CODE:
        return _code(turn, expected, text) or await _unasked(turn, text, message_id)
    if expected is not None and expected.what is Next.SORT:
        return await _sorting(turn, expected, text, message_id)
    if expected is not None:
        return await _meant(turn, expected, text, message_id)
    return await _unasked(turn, text, message_id)


async def edited(turn: Turn, text: str, message_id: int) -> bool:
    """Take an edited message that went to a sent concern; False when it did not."""
    concern = await _own(turn, turn.person.wrote.get(message_id, ""))
    if concern is None or not text:
        return False
    await letters.amend(turn, concern, text, message_id)
    return True


async def sort_tapped(update: Update, context: Context) -> None:
    """Sort the words that waited, from a button: `sort/<concern or "new">`."""
    context.turn.unbutton(tapped_message(update))
    await sort(context.turn, action(update)[1])


async def code_kept(update: Update, context: Context) -> None:
    """Believe a person who says that they kept their receipt."""
    turn = context.turn
    expected = turn.person.expected
    turn.unbutton(tapped_message(update))
    if expected is not None and expected.what is Next.CODE:
        turn.keep(replace(turn.person, expected=None))
    asking.show_again(turn, turn.voice("code-kept"))


async def sort(turn: Turn, concern_id: str) -> None:
    """Add the words that waited to a sent concern, or begin a new one with them ("new")."""
    waiting = turn.person.expected
    kept = waiting if waiting is not None and waiting.what is Next.SORT else Expected(Next.SORT)
    turn.keep(replace(turn.person, expected=None))
    concern = await _own(turn, concern_id)
    if concern is None:
        return asking.begin(turn, kept.words, kept.message_id)
    if not kept.words:
        return await mine.show(turn, concern)
    entry = Entry(EntryKind.ADDED, kept.words, turn.local_day)
    await letters.enter(turn, concern, entry, kept.message_id)
    return turn.reply(Screen(turn.voice("words-passed-on")))


def _code(turn: Turn, expected: Expected, text: str) -> bool:
    """Look at the last characters of a receipt, typed back; "ok" or "tak" is no code."""
    if ends_with(expected.words, text):
        turn.keep(replace(turn.person, expected=None))
        turn.reply(Screen(turn.voice("code-right")))
    elif _CODE_LIKE.fullmatch(text):
        turn.reply(Screen(turn.voice("code-wrong")))
    else:
        return False
    return True


async def _meant(turn: Turn, expected: Expected, text: str, message_id: int) -> bool:
    """Take words for the concern they are meant for, unless they are a label and end that."""
    concern = await _own(turn, expected.concern)
    if concern is not None and not mine.is_label(turn, text):
        await letters.take(turn, concern, text, message_id)
        return True
    turn.keep(replace(turn.person, expected=None))
    return await mine.typed(turn, text)


async def _sorting(turn: Turn, expected: Expected, text: str, message_id: int) -> bool:
    """Take the typed choice between a sent concern and a new one; other words join the rest."""
    if says(text, *_labels(turn, "button-new-concern")):
        await sort(turn, "new")
    elif says(text, *_labels(turn, "button-sort-own")) and len(turn.person.concerns) == 1:
        await sort(turn, turn.person.concerns[0])
    else:
        joined = f"{expected.words}\n{text}"
        _ask_to_sort(turn, joined, message_id, await mine.concerns(turn))
    return True


async def _unasked(turn: Turn, text: str, message_id: int) -> bool:
    """Take words nobody asked for: a label, a greeting, or something to sort."""
    own = await mine.concerns(turn)
    if turn.person.interview is not None or not own:
        return False
    if await mine.typed(turn, text):
        return True
    if len(text.split()) < _WORTH_SORTING:
        await mine.choose(turn, "show")
    else:
        _ask_to_sort(turn, text, message_id, own)
    return True


def _ask_to_sort(turn: Turn, text: str, message_id: int, own: list[Concern]) -> None:
    waiting = Expected(Next.SORT, words=text, message_id=message_id)
    turn.keep(replace(turn.person, expected=waiting))
    zone = turn.house.service.times.zone
    days = [turn.voice.day(each.received_at.astimezone(zone).date()) for each in own]
    labels = days if len(own) > 1 else [turn.voice("button-sort-own")]
    rows = [(Button(label, f"sort/{each.id}"),) for label, each in zip(labels, own, strict=True)]
    rows.append((Button(turn.voice("button-new-concern"), "sort/new"),))
    turn.reply(Screen(turn.voice("sort-words"), tuple(rows)))


async def _own(turn: Turn, concern_id: str) -> Concern | None:
    mine_too = concern_id in turn.person.concerns
    return await turn.store.concerns.get(concern_id) if mine_too else None


def _labels(turn: Turn, key: str) -> tuple[str, ...]:
    return turn.house.phrases.labels(key)
