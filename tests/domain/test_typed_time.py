"""Days, hours and weekdays as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_day import read_day
from domain.typed_week import read_hours, read_weekdays

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/12", date(2026, 12, 12)),
        ("12.12", date(2026, 12, 12)),
        ("12. december", date(2026, 12, 12)),
        ("Lørdag den 12. dec.", date(2026, 12, 12)),
        ("til og med d. 12/12", date(2026, 12, 12)),
        ("1/11", date(2027, 11, 1)),
        ("23/11", MONDAY),
        ("1/11-2026", date(2026, 11, 1)),
        ("12/12/26", date(2026, 12, 12)),
        ("2026-12-12", date(2026, 12, 12)),
        ("29/2", date(2028, 2, 29)),
        ("5. maj", date(2027, 5, 5)),
        ("3. marts", date(2027, 3, 3)),
        ("i dag", MONDAY),
        ("I morgen!", date(2026, 11, 24)),
        ("fredag", date(2026, 11, 27)),
        ("mandag", date(2026, 11, 30)),
    ],
)
def test_a_typed_day_is_read(text: str, day: date) -> None:
    assert read_day(text, MONDAY) == day


@pytest.mark.parametrize(
    "text", ["", "31/4", "12", "0/0", "12/13", "7. mandag", "hej", "12. d", "1.2.3.4"]
)
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert read_day(text, MONDAY) is None


@given(st.dates(MONDAY, date(2027, 11, 22)))
def test_every_day_of_a_year_is_read_without_its_year(day: date) -> None:
    assert read_day(f"{day.day}/{day.month}", MONDAY) == day


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_without_an_error(text: str) -> None:
    read_day(text, MONDAY)
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
