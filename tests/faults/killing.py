"""A bot that runs as a process of its own, and somebody who kills it at random moments."""

import asyncio
import contextlib
import os
import random
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from domain.people import StaffRole

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds, after which something waited for is a failure
_START = 1.6  # seconds within which a kill meets the start of the bot
_MOMENT = 0.05  # seconds within which a kill follows what brought it about


class Process:
    """`python -m bot run` (or another program) on one configuration; stderr goes to a file."""

    def __init__(
        self, folder: Path, sandbox: Sandbox, program: str = "bot", **environment: str
    ) -> None:
        folder.mkdir(exist_ok=True)
        self._program = program
        self.folder = folder
        self.log = folder / "stderr.log"
        self._config = folder / "config.toml"
        self._config.write_text(_config(folder, sandbox.url), encoding="utf-8")
        self._environment = {**os.environ, **environment}
        self._running: asyncio.subprocess.Process | None = None
        self._said = 0

    @property
    def running(self) -> asyncio.subprocess.Process:
        """The process that runs now."""
        assert self._running is not None, "The bot is not running."
        return self._running

    async def start(self) -> None:
        """Start the bot; returns before it answers."""
        self._said = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._running = await self._python("run", stderr=log)

    async def kill(self, delay: float = 0.0) -> None:
        """End the bot as a power cut would, after that many seconds."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.running.wait(), delay)
            raise AssertionError(self.last_words())
        self.running.kill()
        await self.running.wait()

    async def end(self) -> None:
        """Leave no process behind."""
        if self._running is not None and self._running.returncode is None:
            self._running.kill()
            await self._running.wait()

    def said(self, words: str) -> bool:
        """Whether it lives and its log holds these words since it was started."""
        if self._running is None or self._running.returncode is not None:
            return False
        return words in self.log.read_bytes()[self._said :].decode()

    async def while_it_lives(self, waiting: Coroutine[Any, Any, None]) -> None:
        """Wait for something, but not longer than the bot lives."""
        coming, ended = (asyncio.ensure_future(each) for each in (waiting, self.running.wait()))
        try:
            await asyncio.wait((coming, ended), return_when=asyncio.FIRST_COMPLETED)
            assert coming.done(), self.last_words()
            await coming
        finally:
            coming.cancel()
            ended.cancel()

    async def stop(self) -> int:
        """Ask the bot to end, as an operator would, and return its exit code."""
        self.running.terminate()
        return await asyncio.wait_for(self.running.wait(), PATIENCE)

    async def invitation(self, role: StaffRole) -> str:
        """Run `brobygger invite` beside the bot and return the payload of the link it prints."""
        inviting = await self._python("invite", "--role", role, stdout=asyncio.subprocess.PIPE)
        printed, _ = await inviting.communicate()
        assert inviting.returncode == 0, "brobygger invite failed."
        return printed.decode().strip().partition("?start=")[2]

    async def runs(self, *words: str) -> tuple[int | None, str]:
        """Run another command beside the bot; return its exit code and what it prints."""
        command = await self._python(*words, stdout=asyncio.subprocess.PIPE)
        printed, _ = await command.communicate()
        return command.returncode, printed.decode()

    def last_words(self) -> str:
        """Return how it ended, and the end of its log."""
        log = self.log.read_text(encoding="utf-8")[-2000:]
        return f"It has ended ({self.running.returncode}): {log}"

    async def _python(self, *arguments: str, **streams: object) -> asyncio.subprocess.Process:
        command = (sys.executable, "-m", self._program, *arguments, "--config", str(self._config))
        return await asyncio.create_subprocess_exec(
            *command,
            cwd=ROOT,
            env=self._environment,
            **streams,  # type: ignore[arg-type]
        )


@contextlib.asynccontextmanager
async def bot_process(
    folder: Path, sandbox: Sandbox, program: str = "bot", **environment: str
) -> AsyncIterator[Process]:
    """Run the bot as a process, and leave none behind."""
    process = Process(folder, sandbox, program, **environment)
    await process.start()
    try:
        yield process
    finally:
        await process.end()


Moment = Callable[[World], bool]


class Killer:
    """Kills the bot at moments drawn from a seed, and starts it again at once."""

    def __init__(self, process: Process, world: World, seed: int = 99) -> None:
        self.count = 0
        self._process = process
        self._world = world
        self._random = random.Random(seed)

    async def kills(self, kinds: Iterable[Callable[[int], Moment]], over: Moment) -> None:
        """Kill at a moment of each kind, counted from the calls so far, or once it is over."""
        for kind in kinds:
            moment = either(kind(len(self._world.calls)), over)
            await self._process.while_it_lives(self._world.until(moment, PATIENCE))
            await self._kills(self._random.choice((0.0, self._random.uniform(0, _MOMENT))))

    async def kills_the_start(self, times: int) -> None:
        """Kill that often while the bot is about to start."""
        for _ in range(times):
            await self._kills(self._random.uniform(_START / 4, _START))

    def after_some_calls(self, calls: int) -> Moment:
        """Return the moment after a random number of further Bot API calls."""
        wanted = calls + self._random.randint(1, 150)
        return lambda world: len(world.calls) >= wanted

    async def _kills(self, delay: float) -> None:
        await self._process.kill(delay)
        self.count += 1
        await self._process.start()


def either(one: Moment, other: Moment) -> Moment:
    """Return the moment at which the first of two has come."""
    return lambda world: one(world) or other(world)


def sent(words: str) -> Callable[[int], Moment]:
    """Return the moment at which Telegram has taken a new message that holds these words."""
    return lambda calls: (
        lambda world: any(
            each.method == "sendMessage"
            and each.status == 200
            and words in str(each.params["text"])
            for each in world.calls[calls:]
        )
    )


def _config(folder: Path, url: str) -> str:
    return f"""
[telegram]
token = "1:sandbox"
api_url = "{url}"
[storage]
url = "sqlite+aiosqlite:///{folder}/data/brobygger.db"
[keys]
path = "{folder}/keys/keyring.db"
[service]
name = "Opsøgende Team"
municipality = "Prøve Kommune"
"""
