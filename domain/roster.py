"""The duty roster: who has the duty at a moment, from a weekly plan, a calendar and changes to it.

Instants are aware UTC; weekdays and times of day are wall clock in the roster's zone, so that a
duty from 8 to 16 is that all year round. A time of day that is skipped in spring begins with the
first moment after it; one that comes twice in autumn means its first showing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from domain.deadlines import OpeningTimes, at_wall_clock

_DAY = timedelta(days=1)
LOOK_AHEAD = timedelta(days=14)


class Weeks(StrEnum):
    """In which weeks a weekly duty comes, by their number in the calendar (ISO 8601)."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"


@dataclass(frozen=True)
class Weekly:
    """A duty that comes again every week; Monday is weekday 0.

    One that ends at or before the time of day it starts at ends on the next day. `id` is empty
    for one that stands in the configuration.
    """

    member: str
    weekdays: frozenset[int]
    start: time
    end: time
    weeks: Weeks = Weeks.EVERY
    id: str = ""


@dataclass(frozen=True)
class Shift:
    """A duty with a beginning and an end of its own."""

    member: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Absence:
    """When a member is not at work; `ends_at` is None until they come back. Never why."""

    member: str
    starts_at: datetime
    ends_at: datetime | None = None
    id: str = ""


@dataclass(frozen=True)
class Change:
    """Beside the plan, `comes` is on duty and `goes` is not, either of them perhaps nobody.

    `swap` is the id of the swap that made it, if one did.
    """

    starts_at: datetime
    ends_at: datetime | None = None
    comes: str | None = None
    goes: str | None = None
    swap: str | None = None


@dataclass(frozen=True)
class Period:
    """A span in which the same members are on duty all the time."""

    starts_at: datetime
    ends_at: datetime
    members: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Roster:
    """Everything that decides who is on duty.

    On `closed_days` (local) no weekly duty begins. Of `changes`, oldest first, a later one holds
    against an earlier. Nobody who is absent is on duty.
    """

    zone: ZoneInfo
    weekly: tuple[Weekly, ...] = ()
    shifts: tuple[Shift, ...] = ()
    absences: tuple[Absence, ...] = ()
    changes: tuple[Change, ...] = ()
    closed_days: frozenset[date] = frozenset()

    def on_duty(self, instant: datetime) -> frozenset[str]:
        """Return the members who have the duty at that instant."""
        return self._on_duty(instant, self._plan(instant, instant))

    def planned(self, instant: datetime) -> frozenset[str]:
        """Return the members whom the weekly plan and the calendar put on duty then."""
        return _members(self._plan(instant, instant), instant)

    def is_away(self, member: str, instant: datetime) -> bool:
        """Whether a member is not at work at that instant."""
        return any(each.member == member and _holds(each, instant) for each in self.absences)

    def is_planned(self) -> bool:
        """Whether there is any plan at all: without one the duty is only taken by hand."""
        return bool(self.weekly or self.shifts)

    def periods(self, start: datetime, end: datetime) -> list[Period]:
        """Return who is on duty from `start` to `end`, without a break between the periods."""
        found: list[Period] = []
        plan = self._plan(start, end)
        edges = sorted({start, *_edges(start, end, (*plan, *self.absences, *self.changes))})
        for starts_at, ends_at in pairwise([*edges, end]):
            members = self._on_duty(starts_at, plan)
            if found and found[-1].members == members:
                found[-1] = Period(found[-1].starts_at, ends_at, members)
            else:
                found.append(Period(starts_at, ends_at, members))
        return found

    def duties(self, member: str, start: datetime, end: datetime) -> list[Shift]:
        """Return a member's own duties between two instants, in order; cut off at both."""
        found: list[Shift] = []
        for each in self.periods(start, end):
            if member not in each.members:
                continue
            if found and found[-1].ends_at == each.starts_at:
                found[-1] = Shift(member, found[-1].starts_at, each.ends_at)
            else:
                found.append(Shift(member, each.starts_at, each.ends_at))
        return found

    def coming(self, since: datetime, until: datetime) -> list[Shift]:
        """Return the duties that began after `since` and are going on at `until`.

        One without an end within two weeks is cut off there.
        """
        if since >= until:  # a clock that was set back
            return []
        found = []
        for member in sorted(self.on_duty(until)):
            current = self.duties(member, since, until + LOOK_AHEAD)
            now = next(each for each in current if each.starts_at <= until < each.ends_at)
            found += [now] if now.starts_at > since else []
        return found

    def next_change_of_plan(self, instant: datetime) -> datetime | None:
        """Return when the plan next puts others on duty, or None if not within two weeks."""
        plan = self._plan(instant, instant + LOOK_AHEAD)
        planned = _members(plan, instant)
        edges = sorted(_edges(instant, instant + LOOK_AHEAD, plan))
        return next((each for each in edges if _members(plan, each) != planned), None)

    def _on_duty(self, instant: datetime, plan: Iterable[Shift]) -> frozenset[str]:
        found: set[str | None] = set(_members(plan, instant))
        for change in self.changes:
            if _holds(change, instant):
                found = (found - {change.goes}) | {change.comes}
        return frozenset(each for each in found if each and not self.is_away(each, instant))

    def _plan(self, start: datetime, end: datetime) -> list[Shift]:
        """Return the duties of the weekly plan and the calendar, all that touch the span."""
        found = list(self.shifts)
        day, last = start.astimezone(self.zone).date() - _DAY, end.astimezone(self.zone).date()
        while day <= last:
            begun = (rule for rule in self.weekly if self._begins(rule, day))
            found += [Shift(rule.member, *self._turn_of(rule, day)) for rule in begun]
            day += _DAY
        return found

    def _begins(self, rule: Weekly, day: date) -> bool:
        odd = day.isocalendar().week % 2 == 1
        in_week = rule.weeks is Weeks.EVERY or odd == (rule.weeks is Weeks.ODD)
        return in_week and day.weekday() in rule.weekdays and day not in self.closed_days

    def _turn_of(self, rule: Weekly, day: date) -> tuple[datetime, datetime]:
        last = day if rule.end > rule.start else day + _DAY
        starts_at = at_wall_clock(day, rule.start, self.zone)
        return starts_at, at_wall_clock(last, rule.end, self.zone)


