"""Hours and weekdays as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_week import read_hours, read_weekdays


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_without_an_error(text: str) -> None:
    read_hours(text)
    read_weekdays(text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8-16", (time(8), time(16))),
        ("kl. 8.30 til 15", (time(8, 30), time(15))),
        ("fra kl 22:00 – 06:00", (time(22), time(6))),
        ("16-24", (time(16), time(0))),
    ],
)
def test_typed_hours_are_read(text: str, hours: tuple[time, time]) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["8", "8-8", "8-25", "8.60-9", "24.30-25", "fra nu"])
def test_what_are_no_hours_is_not_taken_for_any(text: str) -> None:
    assert read_hours(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("man, ons og fre.", {0, 2, 4}),
        ("mandag til torsdag", {0, 1, 2, 3}),
        ("lør-man", {5, 6, 0}),
        ("Hverdage", {0, 1, 2, 3, 4}),
        ("alle dage", set(range(7))),
        ("man og Bo", set()),
        ("man-ons-fre", set()),
    ],
)
def test_typed_weekdays_are_read(text: str, days: set[int]) -> None:
    assert read_weekdays(text) == days
