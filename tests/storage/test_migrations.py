"""Migrations: they lead to the schema that the code believes in, and back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from storage.columns import metadata
from storage.database import Database, StorageError
from storage.keyring import Keyring
from storage.migrations import config, upgrade
from storage.sealing import seal, tag
from storage.store import open_store

Within = Callable[[Callable[[Connection], Any]], Any]


@pytest.fixture
def within(tmp_path: Path) -> Within:
    """Do something in one transaction on an empty database."""
    engine = create_engine(f"sqlite:///{tmp_path}/empty.db")

    def do(work: Callable[[Connection], Any]) -> Any:
        with engine.begin() as connection:
            done = work(connection)
        engine.dispose()
        return done

    return do


def up(connection: Connection) -> None:
    command.upgrade(config(connection), "head")


def down(connection: Connection) -> None:
    command.downgrade(config(connection), "base")


def tables(connection: Connection) -> dict[str, Any]:
    """Return what stands in the database: the columns of each table and index, in name order."""
    query = "SELECT name, type FROM sqlite_master WHERE tbl_name != 'alembic_version'"
    found = connection.execute(text(query)).fetchall()
    return {name: sorted(columns(connection, name, kind)) for name, kind in found}


def columns(connection: Connection, name: str, kind: str) -> list[Any]:
    """Return a table's columns without their place in it, or an index's columns with it."""
    pragma = "table_xinfo" if kind == "table" else "index_xinfo"
    rows = connection.execute(text(f"PRAGMA {pragma}('{name}')")).fetchall()
    return [repr(tuple(row)[1:]) if kind == "table" else repr(tuple(row)[::2]) for row in rows]


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def test_an_empty_database_comes_out_as_the_schema_says(within: Within) -> None:
    within(up)
    assert within(differences) == []


def test_a_difference_would_be_seen(within: Within) -> None:
    within(up)
    within(lambda connection: connection.execute(text("DROP INDEX outbox_due")))
    within(lambda connection: connection.execute(text("ALTER TABLE marks ADD COLUMN more TEXT")))
    assert [each[0] for each in within(differences)] == ["remove_column", "add_index"]


def test_the_tables_have_just_the_columns_that_the_schema_would_make(
    within: Within, tmp_path: Path
) -> None:
    within(up)
    engine = create_engine(f"sqlite:///{tmp_path}/schema.db")
    with engine.begin() as connection:
        metadata.create_all(connection)
        made = tables(connection)
    engine.dispose()
    assert within(tables) == made
    assert {"inbox", "outbox_due", "sqlite_sequence"} <= made.keys()


def test_up_and_down_and_up_again_comes_to_the_same(within: Within) -> None:
    within(up)
    first = within(tables)
    within(down)
    assert within(tables) == {"sqlite_sequence": first["sqlite_sequence"]}
    within(up)
    assert within(tables) == first


async def test_opening_a_store_twice_migrates_once_and_keeps_what_is_there(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new/folder/brobygger.db"
    await upgrade(url)
    database = await Database.open(url)
    await database.read_all_of("SELECT 1")
    await database.close()
    await upgrade(url)
    database = await Database.open(url)
    versions = await database.read_all_of("SELECT version_num FROM alembic_version")
    await database.close()
    assert [row[0] for row in versions] == ["0005"]


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


async def test_a_migration_that_breaks_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/broken.db"
    engine = create_engine(f"sqlite:///{tmp_path}/broken.db")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE journal (in_the_way TEXT)"))
    with pytest.raises(StorageError):
        await upgrade(url)
    with engine.begin() as connection:
        assert set(tables(connection)) == {"journal"}
        connection.execute(text("DROP TABLE journal"))
    engine.dispose()
    await upgrade(url)


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
