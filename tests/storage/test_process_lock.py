"""The process lock: one bot on a file, no upgrade beneath it, and nothing left locked behind."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import StorageError
from storage.engines import reading_engine, writing_engine
from storage.migrations import schemas, upgrade
from storage.process_lock import ProcessLock
from storage.store import open_store
from tests.storage.old_rows import FirstKeyring, make

RUNS = r"^storage\.url: a bot already runs on the database at .+; stop it first"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/brobygger.db"


async def schema_of(url: str) -> str:
    engine = reading_engine(url)
    async with engine.connect() as connection:
        found = await connection.execute(text("SELECT version_num FROM alembic_version"))
    await engine.dispose()
    return str(found.scalar_one())


async def test_only_one_holds_a_database_until_it_lets_go(url: str) -> None:
    with ProcessLock(url) as held:
        held.take()  # who holds it already goes on holding it
        with pytest.raises(StorageError, match=RUNS):
            ProcessLock(url).take()
    with ProcessLock(url):
        pass


async def test_nothing_is_upgraded_beneath_a_bot(url: str) -> None:
    engine = writing_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(make, "0004", FirstKeyring())
    await engine.dispose()
    with ProcessLock(url), pytest.raises(StorageError, match=RUNS):
        await upgrade(url)
    assert await schema_of(url) == "0004"
    await upgrade(url)
    assert await schema_of(url) == schemas()[0]


async def test_what_needs_no_upgrade_is_opened_beside_a_bot(url: str, tmp_path: Path) -> None:
    bot = await open_store(url, tmp_path / "keys.db", lock=ProcessLock(url))
    beside = await open_store(url, tmp_path / "keys.db")
    await beside.close()
    with pytest.raises(StorageError, match=RUNS):
        await open_store(url, tmp_path / "keys.db", lock=ProcessLock(url))
    await bot.close()
    await (await open_store(url, tmp_path / "keys.db", lock=ProcessLock(url))).close()


async def test_a_command_that_comes_while_a_bot_makes_the_database_waits_for_it(url: str) -> None:
    lock = ProcessLock(url)
    await asyncio.gather(upgrade(url, lock), *(upgrade(url) for _ in range(3)))
    with pytest.raises(StorageError, match=RUNS):
        ProcessLock(url).take()
    lock.release()


async def test_a_bot_that_cannot_open_its_keys_leaves_nothing_locked(
    url: str, tmp_path: Path
) -> None:
    await (await open_store(url, tmp_path / "keys.db")).close()
    with pytest.raises(StorageError, match="there is no keyring"):
        await open_store(url, tmp_path / "other.db", lock=ProcessLock(url))
    with ProcessLock(url):
        pass


async def test_a_lock_that_cannot_be_made_is_one_sentence(url: str, tmp_path: Path) -> None:
    (tmp_path / "brobygger.db.lock").mkdir()
    with pytest.raises(StorageError, match=r"^storage\.url: .+\.lock cannot be written \([^;]+; "):
        ProcessLock(url).take()


async def test_a_server_has_no_lock_for_several_may_use_it() -> None:
    url = "postgresql+asyncpg://127.0.0.1/brobygger"
    with ProcessLock(url):
        ProcessLock(url).take()
