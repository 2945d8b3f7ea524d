"""Telegram's pace: bursts are let through, floods are not."""

from datetime import timedelta

from bot.pace import ALL_BURST, CHAT_BURST, Pace
from tests.hand_clock import HandClock


def test_a_chat_may_burst_and_then_gets_one_a_second() -> None:
    clock = HandClock()
    pace = Pace(clock.now)
    assert sum(pace.take("a") for _ in range(50)) == CHAT_BURST
    clock.advance(timedelta(seconds=3))
    assert sum(pace.take("a") for _ in range(50)) == 3


def test_one_full_chat_does_not_stop_another() -> None:
    pace = Pace(HandClock().now)
    while pace.take("a"):
        continue
    assert pace.exhausted() == {"a"}
    assert pace.take("b")


def test_over_all_chats_thirty_a_second_leave() -> None:
    clock = HandClock()
    pace = Pace(clock.now)
    assert sum(pace.take(f"{chat}") for chat in range(100)) == ALL_BURST
    assert pace.room() == 0
    clock.advance(timedelta(seconds=1))
    assert pace.room() == ALL_BURST


def test_a_clock_that_goes_backwards_gives_nothing_and_takes_nothing() -> None:
    clock = HandClock()
    pace = Pace(clock.now)
    clock.advance(timedelta(seconds=-60))
    assert sum(pace.take("a") for _ in range(50)) == CHAT_BURST
