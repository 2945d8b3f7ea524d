"""Closing a concern: one of the codes, for the team and its counts only."""

from domain.concern import Closing, Concern, NotOwner, close, has_ended
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Rung
from domain.retention import ended
from handlers.screen import Screen
from handlers.team import colleagues, parting
from handlers.turn import Turn
from handlers.work import standing, steps
from handlers.work.alerts import show_on_card


async def end(turn: Turn, concern: Concern, closing: Closing, at: int = 0) -> None:
    """Close the concern: the team's reminders stop, the reporter's own moments stay as they are.

    That way no one but a citizen can tell a closed concern from one that goes on (domain.md 5).
    No member's card holds a word of it afterwards.
    """
    member = turn.member
    if member is None or has_ended(concern):
        return turn.reply(Screen(turn.voice("no-such-concern")))
    try:
        after = ended(close(concern, member.id, closing), turn.local_day)
    except NotOwner:
        return turn.reply(Screen(turn.voice("take-first", nickname=concern.nickname)))
    turn.write(turn.store.concerns.save(concern, after))
    rungs = (*UNTAKEN_RUNGS, *DEADLINE_RUNGS, Rung.FOLLOW_UP, Rung.OFFER, Rung.SNOOZED)
    turn.write(turn.store.reminders.cancel(concern.id, rungs))
    turn.note(f"closed: {closing}", concern.id)
    steps.tell_later(turn, concern, after)
    await colleagues.redraw(turn, after, but=(member.id,))
    screen = standing.closed(turn.voice, after, member)
    screen = await steps.can_be_undone(turn, concern, "closed", screen)
    await show_on_card(turn, after, screen, at)
    return await parting.when_done(turn, member.id, after)
