"""Somebody else's watch, which the bot calls for as long as all is well."""

import contextlib
from collections.abc import AsyncIterator

from aiohttp import web


class Beats:
    """Counts the calls; answers with `status`, and where it sends on to with `location`."""

    def __init__(self) -> None:
        self.number = 0
        self.status = 200
        self.url = ""

    async def answer(self, _request: web.Request) -> web.Response:
        """Take one call."""
        self.number += 1
        return web.Response(status=self.status, headers={"Location": self.url})


@contextlib.asynccontextmanager
async def somebody_who_watches() -> AsyncIterator[Beats]:
    """Listen on a port of this machine."""
    beats, app = Beats(), web.Application()
    app.router.add_get("/a-secret-address", beats.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    beats.url = f"http://127.0.0.1:{runner.addresses[0][1]}/a-secret-address"
    try:
        yield beats
    finally:
        await runner.cleanup()
