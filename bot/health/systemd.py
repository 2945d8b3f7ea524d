"""What systemd is told: started, stopping, and alive, for as long as that is true."""

import asyncio
import contextlib
import os
import socket
from collections.abc import Callable


def notify(state: str) -> None:
    """Send one message like READY=1, if systemd asked for it; that it is away changes nothing."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    if address.startswith("@"):  # an abstract address, which begins with a zero byte
        address = "\0" + address[1:]
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notices:
        notices.setblocking(False)
        notices.sendto(state.encode(), address)


def watchdog_seconds() -> float | None:
    """Return after how many seconds of silence systemd ends this process; None for never."""
    given, process = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID", "")
    ours = process in ("", str(os.getpid()))
    return int(given) / 1_000_000 if given.isdecimal() and int(given) and ours else None


async def keep_awake(lives: Callable[[], bool], within: float) -> None:
    """Tell the watchdog twice in its time that we live, while we do, until cancelled."""
    while True:
        if lives():
            notify("WATCHDOG=1")
        await asyncio.sleep(within / 2)
