"""The demo's bot as a process of its own: it can be killed and started again."""

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from bot.clock import MovableClock

State = Literal["starting", "running", "stopped"]

_CODE = Path(__file__).parents[2]


class BotProcess:
    """The bot of one folder, told by a pipe what it is, what time it is, and that we are there.

    The pipe is its standard input: nothing secret stands in its environment or on a command
    line, and when we are gone, however that came, the pipe closes and it ends.
    """

    def __init__(
        self, folder: Path, settings: Any, clock: MovableClock, changed: Callable[[], None]
    ) -> None:
        self.state: State = "stopped"
        self._told = {"folder": str(folder), "settings": settings}
        self._clock = clock
        self._changed = changed
        self._process: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start it, unless it runs; returns before it answers."""
        if self.state != "stopped":
            return
        self._becomes("starting")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "bot.demo.child"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(_CODE)},
            start_new_session=True,  # Ctrl-C is for us, and we end it
        )
        self._process = process
        self._listening = asyncio.create_task(self._listen(process))
        self._tell(self._told | {"ahead": self._clock.ahead.total_seconds()})

    async def kill(self) -> None:
        """End it as a power cut would; what it had not finished is found at its next start."""
        if self._process is not None and self._listening is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._listening

    def moved(self, ahead: timedelta) -> None:
        """Let its clock follow ours."""
        self._tell({"ahead": ahead.total_seconds()})

    def _tell(self, told: dict[str, Any]) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(json.dumps(told, default=str).encode() + b"\n")

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        """Hear that it runs, and then that it has ended."""
        while process.stdout is not None and await process.stdout.readline():
            self._becomes("running")
        await process.wait()
        self._process = None
        self._becomes("stopped")

    def _becomes(self, state: State) -> None:
        self.state = state
        self._changed()
