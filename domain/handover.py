"""How a concern changes hands: offered, accepted or kept, and put back on the shared list."""

from dataclasses import replace
from datetime import datetime

from domain.concern import Concern, NotOwner, State, has_ended, is_open
from domain.deadlines import OpeningTimes, Reminder, Rung, next_opening
from domain.people import Member, Status

ANYONE = "anyone"  # in the place of a member's id: whoever takes it


def offer(concern: Concern, member: str, to: str) -> Concern:
    """Offer a concern to a member's id or ANYONE; until somebody accepts, its owner keeps it.

    Raises NotOwner for all but its owner.
    """
    _owned(concern, member)
    return replace(concern, offered_to=to)


def keep(concern: Concern) -> Concern:
    """End an offer that was declined or taken back: the owner stays the owner."""
    return replace(concern, offered_to=None)


def may_answer(concern: Concern, member: Member) -> bool:
    """Whether a member may accept or decline: only one whom a concern that goes on is offered."""
    asked = concern.offered_to in (ANYONE, member.id) and concern.owner != member.id
    return asked and not has_ended(concern) and member.status is Status.ACTIVE


def release(concern: Concern, member: str) -> Concern:
    """Put a concern back on the shared list; its promise stays. Raises NotOwner for others."""
    _owned(concern, member)
    state = State.SEEN if is_open(concern) else concern.state
    return replace(concern, owner=None, offered_to=None, state=state)


def unanswered_offer(now: datetime, times: OpeningTimes) -> Reminder:
    """Return the reminder at the first opening after now that nobody has answered an offer."""
    return next_opening(Rung.OFFER, now, times)


def _owned(concern: Concern, member: str) -> None:
    if concern.owner != member or has_ended(concern):
        raise NotOwner("Only its owner can pass on a concern that goes on.")
