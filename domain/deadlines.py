"""The seven-day clock: by when somebody must have reacted, and who is reminded at what moment.

Instants are aware datetimes (a naive one raises ValueError), always UTC on the way out; days and
times of day are wall clock in the zone passed in, so a week stays a week when clocks change.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_DAYS_SEARCHED = 366


class Rung(StrEnum):
    """The steps at which somebody is reminded; the values are stored, so they never change."""

    SECOND = "second"  # the next worker who does not know
    TEAM = "team"  # all workers
    LEAD = "lead"  # the leads
    EVERYONE = "everyone"
    DAY3 = "day3"
    DAY5 = "day5"
    DAY6 = "day6"
    DAY7 = "day7"
    OVERDUE = "overdue"
    FOLLOW_UP = "follow_up"
    SNOOZED = "snoozed"
    STILL_WORRIED = "still_worried"
    APOLOGY = "apology"
    TELL_REACTED = "tell_reacted"
    TELL_ENDED = "tell_ended"
    OFFER = "offer"
    UNOWNED = "unowned"  # somebody has reacted, and nobody has it now


UNTAKEN_RUNGS = (Rung.SECOND, Rung.TEAM, Rung.LEAD, Rung.EVERYONE)
DEADLINE_RUNGS = (Rung.DAY3, Rung.DAY5, Rung.DAY6, Rung.DAY7, Rung.OVERDUE)
# What the one who raised a concern hears of by themselves, apart from reactions.
REPORTER_RUNGS = (Rung.STILL_WORRIED, Rung.APOLOGY)
# What they hear once a worker can no longer undo it.
TELLING_RUNGS = (Rung.TELL_REACTED, Rung.TELL_ENDED)
_EARLY = ((3, Rung.DAY3), (5, Rung.DAY5), (6, Rung.DAY6))


@dataclass(frozen=True)
class Reminder:
    """One step and the UTC instant at which it is due."""

    rung: Rung
    due_at: datetime


@dataclass(frozen=True)
class OpeningTimes:
    """When staff may be nudged: not in quiet hours, not on closed days; Monday is weekday 0.

    Quiet hours run from `quiet_from` up to, but not including, `quiet_until`, across midnight if
    need be; the same time twice means none. An open day opens at `quiet_until`.
    """

    zone: ZoneInfo
    quiet_from: time = time(20)
    quiet_until: time = time(8)
    closed_weekdays: frozenset[int] = frozenset({5, 6})
    closed_days: frozenset[date] = frozenset()

    def is_open_day(self, day: date) -> bool:
        """Return whether anybody works on that local day."""
        return day.weekday() not in self.closed_weekdays and day not in self.closed_days

    def every_day(self) -> "OpeningTimes":
        """Return the same hours with no day closed: for those who are not at work."""
        return replace(self, closed_weekdays=frozenset(), closed_days=frozenset())

    def is_quiet(self, instant: datetime) -> bool:
        """Return whether the instant falls in quiet hours or on a closed day."""
        local = _local(instant, self.zone)
        started, ended = local.time() >= self.quiet_from, local.time() >= self.quiet_until
        across_midnight = self.quiet_from > self.quiet_until
        in_hours = started or not ended if across_midnight else started and not ended
        return in_hours or not self.is_open_day(local.date())


@dataclass(frozen=True)
class Step:
    """Who hears of an untaken concern how long after receipt; `any_hour`: at night too."""

    rung: Rung
    after: timedelta
    any_hour: bool = False


@dataclass(frozen=True)
class Ladder:
    """The search for a taker, and the days promised; ValueError if waits do not grow, or no day."""

    steps: tuple[Step, ...] = (
        Step(Rung.SECOND, timedelta(minutes=15)),
        Step(Rung.TEAM, timedelta(minutes=30)),
        Step(Rung.LEAD, timedelta(minutes=60)),
    )
    days: int = 7

    def __post_init__(self) -> None:
        waits = [timedelta(0), *(step.after for step in self.steps)]
        if any(after <= before for before, after in pairwise(waits)):
            raise ValueError("Each step must wait longer than the one before it.")
        if self.days < 1:
            raise ValueError("A promise needs at least one day.")


def at_wall_clock(day: date, moment: time, zone: ZoneInfo) -> datetime:
    """Return the UTC instant at which clocks in the zone show that time on that day.

    A time skipped when clocks go forward becomes the first moment after the gap; a time shown
    twice when clocks go back means its first showing.
    """
    local = datetime.combine(day, moment.replace(fold=0), zone)
    while not _exists(local):
        local = local.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return local.astimezone(UTC)


def promised_day(received: datetime, zone: ZoneInfo, days: int = 7) -> date:
    """Return the last local day of the promise: receipt plus that many calendar days (S54)."""
    return _local(received, zone).date() + days * _DAY


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the UTC instant at which the local day ends, which is when the next one begins."""
    return at_wall_clock(day + _DAY, time(0), zone)


