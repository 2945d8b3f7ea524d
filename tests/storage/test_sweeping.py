"""Sweeping: what has no use any more goes, to the second, and what waits stays."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, insert, select

from storage.columns import AT_ONCE
from storage.database import Write
from storage.schema import blocks, inbox, outbox, reminders
from storage.store import Store
from storage.team_schema import invites, undos

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
OLD, VERY_OLD = NOW - timedelta(days=2), NOW - timedelta(days=30)


def received(number: int, state: str, at: datetime) -> dict[str, Any]:
    """Return a row of the inbox."""
    row = {"update_id": number, "state": state, "attempts": 0, "not_before": AT_ONCE}
    return row | {"received_at": at}


def outgoing(number: int, state: str, at: datetime) -> dict[str, Any]:
    """Return a row of the outbox."""
    row = {"id": number, "lane": "lane", "sealed": b"x", "state": state, "repeatable": True}
    return row | {"attempts": 0, "not_before": at}


def reminder(number: int, state: str, at: datetime, rung: str = "day3") -> dict[str, Any]:
    """Return a row of the reminders."""
    return {"id": number, "concern": "c", "rung": rung, "due_at": at, "state": state}


def invite(number: int, at: datetime) -> dict[str, Any]:
    """Return an invitation."""
    return {"code": str(number), "role": "worker", "expires_at": at, "used": False}


def undo(number: int, at: datetime) -> dict[str, Any]:
    """Return a step that could be undone."""
    row = {"concern": str(number), "version": 1, "member": "m", "before": "{}"}
    return row | {"expires_at": at}


# What stays comes first, and then what goes.
ROWS: list[tuple[Table, list[dict[str, Any]], list[dict[str, Any]]]] = [
    (
        inbox,
        [received(1, "parked", VERY_OLD), received(2, "new", VERY_OLD - SECOND)],
        [received(3, "parked", VERY_OLD - SECOND)],
    ),
    (
        outbox,
        [outgoing(1, "parked", VERY_OLD), outgoing(2, "waiting", VERY_OLD - SECOND)],
        [outgoing(3, "parked", VERY_OLD - SECOND)],
    ),
    (
        reminders,
        [
            reminder(1, "fired", OLD),
            reminder(2, "waiting", OLD - SECOND),
            reminder(3, "fired", OLD - SECOND, rung="follow_up"),
        ],
        [reminder(4, "fired", OLD - SECOND), reminder(5, "cancelled", OLD - SECOND)],
    ),
    (invites, [invite(1, VERY_OLD)], [invite(2, VERY_OLD - SECOND)]),
    (undos, [undo(1, OLD)], [undo(2, OLD - SECOND)]),
]


@pytest.mark.parametrize("which", range(len(ROWS)), ids=[str(each[0].name) for each in ROWS])
async def test_what_has_no_use_any_more_goes_to_the_second(store: Store, which: int) -> None:
    table, stays, goes = ROWS[which]
    for row in (*stays, *goes):
        await store.database.write(Write(insert(table).values(row)))
    await store.database.write(*store.forgetting.sweep(NOW))
    (key,) = table.primary_key.columns
    left = await store.database.read(select(key).order_by(key))
    assert [row[0] for row in left] == [row[key.name] for row in stays]


async def test_a_block_ends_and_is_forgotten_on_its_last_day(store: Store) -> None:
    today = NOW.date()
    for chat, until in ((7, today), (8, today + timedelta(days=1))):
        await store.database.write(store.blocks.block(chat, until))
    assert await store.blocks.until(7, today) is None
    assert await store.blocks.until(8, today) == today + timedelta(days=1)
    await store.database.write(store.blocks.sweep(today))
    left = await store.database.read(select(blocks.c.until))
    assert [row.until for row in left] == [today + timedelta(days=1)]


async def test_what_is_counted_adds_up_by_month(store: Store) -> None:
    for number in (2, 3):
        counted = {("2026-11", "withdrawn"): number, ("2026-12", "withdrawn"): 1}
        await store.database.write(*store.forgetting.count(counted))
    assert await store.forgetting.counts("2026-11") == {"withdrawn": 5}
    assert await store.forgetting.counts("2026-12") == {"withdrawn": 2}
    assert await store.forgetting.counts("2027-01") == {}
