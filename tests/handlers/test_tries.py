"""Codes that were tried: counted for an account and for the whole bot, and told of once an hour."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.rates import CODES_OF_ALL, CODES_OF_ONE, HOUR
from handlers.after_sending.tries import Tries

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_code_that_was_right_counts_for_nothing() -> None:
    tries = Tries()
    for number in range(2 * CODES_OF_ONE):
        assert tries.take(1, f"right {number}", NOON) == NOON
        tries.give_back(1, f"right {number}")


def test_a_code_that_was_only_looked_at_still_counts() -> None:
    tries = Tries()
    for number in range(CODES_OF_ONE):
        tries.take(1, f"wrong {number}", NOON)
        tries.give_back(1, f"wrong {number}", really=False)
    assert tries.take(1, "one more", NOON) is None
    assert tries.take(2, "somebody else's", NOON) == NOON


@pytest.mark.parametrize(
    ("begun", "promised"),
    [("12:00:00", "13:00"), ("12:00:00.000001", "13:01"), ("12:00:30", "13:01")],
)
def test_whoever_waits_is_promised_a_whole_minute(begun: str, promised: str) -> None:
    tries, now = Tries(), datetime.fromisoformat(f"2026-11-23T{begun}+00:00")
    for account in range(CODES_OF_ALL):
        assert tries.take(account, "wrong", now) == now
    waits = tries.take(99, "wrong", now + timedelta(minutes=10))
    assert waits == datetime.fromisoformat(f"2026-11-23T{promised}:00+00:00")


def test_the_leads_hear_of_one_code_that_waits_in_an_hour() -> None:
    tries = Tries()
    assert tries.is_news(1, "first", NOON)
    assert not tries.is_news(2, "second", NOON + HOUR - timedelta(seconds=1))
    assert tries.is_news(1, "first", NOON + HOUR - timedelta(seconds=1))  # a turn that is run again
    assert tries.is_news(2, "second", NOON + HOUR)
    assert not tries.is_news(1, "first", NOON + HOUR)


def test_a_code_that_waits_has_a_number_of_its_own_below_zero() -> None:
    tries = Tries()
    mine = tries.number(1, "code", NOON)
    assert mine < 0
    assert mine == tries.number(1, "code", NOON)
    others = [tries.number(2, "code", NOON), tries.number(1, "other", NOON)]
    assert len({mine, *others, tries.number(1, "code", NOON + HOUR)}) == 4
