"""The demo's bot itself: the real one, on a clock that its parent moves."""

import asyncio
import json
import os
import shutil
import signal
import sys
from datetime import timedelta

from bot import logs
from bot.app import App, open_app
from bot.clock import MovableClock
from bot.config.settings import Settings
from bot.console import answering
from bot.serving import serve, stopped_by_signal

_LARGEST = 1_000_000  # bytes of what is told at once


class _Parent:
    """Whoever started us, at the other end of our standard input."""

    def __init__(self, told: asyncio.StreamReader, clock: MovableClock) -> None:
        self.is_gone = False
        self.folder = ""
        self._told = told
        self._clock = clock
        self._moved = asyncio.Event()

    async def settings(self) -> Settings | None:
        """Return what we are to be, once we know what time it is; None if nobody is there."""
        told = json.loads(await self._told.readline() or b"{}")
        if not told:
            return None
        self.folder = told["folder"]
        self._follow(told["ahead"])
        return Settings.model_validate(told["settings"])

    async def listen(self) -> None:
        """Let the clock follow at once, until nobody is there."""
        while line := await self._told.readline():
            self._follow(json.loads(line)["ahead"])
        self.is_gone = True
        os.kill(os.getpid(), signal.SIGTERM)  # the way on which we end in any case

    async def keep_up(self, app: App) -> None:
        """Let everything happen that is due after the clock was moved, until cancelled."""
        while True:
            await self._moved.wait()
            self._moved.clear()
            if app.ticker.still_for is not None:  # it ticks already
                await app.tick()

    def _follow(self, ahead: float) -> None:
        self._clock.advance(timedelta(seconds=ahead) - self._clock.ahead)
        self._moved.set()


async def _run() -> None:
    stop, clock = stopped_by_signal(), MovableClock()
    parent = _Parent(await _standard_input(), clock)
    settings = await parent.settings()
    if settings is None:
        return
    logs.set_up("ERROR", settings.token)
    app = await open_app(settings, clock)
    beside = [asyncio.create_task(each) for each in (parent.listen(), parent.keep_up(app))]
    try:
        await serve(app, stop, started=lambda: print("running", flush=True))  # noqa: T201
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        if parent.is_gone:
            shutil.rmtree(parent.folder, ignore_errors=True)


async def _standard_input() -> asyncio.StreamReader:
    reader = asyncio.StreamReader(limit=_LARGEST)
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    return reader


if __name__ == "__main__":
    answering(_run())
