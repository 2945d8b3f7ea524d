"""What the roster means for one member: how long they have the duty, and what lies before them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from domain.roster import LOOK_AHEAD, Absence, Period, Roster, Shift

_DAY = timedelta(days=1)


def until(roster: Roster, member: str, now: datetime) -> datetime | None:
    """Return when a member's duty of now ends; None without one, or with no end in two weeks."""
    horizon = now + LOOK_AHEAD
    duties = roster.duties(member, now, horizon)
    if not duties or duties[0].starts_at > now or duties[0].ends_at >= horizon:
        return None
    return duties[0].ends_at


def upcoming(roster: Roster, member: str, now: datetime) -> list[Shift]:
    """Return the duties of a member that begin within two weeks, in order.

    Each is whole, so that it stays the same duty while time passes; one that goes on for more
    than two days past the two weeks is cut off there.
    """
    seen = roster.duties(member, now, now + LOOK_AHEAD + 2 * _DAY)
    return [each for each in seen if now < each.starts_at <= now + LOOK_AHEAD]


def following(roster: Roster, now: datetime) -> list[Shift]:
    """Return the duties that begin at the next moment at which anybody comes on duty."""
    horizon = now + LOOK_AHEAD
    for before, after in pairwise(roster.periods(now, horizon)):
        coming = sorted(after.members - before.members)
        if coming:
            return [roster.duties(each, after.starts_at, horizon)[0] for each in coming]
    return []


def within(periods: Iterable[Period], span: Period) -> list[Period]:
    """Return the parts of the periods that lie inside a span."""
    parts = [
        Period(max(each.starts_at, span.starts_at), min(each.ends_at, span.ends_at))
        for each in periods
    ]
    return [each for each in parts if each.starts_at < each.ends_at]


def without(roster: Roster, member: str) -> Roster:
    """Return the roster once a member is in no plan, and has taken nothing over from anybody."""
    return replace(
        roster,
        weekly=tuple(each for each in roster.weekly if each.member != member),
        shifts=tuple(each for each in roster.shifts if each.member != member),
        absences=tuple(each for each in roster.absences if each.member != member),
        changes=tuple(each for each in roster.changes if each.comes != member),
    )


def is_away_in(roster: Roster, member: str, span: Period | Shift) -> bool:
    """Whether a member is not at work for any part of a span."""
    return any(each.member == member and _meets(each, span) for each in roster.absences)


def _meets(absence: Absence, span: Period | Shift) -> bool:
    ends_later = absence.ends_at is None or absence.ends_at > span.starts_at
    return absence.starts_at < span.ends_at and ends_later
