"""The one writer: turns that wait together share a commit, and fail each for itself."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.database import Conflict, Database, Write
from storage.engines import is_taken, upsert
from tests.postgres import on_both_engines

pytestmark = on_both_engines

notes = Table(
    "notes",
    MetaData(),
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("id", Integer, unique=True),
    Column("text", Text, nullable=False),
)


@pytest.fixture
async def database(data: str) -> AsyncIterator[Database]:
    """An open database with one table."""
    opened = await Database.open(data)
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


async def test_a_row_that_is_there_already_is_told_from_one_that_may_never_be(
    database: Database,
) -> None:
    await database.write(note(1))
    with pytest.raises(IntegrityError) as taken:
        await database.write(note(1))
    with pytest.raises(IntegrityError) as empty:
        await database.write(Write(insert(notes).values(id=2, text=None)))
    assert is_taken(taken.value)
    assert not is_taken(empty.value)


async def test_a_row_is_put_in_the_place_of_another(database: Database) -> None:
    for words in ("first", "second"):
        row = upsert(notes).values(id=1, text=words)
        await database.write(Write(row.on_conflict_do_nothing()))
    (kept,) = await database.read(select(notes.c.text))
    await database.write(
        Write(
            row.on_conflict_do_update(index_elements=[notes.c.id], set_={"text": row.excluded.text})
        )
    )
    (replaced,) = await database.read(select(notes.c.text))
    assert (kept.text, replaced.text) == ("first", "second")


async def test_a_thousand_turns_at_once_all_commit_in_the_order_they_came(
    database: Database,
) -> None:
    await asyncio.gather(*(database.write(note(1000 - each)) for each in range(1000)))
    rows = await database.read(select(notes.c.id).order_by(notes.c.place))
    assert [row.id for row in rows] == list(range(1000, 0, -1))


@pytest.mark.parametrize("refused", [False, True])
async def test_while_many_turns_are_written_together_others_are_served(
    database: Database, refused: bool
) -> None:
    passed = 0  # how often somebody else came to their turn
    seen: list[int] = []  # by then, at each statement

    class Noting(Write):
        def apply(self, connection: Connection) -> None:
            seen.append(passed)
            super().apply(connection)

    async def others() -> None:
        nonlocal passed
        while True:
            passed += 1
            await asyncio.sleep(0)

    row = insert(notes).values(text="")
    turns: list[list[Write]] = [[Noting(row) for _ in range(10)] for _ in range(60)]
    turns += [[change(1)]] if refused else []
    beside = asyncio.create_task(others())
    outcomes = await asyncio.gather(
        *(database.write(*each) for each in turns), return_exceptions=True
    )
    beside.cancel()
    assert [type(each) for each in outcomes if each] == [Conflict] * refused
    of_one_transaction = seen[-10 * 50 :]
    assert len(set(of_one_transaction)) > 2


async def test_of_many_who_change_the_same_row_one_wins(database: Database) -> None:
    await database.write(note(1, "free"))
    free = update(notes).where(notes.c.id == 1, notes.c.text == "free")
    takes = (database.write(Write(free.values(text=f"taken by {each}"), rows=1)) for each in "abc")
    outcomes = await asyncio.gather(*takes, return_exceptions=True)
    assert [type(each) for each in outcomes] == [type(None), Conflict, Conflict]


async def test_what_waits_to_be_written_is_written_before_the_database_closes(
    data: str,
) -> None:
    first = await Database.open(data)
    await first.create(notes)
    writing = [asyncio.create_task(first.write(note(each))) for each in range(100)]
    await asyncio.gather(first.close(), *writing)
    second = await Database.open(data)
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
    refused, done = outcomes
    assert isinstance(refused, OverflowError | DBAPIError)
    assert done is None
    assert await numbers(database) == [2]


async def test_reads_that_are_cut_short_do_not_keep_the_database_from_closing(
    data: str,
) -> None:
    database = await Database.open(data)
    await database.create(notes)
    reads = [asyncio.create_task(numbers(database)) for _ in range(2)]
    asyncio.get_running_loop().call_soon(lambda: [each.cancel() for each in reads])
    await asyncio.gather(*reads, return_exceptions=True)
    assert await asyncio.wait_for(numbers(database), 5) == []
    await asyncio.wait_for(database.close(), 5)
