"""After a long silence: concerns whose every reminder is overdue, and a bot that starts on them."""

import asyncio
import json
import os
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.figures import percentile
from benchmarks.running import OURS, Place, launch, prepare
from benchmarks.telegram import Telegram
from benchmarks.telling import say
from domain.concern import Concern, State
from domain.deadlines import promised_day
from domain.obligations import missing
from domain.people import Role
from storage.concern_rows import columns
from storage.database import Write
from storage.schema import concerns, reminders
from storage.store import open_store
from tests.hand_clock import HandClock
from tests.stage import Stage

SIZES = tuple(int(each) for each in os.environ.get("BENCH_OVERDUE", "0 1000 10000").split())
_AT_ONCE = 2_000
_SILENT = timedelta(days=30)
_PATIENCE = 900.0  # seconds


@dataclass(frozen=True)
class Woken:
    """What one start on so many overdue concerns took."""

    polled: float  # s until updates are asked for
    over: float  # s until no reminder is overdue and nothing waits to leave
    told: int  # calls to Telegram that tell somebody something
    worst: float  # ms for which the loop hung at most
    often: float  # ms that one wait in a thousand hung
    peak: float  # MB
    busiest: int  # calls in the busiest second


async def lines() -> list[str]:
    """Return the table."""
    told = [
        "| overdue concerns | until updates are asked for, s | until nothing is overdue, s "
        "| messages | busiest second | the loop hung at most, ms (1 in 1,000) | peak MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for size in SIZES:
        each = await wake(size)
        told.append(
            f"| {size:,} | {each.polled:.2f} | {each.over:.1f} | {each.told:,} | {each.busiest} "
            f"| {each.worst:.0f} ({each.often:.0f}) | {each.peak:.0f} |"
        )
        say(told[-1])
    return told


async def wake(size: int) -> Woken:
    """Start the bot on so many concerns that came before a month of silence."""
    with tempfile.TemporaryDirectory() as name:
        folder, place, calls = Path(name), Place(program="benchmarks.lagging"), list[float]()
        await prepare(folder, place)
        await _fill(folder, size)

        def saw(method: str, _params: Any, _message: int) -> None:
            if method.startswith(("send", "edit")):
                calls.append(time.perf_counter())

        async with Telegram(saw) as telegram:
            began = time.perf_counter()
            running = await launch(OURS, folder, telegram.url, place, 1)
            await asyncio.wait_for(telegram.polled.wait(), _PATIENCE)
            polled = time.perf_counter() - began
            await _until_nothing_is_overdue(folder / "data" / "brobygger.db")
            over = time.perf_counter() - began
            await asyncio.sleep(2)  # so that a start on nothing shows its loop as well
            peak = running.peak
            running.process.terminate()
            await running.process.wait()
        lags = json.loads((folder / "lags.json").read_text(encoding="utf-8"))
    seconds = Counter(int(each) for each in calls)
    return Woken(
        polled,
        over,
        len(calls),
        max(lags) * 1e3,
        percentile(lags, 0.999) * 1e3,
        peak,
        max(seconds.values(), default=0),
    )


async def _until_nothing_is_overdue(file: Path) -> None:
    """Wait until every reminder has fired and nothing waits to leave for Telegram."""
    query = (
        "SELECT (SELECT count(*) FROM reminders WHERE state = 'waiting' AND due_at < ?)"
        " + (SELECT count(*) FROM outbox WHERE state != 'parked')"
    )
    ends_at = time.monotonic() + _PATIENCE
    while time.monotonic() < ends_at:
        with closing(sqlite3.connect(file)) as database:
            now = datetime.now(UTC).replace(tzinfo=None).isoformat(" ")
            if not database.execute(query, (now,)).fetchone()[0]:
                return
        await asyncio.sleep(0.5)
    raise TimeoutError("Something is overdue still.")


async def _fill(folder: Path, size: int) -> None:
    """Keep so many concerns that one worker took, and the reminders each had when it came."""
    came = datetime.now(UTC) - _SILENT
    service = Stage(folder, HandClock()).settings().to_service()
    ladder, times = service.ladder, service.times
    store = await open_store(Place().of(folder), folder / "keys" / "keyring.db")
    (worker,) = await store.staff.all()
    for first in range(0, size, _AT_ONCE):
        rows, ahead = [], []
        for number in range(first, min(first + _AT_ONCE, size)):
            at = came + timedelta(seconds=number % 3600)
            day = promised_day(at, times.zone)
            one = Concern(f"{number:016x}", f"N {number}", Role.RELATIVE, False, at, day, day)
            one = replace(one, state=State.TAKEN, owner=worker.member.id)
            row = {"id": one.id, "receipt": f"receipt{number}", "words": b"sealed"}
            rows.append(columns(one) | row)
            ahead += [
                {"concern": one.id, "rung": each.rung, "due_at": each.due_at, "state": "waiting"}
                for each in missing(one, (), at, ladder, times)
            ]
        writes = Write(insert(concerns), values=rows), Write(insert(reminders), values=ahead)
        await store.database.write(*writes)
    await store.close()
