"""One-time codes: a right one opens once, five wrong ones shut."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.one_time import Lock, is_open, is_shut, tried

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOURS = timedelta(hours=8)
LOCK = Lock("SECRET")


def wrong(lock: Lock, times: int) -> Lock:
    for _ in range(times):
        lock = tried(lock, None, NOW, HOURS)
    return lock


def test_nobody_without_a_lock_is_let_in() -> None:
    assert not is_open(None, NOW)
    assert not is_open(LOCK, NOW)


def test_a_right_code_opens_for_that_long_and_not_a_second_longer() -> None:
    opened = tried(LOCK, 7, NOW, HOURS)
    assert opened.proven
    assert is_open(opened, NOW + HOURS - timedelta(seconds=1))
    assert not is_open(opened, NOW + HOURS)


def test_a_code_and_those_before_it_work_once() -> None:
    opened = replace(tried(LOCK, 7, NOW, HOURS), open_until=None)
    for step in (6, 7):
        assert not is_open(tried(opened, step, NOW, HOURS), NOW)
    assert is_open(tried(opened, 8, NOW, HOURS), NOW)


def test_five_wrong_codes_in_a_row_shut_for_fifteen_minutes() -> None:
    assert not is_shut(wrong(LOCK, 4), NOW)
    shut = wrong(LOCK, 5)
    assert is_shut(shut, NOW + timedelta(minutes=14, seconds=59))
    assert not is_shut(shut, NOW + timedelta(minutes=15))


def test_a_right_code_between_wrong_ones_begins_the_count_anew() -> None:
    between = tried(wrong(LOCK, 4), 7, NOW, HOURS)
    assert not is_shut(wrong(between, 4), NOW)
    assert is_shut(wrong(between, 5), NOW)
