"""Months as people type them and as buttons carry them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.team.months import Month, carried, typed

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("november", Month(2026, 11)),
        ("Oktober", Month(2026, 10)),
        ("december", Month(2025, 12)),  # the latest that has begun
        ("October 2024", Month(2024, 10)),
        ("maj.", Month(2026, 5)),
    ],
)
def test_a_month_is_known_by_its_name_in_either_language(words: str, expected: Month) -> None:
    assert typed(words, TODAY) == expected


@pytest.mark.parametrize("words", ["", "sommer", "december 2026", "maj 12", "maj 0000", "11"])
def test_what_is_no_month_or_has_not_begun_is_none(words: str) -> None:
    assert typed(words, TODAY) is None


@pytest.mark.parametrize("word", ["2026_11", "2020_01", "now"])
def test_a_button_carries_a_month(word: str) -> None:
    month = carried(word, TODAY)
    assert month is not None
    assert word in (month.word, "now")


@pytest.mark.parametrize("word", ["x", "2026_12", "2026_00", "2019_12", "202611", "999_9999"])
def test_a_forged_month_is_none(word: str) -> None:
    assert carried(word, TODAY) is None


def test_a_month_begins_when_the_clocks_of_the_place_say_so() -> None:
    begins = Month(2026, 7).begins(ZoneInfo("Europe/Copenhagen"))
    assert begins == datetime(2026, 6, 30, 22, tzinfo=UTC)


def test_months_go_on_over_the_new_year() -> None:
    assert Month(2026, 12).later(1) == Month(2027, 1)
    assert Month(2026, 1).later(-1) == Month(2025, 12)
    assert Month(2026, 1).name("da") == "januar 2026"
