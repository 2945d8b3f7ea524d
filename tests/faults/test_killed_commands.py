"""`brobygger db backup` and `rekey` are killed at random moments: nothing half is left to trust."""

import asyncio
import random
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.bot.command import TOKEN, Operator
from tests.faults.killing import bot_process
from tests.faults.persistent import Reporter

_KILLS = 8
_COMMAND = 2.5  # seconds within which a kill meets the command


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
    for _ in range(_KILLS):
        await _killed(operator, chance, "db", "backup", *folders)
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
    chance = random.Random(6)
    for number in range(_KILLS):
        master = ["--master"] if number % 2 else []
        await _killed(operator, chance, "db", "rekey", *master)
    assert (await operator.runs("db", "rekey")).code == 0
    assert (await operator.runs("db", "verify")).code == 0


async def _killed(operator: Operator, chance: random.Random, *words: str) -> None:
    """Start a command, and kill it after some time."""
    async with operator.starts(*words):
        await asyncio.sleep(chance.uniform(_COMMAND / 10, _COMMAND))


def _another(operator: Operator, folder: Path) -> Operator:
    """Return an operator of another machine, to which the master key was brought."""
    folder.mkdir()
    toml = (operator.folder / "config.toml").read_text().replace(str(operator.folder), str(folder))
    (folder / "keys").mkdir()
    shutil.copy(operator.folder / "keys" / "master.key", folder / "keys")
    other = Operator(folder, "http://127.0.0.1:1")
    other.configures(toml)
    return other
