"""Starting: what `brobygger --help` takes, and `brobygger run` until it asks for updates."""

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.crowd import Crowd
from benchmarks.figures import Figure
from benchmarks.running import BOTS, OURS, ROOT, Place, launch, prepare
from benchmarks.telegram import Telegram


def help_takes(rounds: int) -> Figure:
    """Return the seconds of processor time until the help is printed."""
    return Figure(tuple(_used([sys.executable, "-m", "bot", "--help"]) for _ in range(rounds)))


async def first_poll(name: str, rounds: int) -> tuple[Figure, Figure]:
    """Return the seconds, and those of the processor, until a bot asks for updates."""
    found = [await _until_polled(name) for _ in range(rounds)]
    return Figure(tuple(each[0] for each in found)), Figure(tuple(each[1] for each in found))


async def lines(rounds: int) -> list[str]:
    """Return the table."""
    helped = help_takes(rounds)
    told = ["| what | s | CPU s |", "|---|---|---|"]
    told.append(f"| `brobygger --help` | | {helped.middle:.2f} |")
    for name in BOTS:
        took, cpu = await first_poll(name, rounds)
        told.append(f"| {name}, until it asks for updates | {took.middle:.2f} | {cpu.middle:.2f} |")
    return told


def _used(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


async def _until_polled(name: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as there:
        folder = Path(there)
        worker = await prepare(folder, Place()) if name == OURS else 1
        async with Telegram(Crowd(0).saw) as telegram:
            began = time.perf_counter()
            running = await launch(name, folder, telegram.url, Place(), worker)
            await asyncio.wait_for(telegram.polled.wait(), 30)
            took, cpu = time.perf_counter() - began, running.cpu
            running.process.kill()
            await running.process.wait()
    return took, cpu
