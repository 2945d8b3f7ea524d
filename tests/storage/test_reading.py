"""Reading: what is quick is done at once, and what takes long holds up nobody else."""

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database, Write
from storage.schema import marks


async def test_whoever_reads_at_once_waits_for_nobody_who_reads_long(tmp_path: Path) -> None:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/data.db")
    begun, read = threading.Event(), threading.Event()

    def until_read() -> bool:
        begun.set()
        return read.wait(30)

    async with database._reading.engine.connect() as connection:
        opened = (await connection.get_raw_connection()).driver_connection
        assert opened is not None
        await opened.create_function("until_read", 0, until_read)
    long = asyncio.create_task(database.read_long(select(func.until_read())))
    assert await asyncio.to_thread(begun.wait, 30)
    assert [row[0] for row in await database.read(text("SELECT 7"))] == [7]
    assert not long.done()
    read.set()
    assert [row[0] for row in await long] == [1]
    await database.close()


async def test_whoever_reads_on_and_on_lets_others_in_between(tmp_path: Path) -> None:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/data.db")
    await database.read(text("SELECT 7"))  # the connection is opened
    other = asyncio.create_task(asyncio.sleep(0))
    for _ in range(20_000):
        await database.read(text("SELECT 7"))
        if other.done():
            break
    assert other.done()
    await database.close()


async def test_whoever_reads_while_the_file_changes_beneath_reads_on(tmp_path: Path) -> None:
    file, copy = tmp_path / "data.db", tmp_path / "data.db.new"
    database = await Database.open(f"sqlite+aiosqlite:///{file}")
    await database.create(marks)
    await database.write(Write(insert(marks).values(name="kept", value="")))
    goes_on, found = True, []

    async def reads() -> None:
        while goes_on:
            found.append([row.name for row in await database.read(select(marks))])
            await asyncio.sleep(0)

    readers = [asyncio.create_task(reads()) for _ in range(3)]
    for _ in range(5):
        for ending in ("", "-wal", "-shm"):
            (tmp_path / f"data.db{ending}").unlink(missing_ok=True)
        copy.touch()
        await database.move_to(copy, file)
    goes_on = False
    await asyncio.gather(*readers)
    assert [each for each in found if each != ["kept"]] == []
    await database.close()


async def test_whoever_only_reads_makes_no_file(tmp_path: Path) -> None:
    file = tmp_path / "data.db"
    database = await Database.open(f"sqlite+aiosqlite:///{file}")
    await database._reading.let_go()
    file.rename(tmp_path / "away.db")
    for read in (database.read, database.read_long):
        with pytest.raises(DBAPIError):
            await read(text("SELECT 7"))
    assert not file.exists()
    (tmp_path / "away.db").rename(file)
    for read in (database.read, database.read_long):
        assert [row[0] for row in await read(text("SELECT 7"))] == [7]
    await database.close()


async def test_a_connection_that_was_closed_is_opened_again(tmp_path: Path) -> None:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/data.db")
    await database.create(marks)
    reading = database._reading
    for engine in (reading.engine, reading._glanced(), database._writer):
        async with engine.connect() as connection:
            opened = (await connection.get_raw_connection()).driver_connection
            assert opened is not None
            await opened.close()
    for read in (database.read, database.read_long):
        with pytest.raises(DBAPIError):
            await read(text("SELECT 7"))
        assert [row[0] for row in await read(text("SELECT 7"))] == [7]
    note = Write(insert(marks).values(name="kept", value=""))
    with pytest.raises(DBAPIError):
        await database.write(note)
    await database.write(note)
    assert [row.name for row in await database.read(select(marks))] == ["kept"]
    await database.close()
