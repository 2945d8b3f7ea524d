"""The roster says the same as an oracle that counts minutes: who has the duty in each of them.

The oracle knows no time zone's rules: it walks every UTC minute of a span, looks at what the
clock on the wall shows, and takes the first minute of a day that shows a time or a later one.
Each member's duty is then a row of bits, one a minute.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from domain.deadlines import OpeningTimes
from domain.roster import (
    LOOK_AHEAD,
    Absence,
    Change,
    DutyHours,
    Period,
    Roster,
    Shift,
    Weekly,
    Weeks,
    gaps,
)

LONG = os.environ.get("BROBYGGER_WALKS") == "long"
ROSTERS = 100_000 if LONG else 400
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
TEAM = ("anna", "bo", "cara")
WALL_DAYS = 24  # as many as two weeks ahead of the last moment looked at need
# In the middle of what is looked at: an ordinary day, both changes of the clock, New Year in and
# out of a week 53, and a New Year without one.
SPANS = [date(2026, 11, 25), date(2026, 3, 29), date(2026, 10, 25), date(2027, 1, 1)]
SPANS += [date(2021, 1, 1), date(2025, 1, 1), date(2027, 3, 28), date(2028, 2, 29)]


@dataclass(frozen=True)
class Wall:
    """What the clock on the wall shows in each UTC minute of a span."""

    begins: datetime
    minutes: int
    first: dict[date, list[int]]  # of each day, by minute of the day: the first that shows it

    def at(self, instant: datetime) -> int:
        """Return the number of an instant's minute, kept within the span."""
        return min(max((instant - self.begins) // MINUTE, 0), self.minutes)

    def shows(self, day: date, moment: time) -> int:
        return self.first[day][moment.hour * 60 + moment.minute]

    def instant(self, minute: int) -> datetime:
        return self.begins + minute * MINUTE


@cache
def wall_around(middle: date) -> Wall:
    """Walk the minutes of a span, and note when each day first shows each time or a later one."""
    begins = datetime(middle.year, middle.month, middle.day, tzinfo=UTC) - 4 * DAY
    first: dict[date, list[int]] = {}
    for number in range(WALL_DAYS * 1440):
        shown = (begins + number * MINUTE).astimezone(COPENHAGEN)
        reached = first.setdefault(shown.date(), [])
        while len(reached) <= shown.hour * 60 + shown.minute:
            reached.append(number)
    return Wall(begins, WALL_DAYS * 1440, first)


def bits(start: int, end: int) -> int:
    """Return the minutes from `start` up to, not including, `end`."""
    return (1 << end) - (1 << start) if end > start else 0


def runs(minutes: int) -> list[tuple[int, int]]:
    """Return the spans of minutes that follow on each other."""
    found, at = [], 0
    while minutes >> at:
        rest = minutes >> at
        at += (rest & -rest).bit_length() - 1
        gone = minutes >> at
        length = (~gone & (gone + 1)).bit_length() - 1
        found.append((at, at + length))
        at += length
    return found


class Oracle:
    """Each member's minutes on duty, laid layer on layer."""

    def __init__(self, roster: Roster, wall: Wall) -> None:
        self.wall = wall
        self.on_duty = dict.fromkeys(TEAM, 0)
        for rule in roster.weekly:
            for day in list(wall.first)[1:-2]:
                if in_week(rule.weeks, day) and day.weekday() in rule.weekdays:
                    ends = day if rule.end > rule.start else day + DAY
                    if day not in roster.closed_days:
                        self._add(
                            rule.member, wall.shows(day, rule.start), wall.shows(ends, rule.end)
                        )
        for shift in roster.shifts:
            self._add(shift.member, wall.at(shift.starts_at), wall.at(shift.ends_at))
        for change in roster.changes:
            if change.goes:
                self.on_duty[change.goes] &= ~self._span(change)
            if change.comes:
                self.on_duty[change.comes] |= self._span(change)
        for absence in roster.absences:
            self.on_duty[absence.member] &= ~self._span(absence)

    def at(self, minute: int) -> frozenset[str]:
        return frozenset(each for each in TEAM if self.on_duty[each] >> minute & 1)

    def within(self, member: str, start: int, end: int) -> int:
        return self.on_duty[member] & bits(start, end)

    def _add(self, member: str, start: int, end: int) -> None:
        self.on_duty[member] |= bits(start, end)

    def _span(self, each: Change | Absence) -> int:
        ends = self.wall.minutes if each.ends_at is None else self.wall.at(each.ends_at)
        return bits(self.wall.at(each.starts_at), ends)


def in_week(weeks: Weeks, day: date) -> bool:
    """Whether a rule holds in a day's week, whose number is that of its Thursday's week."""
    thursday = day + (3 - day.weekday()) * DAY
    odd = (thursday.timetuple().tm_yday - 1) // 7 % 2 == 0
    return weeks is Weeks.EVERY or odd == (weeks is Weeks.ODD)


@dataclass(frozen=True)
class Case:
    """A roster made at random, and the span and moments that are looked at."""

    roster: Roster
    wall: Wall
    start: int
    end: int
    hours: DutyHours
    times: OpeningTimes

    @classmethod
    def number(cls, number: int) -> "Case":
        some = Random(number)
        wall = wall_around(SPANS[number % len(SPANS)])
        start = some.randrange(3 * 1440, 5 * 1440)
        roster = Roster(
            zone=COPENHAGEN,
            weekly=tuple(a_rule(some) for _ in range(some.randint(0, 3))),
            shifts=tuple(
                Shift(some.choice(TEAM), begins, ends) for begins, ends in spans(some, wall, 3)
            ),
            absences=tuple(
                Absence(some.choice(TEAM), begins, some.choice([ends, ends, None]))
                for begins, ends in spans(some, wall, 2)
            ),
            changes=tuple(a_change(some, *span) for span in spans(some, wall, 3)),
            closed_days=frozenset(some.choices(list(wall.first), k=some.randint(0, 2))),
        )
        opens, shuts = sorted(some.sample(range(0, 1440, 15), 2))
        hours = DutyHours(time(opens // 60, opens % 60), time(shuts // 60, shuts % 60))
        times = OpeningTimes(COPENHAGEN, closed_days=roster.closed_days)
        return cls(roster, wall, start, start + some.randint(1, 3 * 1440), hours, times)


def a_time(some: Random) -> time:
    """Return a time of day: half of them at night, when clocks change and days begin."""
    hour = some.choice([0, 1, 2, 2, 3, 23, 8, 12, 16, 20])
    return time(hour, some.choice([0, 0, 15, 30, 59]))


def a_rule(some: Random) -> Weekly:
    days = frozenset(some.sample(range(7), some.randint(1, 7)))
    weeks = some.choice(list(Weeks))
    return Weekly(some.choice(TEAM), days, a_time(some), a_time(some), weeks)


def a_change(some: Random, begins: datetime, ends: datetime) -> Change:
    comes, goes = some.choice([*TEAM, None]), some.choice([*TEAM, None])
    return Change(begins, some.choice([ends, ends, None]), comes, goes)


def spans(some: Random, wall: Wall, most: int) -> Iterable[tuple[datetime, datetime]]:
    """Yield up to so many spans; many begin or end with another or at a full hour."""
    for _ in range(some.randint(0, most)):
        begins = some.randrange(2 * 1440, 8 * 1440, some.choice([1, 60, 1440]))
        length = some.choice([1, 60, 480, 1440, some.randint(1, 4000)])
        yield wall.instant(begins), wall.instant(begins + length)


def differences(case: Case, *, every_minute: bool) -> list[str]:
    """Return what the roster says otherwise than the oracle."""
    oracle = Oracle(case.roster, case.wall)
    return [
        name
        for name, same in (
            ("on_duty", same_at_moments(case, oracle, every_minute=every_minute)),
            ("periods", same_periods(case, oracle)),
            ("duties", all(same_duties(case, oracle, each) for each in TEAM)),
            ("coming", same_coming(case, oracle)),
            ("gaps", same_gaps(case, oracle)),
        )
        if not same
    ]


def same_at_moments(case: Case, oracle: Oracle, *, every_minute: bool) -> bool:
    """Compare at every edge, a minute before and after it, or at every minute."""
    minutes: Iterable[int] = range(case.start, case.end)
    if not every_minute:
        found = (runs(oracle.within(each, case.start, case.end)) for each in TEAM)
        edges = {edge for spans in found for span in spans for edge in span}
        near = {edge + beside for edge in edges for beside in (-1, 0, 1)}
        minutes = {*near, Random(case.start).randrange(case.start, case.end)}
    return all(case.roster.on_duty(case.wall.instant(each)) == oracle.at(each) for each in minutes)


def same_periods(case: Case, oracle: Oracle) -> bool:
    """Compare every minute of the periods, which follow on each other and differ."""
    start, end = case.wall.instant(case.start), case.wall.instant(case.end)
    found = case.roster.periods(start, end)
    edges = {case.start, case.end}
    for member in TEAM:
        edges |= {each for run in runs(oracle.within(member, case.start, case.end)) for each in run}
    at = sorted(edges)
    expected = [
        Period(case.wall.instant(begins), case.wall.instant(ends), oracle.at(begins))
        for begins, ends in pairwise(at)
    ]
    return found == expected


def same_duties(case: Case, oracle: Oracle, member: str) -> bool:
    found = case.roster.duties(member, *map(case.wall.instant, (case.start, case.end)))
    return found == as_shifts(case, member, oracle.within(member, case.start, case.end))


def same_coming(case: Case, oracle: Oracle) -> bool:
    """Compare who came on duty within the span and has it at its end."""
    since, until = case.start, case.end
    expected = []
    for member in sorted(oracle.at(until)):
        ahead = until + LOOK_AHEAD // MINUTE
        (run,) = [
            each for each in runs(oracle.within(member, since, ahead)) if each[0] <= until < each[1]
        ]
        if run[0] > since:
            expected.append(Shift(member, *map(case.wall.instant, run)))
    found = case.roster.coming(case.wall.instant(since), case.wall.instant(until))
    return found == expected


def same_gaps(case: Case, oracle: Oracle) -> bool:
    """Compare the minutes of duty hours in two weeks that none of those able has."""
    now, able = case.start, TEAM[:2]
    wanted = 0
    for day in case.wall.first:
        if case.times.is_open_day(day) and len(case.wall.first[day]) == 1440:
            hours = (case.wall.shows(day, case.hours.start), case.wall.shows(day, case.hours.end))
            wanted |= bits(*hours)
    for member in able:
        wanted &= ~oracle.on_duty[member]
    wanted &= bits(now, now + LOOK_AHEAD // MINUTE)
    found = gaps(case.roster, case.hours, case.times, able, case.wall.instant(now))
    return [(each.starts_at, each.ends_at) for each in found] == [
        (each.starts_at, each.ends_at) for each in as_shifts(case, "", wanted)
    ]


def as_shifts(case: Case, member: str, minutes: int) -> list[Shift]:
    return [Shift(member, *map(case.wall.instant, run)) for run in runs(minutes)]


def test_generated_rosters_say_what_the_oracle_says(capsys: pytest.CaptureFixture[str]) -> None:
    different = {}
    for number in range(ROSTERS):
        wrong = differences(Case.number(number), every_minute=number % 100 == 7)
        if wrong:
            different[number] = wrong
    with capsys.disabled():
        if LONG:
            sys.stdout.write(f"\n{ROSTERS:,} rosters compared, {len(different)} differences.\n")
    assert different == {}


@pytest.mark.parametrize("middle", SPANS[:4])
def test_every_minute_of_some_rosters_is_as_the_oracle_has_it(middle: date) -> None:
    for number in range(SPANS.index(middle), 24, len(SPANS)):
        assert differences(Case.number(number), every_minute=True) == []


def test_the_oracle_notices_a_duty_that_is_a_minute_too_long() -> None:
    wall = wall_around(SPANS[0])
    case = Case.number(0)
    start, end = wall.instant(case.start + 10), wall.instant(case.start + 20)
    oracle = Oracle(Roster(COPENHAGEN, shifts=(Shift("anna", start, end),)), wall)
    longer = Roster(COPENHAGEN, shifts=(Shift("anna", start, end + MINUTE),))
    wrong = Case(longer, wall, case.start, case.start + 60, case.hours, case.times)
    assert not same_duties(wrong, oracle, "anna")
    assert not same_periods(wrong, oracle)
