"""`brobygger db backup` and `rekey` are killed at random moments: nothing half is left to trust."""

import asyncio
import random
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.bot.command import TOKEN, Operator
from tests.faults.killing import bot_process
from tests.faults.persistent import Reporter

_KILLS = 8


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[Operator]:
    """An operator beside a bot that has one concern."""
    async with Sandbox(TOKEN, "brobygger_test_bot", SystemClock()) as sandbox:
        operator = Operator(tmp_path, sandbox.url)
        async with bot_process(tmp_path, sandbox) as process:
            await Reporter(sandbox, 1).raises_a_concern()
            yield operator
            assert await process.stop() == 0


async def test_every_backup_that_a_kill_left_is_whole(operator: Operator) -> None:
    folder, chance = operator.folder, random.Random(5)
    folders = ("--to", f"{folder}/a", "--keys-to", f"{folder}/b")
    took = await _takes(operator, "db", "backup", *folders)
    for _ in range(_KILLS):
        await _killed(operator, chance.uniform(took / 4, took), "db", "backup", *folders)
    ended = await operator.runs("db", "backup", *folders)
    assert (ended.code, ended.err) == (0, "")
    left = [each.suffix for place in ("a", "b") for each in (folder / place).iterdir()]
    assert set(left) == {".backup"}
    for data in (folder / "a").glob("*.backup"):
        elsewhere = _another(operator, folder / f"restored-{data.name}")
        ended = await elsewhere.runs("db", "restore", str(data), str(max((folder / "b").iterdir())))
        assert (ended.code, ended.err) == (0, "")
        ended = await elsewhere.runs("db", "verify")
        assert ended.code == 0


async def test_a_rekey_that_was_killed_locks_nothing_out(operator: Operator) -> None:
    chance, took = random.Random(6), await _takes(operator, "db", "rekey")
    for number in range(_KILLS):
        master = ["--master"] if number % 2 else []
        await _killed(operator, chance.uniform(took / 4, took), "db", "rekey", *master)
    assert (await operator.runs("db", "rekey")).code == 0
    assert (await operator.runs("db", "verify")).code == 0


async def _takes(operator: Operator, *words: str) -> float:
    """Run a command to its end, and return how many seconds that took."""
    began = time.monotonic()
    assert (await operator.runs(*words)).code == 0
    return time.monotonic() - began


async def _killed(operator: Operator, within: float, *words: str) -> None:
    """Start a command, and kill it after that many seconds."""
    async with operator.starts(*words):
        await asyncio.sleep(within)


def _another(operator: Operator, folder: Path) -> Operator:
    """Return an operator of another machine, to which the master key was brought."""
    folder.mkdir()
    toml = (operator.folder / "config.toml").read_text().replace(str(operator.folder), str(folder))
    (folder / "keys").mkdir()
    shutil.copy(operator.folder / "keys" / "master.key", folder / "keys")
    other = Operator(folder, "http://127.0.0.1:1")
    other.configures(toml)
    return other
