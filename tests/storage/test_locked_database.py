"""An SQLite file that another holds, or without room: no turn is said to be kept that is not."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Engine, event, text
from sqlalchemy.exc import OperationalError

from storage.database import Database, Write
from storage.engines import file_of
from tests.postgres import on_a_file

pytestmark = on_a_file
_WAITS = 50  # milliseconds instead of seconds


@contextmanager
def tries_to_write() -> Iterator[list[str]]:
    """Collect each try to be the only one that writes."""
    tries: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement == "BEGIN IMMEDIATE":
            tries.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield tries
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_turns_that_wait_together_wait_for_the_lock_once(data: str) -> None:
    database = await Database.open(data)
    await database.write(Write(text(f"PRAGMA busy_timeout = {_WAITS}")))
    turns = [Write(text(f"CREATE TABLE turn{each} (id INTEGER)")) for each in range(5)]
    with closing(sqlite3.connect(file_of(data) or "", isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        with tries_to_write() as tries:
            outcomes = await asyncio.gather(*map(database.write, turns), return_exceptions=True)
        somebody.execute("ROLLBACK")
    assert [type(each) for each in outcomes] == [OperationalError] * 5
    assert len(tries) == 1
    await asyncio.gather(*map(database.write, turns))
    await database.close()


async def test_when_there_is_no_room_nobody_is_told_that_their_turn_was_kept(data: str) -> None:
    database = await Database.open(data)
    await database.write(Write(text("CREATE TABLE words (words TEXT)")))
    (pages,) = (await database.read_all_of("PRAGMA page_count"))[0]
    await database.write(Write(text(f"PRAGMA max_page_count = {pages + 2}")))
    say = text("INSERT INTO words VALUES (:words)")
    turns = [Write(say, values={"words": words}) for words in ("one", "two" * 50_000, "three")]
    outcomes = await asyncio.gather(*map(database.write, turns), return_exceptions=True)
    kept = [each.words for each in await database.read(text("SELECT words FROM words"))]
    told = [turn.values for turn, each in zip(turns, outcomes, strict=True) if each is None]
    assert isinstance(outcomes[1], OperationalError)
    assert kept == [each["words"] for each in told if isinstance(each, dict)]
    await database.close()
