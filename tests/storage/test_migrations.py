"""Migrations: they lead to the schema that the code believes in, and back."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Executable, Row, create_engine, insert, inspect, select, text

from domain.urgency import Urgency
from storage.columns import metadata
from storage.database import Database, StorageError, Write
from storage.engines import writing_engine
from storage.keyring import Keyring
from storage.migrations import schemas, upgrade
from storage.migrations.steps import config
from storage.schema import marks
from storage.sealing import seal, tag
from storage.store import open_store
from tests.postgres import on_both_engines

Work = Callable[[Connection], Any]
Within = Callable[[Work], Awaitable[Any]]


@pytest.fixture
async def within(data: str) -> AsyncIterator[Within]:
    """Do something in one transaction on an empty database."""
    engine = writing_engine(data)

    async def do(work: Work) -> Any:
        async with engine.begin() as connection:
            return await connection.run_sync(work)

    yield do
    await engine.dispose()


def up(connection: Connection) -> None:
    command.upgrade(config(connection), "head")


def down(connection: Connection) -> None:
    command.downgrade(config(connection), "base")


def sql(statement: str) -> Work:
    return lambda connection: connection.execute(text(statement))


def tables(connection: Connection) -> dict[str, Any]:
    """Return what stands in the database: each table's columns, keys and indexes."""
    there = inspect(connection)
    return {
        name: [
            sorted(repr((c["name"], repr(c["type"]), c["nullable"], c["default"])) for c in columns)
            for columns in [there.get_columns(name)]
        ]
        + [there.get_pk_constraint(name)["constrained_columns"]]
        + [sorted(map(repr, [*there.get_indexes(name), *there.get_unique_constraints(name)]))]
        + [numbered_for_good(connection, name)]
        for name in there.get_table_names()
        if name != "alembic_version"
    }


def numbered_for_good(connection: Connection, table: str) -> bool:
    """Whether a number of the table is never given again, even after its row is gone."""
    if connection.dialect.name != "sqlite":
        return True  # a sequence only goes forward
    query = text("SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE name = :table")
    return bool(connection.execute(query, {"table": table}).scalar_one())


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


@on_both_engines
async def test_an_empty_database_comes_out_as_the_schema_says(within: Within) -> None:
    await within(up)
    assert await within(differences) == []


@on_both_engines
async def test_a_difference_would_be_seen(within: Within) -> None:
    await within(up)
    await within(sql("DROP INDEX outbox_due"))
    await within(sql("ALTER TABLE marks ADD COLUMN more TEXT"))
    assert [each[0] for each in await within(differences)] == ["remove_column", "add_index"]


@on_both_engines
async def test_the_tables_are_just_those_that_the_schema_would_make(within: Within) -> None:
    await within(up)
    migrated = await within(tables)
    await within(down)
    await within(metadata.create_all)
    assert migrated == await within(tables)
    assert migrated.keys() == metadata.tables.keys()


@on_both_engines
async def test_up_and_down_and_up_again_comes_to_the_same(within: Within) -> None:
    await within(up)
    first = await within(tables)
    await within(down)
    assert await within(tables) == {}
    await within(up)
    assert await within(tables) == first


@on_both_engines
async def test_opening_a_store_twice_migrates_once_and_keeps_what_is_there(data: str) -> None:
    await upgrade(data)
    await _written(data, Write(insert(marks).values(name="kept", value="yes")))
    await upgrade(data)
    assert [each.value for each in await _read(data, select(marks))] == ["yes"]
    assert len(await _read(data, text("SELECT version_num FROM alembic_version"))) == 1


@on_both_engines
async def test_whoever_waits_is_told_of_every_schema_once(data: str) -> None:
    told: list[tuple[int, int]] = []
    await upgrade(data, progress=lambda *far: told.append(far))
    assert told == [(number, len(schemas())) for number in range(1, len(schemas()) + 1)]
    await upgrade(data, progress=lambda *far: told.append(far))
    assert len(told) == len(schemas())


@on_both_engines
async def test_two_that_open_a_new_database_at_once_make_it_once(data: str) -> None:
    await asyncio.gather(upgrade(data), upgrade(data))
    assert await _read(data, select(marks)) == []


@on_both_engines
async def test_ids_stand_in_the_order_of_their_bytes_in_denmark_too(data: str) -> None:
    await upgrade(data)
    for name in ("aa", "zz", "Ab", "ab"):
        await _written(data, Write(insert(marks).values(name=name, value="")))
    found = await _read(data, select(marks.c.name).order_by(marks.c.name))
    assert [each.name for each in found] == ["Ab", "aa", "ab", "zz"]


