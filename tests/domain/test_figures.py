"""A month's figures: counted right, and no number below five seen or computed."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.concern import Closing
from domain.figures import (
    About,
    Arrival,
    Hidden,
    Published,
    Shown,
    Waited,
    _gives_away,
    _range,
    alone,
    month,
    published,
    waited,
)
from domain.people import Role

DAY = date(2026, 11, 2)
MOST = 60  # more than any number the reader below has to think of
cells = st.one_of(st.integers(0, 6), st.integers(0, 14))


@st.composite
def counted(draw: st.DrawFn) -> tuple[dict[str, int], ...]:
    """Return the same concerns counted in one, two or three ways."""
    first = draw(st.lists(cells, min_size=1, max_size=6))
    tables = [first]
    for _ in range(draw(st.integers(0, 2))):
        cuts = draw(st.lists(st.integers(0, sum(first)), max_size=5))
        edges = [0, *sorted(cuts), sum(first)]
        tables.append([b - a for a, b in pairwise(edges)])
    return tuple({str(i): each for i, each in enumerate(table)} for table in tables)


@given(counted())
def test_nobody_can_compute_a_hidden_number_below_five(tables: tuple[dict[str, int], ...]) -> None:
    found = published(*tables)
    for at, table in enumerate(found.tables):
        for key, cell in table.items():
            if cell is Hidden.UNDER and len(found.tables) > 1:  # else four are possible
                assert len(possible(found, at, key)) > 1


@given(counted())
def test_nothing_shown_is_wrong_or_from_one_to_four(tables: tuple[dict[str, int], ...]) -> None:
    found = published(*tables)
    for counts, table in zip(tables, found.tables, strict=True):
        for key, cell in table.items():
            if isinstance(cell, About):
                assert counts[key] >= 5
                assert counts[key] in could_be(cell)
            else:
                assert isinstance(cell, Hidden) or cell == counts[key] not in range(1, 5)
    assert found.total in (sum(tables[0].values()), Hidden.ALSO)


@given(st.dictionaries(st.text(max_size=2), st.integers(5, 40) | st.just(0), min_size=1))
def test_large_numbers_are_all_shown_with_their_total(table: dict[str, int]) -> None:
    assert published(table) == Published(sum(table.values()), (table,))


def test_the_reader_of_these_tests_would_find_a_number_given_away() -> None:
    careless = Published(Hidden.ALSO, ({"a": Hidden.UNDER, "b": 11}, {"c": 14}))
    assert possible(careless, 0, "a") == {3}


def test_where_a_number_is_hidden_the_total_is_too() -> None:
    for small in range(1, 5):
        assert published({"a": small, "b": 6}) == Published(
            Hidden.ALSO, ({"a": Hidden.UNDER, "b": 6},)
        )


def test_the_same_concerns_counted_otherwise_are_rounded() -> None:
    found = published({"a": 20}, {"a": 17, "b": 3})
    assert found.tables == ({"a": About(20)}, {"a": About(20), "b": Hidden.UNDER})


def test_where_rounding_leaves_no_room_everything_is_hidden() -> None:
    found = published({"a": 4, "b": 0}, {"a": 1, "b": 1, "c": 1, "d": 1})
    assert {cell for table in found.tables for cell in table.values()} == {Hidden.ALSO}


@pytest.mark.parametrize("shape", [(4,), (2, 3)])
def test_knowing_the_rule_gives_nothing_away(shape: tuple[int, ...]) -> None:
    """Whoever tries every month there could be finds two numbers behind each hidden one."""
    behind: dict[str, set[tuple[int, ...]]] = {}
    for month_of in months_of(shape):
        tables = tuple({str(i): n for i, n in enumerate(each)} for each in month_of)
        behind.setdefault(str(published(*tables)), set()).add(sum(month_of, ()))
    whole = {shown: each for shown, each in behind.items() if "number=20" not in shown}
    for shown, months in whole.items():
        for each in zip(*months, strict=True):
            assert 0 in each or min(each) > 4 or len(set(each)) > 1, shown


def months_of(shape: tuple[int, ...]) -> Iterable[tuple[tuple[int, ...], ...]]:
    """Yield every way to count the same few concerns in tables of that shape."""
    by_sum: list[dict[int, list[tuple[int, ...]]]] = []
    for cells_of in shape:
        found: dict[int, list[tuple[int, ...]]] = {}
        for each in product(range(15 if cells_of < 4 else 8), repeat=cells_of):
            found.setdefault(sum(each), []).append(each)
        by_sum.append(found)
    for total in range(29):
        yield from product(*(found.get(total, []) for found in by_sum))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Waited.SAME_DAY),
        (1, Waited.ONE),
        (2, Waited.THREE),
        (3, Waited.THREE),
        (4, Waited.PROMISED),
        (7, Waited.PROMISED),
        (8, Waited.LATER),
    ],
)
def test_days_are_counted_against_the_promise(days: int, expected: Waited) -> None:
    assert waited(Arrival(Role.CITIZEN, DAY, DAY + timedelta(days)), 7) is expected


def test_a_shorter_promise_is_broken_sooner() -> None:
    assert waited(Arrival(Role.CITIZEN, DAY, DAY + timedelta(3)), 2) is Waited.LATER


def test_a_month_counts_roles_days_and_endings() -> None:
    six = [Arrival(Role.CITIZEN, DAY, DAY)] * 6 + [Arrival(Role.PARTNER, DAY, None)] * 5
    found = month(six, {"closed: refused": 7, "reopened": 2, "withdrawn": 0}, 7, {})
    roles, days = found.received.tables
    assert (roles[Role.CITIZEN], roles[Role.PARTNER], found.received.total) == (6, 5, 11)
    assert (days[Waited.SAME_DAY], days[Waited.NONE]) == (6, 5)
    assert list(found.closed.tables[0]) == list(Closing)
    assert found.closed.tables[0][Closing.REFUSED] == 7
    assert (found.reopened, found.withdrawn) == (Hidden.UNDER, 0)


def test_what_is_left_of_forgotten_concerns_counts_on() -> None:
    left = {"received: citizen": 3, "waited: same_day": 4, "done: reopened": 5}
    six = [Arrival(Role.CITIZEN, DAY, DAY)] * 6
    found = month(six, {"reopened": 4, "withdrawn": 6}, 7, left | {"done: closed: refused": 8})
    roles, days = found.received.tables
    assert (roles[Role.CITIZEN], days[Waited.SAME_DAY]) == (9, 10)
    assert (found.reopened, found.withdrawn) == (9, 6)
    assert found.closed.tables[0][Closing.REFUSED] == 8


@pytest.mark.parametrize(
    ("total", "given_away"), [(2, True), (3, False), (5, False), (7, False), (8, True)]
)
def test_two_hidden_numbers_are_given_away_only_by_a_total_that_leaves_one_way(
    total: int, given_away: bool
) -> None:
    hidden = {"a": Hidden.UNDER, "b": Hidden.UNDER}
    found = Published(Hidden.ALSO, (hidden, {"c": total}))
    assert _gives_away(found) is given_away
    assert (possible(found, 0, "a") in ({1}, {4})) is given_away


@pytest.mark.parametrize(
    ("shown", "least", "most"),
    [(About(20), 15, 24), (Hidden.UNDER, 1, 4), (7, 7, 7), (0, 0, 0), (Hidden.ALSO, 5, 10**9)],
)
def test_what_is_shown_may_stand_for_this(shown: Shown | About, least: int, most: int) -> None:
    assert _range(shown) == (least, most)


@pytest.mark.parametrize(
    ("number", "shown"), [(0, 0), (1, Hidden.UNDER), (4, Hidden.UNDER), (5, 5)]
)
def test_a_single_number_is_shown_or_hidden(number: int, shown: Shown) -> None:
    assert alone(number) == shown


def possible(found: Published, at: int, key: str) -> set[int]:
    """Return what one number may be, for a reader who tries every number there could be."""
    totals = set(range(3 * MOST))
    for number, table in enumerate(found.tables):
        if number != at:
            totals &= sums(table.values())
    rest = sums(cell for other, cell in found.tables[at].items() if other != key)
    here = could_be(found.tables[at][key])
    return {value for value in here if any(value + other in totals for other in rest)}


def sums(shown: Iterable[Shown | About]) -> set[int]:
    reached = {0}
    for cell in shown:
        values = could_be(cell)
        reached = {a + b for a in reached for b in values if a + b <= 3 * MOST}
    return reached


def could_be(shown: Shown | About) -> Iterable[int]:
    if isinstance(shown, About):
        return range(shown.number - 5, shown.number + 5)
    if shown is Hidden.UNDER:
        return range(1, 5)
    return range(5, 3 * MOST) if isinstance(shown, Hidden) else (shown,)
