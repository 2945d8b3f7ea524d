"""A swap: a member gives a duty to a colleague, perhaps for one of theirs, if both agree."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.duties import is_away_in, upcoming
from domain.roster import Change, Period, Roster, Shift

UNDO_WITHIN = timedelta(minutes=5)


class SwapState(StrEnum):
    """How far a swap has come; the values are stored, so they never change."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"


@dataclass(frozen=True)
class Swap:
    """What is given by whom to whom, and what comes back; `taker` is None until anybody says yes.

    `changed_at` is when it came into its state.
    """

    id: str
    giver: str
    taker: str | None
    given: Period
    back: Period | None
    state: SwapState
    changed_at: datetime


def changes(swap: Swap) -> list[Change]:
    """Return how a swap that both agree on changes the roster."""
    given, back = swap.given, swap.back
    found = [Change(given.starts_at, given.ends_at, swap.taker, swap.giver, swap.id)]
    if back is not None:
        found.append(Change(back.starts_at, back.ends_at, swap.giver, swap.taker, swap.id))
    return found


def stands(swap: Swap, roster: Roster, now: datetime) -> bool:
    """Whether both duties still lie ahead as they were, and each can have the other's."""
    if not swap.taker or swap.taker == swap.giver:
        return False
    moves = [(swap.giver, swap.taker, swap.given)]
    if swap.back is not None:
        moves.append((swap.taker, swap.giver, swap.back))
    return all(
        _has(roster, giver, duty, now) and not is_away_in(roster, taker, duty)
        for giver, taker, duty in moves
    )


def can_be_undone(swap: Swap, now: datetime) -> bool:
    """Whether a swap was made so short a time ago that it can be taken back."""
    return swap.state is SwapState.ACCEPTED and now <= swap.changed_at + UNDO_WITHIN


def returns(swap: Swap, member: str, now: datetime) -> tuple[str, Period] | None:
    """Return who has which duty again if `member`, of the two, keeps an agreed swap no more.

    None when the other has nothing to get back, or its time is over.
    """
    other, duty = (swap.giver, swap.given) if swap.taker == member else (swap.taker, swap.back)
    return (other, duty) if other and duty and duty.ends_at > now else None


def _has(roster: Roster, member: str, duty: Period, now: datetime) -> bool:
    return Shift(member, duty.starts_at, duty.ends_at) in upcoming(roster, member, now)