@dataclass(frozen=True)
class DutyHours:
    """When somebody should have the duty: on open days, between two times of day."""

    start: time = time(8)
    end: time = time(16)


def gaps(
    roster: Roster, hours: DutyHours, times: OpeningTimes, able: Collection[str], now: datetime
) -> list[Period]:
    """Return the spans of duty hours in the next two weeks that nobody able to work has.

    `able` are the members who can be reached and take part. A span that has begun is cut off at
    `now`.
    """
    found: list[Period] = []
    day, end = now.astimezone(times.zone).date(), now + LOOK_AHEAD
    for each in (day + ahead * _DAY for ahead in range(LOOK_AHEAD.days + 1)):
        opens = max(now.astimezone(UTC), at_wall_clock(each, hours.start, times.zone))
        shuts = min(end, at_wall_clock(each, hours.end, times.zone))
        if times.is_open_day(each) and opens < shuts:
            empty = [p for p in roster.periods(opens, shuts) if not p.members & set(able)]
            found += _joined(empty)
    return found


def _joined(periods: Iterable[Period]) -> list[Period]:
    """Join spans that follow on each other, whoever is in them."""
    found: list[Period] = []
    for each in periods:
        if found and found[-1].ends_at == each.starts_at:
            found[-1] = Period(found[-1].starts_at, each.ends_at)
        else:
            found.append(Period(each.starts_at, each.ends_at))
    return found


def _members(plan: Iterable[Shift], instant: datetime) -> frozenset[str]:
    return frozenset(each.member for each in plan if each.starts_at <= instant < each.ends_at)


def _holds(span: Absence | Change, instant: datetime) -> bool:
    return span.starts_at <= instant and (span.ends_at is None or instant < span.ends_at)


def _edges(
    start: datetime, end: datetime, spans: Iterable[Shift | Absence | Change]
) -> Iterator[datetime]:
    """Yield every instant between the two at which somebody may come or go."""
    for span in spans:
        for each in (span.starts_at, span.ends_at):
            if each is not None and start < each < end:
                yield each
