"""The one writer: turns that wait together share a commit, and fail each for itself."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Conflict, Database, StorageError, Write

notes = Table(
    "notes",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An open database with one table."""
    opened = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/notes.db")
    await opened.create(notes)
    yield opened
    await asyncio.wait_for(opened.close(), 5)


def note(number: int, text: str = "") -> Write:
    return Write(insert(notes).values(id=number, text=text))


def change(number: int) -> Write:
    """Change a note that must be there."""
    return Write(update(notes).where(notes.c.id == number).values(text="changed"), rows=1)


async def numbers(database: Database) -> list[int]:
    return [row.id for row in await database.read(select(notes.c.id).order_by(notes.c.id))]


async def test_a_conflict_undoes_its_own_turn_and_no_other(database: Database) -> None:
    outcomes = await asyncio.gather(
        database.write(note(1)),
        database.write(note(2), change(99)),
        database.write(note(3), change(1)),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes] == [type(None), Conflict, type(None)]
    assert await numbers(database) == [1, 3]


async def test_a_refused_statement_undoes_its_own_turn_and_no_other(database: Database) -> None:
    outcomes = await asyncio.gather(
        database.write(note(1)),
        database.write(note(2), note(1)),
        database.write(note(3)),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes] == [type(None), IntegrityError, type(None)]
    assert await numbers(database) == [1, 3]


async def test_a_thousand_turns_at_once_all_commit_in_the_order_they_came(
    database: Database,
) -> None:
    await asyncio.gather(*(database.write(note(1000 - each)) for each in range(1000)))
    rows = await database.read_all_of("SELECT id FROM notes ORDER BY rowid DESC")
    assert [row[0] for row in rows] == list(range(1000, 0, -1))


async def test_of_many_who_change_the_same_row_one_wins(database: Database) -> None:
    await database.write(note(1, "free"))
    free = update(notes).where(notes.c.id == 1, notes.c.text == "free")
    takes = (database.write(Write(free.values(text=f"taken by {each}"), rows=1)) for each in "abc")
    outcomes = await asyncio.gather(*takes, return_exceptions=True)
    assert [type(each) for each in outcomes] == [type(None), Conflict, Conflict]


async def test_what_waits_to_be_written_is_written_before_the_database_closes(
    tmp_path: Path,
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/notes.db"
    first = await Database.open(url)
    await first.create(notes)
    writing = [asyncio.create_task(first.write(note(each))) for each in range(100)]
    await asyncio.gather(first.close(), *writing)
    second = await Database.open(url)
    assert await numbers(second) == list(range(100))
    await second.close()


async def test_a_turn_nobody_waits_for_any_more_stops_no_other(database: Database) -> None:
    gone = asyncio.create_task(database.write(note(1)))
    stays = asyncio.create_task(database.write(note(2)))
    asyncio.get_running_loop().call_soon(gone.cancel)
    await stays
    assert gone.cancelled()
    assert 2 in await numbers(database)


async def test_a_value_the_driver_refuses_stops_no_other(database: Database) -> None:
    outcomes = await asyncio.wait_for(
        asyncio.gather(
            database.write(note(2**70)), database.write(note(2)), return_exceptions=True
        ),
        5,
    )
    assert [type(each) for each in outcomes] == [OverflowError, type(None)]
    assert await numbers(database) == [2]


async def test_reads_that_are_cut_short_do_not_keep_the_database_from_closing(
    tmp_path: Path,
) -> None:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/notes.db")
    await database.create(notes)
    reads = [asyncio.create_task(numbers(database)) for _ in range(2)]
    asyncio.get_running_loop().call_soon(lambda: [each.cancel() for each in reads])
    await asyncio.gather(*reads, return_exceptions=True)
    assert await asyncio.wait_for(numbers(database), 5) == []
    await asyncio.wait_for(database.close(), 5)


async def test_a_file_that_is_no_database_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "garbage").write_bytes(b"this is no database at all\n" * 500)
    with pytest.raises(StorageError, match=r"^storage\.url: .+ cannot be opened\.$"):
        await Database.open(f"sqlite+aiosqlite:///{tmp_path}/garbage")
