"""The comparison: every bot under every load, in turn, and what their ratios must be."""

import asyncio
import math
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import which

from benchmarks.figures import Figure, Goal
from benchmarks.loads import Load, Taken, take
from benchmarks.running import AIOGRAM, BARE, BOTS, OURS, PTB, Place
from benchmarks.telling import say

CROWD = Load(50)
HUMAN = Load(20, trip=0.03, pace=20.0)
LOADS = (
    *(Load(1), CROWD, Load(500)),
    *(Load(1, trip=0.03), Load(50, trip=0.03), Load(500, trip=0.03), HUMAN),
)
SHORT = (CROWD, Load(500), Load(50, trip=0.03), HUMAN)
_SLOW_DISK = Path(__file__).with_name("slow_disk.c")

Found = Mapping[tuple[str, Load], list[Taken]]


async def compare(loads: tuple[Load, ...], rounds: int, seconds: float) -> Found:
    """Measure every bot under every load, round after round; one bot after the other."""
    found: dict[tuple[str, Load], list[Taken]] = {}
    for number in range(1, rounds + 1):
        for load in loads:
            for bot in BOTS:
                taken = await take(bot, load, seconds)
                found.setdefault((bot, load), []).append(taken)
                say(f"round {number}: {load.name:<32} {bot:<20} {taken.rate:7.0f} updates/s")
    return found


async def slow_disk(rounds: int, seconds: float) -> list[Taken]:
    """Measure our bot with three milliseconds added to each fsync; empty without a compiler."""
    compiler = which("cc") or which("gcc")
    if compiler is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "slow.so"
        command = [compiler, "-shared", "-fPIC", "-o", str(library), str(_SLOW_DISK), "-ldl"]
        compiling = await asyncio.create_subprocess_exec(*command)
        if await compiling.wait():
            return []
        place = Place(preload=library)
        return [await take(OURS, CROWD, seconds, place) for _ in range(rounds)]


def goals(found: Found, slow: list[Taken]) -> Iterator[Goal]:
    """Return what our bot must reach beside the others, and how near it came."""

    def figure(bot: str, name: str, load: Load = CROWD) -> Figure:
        return Figure(tuple(getattr(each, name) for each in found[bot, load]))

    cpu, memory, rate = figure(OURS, "cpu"), figure(OURS, "peak"), figure(OURS, "intakes")
    yield Goal("CPU per update ÷ python-telegram-bot", cpu.over(figure(PTB, "cpu")), 0.30)
    yield Goal("CPU per update ÷ aiogram, volatile", cpu.over(figure(AIOGRAM, "cpu")), 0.80)
    yield Goal("CPU per update ÷ bare aiohttp", cpu.over(figure(BARE, "cpu")), 2.0)
    intakes = rate.over(figure(PTB, "intakes"))
    yield Goal("intakes/s, 50 people ÷ python-telegram-bot", intakes, 3.0, at_least=True)
    yield Goal("peak memory ÷ python-telegram-bot", memory.over(figure(PTB, "peak")), 1.7)
    if slow:
        slowed = Figure(tuple(each.rate for each in slow)).over(figure(OURS, "rate"))
        yield Goal("updates/s, fsync + 3 ms ÷ native", slowed, 0.3, at_least=True)
    if (OURS, HUMAN) in found:
        yield Goal("p99 at 20 updates/s, ms", figure(OURS, "p99", HUMAN), 45.0, counts=False)
        waits = figure(OURS, "alert_p50", HUMAN), figure(OURS, "alert_p99", HUMAN)
        yield Goal("concern → alert p50 at 20 updates/s, ms", waits[0], 250.0, counts=False)
        yield Goal("concern → alert p99 at 20 updates/s, ms", waits[1], 1000.0, counts=False)
    for load in (CROWD, Load(500)):
        if (OURS, load) in found:
            p50, p99 = (figure(OURS, name, load) for name in ("left_p50", "left_p99"))
            what = f"concern stored → alert leaves, {load.people} people, ms"
            yield Goal(f"{what}: p50", p50, 250.0, counts=False)
            yield Goal(f"{what}: p99", p99, 1000.0, counts=False)


def tables(found: Found) -> Iterator[str]:
    """Return every figure of every bot: medians, and by how much the rounds differ."""
    for load in dict.fromkeys(load for _, load in found):
        yield f"\n### {load.name}\n"
        yield "| bot | updates/s | CPU µs/update | p50 ms | p99 ms | alert p50 / p99 ms | peak MB |"
        yield "|---|---|---|---|---|---|---|"
        for bot in BOTS:
            yield _row(bot, found[bot, load])


def _row(bot: str, taken: list[Taken]) -> str:
    rate, cpu, p50, p99, alert, late, peak = (
        Figure(tuple(getattr(each, name) for each in taken))
        for name in ("rate", "cpu", "p50", "p99", "alert_p50", "alert_p99", "peak")
    )
    there = math.isfinite(alert.middle)  # in a short round none may have left
    alerts = f"{alert.middle:,.0f} / {late.middle:,.0f}" if there else "–"
    return (
        f"| {bot} | {rate.middle:,.0f} ± {rate.spread:.0%} | {cpu.middle:,.0f} ± {cpu.spread:.0%} "
        f"| {p50.middle:,.1f} | {p99.middle:,.1f} | {alerts} | {peak.middle:.0f} |"
    )
