"""What systemd hears, on a real socket: started, alive for as long as that is so, and stopping."""

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.health import systemd
from bot.sandbox.server import Sandbox
from tests.faults.killing import PATIENCE, bot_process
from tests.hand_clock import HandClock
from tests.stage import TOKEN


@pytest.fixture
def notices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """The socket that systemd would listen on."""
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(address)
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", address)
        yield listening


async def heard(notices: socket.socket) -> str:
    """Wait for the next notice."""
    loop = asyncio.get_running_loop()
    return (await asyncio.wait_for(loop.sock_recv(notices, 100), PATIENCE)).decode()


async def test_systemd_hears_when_the_bot_has_started_lives_and_stops(
    tmp_path: Path, notices: socket.socket
) -> None:
    async with (
        Sandbox(TOKEN, "brobygger_test_bot", HandClock()) as sandbox,
        bot_process(tmp_path, sandbox, WATCHDOG_USEC="200000") as process,
    ):
        first = [await heard(notices) for _ in range(3)]
        assert first == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]
        assert await process.stop() == 0
    left = []
    while "STOPPING=1" not in left:
        left.append(await heard(notices))
    with pytest.raises(BlockingIOError):
        notices.recv(100)


async def test_the_watchdog_hears_nothing_of_a_bot_that_does_not_live(
    notices: socket.socket,
) -> None:
    answers, asked = [True, False, False, True, False], asyncio.Event()

    def lives() -> bool:
        if not answers:
            asked.set()
            return False
        return answers.pop(0)

    awake = asyncio.create_task(systemd.keep_awake(lives, 0.002))
    await asyncio.wait_for(asked.wait(), PATIENCE)
    awake.cancel()
    assert [await heard(notices), await heard(notices)] == ["WATCHDOG=1"] * 2
    with pytest.raises(BlockingIOError):
        notices.recv(100)


async def test_an_abstract_address_is_heard_too(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"brobygger-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        systemd.notify("READY=1")
        assert listening.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", ["", "relative", "/nowhere/at/all"])
def test_without_systemd_nothing_happens(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    systemd.notify("READY=1")


@pytest.mark.parametrize(
    ("usec", "process", "seconds"),
    [
        ("3000000", "", 3.0),
        ("500000", "ours", 0.5),
        ("3000000", "1", None),
        ("", "", None),
        ("0", "", None),
        ("x", "", None),
    ],
)
def test_the_watchdogs_time_is_ours_only(
    usec: str, process: str, seconds: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", usec)
    monkeypatch.setenv("WATCHDOG_PID", process.replace("ours", str(os.getpid())))
    assert systemd.watchdog_seconds() == seconds
