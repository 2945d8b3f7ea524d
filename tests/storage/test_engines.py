"""A database that cannot be used is told in one sentence, and one that comes back is used again."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, insert, make_url, select
from sqlalchemy.exc import DBAPIError

from storage.database import Database, StorageError, Write
from storage.engines import is_away
from storage.migrations import upgrade
from storage.schema import marks
from tests.postgres import NONE_THERE, Cluster, own_database, programs, throw_away_cluster
from tests.test_house import ROOT

PASSWORD = "hemmelig-77"


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A server that may be ended."""
    if programs() is None:
        pytest.skip(NONE_THERE)
    with throw_away_cluster() as made:
        yield made


@pytest.mark.parametrize("what", ["no server", "no machine", "no database"])
async def test_a_server_that_cannot_be_used_is_one_sentence_without_the_password(
    postgres_server: URL, what: str
) -> None:
    nowhere = make_url("postgresql+asyncpg://brobygger@127.0.0.1:1/brobygger")
    url = {
        "no server": nowhere,
        "no machine": nowhere.set(host="nobody.invalid"),
        "no database": postgres_server.set(database="nothing"),
    }[what].set(password=PASSWORD)
    for opening in (upgrade, Database.open):
        with pytest.raises(StorageError) as refused:
            await opening(url)
        assert re.fullmatch(r"storage\.url: [^;]+; [^.;]+\.", str(refused.value))
        assert PASSWORD not in repr(refused.value)
        assert refused.value.__cause__ is None


async def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "garbage").write_bytes(b"this is no database at all\n" * 500)
    with pytest.raises(StorageError, match=r"^storage\.url: the database at .+ cannot be opened"):
        await Database.open(f"sqlite+aiosqlite:///{tmp_path}/garbage")


async def test_a_server_that_was_away_is_written_to_again(cluster: Cluster) -> None:
    async with own_database(cluster.url) as url:
        await upgrade(url)
        database = await Database.open(url)
        await database.write(_mark("before"))
        cluster.stop("immediate")
        with pytest.raises((DBAPIError, OSError)):
            await database.write(_mark("lost"))
        with pytest.raises((DBAPIError, OSError)):
            await database.read(select(marks))
        cluster.start()
        await database.write(_mark("after"))
        rows = await database.read(select(marks.c.name).order_by(marks.c.name))
        assert [each.name for each in rows] == ["after", "before"]
        await database.close()


def test_only_one_module_knows_which_engine_there_is() -> None:
    """The keyring is always SQLite; backups copy SQLite's file."""
    knows = re.compile(r"sqlalchemy\.dialects|get_backend_name|aiosqlite|asyncpg")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "storage").glob("*.py")
        if knows.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"storage/engines.py", "storage/keyring.py", "storage/sqlite_driver.py"}


def _mark(name: str) -> Write:
    return Write(insert(marks).values(name=name, value=""))


async def test_a_statement_the_server_cannot_do_is_no_server_that_is_away(
    postgres_data: str,
) -> None:
    database = await Database.open(postgres_data)
    with pytest.raises(DBAPIError) as failed:
        await database.read_all_of("SELECT 1 / 0")
    assert not is_away(failed.value)
    with pytest.raises(DBAPIError) as ended:
        await database.read_all_of("SELECT pg_terminate_backend(pg_backend_pid())")
    assert is_away(ended.value)
    await database.close()


async def test_a_new_file_can_be_opened_by_several_at_once(tmp_path: Path) -> None:
    for number in range(60):
        url = f"sqlite+aiosqlite:///{tmp_path}/{number}.db"
        opened = await asyncio.gather(*(Database.open(url) for _ in range(6)))
        modes = [(await each.read_all_of("PRAGMA journal_mode"))[0][0] for each in opened]
        assert modes == ["wal"] * 6
        await asyncio.gather(*(each.close() for each in opened))
