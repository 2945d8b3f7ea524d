"""The bot is asked to end while something hangs: it ends in time, and nothing is lost."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from signal import SIGALRM

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.sandbox.remote import RemotePhone
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from tests.faults.killing import Process, bot_process

LIMIT = 12.0  # seconds: the ten that are promised, and what a busy machine takes to end a process
HANGS = 60.0


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as found:
        yield found


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as found:
        yield found


async def ends_in_time(process: Process) -> int:
    """Ask the bot to end, and return its exit code: where a thread hangs, the system ends it."""
    process.running.terminate()
    return await asyncio.wait_for(process.running.wait(), LIMIT)


async def hears(phone: RemotePhone, words: str, sandbox: Sandbox) -> None:
    """Wait until the bot has said that to somebody."""
    await sandbox.world.until(
        lambda world: any(
            each.method == "sendMessage"
            and each.params["chat_id"] == phone.person
            and words in each.params["text"]
            for each in world.calls
        ),
        60,
    )


def was_given_twice(world: World) -> bool:
    """Whether the bot has been given an update again: it had not confirmed it."""
    given = [each for each in world.calls if each.method == "getUpdates" and each.result]
    return len(given) >= 2


async def test_a_send_that_hangs_does_not_hold_the_end_up_and_nothing_is_lost(
    tmp_path: Path, sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    kim = await RemotePhone.of_new_person(http, sandbox.url, name="Kim")
    ida = await RemotePhone.of_new_person(http, sandbox.url, name="Ida")
    async with bot_process(tmp_path, sandbox) as process:
        await sandbox.world.until(lambda world: world.updates.is_awaited, 60)
        fault = {"kind": "slow", "method": "sendMessage", "seconds": HANGS}
        await http.post(f"{sandbox.url}/sandbox/faults", json=fault)
        await kim.says("/start")
        await sandbox.world.until(
            lambda world: any(each.fault == "slow" for each in world.calls), 60
        )
        ending = asyncio.create_task(ends_in_time(process))
        await sandbox.world.until(lambda world: not world.updates.is_awaited)
        await ida.says("/start")
        assert await ending in (0, -SIGALRM)
        assert "Something was still under way" in process.log.read_text(encoding="utf-8")
        assert sandbox.world.pending() == 1
        await process.start()
        await hears(ida, "Hvilket sprog?", sandbox)


async def test_what_could_not_be_kept_is_not_confirmed_and_comes_again(
    tmp_path: Path, sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    kim = await RemotePhone.of_new_person(http, sandbox.url, name="Kim")
    async with bot_process(tmp_path, sandbox) as process:
        await sandbox.world.until(lambda world: world.updates.is_awaited, 60)
        database = tmp_path / "data" / "brobygger.db"
        with closing(sqlite3.connect(database, isolation_level=None)) as somebody:
            somebody.execute("BEGIN IMMEDIATE")
            await kim.says("/start")
            await process.while_it_lives(sandbox.world.until(was_given_twice, 60))
            assert await ends_in_time(process) in (0, -SIGALRM)
            assert sandbox.world.pending() == 1
            somebody.execute("ROLLBACK")
        await process.start()
        await hears(kim, "Hvilket sprog?", sandbox)
