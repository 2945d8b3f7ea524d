"""Words after sending: more of them, a correction, or the answer to a worker's question."""

from dataclasses import replace

from domain.concern import Concern, has_ended
from domain.entry import ENTRY_OF, Entry, EntryKind, Expected, Next
from handlers import asking, asking_back, news, told
from handlers.screen import Screen
from handlers.turn import Turn


async def add(turn: Turn, concern: Concern) -> None:
    """Let the reporter write more about a concern."""
    _expect(turn, concern, Next.ADD, "add-more")


async def correct(turn: Turn, concern: Concern) -> None:
    """Let the reporter correct what they wrote: dated, and the original stays."""
    _expect(turn, concern, Next.CORRECT, "add-correction")


async def answer(turn: Turn, concern: Concern) -> None:
    """Let the reporter answer a worker's question."""
    _expect(turn, concern, Next.ANSWER, "add-answer")


async def take(turn: Turn, concern: Concern, text: str, message_id: int) -> None:
    """Add a message's words to the concern they are meant for; more may follow.

    Words to a concern that has ended take it up again: whoever writes more wants to be read.
    """
    expected = turn.person.expected
    kind = ENTRY_OF.get(expected.what) if expected else None
    await enter(turn, concern, Entry(kind or EntryKind.ADDED, text, turn.local_day), message_id)
    done = told.buttons(turn.voice, concern.id, ("show",))
    if kind is EntryKind.ANSWERED:
        turn.keep(replace(turn.person, expected=None))
        turn.reply(Screen(turn.voice("answer-passed-on"), (done,)))
        asking.show_again(turn)
    else:
        turn.reply(Screen(turn.voice("words-passed-on"), (done,)))


async def amend(turn: Turn, concern: Concern, text: str, message_id: int) -> None:
    """Take an edited message as a dated correction of the concern it went to."""
    await enter(turn, concern, Entry(EntryKind.CORRECTED, text, turn.local_day), message_id)
    turn.reply(Screen(turn.voice("correction-passed-on")))


async def enter(turn: Turn, concern: Concern, entry: Entry, message_id: int) -> None:
    """Store a reporter's words under a concern, and bring the team the news."""
    after = await asking_back.take_up(turn, concern) if has_ended(concern) else concern
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.keep(turn.person.having_written([message_id], concern.id))
    turn.note(f"wrote: {entry.kind}", concern.id)
    await news.bring(turn, after, "news-words")


def _expect(turn: Turn, concern: Concern, what: Next, key: str) -> None:
    turn.keep(replace(turn.person, expected=Expected(what, concern.id)))
    done = told.buttons(turn.voice, concern.id, ("show",))
    turn.reply(Screen(turn.voice(key), (done,)))
