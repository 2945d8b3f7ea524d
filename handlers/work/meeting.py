"""A partner asked for a meeting or a home visit: the owner says yes or no, and books nothing."""

from telegram import Update

from domain.concern import Concern, has_ended
from domain.entry import Entry, EntryKind
from handlers import told
from handlers.screen import Screen, action, tapped_message
from handlers.team.access import outdated
from handlers.turn import Context, Turn
from handlers.work import cards
from handlers.work.alerts import show_on_card


async def tapped(update: Update, context: Context) -> None:
    """Answer the partner from a button: `together/<concern>/<yes or no>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    member = turn.member.id if turn.member else None
    if concern is None or concern.owner != member or has_ended(concern):
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what not in ("yes", "no"):
        return outdated(turn)
    return await answer(turn, concern, what, at=tapped_message(update))


async def answer(turn: Turn, concern: Concern, what: str, at: int = 0) -> None:
    """Tell the partner "yes" or "no" in the service's own words, kept under the concern too."""
    key = f"told-together-{what}"
    if await told.push(turn, concern, key, "answer", "show") is None:
        return turn.reply(Screen(turn.voice("reporter-out-of-reach", nickname=concern.nickname)))
    entry = Entry(EntryKind.ASKED, turn.house.phrases.voice(None)(key), turn.local_day)
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.note(f"together: {what}", concern.id)
    return await show_on_card(turn, concern, cards.written(turn.voice, concern), at)
