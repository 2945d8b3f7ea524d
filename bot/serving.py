"""Serving: the bot runs until the process is asked to end, and ends in any case."""

import asyncio
import logging
import signal
from collections.abc import Callable

from bot.app import App
from bot.health import systemd

_log = logging.getLogger(__name__)

_LAST_MOMENT = 10  # seconds after which nothing holds the end up any more


async def serve(app: App, stop: asyncio.Event, started: Callable[[], None] = lambda: None) -> None:
    """Run the app until it shall stop, also while Telegram cannot be reached yet.

    `started` is called once everything runs.
    """
    starting = asyncio.create_task(app.start())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            started()
            _log.info("Running as @%s.", app.bot.username)
            await app.run_until(stopping)
            _log.info("Stopping.")
    finally:
        systemd.notify("STOPPING=1")
        starting.cancel()
        stopping.cancel()
        await asyncio.gather(starting, stopping, return_exceptions=True)
        await app.stop()


def stopped_by_signal() -> asyncio.Event:
    """Return an event that is set when the process is asked to end; it then ends in any case."""
    stop = asyncio.Event()

    def asked() -> None:
        stop.set()
        # The system ends what even a cut-off cannot: a thread that hangs in a disk or a name.
        signal.alarm(_LAST_MOMENT)

    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, asked)
    return stop
