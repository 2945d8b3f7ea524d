"""Ending a concern: which of the ways it was, and what some of them ask first."""

from telegram import Update

from domain.concern import Closing, Concern, has_ended
from handlers.screen import Screen, action, tapped_message
from handlers.team.access import outdated
from handlers.turn import Context, Turn
from handlers.work import bridging, cards, closing, linking
from handlers.work.alerts import show_as_it_stands, show_on_card


async def tapped(update: Update, context: Context) -> None:
    """Ask for the code, or choose it: `close/<concern>/<ask or its number>/<round>`."""
    turn, (_, concern_id, what, _) = context.turn, action(update)
    concern, at = await turn.store.concerns.get(concern_id), tapped_message(update)
    codes = dict(enumerate(Closing))
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if has_ended(concern):
        return await show_as_it_stands(turn, concern, at)
    if what == "ask":
        return await show_on_card(turn, concern, cards.closings(turn.voice, concern), at)
    if not what.isdecimal() or int(what) not in codes:
        return outdated(turn)
    return await choose(turn, concern, codes[int(what)], at)


async def choose(turn: Turn, concern: Concern, code: Closing, at: int = 0) -> None:
    """End the concern that way: a bridge needs the citizen's yes, a duplicate names the other."""
    asks = {Closing.BRIDGED: bridging.ask, Closing.DUPLICATE: linking.ask}
    if code in asks:
        return await asks[code](turn, concern, at)
    return await closing.end(turn, concern, code, at)
