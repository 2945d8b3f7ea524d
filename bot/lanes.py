"""Lanes: work in order within one chat, and side by side between chats."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from itertools import groupby
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

_FRESH = 10.0  # seconds for which rows that were read can be believed


class _InLane(Protocol):
    @property
    def lane(self) -> str: ...


Item = TypeVar("Item", bound=_InLane)


class Lanes(Generic[Item]):
    """Fetches waiting rows when woken, and handles each lane's rows one after the other.

    No more than `at_once` lanes are under way: what is most urgent then waits behind no more
    than those, and the others stay in their order. While more than a quarter of them are, it
    lets `rest` seconds pass before it looks again, for a look can cost more than it brings.
    `fetch` is given the busy lanes and how many rows of others it may return, in order. `handle`
    returns whether the lane may go on; if not, what is left of it waits until the next wake from
    outside. Neither may raise. The rows are the truth: nothing is kept here that a restart would
    lose.
    """

    def __init__(
        self,
        fetch: Callable[[Collection[str], int], Awaitable[list[Item]]],
        handle: Callable[[Item], Awaitable[bool]],
        at_once: int,
        rest: float = 0.0,
    ) -> None:
        self._at_once, self._rest = at_once, rest
        self._fetch = fetch
        self._handle = handle
        self._woken = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._paused: set[str] = set()
        self.idle = asyncio.Event()

    def wake(self) -> None:
        """Look for new rows soon, in paused lanes too."""
        self._paused.clear()
        self._look()

    async def run(self) -> None:
        """Work until cancelled; rows under way are then finished first."""
        self.wake()
        try:
            while True:
                await self._woken.wait()
                self._woken.clear()
                if (room := self._at_once - len(self._tasks)) > 0:
                    rows = await self._fetch({*self._tasks, *self._paused}, room)
                    self._start(rows)
                    if len(rows) == room:  # perhaps of one lane: there may be more of others
                        self._woken.set()
                if 4 * len(self._tasks) > self._at_once:
                    await asyncio.sleep(self._rest)
                if not self._tasks and not self._woken.is_set():
                    self.idle.set()
        finally:
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _start(self, rows: list[Item]) -> None:
        by_lane = attrgetter("lane")
        for lane, group in groupby(sorted(rows, key=by_lane), key=by_lane):
            self._tasks[lane] = asyncio.create_task(self._work(lane, list(group)))

    async def _work(self, lane: str, rows: list[Item]) -> None:
        began = asyncio.get_running_loop().time()
        try:
            for row in rows:
                # Read long ago, as after a process has hung: meanwhile another may have done it.
                if asyncio.get_running_loop().time() - began > _FRESH:
                    break
                if not await self._handle(row):
                    self._paused.add(lane)
                    break
        finally:
            del self._tasks[lane]
            self._look()

    def _look(self) -> None:
        self.idle.clear()
        self._woken.set()
