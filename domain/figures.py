"""Figures of a month: counts in which no number from 1 to 4 can be seen or computed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.concern import Closing
from domain.people import Role

FEWEST = 5  # the smallest number, apart from 0, that is shown
_ROUND = 5
_MANY = 10**9


class Hidden(StrEnum):
    """Why a number is not shown."""

    UNDER = "under"  # it is 1, 2, 3 or 4
    ALSO = "also"  # with it another hidden number could be computed


@dataclass(frozen=True)
class About:
    """A number of at least 5, rounded to the nearest multiple of 5."""

    number: int


Shown = int | Hidden
Table = Mapping[str, Shown]


@dataclass(frozen=True)
class Published:
    """What may be shown of the same concerns counted in one or several ways."""

    total: Shown | About
    tables: tuple[Table, ...]


class Waited(StrEnum):
    """How many days somebody waited for a reaction, against the days of the promise."""

    SAME_DAY = "same_day"
    ONE = "one"
    THREE = "three"  # two or three
    PROMISED = "promised"  # four, up to the days of the promise
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True)
class Arrival:
    """A concern as it is counted: whose, and the local days it came and was reacted to."""

    role: Role
    received_on: date
    reacted_on: date | None


@dataclass(frozen=True)
class Month:
    """What a month's figures show: of what came in, of what was closed, and two single numbers.

    `received` counts by role and then by `Waited`, `closed` by closing code; none of the codes is
    a failure (S28).
    """

    received: Published
    closed: Published
    reopened: Shown
    withdrawn: Shown


def month(arrivals: Iterable[Arrival], done: Mapping[str, int], promised_days: int) -> Month:
    """Count a month's arrivals, and what was done in it as the journal calls it."""
    roles: dict[str, int] = dict.fromkeys(map(str, Role), 0)
    days: dict[str, int] = dict.fromkeys(map(str, Waited), 0)
    for each in arrivals:
        roles[each.role] += 1
        days[waited(each, promised_days)] += 1
    closings: dict[str, int] = {code: done.get(f"closed: {code}", 0) for code in Closing}
    return Month(
        received=published(roles, days),
        closed=published(closings),
        reopened=alone(done.get("reopened", 0)),
        withdrawn=alone(done.get("withdrawn", 0)),
    )


def waited(arrival: Arrival, promised_days: int) -> Waited:
    """Return how long the reporter of one concern waited."""
    if arrival.reacted_on is None:
        return Waited.NONE
    days = (arrival.reacted_on - arrival.received_on).days
    if days > promised_days:
        return Waited.LATER
    if days <= 1:
        return Waited.ONE if days == 1 else Waited.SAME_DAY
    return Waited.THREE if days <= 3 else Waited.PROMISED


def alone(number: int) -> Shown:
    """Return a number that stands by itself as it may be shown."""
    return Hidden.UNDER if 0 < number < FEWEST else number


def published(*tables: Mapping[str, int]) -> Published:
    """Return counts as they may be shown; each table counts the same concerns, in its own way.

    Where a number is hidden, the total is rounded. If one could still be computed, the total is
    hidden, or other numbers too, the smallest first; if even that does not help, everything is.
    """
    total = sum(tables[0].values())
    if not any(0 < number < FEWEST for table in tables for number in table.values()):
        return Published(total, tables)
    large = sorted({number for table in tables for number in table.values() if number >= FEWEST})
    for most in (0, *large):
        hidden = tuple({k: _cell(number, most) for k, number in table.items()} for table in tables)
        for shown in (_rounded(total), Hidden.ALSO):
            if not _gives_away(found := Published(shown, hidden)):
                return found
    return Published(Hidden.ALSO, tuple(dict.fromkeys(table, Hidden.ALSO) for table in tables))


def _cell(number: int, most: int) -> Shown:
    """Return a number as it may be shown where those up to `most` are hidden too."""
    return Hidden.ALSO if FEWEST <= number <= most else alone(number)


def _rounded(total: int) -> Shown | About:
    near = (total + _ROUND // 2) // _ROUND * _ROUND
    return Hidden.UNDER if total < FEWEST else About(near)


def _gives_away(found: Published) -> bool:
    """Whether any number below 5 can be computed from what is shown."""
    least, most = _range(found.total)
    for table in found.tables:
        low, high = _sums(table.values())
        least, most = max(least, low), min(most, high)
    for table in found.tables:
        low, high = _sums(table.values())
        # One hidden number may be anything that the others leave room for.
        smallest = max(1, least - (high - (FEWEST - 1)))
        largest = min(FEWEST - 1, most - (low - 1))
        if Hidden.UNDER in table.values() and smallest >= largest:
            return True
    return False


def _sums(cells: Iterable[Shown]) -> tuple[int, int]:
    """Return the least and the most that cells can add up to, for whoever sees only them."""
    ranges = [_range(each) for each in cells]
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def _range(shown: Shown | About) -> tuple[int, int]:
    if isinstance(shown, About):
        return max(FEWEST, shown.number - _ROUND // 2), shown.number + _ROUND // 2
    if shown is Hidden.UNDER:
        return 1, FEWEST - 1
    return (FEWEST, _MANY) if isinstance(shown, Hidden) else (shown, shown)
