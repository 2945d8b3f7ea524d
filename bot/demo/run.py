"""One run of the demo: a folder, a bot and a cast, from the first message to the reset."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from datetime import timedelta

from bot.clock import MovableClock
from bot.config.settings import Settings
from bot.demo.bot_process import BotProcess
from bot.demo.cast import Cast
from bot.demo.due import Timeline, counts
from bot.demo.facts import Facts
from bot.demo.folder import Folder
from bot.demo.snapshot import Snapshot
from bot.demo.stored import Stored
from bot.sandbox.server import Sandbox
from storage.store import open_store

_log = logging.getLogger(__name__)

_PATIENCE = 120.0  # seconds


class Run:
    """The parts of one run; a new one knows nothing of those before it."""

    def __init__(
        self,
        facts: Facts,
        sandbox: Sandbox,
        clock: MovableClock,
        numbers: Iterator[int],
        *,
        on_duty: bool,
    ) -> None:
        self.is_ready = False
        self.counts = counts(Snapshot())
        self._world = sandbox.world
        self._clock = clock
        self.cast = Cast(sandbox.world, facts.language, on_duty=on_duty)
        self._folder = Folder()
        folder = self._folder.path
        given = facts.settings(sandbox.url, folder, clock.now().date())
        self._settings = Settings.model_validate(given)
        self.bot = BotProcess(folder, given, clock, self._tell)
        clock.moved = self.bot.moved
        self.stored = Stored(folder, sandbox.world, numbers, self._seen)
        retention = timedelta(days=self._settings.retention.days)
        self.timeline = Timeline(self._settings.to_service().times.zone, retention)
        self._work: list[asyncio.Task[None]] = []

    async def begin(self) -> None:
        """Start the bot, and let the team join; returns before they have."""
        await self.bot.start()
        self._work = [asyncio.create_task(each) for each in (self._join(), self.stored.watch())]
        for task in self._work:
            task.add_done_callback(_tell_of_failure)

    async def end(self) -> None:
        """Leave nothing behind: no process, no folder."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        await self.bot.kill()
        await asyncio.to_thread(self._folder.remove)

    async def _join(self) -> None:
        """Let the team in, from outside as an operator would; a bot that is gone is not awaited."""
        settings = self._settings
        with contextlib.suppress(TimeoutError):
            await self._world.until(lambda _: self.bot.state == "running", _PATIENCE)
            master = settings.keys.to_master()
            store = await open_store(settings.storage.url, settings.keys.path, master)
            try:
                await self.cast.join(store, self._clock)
            finally:
                await store.close()
            self.is_ready = True
            self._tell()

    def _seen(self, snapshot: Snapshot) -> None:
        """Tell whoever watches what is otherwise now."""
        self._world.changes.announce({"kind": "stored"})
        if self.timeline.see(snapshot, self._world.now()):
            self._world.changes.announce({"kind": "timeline"})
        if (found := counts(snapshot)) != self.counts:
            self.counts = found
            self._tell()

    def _tell(self) -> None:
        self._world.changes.announce({"kind": "demo"})


def _tell_of_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.error("A part of the demo has ended: %s", type(error).__name__)
