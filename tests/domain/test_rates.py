"""Rates: never more than the limit within any hour, and never a refusal below it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.rates import CODES_OF_ALL, CODES_OF_ONE, HOUR, has_room, next_room

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
BITS = 80


def test_no_code_can_be_guessed_in_a_year() -> None:
    """A5: 10,000 open codes, and the whole bot looks up what may be looked up all year."""
    chance = CODES_OF_ALL * 24 * 365 * 10_000 / 2**BITS
    assert chance < 1e-14


@given(st.lists(st.integers(0, 20_000), max_size=60), st.integers(1, 6))
def test_what_waits_for_room_never_comes_too_often(seconds: list[int], limit: int) -> None:
    taken: list[datetime] = []
    now = NOW
    for each in seconds:
        now += timedelta(seconds=each)
        at = next_room(taken, now, limit)
        assert at >= now
        taken.append(at)
    for at in taken:
        assert sum(at - HOUR < each <= at for each in taken) <= limit


@given(st.lists(st.integers(-7200, 0), max_size=40), st.integers(1, 6))
def test_there_is_room_exactly_while_fewer_came_within_the_hour(
    seconds: list[int], limit: int
) -> None:
    times = [NOW + timedelta(seconds=each) for each in seconds]
    recent = [each for each in times if each > NOW - HOUR]
    assert has_room(times, NOW, limit) is (len(recent) < limit)
    assert (next_room(times, NOW, limit) == NOW) is (len(recent) < limit)


def test_one_account_may_try_five_codes_an_hour() -> None:
    times = [NOW] * 4
    assert has_room(times, NOW, CODES_OF_ONE)
    assert not has_room([*times, NOW], NOW, CODES_OF_ONE)
    assert has_room([*times, NOW], NOW + HOUR, CODES_OF_ONE)


def test_all_accounts_together_may_try_thirty_codes_an_hour() -> None:
    assert has_room([NOW] * 29, NOW, CODES_OF_ALL)
    assert not has_room([NOW] * 30, NOW, CODES_OF_ALL)
