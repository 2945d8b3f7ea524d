"""A partner asked for a meeting or a home visit: the owner says yes or no, and books nothing."""

from telegram import Update

from domain.concern import Concern, has_ended
from handlers.screen import Screen, action
from handlers.team.access import outdated
from handlers.turn import Context, Turn
from handlers.work import writing


async def tapped(update: Update, context: Context) -> None:
    """Begin the answer to the partner from a button: `together/<concern>/<yes or no>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    member = turn.member.id if turn.member else None
    if concern is None or concern.owner != member or has_ended(concern):
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what not in ("yes", "no"):
        return outdated(turn)
    return await answer(turn, concern, what)


async def answer(turn: Turn, concern: Concern, what: str) -> None:
    """Show a "yes" or "no" in the service's own words and the partner's language, to be sent."""
    route = await writing.way(turn, concern)
    if route is not None:
        voice = turn.house.phrases.voice(route.language)
        writing.preview(turn, concern, voice(f"told-together-{what}"))
