"""Playing: the sandbox, its page and the demo are served until somebody ends it."""

import asyncio
from collections.abc import Callable

from bot.demo.api import DemoApi
from bot.demo.facts import TOKEN, Facts
from bot.demo.show import Show
from bot.sandbox.server import Sandbox

_USERNAME = "brobygger_demo_bot"


async def play(facts: Facts, port: int, stop: asyncio.Event, echo: Callable[[str], None]) -> None:
    """Serve the sandbox, its page and the demo on `port` until it shall stop.

    Everything is kept in a folder that is gone afterwards. Raises SandboxError when the port
    cannot be used.
    """
    show = Show(facts)
    async with Sandbox(TOKEN, _USERNAME, show.clock, port) as sandbox, show.on(sandbox):
        sandbox.also_serves(DemoApi(show).routes())
        echo(f"Open {sandbox.url} in a browser. Nothing leaves this machine; Ctrl-C ends it.")
        await stop.wait()
