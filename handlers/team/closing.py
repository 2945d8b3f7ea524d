"""Closing a concern: one of the codes, for the team and its counts only."""

from telegram import Update

from domain.concern import Closing, Concern, NotOwner, close
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Rung
from domain.people import Role
from handlers import told
from handlers.screen import Screen, action, tapped_message
from handlers.team import cards
from handlers.team.access import outdated
from handlers.team.alerts import show_on_card
from handlers.turn import Context, Turn


async def tapped(update: Update, context: Context) -> None:
    """Ask for the code, or close with it: `close/<concern>/<ask or the code's number>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or turn.member is None or concern.owner != turn.member.id:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what == "ask":
        screen = cards.closings(turn.voice, concern)
        return await show_on_card(turn, concern, screen, tapped_message(update))
    closings = {str(number): each for number, each in enumerate(Closing)}
    if what not in closings:
        return outdated(turn)
    return await end(turn, concern, closings[what], at=tapped_message(update))


async def end(turn: Turn, concern: Concern, closing: Closing, at: int = 0) -> None:
    """Close the concern: the team's reminders stop, the reporter's own moments stay as they are.

    That way no one but a citizen can tell a closed concern from one that goes on (domain.md 5).
    """
    try:
        after = close(concern, turn.member.id if turn.member else "", closing)
    except NotOwner:
        return turn.reply(Screen(turn.voice("take-first", nickname=concern.nickname)))
    turn.write(turn.store.concerns.save(concern, after))
    rungs = (*UNTAKEN_RUNGS, *DEADLINE_RUNGS, Rung.FOLLOW_UP)
    turn.write(turn.store.reminders.cancel(concern.id, rungs))
    turn.note(f"closed: {closing}", concern.id)
    await told.reaction(turn, concern, after)
    if concern.role is Role.CITIZEN:
        await told.push(turn, after, "status-closed", "wanting")
    return await show_on_card(turn, after, cards.closed(turn.voice, after), at)
