"""Unfinished conversations: when a person is reminded of theirs, once, and when it is wiped."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.deadlines import OpeningTimes, later_out_of_quiet
from domain.interview import Interview

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Drafts:
    """How long after the last answer a draft is reminded of, and how long until it is wiped.

    Waits out of order or below zero raise ValueError.
    """

    remind_after: timedelta = timedelta(hours=4)
    wipe_after: timedelta = timedelta(hours=24)

    def __post_init__(self) -> None:
        if not timedelta(0) < self.remind_after < self.wipe_after:
            raise ValueError("A draft must be reminded of before it is wiped.")


def wakes_at(
    interview: Interview | None, now: datetime, drafts: Drafts, times: OpeningTimes
) -> datetime | None:
    """Return the full hour (UTC) at which something is due for a draft touched now.

    That is its one reminder, never at night, or else its end. Nobody is reminded before they
    have said whom they write about: there is nothing to go on with.
    """
    if interview is None:
        return None
    if interview.reminded:
        return _full_hour(now + drafts.wipe_after - drafts.remind_after)
    if interview.role is None:
        return _full_hour(now + drafts.wipe_after)
    return _full_hour(later_out_of_quiet(now + drafts.remind_after, times.every_day()))


def _full_hour(moment: datetime) -> datetime:
    """Round up: how a person's row is timed tells no more than it must."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    return hour if hour == moment else hour + _HOUR
