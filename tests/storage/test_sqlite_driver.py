"""SQLite's driver: what is quick is done at once, what takes long in a thread, to its last row."""

import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import Connection, CursorResult, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.sqlite_driver import LONG, Driver

HERE = threading.get_ident()


def done(connection: Connection, sql: str, *rows: list[dict[str, int]]) -> CursorResult[Any]:
    """Execute a statement where a driver may wait, and may also not."""
    return connection.execute(text(sql), *rows)


@pytest.fixture
async def database() -> AsyncIterator[AsyncConnection]:
    """A database of 500 numbers, and a function that says which thread looks at them."""
    engine = create_async_engine("sqlite+aiosqlite:///:memory:", module=Driver(at_once=True))
    async with engine.connect() as connection:
        opened = (await connection.get_raw_connection()).driver_connection
        assert opened is not None
        await opened.create_function("thread", 0, threading.get_ident)
        numbers = [{"each": each} for each in range(500)]
        await connection.run_sync(done, "CREATE TABLE numbers (number INTEGER)")
        await connection.run_sync(done, "INSERT INTO numbers VALUES (:each)", numbers)
        yield connection
    await engine.dispose()


async def threads(database: AsyncConnection, sql: str) -> list[bool]:
    """Return of each row whether it was found here, and not in a thread."""
    return [row[0] == HERE for row in await database.run_sync(done, sql)]


async def test_what_is_quick_is_done_at_once(database: AsyncConnection) -> None:
    assert await threads(database, "SELECT thread() FROM numbers") == [True] * 500


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT {LONG} thread() FROM numbers",
        "WITH them AS (SELECT thread() FROM numbers) SELECT * FROM them",
        f"UPDATE {LONG} numbers SET number = thread() RETURNING number",
    ],
)
async def test_what_takes_long_is_done_in_a_thread_to_its_last_row(
    database: AsyncConnection, sql: str
) -> None:
    assert await threads(database, sql) == [False] * 500


async def test_after_something_long_the_rest_is_quick_as_before(database: AsyncConnection) -> None:
    for sql, here in ((f"SELECT {LONG} thread()", False), ("SELECT thread()", True)):
        assert await threads(database, sql) == [here]


async def test_many_rows_at_once_may_take_long(database: AsyncConnection) -> None:
    rows = [{"each": each} for each in range(3)]
    for hint, here in ((LONG, 0), ("", 3)):
        await database.run_sync(done, "DELETE FROM numbers")
        await database.run_sync(done, f"INSERT {hint} INTO numbers VALUES (thread() + :each)", rows)
        found = await database.run_sync(done, "SELECT number FROM numbers")
        assert sum(0 <= row.number - HERE < 3 for row in found) == here


async def test_rows_may_be_fetched_by_and_by(database: AsyncConnection) -> None:
    async with database.stream(text("SELECT number FROM numbers")) as rows:
        assert [row.number async for row in rows] == list(range(500))
