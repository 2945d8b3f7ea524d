"""Telegram's pace: bursts are let through, floods are not."""

from datetime import timedelta

from bot.telegram.pace import CHAT_BURST, IN_ALL, Pace
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
    assert sum(pace.take(f"{chat}") for chat in range(100)) == IN_ALL
    assert pace.room() == 0
    clock.advance(timedelta(seconds=1))
    assert pace.room() == IN_ALL


def test_a_clock_that_goes_backwards_gives_nothing_and_takes_nothing() -> None:
    clock = HandClock()
    pace = Pace(clock.now)
    clock.advance(timedelta(seconds=-60))
    assert sum(pace.take("a") for _ in range(50)) == CHAT_BURST


def test_never_more_than_thirty_leave_within_any_second() -> None:
    clock = HandClock()
    pace, left = Pace(clock.now), list[int]()
    for step in range(40):
        left.append(sum(pace.take(f"{step}/{chat}") for chat in range(20 if step % 2 else 3)))
        clock.advance(timedelta(milliseconds=100))
    assert max(sum(left[at : at + 10]) for at in range(31)) == IN_ALL


def test_it_is_known_when_the_next_may_leave() -> None:
    clock = HandClock()
    pace = Pace(clock.now)
    assert pace.until_room(IN_ALL) == timedelta(0)
    pace.take("a")
    clock.advance(timedelta(milliseconds=300))
    while pace.take("b") or pace.take("c"):
        pass
    assert pace.until_room(1) == timedelta(milliseconds=700)
    assert pace.until_room(2) == timedelta(seconds=1)
    clock.advance(pace.until_room(1))
    assert pace.room() == 1
