"""The machine fails: disk, folder, clock, name server, network; nothing is lost, and it heals."""

import asyncio
import contextlib
import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from bot.telegram.identity import strip
from storage.database import StorageError
from storage.schema import concerns
from storage.store import open_store
from tests.cast import Lead, Relative, Worker
from tests.faults import wire
from tests.postgres import on_a_file
from tests.stage import TOKEN, Stage


async def pragma(stage: Stage, words: str) -> None:
    """Change how the bot's writer may use its file."""
    async with stage.app.store.database._writer.connect() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.execute(f"PRAGMA {words}")


@on_a_file
async def test_a_full_disk_loses_nothing_and_all_is_answered_when_there_is_room(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    kim, lone = await Relative.arrives(stage, "Kim"), await Lead.joins(stage, "Lone")
    await kim.comes_to("Hvad har du set")
    await the_disk_is_full(stage)
    await kim.phone.says("Han råber om natten. " + "Og om dagen. " * 200)
    await wire.is_logged(caplog, "(storage.url)")
    await wire.a_minute_passes(stage)
    await kim.sees_nothing_new()
    await pragma(stage, f"max_page_count={2**30}")
    await stage.settles()
    (answer,) = await kim.new_messages()
    assert "Noget gik galt" not in answer.text
    await kim.sees()
    await lone.sees_nothing_new()
    await kim.answers_the_rest()
    assert "Han råber om natten" in (await kim.screen()).text


@on_a_file
async def test_an_update_is_not_given_up_because_the_database_fails(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    kim, lone = await Relative.arrives(stage, "Kim"), await Lead.joins(stage, "Lone")
    await kim.walks("/start", "[Dansk]")
    chat, content = strip(wire.typed(kim, 1, "nej"))
    await stage.app.store.inbox.add([(1, chat, content)], stage.clock.now())
    await pragma(stage, "query_only=1")
    await wire.a_minute_passes(stage)
    assert "The database cannot be used (storage.url); update 1 waits." in caplog.messages
    await pragma(stage, "query_only=0")
    await stage.settles()
    assert "Noget gik galt" not in await kim.sees("Hvem")
    await lone.sees_nothing_new()


@on_a_file
async def test_what_was_delivered_but_could_not_be_noted_does_not_come_twice(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("500", "sendMessage", times=2)
    await kim.phone.says("/start")
    await wire.is_refused(stage, 500)
    await pragma(stage, "query_only=1")
    await wire.a_minute_passes(stage)
    assert await wire.times_seen(kim, "Hvilket sprog?") == 1
    assert "must wait" in caplog.text
    await pragma(stage, "query_only=0")
    await stage.settles()
    assert await wire.times_seen(kim, "Hvilket sprog?") == 1
    await kim.walks("[Dansk]")


@on_a_file
async def test_a_disk_that_turns_read_only_is_waited_out(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await pragma(stage, "query_only=1")
    await kim.phone.says("Send")
    await wire.is_logged(caplog, "The inbox cannot be written (storage.url)")
    await pragma(stage, "query_only=0")
    await stage.settles()
    await kim.sees("Din kode")
    assert await number_of_concerns(stage) == 1


async def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, read_only: Callable[[Path], None]
) -> None:
    (tmp_path / "data").mkdir()
    read_only(tmp_path / "data")
    with pytest.raises(StorageError, match=r"^storage\.url: .*name a file in a folder"):
        await open_store(f"sqlite+aiosqlite:///{tmp_path}/data/b.db", tmp_path / "keyring.db")
    assert not (tmp_path / "keyring.db").exists()


async def test_while_nobody_listens_a_nudge_waits_and_then_comes_once(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    anna = await wire.a_taken_concern(stage)
    await wire.everybody_looks(stage)
    async with stage.sandbox.unreachable():
        stage.clock.advance(timedelta(days=3, minutes=1))
        await stage.app.tick()
        await stage.app.courier.lanes.idle.wait()
        await wire.is_logged(caplog, "Telegram cannot be reached (NotSent)")
    await wire.is_back(stage)
    assert await wire.times_seen(anna, "venter stadig") == 1
    await wire.everybody_looks(stage)


async def test_a_name_that_does_not_resolve_is_tried_until_it_does(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.bot_stops()
    await kim.phone.says("/start")
    by_name = stage.sandbox.url.replace("127.0.0.1", "localhost")
    stage.reconfigure(telegram={"token": TOKEN, "api_url": by_name})
    with monkeypatch.context() as without_names:
        without_names.setattr(socket, "getaddrinfo", _finds_nothing)
        starting = asyncio.create_task(stage.bot_starts())
        await wire.is_logged(caplog, "Telegram cannot be reached (NotSent) at telegram.api_url")
    await starting
    await kim.sees("Hvilket sprog?")


async def test_a_clock_that_was_ahead_and_is_set_back_makes_nobody_wait(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await stage.time_passes(hours=3)
    await stage.fault("500", "sendMessage")
    await kim.phone.says("/start")
    await wire.is_refused(stage, 500)
    stage.clock.advance(timedelta(hours=-3))
    await stage.settles()
    assert "clock was set back" in caplog.text
    await kim.sees("Hvilket sprog?")
    await kim.raises_a_concern()
    await anna.sees_alert()


async def test_reminders_come_at_their_time_though_the_clock_went_back_and_forth(
    stage: Stage,
) -> None:
    anna = await wire.a_taken_concern(stage)
    await wire.everybody_looks(stage)
    for hours in (5, -5, 1, -1):
        await stage.time_passes(hours=hours)
    await anna.sees_nothing_new()
    await stage.time_passes(days=3)
    assert await wire.times_seen(anna, "venter stadig") == 1
    await wire.everybody_looks(stage)


async def the_disk_is_full(stage: Stage) -> None:
    """Let the database take no page more than it has."""
    await pragma(stage, "max_page_count=1")
    marks = stage.app.store.marks
    fills = (marks.set(f"filler {number}", "x" * 900) for number in range(10_000))
    with contextlib.suppress(DBAPIError):  # what is free inside the file is used up first
        for each in fills:
            await stage.app.store.database.write(each)


async def number_of_concerns(stage: Stage) -> int:
    rows = await stage.app.store.database.read(select(func.count()).select_from(concerns))
    return int(rows[0][0])


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], None]]:
    """Make a folder one that cannot be written, also by root; skip where that cannot be done."""
    made: list[Path] = []

    def make(folder: Path) -> None:
        folder.chmod(0o555)
        made.append(folder)
        if os.geteuid() == 0 and subprocess.run(["chattr", "+i", folder], check=False).returncode:
            pytest.skip("root may write everywhere here, and chattr cannot change that")

    yield make
    for folder in made:
        subprocess.run(["chattr", "-i", folder], check=False, capture_output=True)
        folder.chmod(0o755)


def _finds_nothing(*_args: Any, **_more: Any) -> Any:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
