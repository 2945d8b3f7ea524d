"""A member's own order: by age until they move something, and then only as they moved it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.concern import Concern
from domain.own_order import arranged, down, to_top
from domain.people import Role

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
ONE = Concern("1", "Stille Bæk", Role.CITIZEN, False, NEW_YEAR, date.max, date.max)
BY_AGE = [replace(ONE, id=each) for each in "abcd"]
placed_ids = st.permutations("abcdxy").flatmap(
    lambda each: st.integers(0, 6).map(lambda n: each[:n])
)


def ids(placed: list[str]) -> list[str]:
    return [each.id for each in arranged(BY_AGE, placed)]


def test_without_places_age_decides() -> None:
    assert ids([]) == ["a", "b", "c", "d"]


@given(placed_ids, st.sampled_from("abcd"))
def test_moved_to_the_top_it_stands_first_and_the_rest_as_before(
    placed: list[str], moved: str
) -> None:
    before = ids(placed)
    assert ids(to_top(before, placed, moved)) == [moved, *(x for x in before if x != moved)]


@given(placed_ids, st.sampled_from("abcd"))
def test_moved_down_it_changes_places_with_the_next(placed: list[str], moved: str) -> None:
    before = ids(placed)
    at = before.index(moved)
    expected = [*before[:at], *reversed(before[at : at + 2]), *before[at + 2 :]]
    assert ids(down(before, placed, moved)) == expected
