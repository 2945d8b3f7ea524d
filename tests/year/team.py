"""A team made up by chance: its people, its roster for a year, and when phones are blocked."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from domain.deadlines import Ladder, OpeningTimes, Rung, Step, at_wall_clock
from domain.people import Member, StaffRole
from domain.roster import Absence, Change, Roster, Weekly, Weeks

ZONE = ZoneInfo("Europe/Copenhagen")
YEAR = 2026
START = at_wall_clock(date(YEAR, 1, 1), time(0), ZONE)
END = at_wall_clock(date(YEAR + 1, 1, 1), time(0), ZONE)
HOLIDAYS = frozenset(holidays.country_holidays("DK", years=(YEAR, YEAR + 1)))
TIMES = OpeningTimes(ZONE, closed_days=HOLIDAYS)
LADDERS = (
    Ladder(),
    Ladder((*Ladder().steps, Step(Rung.LEAD, timedelta(minutes=240)))),
    Ladder((Step(Rung.LEAD, timedelta(minutes=10)), Step(Rung.EVERYONE, timedelta(minutes=45)))),
)
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, eq=False)
class Team:
    """Who they are, what the roster holds, and from when on whom Telegram does not reach."""

    members: tuple[Member, ...]
    ladder: Ladder
    weekly: tuple[Weekly, ...]
    absences: tuple[Absence, ...]
    changes: tuple[Change, ...]
    reach: tuple[tuple[datetime, str, bool], ...]

    @classmethod
    def by_chance(cls, workers: int, chance: random.Random) -> "Team":
        """Make up a team of that many workers, with a lead or two; every fifth has none."""
        leads = 0 if workers % 5 == 0 else 1 + workers // 7
        roles = [StaffRole.WORKER] * workers + [StaffRole.LEAD] * leads
        members = [Member(f"m{n}", "", role, n) for n, role in enumerate(roles, 1)]
        names = [each.id for each in members]
        return cls(
            members=tuple(members),
            ladder=LADDERS[workers % len(LADDERS)],
            weekly=tuple(_weekly(names[:workers], chance)),
            absences=tuple(_absences(names, chance)),
            changes=tuple(_swaps(names[:workers], chance)),
            reach=tuple(sorted(_reach(names, chance))),
        )

    def at(self, moment: datetime, lost: set[str]) -> list[Member]:
        """Return everybody as the real roster has them; `lost` are those not to be reached."""
        on_duty, away = self._duty(moment)
        return [
            replace(
                each,
                reachable=each.id not in lost,
                on_duty=each.id in on_duty,
                away=each.id in away,
            )
            for each in self.members
        ]

    @lru_cache(maxsize=4096)  # noqa: B019 - a team lives as long as its year
    def _duty(self, moment: datetime) -> tuple[frozenset[str], frozenset[str]]:
        roster = self._roster((moment - START) // _WEEK)
        away = (each.id for each in self.members if roster.is_away(each.id, moment))
        return roster.on_duty(moment), frozenset(away)

    @lru_cache(maxsize=64)  # noqa: B019
    def _roster(self, week: int) -> Roster:
        """Return the roster of one week, with nothing in it that ended before, as it is stored."""
        since = START + week * _WEEK
        until = since + _WEEK
        absences = (a for a in self.absences if a.starts_at < until and _lasts(a.ends_at, since))
        changes = (c for c in self.changes if c.starts_at < until and _lasts(c.ends_at, since))
        return Roster(
            ZONE,
            weekly=self.weekly,
            absences=tuple(absences),
            changes=tuple(changes),
            closed_days=HOLIDAYS,
        )


def moments(chance: random.Random, number: int, until: datetime = END) -> list[datetime]:
    """Return that many moments of the year by chance, in order."""
    seconds = int((until - START).total_seconds())
    return sorted(START + timedelta(seconds=chance.randrange(seconds)) for _ in range(number))


def _lasts(ends_at: datetime | None, since: datetime) -> bool:
    return ends_at is None or ends_at > since


def _weekly(workers: list[str], chance: random.Random) -> Iterator[Weekly]:
    """Give most weekdays to one or two, some to odd or even weeks, and leave some to nobody."""
    for weekday in range(5):
        for member in chance.sample(workers, chance.choice((0, 1, 1, 2))):
            begin, end = chance.choice(((8, 16), (8, 16), (8, 12), (12, 20), (15, 8)))
            weeks = chance.choice((Weeks.EVERY, Weeks.EVERY, Weeks.ODD, Weeks.EVEN))
            yield Weekly(member, frozenset({weekday}), time(begin), time(end), weeks)


def _absences(members: list[str], chance: random.Random) -> Iterator[Absence]:
    """Give each three weeks of summer and some days of illness, and everybody three days off."""
    for member in members:
        summer = _local(date(YEAR, 6, 20) + chance.randrange(40) * _DAY, 0)
        yield Absence(member, summer, summer + 3 * _WEEK)
        for ill in moments(chance, 6):
            yield Absence(member, ill, ill + chance.randrange(1, 120) * timedelta(hours=1))
        yield Absence(member, _local(date(YEAR, 9, 16), 0), _local(date(YEAR, 9, 19), 0))


def _swaps(workers: list[str], chance: random.Random) -> Iterator[Change]:
    for begin in moments(chance, 40):
        comes, goes = chance.sample(workers, 2)
        end = begin + chance.randrange(2, 30) * timedelta(hours=1)
        yield Change(begin, end, comes=comes, goes=chance.choice((goes, None)))


def _reach(members: list[str], chance: random.Random) -> Iterator[tuple[datetime, str, bool]]:
    """Let each block the bot now and then, for minutes or days."""
    for member in members:
        end = START
        for begin in moments(chance, 12):
            if begin > end:
                end = begin + timedelta(minutes=chance.choice((5, 90, 1500, 6000)))
                yield begin, member, False
                yield end, member, True


def _local(day: date, hour: int) -> datetime:
    return at_wall_clock(day, time(hour), ZONE).astimezone(UTC)
