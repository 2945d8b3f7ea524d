"""Coming back with a receipt: what anyone who holds it may be told (domain.md 5)."""

from dataclasses import replace

from domain.concern import Concern
from domain.disclosure import may_be_written_to
from domain.receipt import meant_as_receipt, read
from handlers import mine
from handlers.screen import Screen
from handlers.turn import Turn
from storage.routes import Route


async def with_receipt(turn: Turn, text: str) -> bool:
    """Answer a message that is a receipt, and return whether it was one.

    The holder is where the reporter was, from whatever account they write. A receipt nobody
    knows gets the same answer as one mistyped.
    """
    code = read(text)
    if code is None and not meant_as_receipt(text):
        return False
    concern = await turn.store.concerns.by_receipt(code) if code else None
    if concern is None:
        turn.reply(Screen(turn.voice("receipt-unknown")))
        return True
    await _come_back(turn, concern)
    await mine.show(turn, concern)
    return True


async def _come_back(turn: Turn, concern: Concern) -> None:
    """Find the way to the holder again: whoever holds the receipt is the reporter."""
    known = (each for each in turn.person.concerns if each != concern.id)
    turn.keep(replace(turn.person, concerns=(*known, concern.id), expected=None))
    given = await turn.store.concerns.words(concern.id)
    may_write = may_be_written_to(concern.role, given)
    route = Route(turn.person.chat_id, turn.voice.language, may_write)
    turn.write(await turn.store.routes.reach(concern.id, route))
    turn.note("came back by receipt", concern.id)
