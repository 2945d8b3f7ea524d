"""News of every change in the sandbox, for those who wait and those who watch."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Event = dict[str, Any]


class Changes:
    """Tells watchers what has changed and wakes whoever waits for something to become true."""

    def __init__(self) -> None:
        self._bell = asyncio.Event()
        self._watchers: set[asyncio.Queue[Event | None]] = set()

    def announce(self, event: Event) -> None:
        """Hand `event` to every watcher and let everybody who waits look again."""
        self._bell.set()
        self._bell = asyncio.Event()
        for watcher in self._watchers:
            watcher.put_nowait(event)

    async def until(self, is_true: Callable[[], bool], timeout: float) -> bool:  # noqa: ASYNC109
        """Wait until `is_true()`; return False if `timeout` real seconds pass first."""
        try:
            async with asyncio.timeout(timeout):
                while not is_true():
                    await self._bell.wait()
        except TimeoutError:
            return False
        return True

    @contextmanager
    def watch(self) -> Iterator[asyncio.Queue[Event | None]]:
        """Give a queue of all events from now on; None is the end."""
        watcher: asyncio.Queue[Event | None] = asyncio.Queue()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    def close(self) -> None:
        """Tell every watcher that nothing more will come."""
        for watcher in self._watchers:
            watcher.put_nowait(None)