async def _written(data: str, write: Write) -> None:
    database = await Database.open(data)
    await database.write(write)
    await database.close()


async def _read(data: str, query: Executable) -> Sequence[Row[Any]]:
    database = await Database.open(data)
    rows = await database.read(query)
    await database.close()
    return rows


async def test_the_database_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    await upgrade(f"sqlite+aiosqlite:///{tmp_path}/brobygger.db")
    assert S_IMODE((tmp_path / "brobygger.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("place", ["file/below.db", "folder", "garbage"])
async def test_a_place_that_cannot_be_a_database_is_one_sentence(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "garbage").write_bytes(b"this is no database at all\n" * 500)
    with pytest.raises(StorageError, match=r"^storage\.url: .+ cannot be (opened|written)"):
        await upgrade(f"sqlite+aiosqlite:///{tmp_path}/{place}")


def test_the_schemas_are_those_that_alembic_finds_in_its_order() -> None:
    found = ScriptDirectory.from_config(config()).walk_revisions()
    assert schemas() == [each.revision for each in found]


@on_both_engines
async def test_a_migration_that_breaks_half_way_leaves_nothing_behind(
    within: Within, data: str
) -> None:
    await within(sql("CREATE TABLE journal (in_the_way TEXT)"))
    with pytest.raises(StorageError):
        await upgrade(data)
    assert (await within(tables)).keys() == {"journal"}
    await within(sql("DROP TABLE journal"))
    await upgrade(data)


@on_both_engines
async def test_what_waited_to_leave_keeps_its_place_when_it_gets_an_urgency(
    within: Within,
) -> None:
    await within(lambda connection: command.upgrade(config(connection), "0005"))
    for number, not_before in ((1, "2000-01-01"), (2, "1999-12-31"), (3, "2026-11-26")):
        values = f"{number}, 'x', '', 'waiting', true, 0, '{not_before} 00:00:00.000000'"
        columns = "id, lane, sealed, state, repeatable, attempts, not_before"
        await within(sql(f"INSERT INTO outbox ({columns}) VALUES ({values})"))
    await within(up)
    found = await within(lambda each: each.execute(text("SELECT id, priority FROM outbox")).all())
    assert dict(map(tuple, found)) == {1: Urgency.ANSWER, 2: Urgency.DANGER, 3: Urgency.ANSWER}


@on_both_engines
async def test_of_two_concerns_with_one_name_the_newest_keeps_it(within: Within) -> None:
    await within(lambda connection: command.upgrade(config(connection), "0006"))
    names = ("Klar Bæk", "Klar Bæk", "Klar Bæk 2", "Klar Bæk", "Grøn Ært")
    for day, name in enumerate(names, 1):
        values = f"'{day}', '{name}', 'relative', false, '2026-11-{day:02}', '2026-11-30'"
        columns = "id, nickname, role, acute, received_at, promised_on"
        more = f"{values}, 'received', 0, '{day}', ''"
        await within(
            sql(f"INSERT INTO concerns ({columns}, state, version, receipt, words) VALUES ({more})")
        )
    await within(up)
    found = await within(lambda each: each.execute(text("SELECT id, nickname FROM concerns")).all())
    assert dict(map(tuple, found)) == {
        "1": "Klar Bæk 4",
        "2": "Klar Bæk 3",
        "3": "Klar Bæk 2",
        "4": "Klar Bæk",
        "5": "Grøn Ært",
    }


async def test_a_draft_of_the_first_version_is_still_read_and_will_be_woken(tmp_path: Path) -> None:
    url, keys = f"sqlite+aiosqlite:///{tmp_path}/old.db", tmp_path / "keys.db"
    engine = create_engine(f"sqlite:///{tmp_path}/old.db")
    with engine.begin() as connection:
        command.upgrade(config(connection), "0001")
    keyring = await Keyring.open(keys)
    with engine.begin() as connection:
        door = tag(keyring.key("door tags"), "7")
        interview = {"id": "ab", "at": "seen", "answers": {}, "editing": False, "sources": {}}
        plain = {"chat_id": 7, "language": "da", "awaits_edit": 0, "interview": interview}
        sealed = seal(keyring.key("doors"), f"doors/{door}", plain)
        row = {"tag": door, "sealed": sealed}
        query = "INSERT INTO doors VALUES (:tag, :sealed, 1, 1, '2026-11-20')"
        connection.execute(text(query), row)
    engine.dispose()
    await keyring.close()
    store = await open_store(url, keys)
    (woken,) = await store.doors.waking(datetime.now(UTC) + timedelta(days=2), 9)
    await store.close()
    assert woken.interview is not None
    assert (woken.chat_id, woken.interview.at, woken.concerns) == (7, "seen", ())
