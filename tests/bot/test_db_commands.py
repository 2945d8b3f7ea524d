"""`brobygger db`, as an operator meets it: beside a bot that runs, and after a disk has died."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.bot.command import TOKEN, Operator
from tests.bot.test_cli import USERNAME, one_sentence
from tests.faults.killing import Process, bot_process
from tests.faults.persistent import Reporter


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN, USERNAME, SystemClock()) as telegram:
        yield telegram


@pytest.fixture
def operator(tmp_path: Path, sandbox: Sandbox) -> Operator:
    operator = Operator(tmp_path, sandbox.url)
    operator.adds('[storage]\nurl = "sqlite+aiosqlite:///data/brobygger.db"')
    return operator


async def test_a_journal_nobody_touched_is_said_to_be_whole(operator: Operator) -> None:
    ended = await operator.runs("db", "verify")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "The journal has 0 entries, all as they were written.\n"


async def test_a_changed_journal_ends_with_1_and_says_where(operator: Operator) -> None:
    await operator.runs("db", "verify")
    with closing(sqlite3.connect(operator.folder / "data" / "brobygger.db")) as database:
        row = "2026-11-26 09:00:00.000000", "somebody", "taken"
        query = "INSERT INTO journal (at, actor, action, link) VALUES (?, ?, ?, 'forged')"
        database.execute(query, row)
        database.commit()
    ended = await operator.runs("db", "verify")
    assert (ended.code, ended.out) == (1, "")
    assert "entry 1 is added or moved" in one_sentence(ended.err)


async def test_a_backup_goes_where_it_is_told_and_comes_back(operator: Operator) -> None:
    await operator.runs("db", "verify")
    folder = operator.folder
    ended = await operator.runs("db", "backup", "--to", f"{folder}/a", "--keys-to", f"{folder}/b")
    assert (ended.code, ended.err) == (0, "")
    data, keys = ended.out.split()
    shutil.rmtree(folder / "data")
    (folder / "keys" / "keyring.db").unlink()
    ended = await operator.runs("db", "restore", data, keys)
    assert (ended.code, ended.err) == (0, "")
    assert "The backup is in its place" in ended.out
    ended = await operator.runs("db", "verify")
    assert (ended.code, ended.out) == (0, "The journal has 1 entries, all as they were written.\n")
    again = await operator.runs("db", "restore", data, keys)
    assert again.code == 1
    assert "is there already; move it away first" in again.err


@pytest.mark.parametrize("folders", [(), ("--to", "same", "--keys-to", "same"), ("--to", "a")])
async def test_a_backup_needs_two_folders(operator: Operator, folders: tuple[str, ...]) -> None:
    ended = await operator.runs("db", "backup", *folders)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("backups.folder: name one folder for the data and another one")


async def test_the_first_start_says_once_that_the_master_key_must_be_copied(
    operator: Operator,
) -> None:
    (operator.folder / "keys" / "master.key").unlink()
    ended = await operator.runs("db", "rekey")
    assert "keys/master.key" in ended.err
    assert "copy" in ended.err
    assert (operator.folder / "keys" / "master.key").read_text().split()[0] not in ended.err
    assert (await operator.runs("db", "rekey")).err == ""


async def test_keys_change_beside_a_bot_that_runs(tmp_path: Path) -> None:
    async with (
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
        bot_process(tmp_path, sandbox) as process,
    ):
        *people, late = [Reporter(sandbox, number) for number in range(5)]
        await people[0].is_still_answered()
        before = (tmp_path / "keys" / "master.key").read_text()
        toml = (tmp_path / "config.toml").read_text()
        operator = Operator(tmp_path, sandbox.url)
        operator.configures(toml)
        raised = asyncio.gather(*(each.raises_a_concern() for each in people))
        for options in ((), ("--master",), (), ("--master",)):
            ended = await operator.runs("db", "rekey", *options)
            assert (ended.code, ended.err) == (0, "")
            assert "New keys have begun." in ended.out
        assert "Keep the old copies for 23 days" in ended.out
        await raised
        assert (tmp_path / "keys" / "master.key").read_text() != before
        await process.kill()
        await process.start()
        await late.raises_a_concern()
        with closing(sqlite3.connect(tmp_path / "data" / "brobygger.db")) as database:
            assert database.execute("SELECT count(*) FROM concerns").fetchone() == (5,)
            assert _generations_of(database, "doors") == {5}
    assert [each.answered_again for each in people] == [0, 0, 0, 0]
    assert "ERROR" not in process.log.read_text()


def _generations_of(database: sqlite3.Connection, table: str) -> set[int]:
    rows = database.execute(f"SELECT sealed FROM {table} WHERE sealed IS NOT NULL")
    return {int.from_bytes(blob[1:5]) for (blob,) in rows}


async def test_the_command_for_what_is_parked_says_what_it_does_and_refuses_both(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    process = Process(tmp_path, sandbox)
    for options, what in (
        ((), "set aside"),
        (("--retry",), "tried again"),
        (("--discard",), "deleted"),
    ):
        code, said = await process.runs("db", "parked", *options)
        assert (code, said.startswith(f"0 updates and 0 messages are {what}")) == (0, True)
    code, _ = await process.runs("db", "parked", "--retry", "--discard")
    assert code == 2
