"""Pace: how fast messages may leave, in one chat and in all."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

PER_CHAT, CHAT_BURST = 1.0, 20.0  # messages a second in one chat, and how many may come at once
IN_ALL = 30  # messages within any second over all chats
_SECOND = timedelta(seconds=1)


class _Bucket:
    """Fills with time, is emptied by use."""

    def __init__(self, rate: float, size: float, now: datetime) -> None:
        self._rate, self._size = rate, size
        self._level, self._at = size, now

    def level(self, now: datetime) -> float:
        """Return how many may leave now."""
        passed = max((now - self._at).total_seconds(), 0.0)
        self._level, self._at = min(self._level + passed * self._rate, self._size), now
        return self._level

    def take(self, now: datetime) -> None:
        """Use one."""
        self._level = self.level(now) - 1

    def full(self, now: datetime) -> bool:
        """Whether nothing is left to remember."""
        return self.level(now) >= self._size


class _Second:
    """What left within the last second."""

    def __init__(self) -> None:
        self._times: deque[datetime] = deque()  # in order

    def room(self, now: datetime) -> int:
        """Return how many more may leave now; what a clock that went back left behind is gone."""
        while self._times and self._times[-1] > now:
            self._times.pop()
        while self._times and now - self._times[0] >= _SECOND:
            self._times.popleft()
        return IN_ALL - len(self._times)

    def take(self, now: datetime) -> None:
        """Note one more."""
        self._times.append(now)

    def until_room(self, now: datetime, number: int) -> timedelta:
        """Return how long it takes until that many may leave."""
        missing = number - self.room(now)
        return timedelta(0) if missing <= 0 else _SECOND - (now - self._times[missing - 1])


class Pace:
    """Telegram's limits, on the bot's own clock: a bucket for each chat, one second for all."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._all = _Second()
        self._chats: dict[str, _Bucket] = {}

    def exhausted(self) -> set[str]:
        """Return the chats in which nothing may leave right now, forgetting those long quiet."""
        now = self._now()
        self._chats = {lane: each for lane, each in self._chats.items() if not each.full(now)}
        return {lane for lane, each in self._chats.items() if each.level(now) < 1}

    def room(self) -> int:
        """Return how many messages may leave now over all chats."""
        return self._all.room(self._now())

    def until_room(self, number: int) -> timedelta:
        """Return how long it takes until that many may leave over all chats."""
        return self._all.until_room(self._now(), number)

    def take(self, lane: str) -> bool:
        """Use one message's worth in a chat; False when there is none to use."""
        now = self._now()
        chat = self._chats.setdefault(lane, _Bucket(PER_CHAT, CHAT_BURST, now))
        if chat.level(now) < 1 or self._all.room(now) < 1:
            return False
        chat.take(now)
        self._all.take(now)
        return True
