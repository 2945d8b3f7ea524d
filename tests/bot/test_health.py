"""Health: what a watch on this machine is told, and that no figure tells of anybody."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.sandbox.server import Sandbox
from domain.deadlines import Rung
from storage.database import Write
from storage.schema import concerns, outbox, reminders
from tests.cast import Lead, Relative, a_taken_concern
from tests.faults.killing import PATIENCE, bot_process
from tests.hand_clock import HandClock
from tests.postgres import on_a_file
from tests.stage import TOKEN, Stage


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
async def stage(tmp_path: Path, data: str, port: int) -> AsyncIterator[Stage]:
    folders = {"folder": tmp_path / "copies", "keys_folder": tmp_path / "key-copies"}
    settings = {"storage": {"url": data}, "watch": {"port": port}, "backups": folders}
    async with Stage(tmp_path, HandClock(), **settings).open() as opened:
        yield opened


async def asked(stage: Stage, path: str) -> tuple[int, str]:
    """Ask as a watch would; return status and words."""
    port = stage.settings().watch.port
    async with stage.http.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


async def figures(stage: Stage) -> dict[str, float]:
    """Return every figure by its name and label."""
    _, text = await asked(stage, "/metrics")
    lines = [each.rsplit(" ", 1) for each in text.splitlines() if not each.startswith("#")]
    return {re.sub(r'brobygger_|\w+="|["}]', "", name): float(value) for name, value in lines}


async def test_a_bot_that_works_is_alive_and_ready(stage: Stage) -> None:
    await Lead.joins(stage, "Lone")
    assert await asked(stage, "/healthz") == (200, "alive\n")
    assert await asked(stage, "/readyz") == (200, "database: ok\nkeyring: ok\ntelegram: ok\n")
    for nothing in ("/", "/metrics/x", "/healthz?x=1", "/docs"):
        assert (await asked(stage, nothing))[0] == (200 if "healthz" in nothing else 404)


async def test_it_is_not_ready_while_telegram_cannot_be_reached(stage: Stage) -> None:
    await Lead.joins(stage, "Lone")
    await stage.telegram_goes_away()
    await stage.telegram_fails_again(minutes=6)
    status, words = await asked(stage, "/readyz")
    assert (status, "telegram: failing" in words, "database: ok" in words) == (503, True, True)
    assert await asked(stage, "/healthz") == (200, "alive\n")
    await stage.telegram_comes_back()
    assert (await asked(stage, "/readyz"))[0] == 200


async def test_it_is_not_ready_without_its_keys(stage: Stage) -> None:
    file = stage.settings().keys.path
    await stage.app.store.keyring._database._reading.let_go()  # what is open stays readable
    file.rename(file.with_suffix(".away"))
    status, words = await asked(stage, "/readyz")
    assert (status, "keyring: failing" in words, "database: ok" in words) == (503, True, True)
    file.with_suffix(".away").replace(file)


async def test_a_ticker_that_stands_still_is_not_alive(stage: Stage) -> None:
    ticker = stage.app.ticker
    ticker._scheduler.pause()
    assert ticker._beat_at is not None
    ticker._beat_at -= 31
    assert await asked(stage, "/healthz") == (503, "stuck\n")


@on_a_file  # a server makes its own backups: there is no age of ours
async def test_figures_count_what_is_open_and_what_waits(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    await (await Relative.arrives(stage, "Kim")).raises_a_concern()
    await stage.everyone_looks()
    await stage.time_passes(minutes=2)
    found = await figures(stage)
    assert {name: found[f"open_concerns{{{name}"] for name in ("received", "taken")} == {
        "received": 1,
        "taken": 1,
    }
    assert found["rows{outbox_waiting"] == found["rows{inbox_parked"] == 0
    assert found["rows{reminders_overdue"] == 0
    waits = select(reminders.c.id).where(reminders.c.state == "waiting")
    assert found["rows{reminders_waiting"] == len(await stage.app.store.database.read(waits))
    ages = {name for name in found if name.startswith("seconds_since")}
    assert ages == {
        f"seconds_since{{{each}" for each in ("telegram", "tick", "whole_audit", "backup")
    }
    assert found["seconds_since{whole_audit"] <= 60


async def test_figures_show_what_is_overdue(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    database = stage.app.store.database
    late = update(reminders).where(reminders.c.rung == Rung.DAY3)
    await database.write(Write(late.values(rung="x", due_at=stage.clock.now())))
    await stage.time_passes(minutes=2)
    await stage.everyone_looks()
    assert (await figures(stage))["rows{reminders_overdue"] == 1
    assert (await database.read(select(outbox.c.id))) == []


async def test_no_figure_tells_of_anybody(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    _, text = await asked(stage, "/metrics")
    (row,) = await stage.app.store.database.read(select(concerns))
    team = await stage.app.store.staff.all()
    secret = {row.id, row.nickname, row.receipt, "Lone", "Kim", *(each.member.id for each in team)}
    secret |= {str(each.phone.person) for each in (lone, kim)}
    assert not [each for each in secret if each in text]
    labels = set(re.findall(r'="(\w+)"', text))
    assert all(re.fullmatch(r"[a-z_]+", each) for each in labels)
    assert len(text.splitlines()) < 30


async def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    async with Sandbox(TOKEN, "brobygger_test_bot", HandClock()) as sandbox:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            number = taken.getsockname()[1]
            watch = {"BROBYGGER_WATCH__PORT": str(number)}
            async with bot_process(tmp_path, sandbox, **watch) as process:
                assert await asyncio.wait_for(process.running.wait(), PATIENCE) == 1
    said = process.log.read_text(encoding="utf-8")
    assert f"watch.port: port {number} at 127.0.0.1 cannot be used (Address already in use" in said
    assert "Traceback" not in said
