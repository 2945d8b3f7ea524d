"""The updates waiting for the bot, kept and forgotten by the rules of getUpdates."""

import asyncio
import secrets
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

DAY = timedelta(seconds=86_400)
LIFE_OF_A_TAP = timedelta(seconds=150)
SILENCE_THAT_RESTARTS_IDS = timedelta(days=7)
FUTURE_OFFSETS_TAKEN = 10

KINDS_ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Update:
    """One thing that happened, as the bot is told about it."""

    id: int
    kind: str
    content: dict[str, Any]
    expires: datetime

    def as_json(self) -> dict[str, Any]:
        """Return Telegram's Update object."""
        return {"update_id": self.id, self.kind: self.content}


class UpdateQueue:
    """Keeps each update until the bot asks with a higher offset, or until it expires."""

    def __init__(self) -> None:
        self._pending: deque[Update] = deque()
        self._next_id = _random_id()
        self._last_added: datetime | None = None
        self._allowed: frozenset[str] | None = None
        self._poll: asyncio.Future[None] | None = None
        self._answers_to_repeat = 0
        self._repeats: list[Update] = []

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember which kinds the bot wants; an empty list means the default, None no change."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    @property
    def allowed(self) -> frozenset[str] | None:
        """The kinds the bot has asked for; None when it never said."""
        return self._allowed

    def add(self, kind: str, content: dict[str, Any], now: datetime) -> None:
        """Queue one update, if the bot wants its kind, and wake the waiting poll."""
        if not self._wants(kind):
            return
        if self._last_added and now - self._last_added >= SILENCE_THAT_RESTARTS_IDS:
            self._next_id = _random_id()
        self._last_added = now
        expires = now + (LIFE_OF_A_TAP if kind == "callback_query" else DAY)
        self._pending.append(Update(self._next_id, kind, content, expires))
        self._next_id += 1
        self.answer()

    def take(self, offset: int, limit: int, now: datetime) -> list[Update]:
        """Forget what `offset` confirms and return the oldest of the rest."""
        self._forget(offset, now)
        repeats = [update for update in self._repeats if update.id < offset]
        self._repeats = [update for update in self._repeats if update.id >= offset]
        answer = list(islice((u for u in self._pending if u.expires > now), limit))
        if answer and self._answers_to_repeat:
            self._answers_to_repeat -= 1
            self._repeats += answer
        return repeats + answer

    def pending(self, now: datetime) -> int:
        """Return how many updates the bot could still get."""
        return sum(update.expires > now for update in self._pending)

    @property
    def is_awaited(self) -> bool:
        """Whether a poll is waiting for the next update now."""
        return self._poll is not None and not self._poll.done()

    def clear(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()

    def repeat(self, answers: int) -> None:
        """Deliver each of the next `answers` non-empty answers once more after its confirmation."""
        self._answers_to_repeat = answers

    async def wait(self, seconds: float) -> None:
        """Return when an update arrives or the real seconds are over; only one may wait."""
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def answer(self) -> None:
        """Let the waiting poll, if there is one, be answered now with what there is."""
        if self._poll and self.is_awaited:
            self._poll.set_result(None)

    def interrupt(self, error: Exception) -> None:
        """End the waiting poll, if there is one, with `error`."""
        if self._poll and self.is_awaited:
            self._poll.set_exception(error)

    def _wants(self, kind: str) -> bool:
        if self._allowed is None:
            return kind not in KINDS_ONLY_ON_REQUEST
        return kind in self._allowed

    def _forget(self, offset: int, now: datetime) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        confirmed = offset if offset <= self._next_id + FUTURE_OFFSETS_TAKEN else 0
        while self._pending and (
            self._pending[0].id < confirmed or self._pending[0].expires <= now
        ):
            self._pending.popleft()


def _random_id() -> int:
    return 100_000_000 + secrets.randbelow(800_000_000)
