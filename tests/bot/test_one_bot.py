"""One bot on a database, a second is refused, what an operator does beside it is not."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from signal import SIGKILL, SIGTERM

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from storage.engines import writing_engine
from storage.migrations import schemas
from tests.bot.command import TOKEN, Operator
from tests.bot.test_cli import USERNAME, one_sentence
from tests.storage.old_rows import FirstKeyring, make

RUNS = f"Running as @{USERNAME}"
REFUSED = (
    "storage.url: a bot already runs on the database at {}; "
    "stop it first, or name another database. Nothing was changed.\n"
)


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[Operator]:
    async with Sandbox(TOKEN, USERNAME, SystemClock()) as sandbox:
        operator = Operator(tmp_path, sandbox.url)
        operator.adds(f'[storage]\nurl = "sqlite+aiosqlite:///{tmp_path}/data/brobygger.db"')
        yield operator


def database(operator: Operator) -> Path:
    return operator.folder / "data" / "brobygger.db"


async def test_a_second_bot_is_refused_in_one_sentence_and_the_first_goes_on(
    operator: Operator,
) -> None:
    async with operator.starts("run") as first:
        await first.says(RUNS)
        second = await operator.runs("run")
        ended = await first.ends(SIGTERM)
    assert (second.code, second.out) == (1, "")
    assert second.err == REFUSED.format(database(operator))
    assert (ended.code, ended.err.count("\n")) == (0, 2)  # that it runs, and that it stops


async def test_the_same_database_under_another_name_is_the_same(operator: Operator) -> None:
    async with operator.starts("run") as first:
        await first.says(RUNS)
        other = operator.folder / "also.db"
        other.symlink_to(database(operator))
        operator.environment["BROBYGGER_STORAGE__URL"] = f"sqlite+aiosqlite:///{other}"
        second = await operator.runs("run")
    assert (second.code, second.err) == (1, REFUSED.format(other))


async def test_a_bot_that_was_killed_leaves_nothing_locked(operator: Operator) -> None:
    async with operator.starts("run") as first:
        await first.says(RUNS)
        assert (await first.ends(SIGKILL)).code == -SIGKILL
    async with operator.starts("run") as second:
        await second.says(RUNS)


async def test_what_an_operator_does_beside_a_bot_still_works(operator: Operator) -> None:
    folders = ("--to", f"{operator.folder}/a", "--keys-to", f"{operator.folder}/b")
    async with operator.starts("run") as bot:
        await bot.says(RUNS)
        for words in (
            ("invite", "--role", "lead"),
            ("db", "verify"),
            ("db", "rekey"),
            ("db", "backup", *folders),
        ):
            ended = await operator.runs(*words)
            assert (words, ended.code, ended.err) == (words, 0, "")


async def test_nothing_is_restored_beneath_a_bot(operator: Operator) -> None:
    folders = ("--to", f"{operator.folder}/a", "--keys-to", f"{operator.folder}/b")
    async with operator.starts("run") as bot:
        await bot.says(RUNS)
        data, _ = (await operator.runs("db", "backup", *folders)).out.split()
        for each in database(operator).parent.glob("brobygger.db*"):
            if each.suffix != ".lock":
                each.rename(operator.folder / each.name)
        ended = await operator.runs("db", "restore", data)
        assert (ended.code, ended.err) == (1, REFUSED.format(database(operator)))
        assert not database(operator).exists()
    ended = await operator.runs("db", "restore", data)
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("words", [("run",), ("invite", "--role", "lead"), ("db", "verify")])
async def test_an_older_version_touches_nothing_that_a_newer_one_made(
    operator: Operator, words: tuple[str, ...]
) -> None:
    await operator.runs("db", "verify")
    with closing(sqlite3.connect(database(operator))) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    before = database(operator).read_bytes()
    ended = await operator.runs(*words)
    assert (ended.code, ended.out) == (1, "")
    told = f"storage.url: the database at {database(operator)} was made by a newer version"
    assert one_sentence(ended.err).startswith(told)
    assert "install that version again, or put back a backup" in ended.err
    assert database(operator).read_bytes() == before


async def test_an_upgrade_is_one_line_of_the_log(operator: Operator) -> None:
    keys = FirstKeyring()
    keys.write(operator.folder / "keys" / "keyring.db")
    database(operator).parent.mkdir()
    engine = writing_engine(f"sqlite+aiosqlite:///{database(operator)}")
    async with engine.begin() as connection:
        await connection.run_sync(make, "0003", keys)
    await engine.dispose()
    async with operator.starts("run") as bot:
        await bot.says(f"The database was brought from schema 0003 to {schemas()[0]}.")
        await bot.says(RUNS)
        ended = await bot.ends(SIGTERM)
    assert "alembic" not in ended.err
    assert "Traceback" not in ended.err
