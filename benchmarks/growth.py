"""Cost as the work grows: what comes again and again, with 10^3 … 10^5 concerns kept."""

import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert

from benchmarks.telling import say
from storage.database import Write
from storage.outbox import Message
from storage.schema import concerns, journal, reminders
from storage.store import Store, open_store

SIZES = tuple(int(each) for each in os.environ.get("BENCH_ROWS", "1000 10000 100000").split())
_AT_ONCE = 5_000
_TIMES = 20
_OPEN = 20  # of all concerns, one in so many has not ended


async def lines() -> list[str]:
    """Return the table: milliseconds of each, by how many concerns there are."""
    found: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            for what, took in (await _measured(Path(name), size)).items():
                found.setdefault(what, []).append(took)
        say(f"{size:,} concerns: done")
    head = [
        f"| ms | {' | '.join(f'{size:,}' for size in SIZES)} |",
        "|---" * (len(SIZES) + 1) + "|",
    ]
    return [
        *head,
        *(
            f"| {what} | {' | '.join(f'{each:.2f}' for each in took)} |"
            for what, took in found.items()
        ),
    ]


async def _measured(folder: Path, size: int) -> dict[str, float]:
    url = f"sqlite+aiosqlite:///{folder}/brobygger.db"
    store = await open_store(url, folder / "keyring.db")
    await _fill(store, size)
    await store.close()
    began = time.perf_counter()
    store = await open_store(url, folder / "keyring.db")
    found = {"opening the store": (time.perf_counter() - began) * 1e3}
    now = datetime.now(UTC)
    for what, act in _acts(store, now).items():
        found[what] = await _time(act)
    await store.close()
    return found


def _acts(store: Store, now: datetime) -> dict[str, Callable[[], Awaitable[Any]]]:
    return {
        "the sweep for due reminders": lambda: store.reminders.due(now, 100),
        "drafts to wake": lambda: store.doors.waking(now, 100),
        "the inbox's waiting": lambda: store.inbox.waiting(now, (), 200),
        "a person's door": lambda: store.doors.at(5_000_000_001),
        "one intake step": lambda: _step(store, now),
        "/mine: a member's concerns": lambda: store.concerns.owned_by("member1"),
        "a lead's figures of a day": lambda: _figures(store, now),
        "concerns on offer": store.concerns.offered,
    }


async def _step(store: Store, now: datetime) -> None:
    """Keep an update, read the person's door, and commit what follows from it."""
    chat = 5_000_000_001
    door = await store.doors.at(chat)
    await store.inbox.add([(door.version + 1, chat, {"message": {"text": "To uger"}})], now)
    await store.database.write(
        store.doors.save(replace(door, language="da"), now.date()),
        store.outbox.put(Message("send_message", {"chat_id": chat, "text": "Hvor?"})),
        store.inbox.done(door.version + 1),
    )


async def _figures(store: Store, now: datetime) -> None:
    """Read the newest day that has entries, alike many however long the journal is."""
    day = now - timedelta(days=1), now
    await store.journal.arrivals(*day)
    await store.journal.done(*day)


async def _time(act: Callable[[], Awaitable[Any]]) -> float:
    took = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        await act()
        took.append((time.perf_counter() - began) * 1e3)
    return median(took)


async def _fill(store: Store, size: int) -> None:
    """Keep so many concerns, most of them ended, each with an entry and a reminder ahead."""
    now = datetime.now(UTC)
    for first in range(0, size, _AT_ONCE):
        batch = range(first, min(first + _AT_ONCE, size))
        rows = [_concern(number, now - timedelta(minutes=number)) for number in batch]
        ahead = [
            {"concern": row["id"], "rung": "day3", "state": "waiting"}
            | {"due_at": now + timedelta(days=1, seconds=number)}
            for number, row in zip(batch, rows, strict=True)
        ]
        await store.database.write(
            Write(insert(concerns), values=rows),
            Write(insert(reminders), values=ahead),
            Write(insert(journal), values=[_entry(row) for row in rows]),
        )


def _entry(concern: dict[str, Any]) -> dict[str, Any]:
    came = {"at": concern["received_at"], "actor": "reporter", "action": "received"}
    return {**came, "concern": concern["id"], "salt": b"", "digest": "digest", "link": "link"}


def _concern(number: int, came: datetime) -> dict[str, Any]:
    open_one = number % _OPEN == 0
    return {
        "id": f"{number:016x}",
        "nickname": f"N {number}",
        "role": "relative",
        "acute": False,
        "received_at": came,
        "promised_on": came.date(),
        "state": "received" if open_one else "closed",
        "owner": None if open_one else f"member{number // 50}",
        "version": 1,
        "receipt": f"receipt{number}",
        "words": b"sealed",
        "told_on": came.date(),
        "told_reacted": False,
    }
