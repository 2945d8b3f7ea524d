"""The sandbox as a running server on this machine, reachable from nowhere else."""

import asyncio
import errno
import logging
import re
import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox import page_files
from bot.sandbox.bot_api import BotApi
from bot.sandbox.bot_http import BotHttp
from bot.sandbox.chat import Person
from bot.sandbox.controls import Controls
from bot.sandbox.errors import ConnectionCutError, PeopleApiError, SandboxError
from bot.sandbox.faults import Faults
from bot.sandbox.people_api import PeopleApi
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import Clock, World

LOOPBACK = "127.0.0.1"
TOKEN = re.compile(r"(\d+):\S+")
REAL_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
TIME_TO_FINISH = 0.2


class OnlyOurPages:
    """Refuses what a page from elsewhere lets a browser on this machine ask for.

    Such a page is known by the name it calls us (whatever that name leads to), or by its Origin.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse in one sentence."""
        headers, app = Headers(scope=scope), self._app
        host = headers.get("host", "")
        named = host.rpartition(":")[0] in (LOOPBACK, "localhost")
        if not named or headers.get("origin", f"http://{host}") != f"http://{host}":
            sentence = f"The sandbox answers only its own page, at {LOOPBACK}."
            app = JSONResponse({"error": sentence}, 403)
        await app(scope, receive, send)


class Sandbox:
    """A Telegram of one's own: entered it serves, left it is gone."""

    def __init__(self, token: str, username: str, clock: Clock, port: int = 0) -> None:
        bot = Person(_bot_id(token), "Brobygger", username=username, is_bot=True)
        self.world = World(bot, clock)
        self._webhook = Webhook(self.world)
        self._port = port
        self.faults = Faults()
        self._app = _application(token, self.world, self._webhook, self.faults)

    @property
    def url(self) -> str:
        """Where the sandbox answers, without a slash at the end."""
        return f"http://{LOOPBACK}:{self._port}"

    def also_serves(self, routes: Iterable[Route]) -> None:
        """Answer at further paths, in the same way."""
        self._app.router.routes.extend(routes)

    async def __aenter__(self) -> Self:
        """Start to serve."""
        listener = _listen(self._port)
        self._port = listener.getsockname()[1]
        self._server = await _serve(self._app, listener)
        return self

    @asynccontextmanager
    async def unreachable(self) -> AsyncIterator[None]:
        """Let nobody listen at the sandbox's port for a while: every connection is refused."""
        self.world.updates.interrupt(ConnectionCutError())
        await _stop(self._server)
        try:
            yield
        finally:
            self._server = await _serve(self._app, _listen(self._port))

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop at once, whatever is still waiting."""
        self.world.updates.interrupt(ConnectionCutError())
        self.world.changes.close()
        await self._webhook.close()
        await _stop(self._server)


def _bot_id(token: str) -> int:
    if REAL_TOKEN.fullmatch(token):
        raise SandboxError(
            "This looks like a real bot's token; the sandbox takes only a made-up one."
        )
    made_up = TOKEN.fullmatch(token)
    if made_up is None:
        raise SandboxError("The sandbox's token must be a number, a colon and a word: 1:sandbox.")
    return int(made_up[1])


def _application(token: str, world: World, webhook: Webhook, faults: Faults) -> Starlette:
    bot = BotHttp(token, world, BotApi(world, webhook), faults)
    return Starlette(
        routes=[
            Route("/bot{token}/{method}", bot.answer, methods=["GET", "POST"]),
            *PeopleApi(world).routes(),
            *Controls(world, faults).routes(),
            *page_files.routes(),
        ],
        middleware=[Middleware(OnlyOurPages)],
        exception_handlers={PeopleApiError: _say_error, HTTPException: _say_http_error},
    )


async def _say_error(_request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, PeopleApiError) else 500
    return JSONResponse({"error": str(error)}, status)


async def _say_http_error(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    sentence = {404: "There is nothing at this address.", 405: "This address takes other methods."}
    return JSONResponse({"error": sentence.get(status, str(error))}, status)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
    except OSError as busy:
        listener.close()
        perhaps = (
            f" Perhaps a demo runs already: look at http://{LOOPBACK}:{port}."
            if busy.errno == errno.EADDRINUSE
            else ""
        )
        raise SandboxError(
            f"Port {port} cannot be used ({busy.strerror}); choose another one.{perhaps}"
        ) from busy
    return listener


class _OnlySurprises(logging.Filter):
    """Lets through what uvicorn logs, except connections that were cut on purpose."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a record is worth a look."""
        ended_by_us = record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError)
        return not ended_by_us and "without completing response" not in record.getMessage()


QUIET = _OnlySurprises()


async def _serve(app: Starlette, listener: socket.socket) -> uvicorn.Server:
    """Let uvicorn serve in the running loop, without its signal handlers and its own main loop."""
    logging.getLogger("uvicorn.error").addFilter(QUIET)
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        ws="none",
        timeout_keep_alive=3600,
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listener])
    return server


async def _stop(server: uvicorn.Server) -> None:
    """Let running answers finish for a moment, then close every connection."""
    for listener in server.servers:
        listener.close()
    running = set(server.server_state.tasks)
    unfinished = (await asyncio.wait(running, timeout=TIME_TO_FINISH))[1] if running else set()
    for connection in list(server.server_state.connections):
        connection.transport.abort()
    for task in unfinished:
        task.cancel()
    await asyncio.gather(*unfinished, return_exceptions=True)
    await asyncio.sleep(0)
    for listener in server.servers:
        await listener.wait_closed()
