"""Coming back with a receipt: what anyone who holds it may be told (domain.md 5)."""

from domain.receipt import meant_as_receipt, read
from handlers.screen import Screen
from handlers.turn import Turn


async def with_receipt(turn: Turn, text: str) -> bool:
    """Answer a message that is a receipt, and return whether it was one.

    The holder hears by when somebody reacts, and never what happened. A receipt nobody knows
    gets the same kind of answer as one mistyped.
    """
    code = read(text)
    if code is None and not meant_as_receipt(text):
        return False
    concern = await turn.store.concerns.by_receipt(code) if code else None
    if concern is None:
        turn.reply(Screen(turn.voice("receipt-unknown")))
        return True
    today = turn.now.astimezone(turn.house.service.times.zone).date()
    key = "receipt-known" if today <= concern.promised_on else "receipt-known-past"
    turn.reply(Screen(turn.voice(key, date=concern.promised_on)))
    return True
