"""The bots that are compared: how each is prepared and started as a process, and what it used."""

import asyncio
import contextlib
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from benchmarks.crowd import Crowd
from benchmarks.telegram import Telegram
from bot.sandbox.server import Sandbox
from tests.cast import Worker
from tests.hand_clock import HandClock
from tests.stage import TOKEN, USERNAME, Stage

ROOT = Path(__file__).parents[1]
OURS, PTB, AIOGRAM, BARE = "brobygger", "python-telegram-bot", "aiogram", "bare aiohttp"
BOTS = (OURS, PTB, AIOGRAM, BARE)
PEERS = {PTB: "ptb_example.py", AIOGRAM: "aiogram_example.py", BARE: "bare_loop.py"}
_PEERS_PYTHON = ROOT / ".peers" / "bin" / "python"
_START = 30.0  # seconds within which a bot asks for updates
_TICKS = os.sysconf("SC_CLK_TCK")


class Running:
    """A bot's process, and what the system says it used."""

    def __init__(self, process: asyncio.subprocess.Process, folder: Path) -> None:
        self.process = process
        self._alerts = folder / "alerts"

    @property
    def cpu(self) -> float:
        """Seconds of processor time used so far, in all threads, by the process and the system."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def peak(self) -> float:
        """Megabytes of memory held at most so far."""
        return int(self._proc("status").partition("VmHWM:")[2].split()[0]) / 1024

    def alerts_since(self, moment: float) -> list[float]:
        """Return how many seconds each alert waited that left since then; of our bot only."""
        if not self._alerts.exists():
            return []
        lines = self._alerts.read_text(encoding="utf-8").splitlines()
        told = [tuple(map(float, line.split())) for line in lines]
        return [waited for left, waited in told if left >= moment]

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self.process.pid}/{name}").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Place:
    """Where our bot is to keep its data: None for a file of SQLite's in the run's folder."""

    url: str | None = None
    preload: Path | None = None  # a library that makes each fsync slower
    program: str = "benchmarks.unpaced"
    others: int = 0  # processes that stand ready beside the one that works

    def of(self, folder: Path) -> str:
        """Return the address of the database."""
        return self.url or f"sqlite+aiosqlite:///{folder}/data/brobygger.db"


@contextlib.asynccontextmanager
async def started(
    name: str, crowd: Crowd, trip: float = 0.0, place: Place | None = None
) -> AsyncIterator[Running]:
    """Run a bot against a fresh Telegram and that crowd, until the block ends."""
    place = place or Place()
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = Path(name_of_folder)
        worker = await prepare(folder, place) if name == OURS else 4_999_999_999
        crowd.listen_as(worker)
        async with Telegram(crowd.saw, trip) as telegram:
            crowd.telegram = telegram
            running = await launch(name, folder, telegram.url, place, worker)
            ready: list[Running] = []
            try:
                await asyncio.wait_for(telegram.polled.wait(), _START)
                for _ in range(place.others):
                    ready.append(await launch(name, folder, telegram.url, place, worker))
                yield running
            except TimeoutError:
                said = (folder / "log").read_text(encoding="utf-8")[-2000:]
                raise AssertionError(f"{name} does not ask for updates: {said}") from None
            finally:
                for each in (*ready, running):
                    with contextlib.suppress(ProcessLookupError):
                        each.process.kill()
                    await each.process.wait()


async def launch(name: str, folder: Path, url: str, place: Place, worker: int) -> Running:
    """Start a bot's process."""
    environment = {**os.environ, "BENCH_TELEGRAM": url, "BENCH_WORKER": str(worker)}
    environment |= {"BENCH_FOLDER": str(folder), "PYTHONPATH": str(ROOT)}
    if place.preload:
        environment["LD_PRELOAD"] = str(place.preload)
    if name == OURS:
        config = folder / "config.toml"
        config.write_text(_config(folder, url, place), encoding="utf-8")
        command = [sys.executable, "-m", place.program, "run", "--config", str(config)]
    else:
        command = [str(_PEERS_PYTHON), str(ROOT / "benchmarks" / "peers" / PEERS[name])]
    with (folder / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            *command, env=environment, cwd=ROOT, stdout=log, stderr=log
        )
    return Running(process, folder)


async def prepare(folder: Path, place: Place) -> int:
    """Let one worker be on duty before our bot starts, and return their chat."""
    clock = HandClock(datetime.now(UTC) - timedelta(minutes=10))
    stage = Stage(folder, clock, storage={"url": place.of(folder)})
    async with Sandbox(TOKEN, USERNAME, clock) as sandbox, aiohttp.ClientSession() as stage.http:
        stage.sandbox = sandbox
        await stage.bot_starts()
        worker = await Worker.joins(stage, "Anna")
        await worker.goes_on_duty()
        await stage.settles()
        here = stage.app.store.marks.set("contact", datetime.now(UTC).isoformat())
        await stage.app.store.database.write(here)
        await stage.bot_stops()
    return worker.phone.person


def _config(folder: Path, url: str, place: Place) -> str:
    return f"""
[telegram]
token = "{TOKEN}"
api_url = "{url}"
[storage]
url = "{place.of(folder)}"
[keys]
path = "{folder}/keys/keyring.db"
[service]
name = "Opsøgende Team"
municipality = "Prøve Kommune"
"""
