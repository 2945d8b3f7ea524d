"""Figures of a month: counts in which no number from 1 to 4 can be seen or computed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.concern import Closing
from domain.people import Role

FEWEST = 5  # the smallest number, apart from 0, that is shown
_ROUND = 10
# What is counted of forgotten concerns, and what was done as the journal calls it.
RECEIVED, WAITED, DONE = "received: ", "waited: ", "done: "
COUNTED = ("reopened", "withdrawn", *(f"closed: {code}" for code in Closing))
_MANY = 10**9


class Hidden(StrEnum):
    """Why a number is not shown."""

    UNDER = "under"  # it is 1, 2, 3 or 4
    ALSO = "also"  # with it another hidden number could be computed


@dataclass(frozen=True)
class About:
    """A number of at least 5, rounded to the nearest multiple of 10."""

    number: int


Shown = int | Hidden
Table = Mapping[str, "Shown | About"]


@dataclass(frozen=True)
class Published:
    """What may be shown of the same concerns counted in one or several ways."""

    total: Shown
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


def month(
    arrivals: Iterable[Arrival],
    done: Mapping[str, int],
    promised_days: int,
    forgotten: Mapping[str, int],
) -> Month:
    """Count a month's arrivals, and what was done in it as the journal calls it.

    `forgotten` are the counts that are left of concerns that were forgotten.
    """
    roles = {str(each): forgotten.get(f"{RECEIVED}{each}", 0) for each in Role}
    days = {str(each): forgotten.get(f"{WAITED}{each}", 0) for each in Waited}
    done = {each: done.get(each, 0) + forgotten.get(f"{DONE}{each}", 0) for each in COUNTED}
    for each in arrivals:
        roles[each.role] += 1
        days[waited(each, promised_days)] += 1
    closings: dict[str, int] = {code: done[f"closed: {code}"] for code in Closing}
    return Month(
        received=published(roles, days),
        closed=published(closings),
        reopened=alone(done["reopened"]),
        withdrawn=alone(done["withdrawn"]),
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

    Where a number is hidden, so is the total. Of several tables the others are then only shown
    rounded, because each would give the total away. Which of this is done depends on nothing
    that is hidden, so the choice itself tells nothing. If the rounded numbers leave no room for
    a hidden one, all of them are hidden.
    """
    if not any(0 < number < FEWEST for table in tables for number in table.values()):
        return Published(sum(tables[0].values()), tables)
    show = alone if len(tables) == 1 else _rounded
    found = Published(
        Hidden.ALSO, tuple({key: show(number) for key, number in each.items()} for each in tables)
    )
    if _gives_away(found):
        return Published(Hidden.ALSO, tuple(dict.fromkeys(each, Hidden.ALSO) for each in tables))
    return found


def _rounded(number: int) -> Shown | About:
    return About((number + _ROUND // 2) // _ROUND * _ROUND) if number >= FEWEST else alone(number)


def _gives_away(found: Published) -> bool:
    """Whether any number below 5 can be computed from what is shown."""
    if len(found.tables) == 1:
        return False
    sums = [_sums(table.values()) for table in found.tables]
    least, most = max(low for low, _ in sums), min(high for _, high in sums)
    for table in found.tables:
        low, high = _sums(table.values())
        # One hidden number may be anything that the others leave room for.
        smallest = max(1, least - (high - (FEWEST - 1)))
        largest = min(FEWEST - 1, most - (low - 1))
        if Hidden.UNDER in table.values() and smallest >= largest:
            return True
    return False


def _sums(cells: Iterable[Shown | About]) -> tuple[int, int]:
    """Return the least and the most that cells can add up to, for whoever sees only them."""
    ranges = [_range(each) for each in cells]
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def _range(shown: Shown | About) -> tuple[int, int]:
    if isinstance(shown, About):
        return shown.number - _ROUND // 2, shown.number + _ROUND // 2 - 1
    if shown is Hidden.UNDER:
        return 1, FEWEST - 1
    return (FEWEST, _MANY) if isinstance(shown, Hidden) else (shown, shown)
