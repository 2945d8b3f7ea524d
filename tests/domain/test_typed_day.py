"""A day as people type it."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_day import day

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("i morgen", date(2026, 11, 24)),
        ("I overmorgen!", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 24)),
        ("om 3 dage", date(2026, 11, 26)),
        ("om en dag", date(2026, 11, 24)),
        ("om to uger", date(2026, 12, 7)),
        ("in 3 days", date(2026, 11, 26)),
        ("in a week", date(2026, 11, 30)),
        ("mandag", date(2026, 11, 30)),
        ("næste mandag", date(2026, 11, 30)),
        ("på fredag", date(2026, 11, 27)),
        ("næste fredag", date(2026, 12, 4)),
        ("Friday", date(2026, 11, 27)),
        ("next friday", date(2026, 12, 4)),
        ("12/12", date(2026, 12, 12)),
        ("12-12-26", date(2026, 12, 12)),
        ("12.12.2026", date(2026, 12, 12)),
        ("2026-12-12", date(2026, 12, 12)),
        ("12. december", date(2026, 12, 12)),
        ("den 12. dec.", date(2026, 12, 12)),
        ("12 december 2027", date(2027, 12, 12)),
        ("lørdag den 12. december", date(2026, 12, 12)),
        ("on Saturday, 12th of December", date(2026, 12, 12)),
        ("December 12", date(2026, 12, 12)),
        ("til og med d. 12/12", date(2026, 12, 12)),
        ("until Friday", date(2026, 11, 27)),
        ("3/1", date(2027, 1, 3)),
        ("29/2 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_in_many_forms(text: str, meant: date) -> None:
    assert day(text, MONDAY) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [("i dag", MONDAY), ("i går", date(2026, 11, 22)), ("20/11", date(2026, 11, 20))],
)
def test_a_day_gone_by_is_read_as_just_that(text: str, meant: date) -> None:
    assert day(text, MONDAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", "snart", "32/12", "12/13", "0/1", "29/2 2027", "12. smarch", "om lidt"),
        *("fredag den 12. december", "Åbn Stille Bæk", "12", "om mange dage", "2026"),
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert day(text, MONDAY) is None


@given(DAYS, st.integers(-170, 170), st.sampled_from(["da", "en"]))
def test_what_the_bot_says_can_be_typed_back(today: date, ahead: int, language: str) -> None:
    meant = today + timedelta(days=ahead)
    spoken = {"da": "EEEE 'den' d. MMMM", "en": "EEEE d MMMM"}[language]
    assert day(format_date(meant, spoken, locale=language), today) == meant


@given(DAYS, st.integers(0, 6), st.sampled_from(["da", "en"]))
def test_a_weekday_is_within_a_week_and_the_next_one_in_the_week_after(
    today: date, ahead: int, language: str
) -> None:
    name = format_date(today + timedelta(days=ahead), "EEEE", locale=language)
    bare = day(name, today)
    following = day(f"{'næste' if language == 'da' else 'next'} {name}", today)
    assert bare is not None
    assert following is not None
    assert timedelta(0) < bare - today <= timedelta(days=7)
    assert following.isocalendar().week == (today + timedelta(days=7)).isocalendar().week


@given(st.text(), DAYS)
def test_any_text_can_be_read(text: str, today: date) -> None:
    assert day(text, today) is None or day(text, today)
