"""The loads that every bot is put under, and what is measured during one."""

import asyncio
import time
from dataclasses import dataclass

from benchmarks.crowd import Crowd
from benchmarks.figures import percentile
from benchmarks.running import Place, started

_STEPS = 13  # updates of one intake
_PATIENCE = 5  # times that the seconds may pass
_ALERTS = 20  # to tell a middle and a worst from


@dataclass(frozen=True)
class Load:
    """So many people at once; `pace` is updates a second in all, or 0: as fast as they can."""

    people: int
    trip: float = 0.0
    pace: float = 0.0

    @property
    def name(self) -> str:
        """Return what a table calls it."""
        how = f", {self.pace:g} updates/s" if self.pace else ""
        return f"{self.people} people{how}, {self.trip * 1000:.0f} ms"


@dataclass(frozen=True)
class Taken:
    """What one bot did under one load, in one round."""

    rate: float  # updates a second
    intakes: float  # intakes a second
    cpu: float  # µs of processor time for one update
    p50: float  # ms until an answer
    p99: float
    alert_p50: float  # ms from the tap on Send until the alert is at Telegram
    alert_p99: float
    left_p50: float  # ms from the concern in the outbox until its alert leaves; ours only
    left_p99: float
    peak: float  # MB
    driver: float  # µs that the driver used for one update


async def take(name: str, load: Load, seconds: float, place: Place | None = None) -> Taken:
    """Put a bot under a load for that long, after it has warmed up."""
    think = load.people / load.pace if load.pace else 0.0
    crowd = Crowd(load.people, think)
    async with started(name, crowd, load.trip, place) as running:
        await crowd.gather()
        await asyncio.sleep(max(seconds / 4, 1.0))
        crowd.clear()
        cpu, own, began = running.cpu, time.process_time(), time.perf_counter()
        await _until(crowd, seconds)
        took = time.perf_counter() - began
        own, cpu = time.process_time() - own, running.cpu - cpu
        seen, peak, left = crowd.seen, running.peak, running.alerts_since(began)
    number = max(len(seen.answers), 1)
    return Taken(
        rate=len(seen.answers) / took,
        intakes=len(seen.answers) / _STEPS / took,
        cpu=cpu / number * 1e6,
        p50=percentile(seen.answers, 0.50) * 1e3,
        p99=percentile(seen.answers, 0.99) * 1e3,
        alert_p50=percentile(seen.alerts, 0.50) * 1e3,
        alert_p99=percentile(seen.alerts, 0.99) * 1e3,
        left_p50=percentile(left, 0.50) * 1e3,
        left_p99=percentile(left, 0.99) * 1e3,
        peak=peak,
        driver=own / number * 1e6,
    )


async def _until(crowd: Crowd, seconds: float) -> None:
    """Let the time pass, and longer while there is hardly an answer yet, or too few alerts."""
    for _ in range(_PATIENCE):
        await asyncio.sleep(seconds)
        if len(crowd.seen.answers) >= _STEPS and len(crowd.seen.alerts) >= _ALERTS:
            return
