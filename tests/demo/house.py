"""The demo as a process, and a stage on which its people are played from outside."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox.remote import RemotePhone
from tests.bot.command import Operator, Running
from tests.stage import Stage

_LOOK_EVERY = 0.1  # seconds
PATIENCE = 60  # seconds, after which something waited for is a failure

Json = dict[str, Any]


class DemoStage(Stage):
    """Plays on a demo that runs elsewhere: everything is done and seen over HTTP."""

    def __init__(self, running: Running, http: aiohttp.ClientSession, url: str) -> None:
        self.running, self.http, self.url = running, http, url
        self.cast = []

    async def get(self, path: str) -> Json:
        """Ask the demo something."""
        async with self.http.get(f"{self.url}{path}") as answer:
            assert answer.status == 200, await answer.text()
            return dict(await answer.json())

    async def post(self, path: str, **body: Any) -> Json:
        """Let the demo do something; what is refused is {"error": …}."""
        async with self.http.post(f"{self.url}{path}", json=body) as answer:
            return dict(await answer.json())

    async def phone_of(self, part: str) -> RemotePhone:
        """Return the phone of somebody of the demo's cast."""
        cast = (await self.get("/demo"))["cast"]
        return RemotePhone(self.http, self.url, cast[part])

    async def settles(self) -> None:
        """Wait until the bot has nothing more to do."""
        await self.until(self._rests)

    async def time_passes(self, **step: float) -> None:
        """Leave the clock alone: nothing here depends on seconds."""
        await self.settles()

    async def is_ready(self) -> None:
        """Wait until the team has joined."""

        async def ready() -> bool:
            return bool((await self.get("/demo"))["ready"])

        await self.until(ready)

    async def becomes(self, state: str) -> None:
        """Wait until the bot's process is so."""

        async def so() -> bool:
            return bool((await self.get("/demo"))["bot"] == state)

        await self.until(so)

    async def until(self, so: Callable[[], Awaitable[bool]]) -> None:
        """Wait until something is so, looking again at all news."""
        async with (
            asyncio.timeout(PATIENCE),
            self.http.get(f"{self.url}/sandbox/events") as events,
        ):
            await events.content.readline()
            while not await so():
                # That the bot has confirmed an update, no news tells.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_EVERY):
                        await events.content.readline()

    async def stored(self, after: int = 0) -> list[Json]:
        """Return the changes of what is stored."""
        await self.get("/demo")  # which looks anew
        return list((await self.get(f"/demo/stored?after={after}"))["changes"])

    async def rows(self, table: str) -> list[Json]:
        """Return the rows of a table as they are now."""
        await self.get("/demo")
        tables = (await self.get("/demo/rows"))["tables"]
        return [row for each in tables if each["name"] == table for row in each["rows"]]

    async def _rests(self) -> bool:
        if (await self.get("/sandbox/pending"))["updates"]:
            return False
        counts = (await self.get("/demo"))["counts"]
        return not counts["waiting"] and not counts["leaving"]


@asynccontextmanager
async def demo(folder: Path, *options: str) -> AsyncIterator[DemoStage]:
    """Run `brobygger demo` with its folders in one of ours, until left."""
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    operator = Operator(folder, "http://127.0.0.1:9")
    operator.environment["TMPDIR"] = str(temporary)
    async with (
        operator.starts("demo", "--port", "0", *options) as running,
        aiohttp.ClientSession() as http,
    ):
        line = await running.says("Open http://127.0.0.1:", "stdout")
        yield DemoStage(running, http, line.split()[1])


def cell(row: Json, column: str) -> Json:
    """Return one cell of a row or of a change."""
    return next(dict(each) for each in row["cells"] if each["column"] == column)


def left_in(folder: Path) -> list[str]:
    """Return what a demo has left behind."""
    return [each.name for each in (folder / "temporary").iterdir()]


def bots(folder: Path) -> list[int]:
    """Return the processes whose temporary folder is ours: the demo's own, and its bot's."""
    mark = f"TMPDIR={folder / 'temporary'}".encode()
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal() and mark in _environment(process):
            found.append(int(process.name))
    return found


def _environment(process: Path) -> list[bytes]:
    try:
        return (process / "environ").read_bytes().split(b"\0")
    except OSError:
        return []
