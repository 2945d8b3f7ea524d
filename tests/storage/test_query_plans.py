"""Nothing that comes again and again walks through a table that grows: the plans are read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Engine, event

from storage.sqlite_driver import Cursor
from storage.store import open_store
from tests import many
from tests.cast import Lead, Relative, Worker
from tests.postgres import on_a_file
from tests.stage import Stage

# The outbox is not among them: it holds what waits, and all of that is put in order.
GROWING = (
    *("inbox", "cards", "chat_messages", "doors", "concerns", "entries"),
    *("concern_media", "alerts", "reminders", "journal", "undos", "orders", "handshakes"),
)
# Nothing stands in these for longer than the days of a roster, or of an undoing.
SOON_EMPTIED = ("handshakes", "undos")
# The journal's newest entry is the first one met on the way back.
NEWEST_FIRST = "ORDER BY journal.number DESC\n LIMIT ? OFFSET ?"


class Heard:
    """Every statement that was executed, with its values."""

    def __init__(self) -> None:
        self.statements: dict[str, Any] = {}
        self.at_once: set[str] = set()  # of those, what the loop waited for: no thread did it

    def note(self, *given: Any) -> None:
        _connection, cursor, statement, values, _context, many_rows = given
        if isinstance(cursor, Cursor) and cursor.is_at_once(statement):
            self.at_once.add(statement)
        self.statements.setdefault(statement, values[0] if many_rows else values)

    def scans(self, file: str) -> list[str]:
        """Return the statements that walk through a whole table that grows."""
        with closing(sqlite3.connect(file)) as database:
            return [
                f"{statement}: {step}"
                for statement, values in self.statements.items()
                for step in plan(database, statement, values)
                if not statement.endswith(NEWEST_FIRST) and goes_through_all(step, statement)
            ]


def goes_through_all(step: str, statement: str) -> bool:
    """Whether a step walks through a whole table that grows, or through all that waits in it.

    What is asked of one concern must not walk through the reminders of all.
    """
    if step.startswith("SCAN "):
        return step.split()[1] in GROWING
    everything = "USING INDEX reminders_due (state=?)" in step
    return everything and "reminders.concern = ?" in statement


def plan(database: sqlite3.Connection, statement: str, values: Any) -> list[str]:
    """Return the steps in which SQLite would execute a statement."""
    if not statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")):
        return []
    try:
        return [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # of the keyring
            return []
        raise


@contextmanager
def listening() -> Iterator[Heard]:
    heard = Heard()
    event.listen(Engine, "before_cursor_execute", heard.note)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", heard.note)


def found(stage: Stage, heard: Heard) -> list[str]:
    assert len(heard.statements) > 3
    return heard.scans(f"{stage.folder}/data/brobygger.db")


@on_a_file
async def test_an_intake_scans_nothing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    with listening() as heard:
        await kim.comes_to_the_summary()
        await kim.phone.says("Send")
        await stage.settles()
        await kim.sees()
    assert found(stage, heard) == []


@on_a_file
async def test_a_tick_scans_nothing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.taken_by(stage, anna, 3)
    await stage.settles()
    with listening() as heard:
        await stage.app.ticker.reminding.fire_due()
        await stage.app.ticker._wake_drafts()
        await stage.app.dispatcher._fetch((), 64)
        await stage.app.courier._fetch((), 16)
    assert found(stage, heard) == []
    await stage.everyone_looks()


@on_a_file
async def test_a_workers_own_list_scans_nothing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.taken_by(stage, anna, 3)
    with listening() as heard:
        await anna.says("/mine")
        await anna.sees()
    assert found(stage, heard) == []


@on_a_file
async def test_opening_the_store_scans_nothing(stage: Stage) -> None:
    await Worker.joins(stage, "Anna")  # from now on there is a journal
    await stage.bot_stops()
    settings = stage.settings()
    with listening() as heard:
        store = await open_store(settings.storage.url, settings.keys.path)
        await store.close()
    assert found(stage, heard) == []


@on_a_file
async def test_figures_scan_nothing_but_the_months_they_tell_of(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    with listening() as heard:
        await lone.says("Tal")
        await lone.sees()
    assert found(stage, heard) == []


@on_a_file
async def test_whatever_is_swept_in_an_hour_by_walking_through_a_table_holds_nobody_up(
    stage: Stage,
) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.taken_by(stage, anna, 3)
    with listening() as heard:
        await stage.time_passes(hours=1, minutes=1)
    walks = [each for each in heard.statements if goes_through_a_table(stage, heard, each)]
    assert walks, "then this test is of no use any more"
    assert [each for each in walks if each in heard.at_once] == []
    assert heard.at_once, "then no statement was quick"
    await stage.everyone_looks()


@on_a_file
async def test_to_find_whose_reminders_are_long_due_holds_nobody_up(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await many.taken_by(stage, anna, 3)
    with listening() as heard:
        await stage.app.ticker.reminding.fire_due()
    whose = [each for each in heard.statements if each.startswith("SELECT reminders.concern ")]
    assert len(whose) == 1
    assert whose[0] not in heard.at_once


def goes_through_a_table(stage: Stage, heard: Heard, statement: str) -> bool:
    with closing(sqlite3.connect(f"{stage.folder}/data/brobygger.db")) as database:
        steps = plan(database, statement, heard.statements[statement])
    growing = (step for step in steps if step.removeprefix("SCAN ") not in SOON_EMPTIED)
    walks = any(goes_through_all(step, statement) for step in growing)
    return walks and not statement.endswith(NEWEST_FIRST)


def test_a_scan_would_be_seen() -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE concerns (id TEXT PRIMARY KEY, state TEXT)")
        by_id = "SELECT * FROM concerns WHERE id = ?"
        assert plan(database, by_id, ("x",))[0].startswith("SEARCH concerns")
        assert plan(database, "SELECT * FROM concerns", ()) == ["SCAN concerns"]
