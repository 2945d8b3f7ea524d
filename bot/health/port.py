"""Health: what a watch on this machine may ask, in words and counts and never about anybody."""

import asyncio

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.health.signs import Signs
from bot.telegram.webhook import brief_server, listen

_HOST = "127.0.0.1"
_CONNECTIONS = 20
_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


class Health:
    """Listens for whoever watches: /healthz, /readyz and /metrics."""

    def __init__(self, port: int, signs: Signs) -> None:
        self._signs = signs
        routes = [
            Route("/healthz", self._healthz),
            Route("/readyz", self._readyz),
            Route("/metrics", self._metrics),
        ]
        self._server = brief_server(Starlette(routes=routes), _HOST, port, _CONNECTIONS, 1)
        self._task: asyncio.Task[None] | None = None

    def listen(self) -> None:
        """Start to listen; raises CannotListen with a sentence."""
        listener = listen("watch.port", _HOST, self._server.config.port)
        self._task = asyncio.create_task(self._server.serve([listener]), name="health")

    async def stop(self) -> None:
        """Stop listening."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task

    async def _healthz(self, _request: Request) -> Response:
        lives = self._signs.lives()
        return PlainTextResponse("alive\n" if lives else "stuck\n", 200 if lives else 503)

    async def _readyz(self, _request: Request) -> Response:
        found = await self._signs.ready()
        lines = [f"{what}: {'ok' if well else 'failing'}\n" for what, well in found.items()]
        return PlainTextResponse("".join(lines), 200 if all(found.values()) else 503)

    async def _metrics(self, _request: Request) -> Response:
        return PlainTextResponse(await self._signs.figures(), media_type=_PROMETHEUS)
