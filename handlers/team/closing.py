"""Closing a concern: one of the codes, for the team and its counts only."""

from domain.concern import Closing, Concern, NotOwner, close
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Rung
from domain.people import Role
from handlers import told
from handlers.screen import Screen
from handlers.team import cards
from handlers.team.alerts import show_on_card
from handlers.turn import Turn


async def end(turn: Turn, concern: Concern, closing: Closing, at: int = 0) -> None:
    """Close the concern: the team's reminders stop, the reporter's own moments stay as they are.

    That way no one but a citizen can tell a closed concern from one that goes on (domain.md 5).
    """
    try:
        after = close(concern, turn.member.id if turn.member else "", closing)
    except NotOwner:
        return turn.reply(Screen(turn.voice("take-first", nickname=concern.nickname)))
    turn.write(turn.store.concerns.save(concern, after))
    rungs = (*UNTAKEN_RUNGS, *DEADLINE_RUNGS, Rung.FOLLOW_UP, Rung.SNOOZED)
    turn.write(turn.store.reminders.cancel(concern.id, rungs))
    turn.note(f"closed: {closing}", concern.id)
    await told.reaction(turn, concern, after)
    if concern.role is Role.CITIZEN:
        await told.push(turn, after, "status-closed", "wanting")
    return await show_on_card(turn, after, cards.closed(turn.voice, after), at)
