"""How times of the duty are said on the wall clock, and carried in buttons."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roster import Absence, Period, Weekly, Weeks
from handlers.phrases import Phrases
from handlers.roster import spoken
from tests.handlers.catalogues import FACTS

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DANISH, ENGLISH = (Phrases(FACTS, "da").voice(each) for each in ("da", "en"))


def span(*given: int) -> Period:
    """Return a span by the wall clock of October 2026: day and hour, day and hour."""
    first, last = (
        datetime(2026, 10, day, hour, tzinfo=COPENHAGEN).astimezone(UTC)
        for day, hour in (given[:2], given[2:])
    )
    return Period(first, last)


@pytest.mark.parametrize(
    ("duty", "said", "label"),
    [
        (span(23, 8, 23, 16), "fredag den 23. oktober kl. 8–16", "fre. 23/10 kl. 8–16"),
        (span(26, 8, 26, 16), "mandag den 26. oktober kl. 8–16", "man. 26/10 kl. 8–16"),
        (span(23, 16, 24, 0), "fredag den 23. oktober kl. 16–24", "fre. 23/10 kl. 16–24"),
        (
            span(23, 22, 24, 6),
            "fredag den 23. oktober kl. 22 til lørdag den 24. oktober kl. 6",
            "fre. 23/10 kl. 22–6",
        ),
    ],
)
def test_a_duty_is_said_by_the_clock_on_the_wall(duty: Period, said: str, label: str) -> None:
    assert spoken.span(DANISH, COPENHAGEN, duty) == said
    assert spoken.label(DANISH, COPENHAGEN, duty) == label


def test_english_says_minutes_always_and_danish_when_there_are_any() -> None:
    assert DANISH.clock(time(8, 30)) == "8.30"
    assert ENGLISH.clock(time(8)) == "8:00"
    assert spoken.label(ENGLISH, COPENHAGEN, span(23, 8, 23, 16)) == "Fri 23 Oct 8:00–16:00"


def test_three_weekdays_on_end_are_said_as_one_span() -> None:
    rule = Weekly("", frozenset({0, 1, 2, 4, 5}), time(8), time(0), Weeks.EVEN)
    assert spoken.weekly(DANISH, rule) == "man.–ons., fre., lør. kl. 8–24, lige uger"


def test_an_absence_is_said_by_days() -> None:
    one_day, away = span(23, 0, 24, 0), span(23, 0, 26, 0)
    today = away.starts_at.astimezone(COPENHAGEN).date()
    for absence, said in (
        (Absence("", one_day.starts_at, one_day.ends_at), "i dag"),
        (Absence("", away.starts_at, away.ends_at), "til og med søndag den 25. oktober"),
        (Absence("", away.starts_at), "fra nu af og indtil videre"),
    ):
        assert spoken.absence(DANISH, COPENHAGEN, today, absence) == said


@given(st.integers(0, 57_000_000), st.integers(1, 20_000))
def test_a_span_comes_back_from_its_button_to_the_minute(starts: int, lasts: int) -> None:
    first, last = (datetime.fromtimestamp(each * 60, UTC) for each in (starts, starts + lasts))
    carried = spoken.codes(Period(first, last))
    assert len(carried) == 10
    assert spoken.decoded(carried) == Period(first, last)


@given(st.text(max_size=12))
def test_other_words_carry_no_span(word: str) -> None:
    found = spoken.decoded(word)
    assert found is None or spoken.codes(found) == word