def later_out_of_quiet(instant: datetime, times: OpeningTimes) -> datetime:
    """Return the instant itself, or the next opening if it is quiet; never anything earlier.

    If there is no open day for a year, closed days are overlooked: a reminder is never lost.
    """
    return _first_opening(instant, times) if times.is_quiet(instant) else utc(instant)


def earlier_out_of_closed(day: date, times: OpeningTimes, not_before: date) -> date:
    """Return the last open day on or before `day` and on or after `not_before`.

    If every one of those days is closed, return `day` itself.
    """
    candidates = (day - back * _DAY for back in range((day - not_before).days + 1))
    return next((each for each in candidates if times.is_open_day(each)), day)


def deadline_nudges(
    received: datetime, ladder: Ladder, times: OpeningTimes
) -> tuple[Reminder, ...]:
    """Return the nudges up to the promised day and the first one after it, in due order (S54).

    Days 3, 5 and 6 (those before the last day) come at the time of day of receipt, moved later
    out of quiet times but never past the last call. The last call, `Rung.DAY7` whatever the
    number of days, comes when the last open day of the promise opens, though not before receipt.
    Overdue comes at the first opening after the promised day. Several may share one instant.
    """
    last_day = promised_day(received, times.zone, ladder.days)
    last_call = _last_call(received, last_day, times)
    overdue = _first_opening(end_of_day(last_day, times.zone), times)
    return (
        *_early_nudges(received, ladder, times, last_call),
        Reminder(Rung.DAY7, last_call),
        Reminder(Rung.OVERDUE, overdue),
    )


def next_opening(rung: Rung, now: datetime, times: OpeningTimes) -> Reminder:
    """Return the reminder at the first opening after now: one that comes again every working day.

    Overdue comes so until somebody has reacted (S54).
    """
    return Reminder(rung, _first_opening(utc(now) + timedelta.resolution, times))


def opening_of(day: date, times: OpeningTimes) -> datetime:
    """Return the UTC instant at which a local day opens, be it closed or not."""
    return at_wall_clock(day, times.quiet_until, times.zone)


def follow_up(day: date, times: OpeningTimes) -> Reminder:
    """Return a follow-up when that local day opens, moved later out of quiet times.

    Only for a worker who asked for it: no interval is ever imposed (S55, T3).
    """
    return Reminder(Rung.FOLLOW_UP, later_out_of_quiet(opening_of(day, times), times))


def utc(instant: datetime) -> datetime:
    """Return an instant in UTC; a naive one raises ValueError."""
    if instant.tzinfo is None:
        raise ValueError("An instant needs a time zone; give it in UTC.")
    return instant.astimezone(UTC)


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    return utc(instant).astimezone(zone)


def _exists(local: datetime) -> bool:
    shown = local.astimezone(UTC).astimezone(local.tzinfo)
    return shown.replace(tzinfo=None) == local.replace(tzinfo=None)


def _same_time_of_day(instant: datetime, zone: ZoneInfo, days: int) -> datetime:
    local = _local(instant, zone)
    return at_wall_clock(local.date() + days * _DAY, local.time(), zone)


def _openings(start: datetime, times: OpeningTimes) -> Iterator[datetime]:
    """Yield quiet_until of every day, open or closed, from the start on and for a year."""
    today = _local(start, times.zone).date()
    for ahead in range(_DAYS_SEARCHED):
        opening = at_wall_clock(today + ahead * _DAY, times.quiet_until, times.zone)
        if opening >= start:
            yield opening


def _first_opening(start: datetime, times: OpeningTimes) -> datetime:
    """Return the first opening at or after the start; see later_out_of_quiet for no open day."""
    opened = (opening for opening in _openings(start, times) if not times.is_quiet(opening))
    return next(opened, None) or next(_openings(start, times))


def _last_call(received: datetime, last_day: date, times: OpeningTimes) -> datetime:
    first_day = _local(received, times.zone).date()
    day = earlier_out_of_closed(last_day, times, first_day)
    return max(utc(received), at_wall_clock(day, times.quiet_until, times.zone))


def _early_nudges(
    received: datetime, ladder: Ladder, times: OpeningTimes, last_call: datetime
) -> Iterator[Reminder]:
    due = utc(received)
    for day, rung in _EARLY:
        if day < ladder.days:
            wished = _same_time_of_day(received, times.zone, day)
            due = min(last_call, max(due, later_out_of_quiet(wished, times)))
            yield Reminder(rung, due)
