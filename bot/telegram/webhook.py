"""The webhook: Telegram posts updates here; each is committed before it is answered."""

import asyncio
import contextlib
import hmac
import json
import logging
import socket
from collections.abc import Iterator
from typing import Any

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.config.sections import Telegram
from bot.telegram.client import WANTED_UPDATES, TelegramBot
from bot.telegram.gateway import Gateway
from storage.store import Store

_log = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes; an update is far smaller
_LARGEST_HEAD = 16_384  # bytes of request line and headers
_CONNECTIONS = 200  # at once; Telegram opens at most 100
_LAST_ANSWERS = 3  # seconds for what is being answered when we stop
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


class CannotListen(Exception):
    """A port cannot be listened on; the sentence says why and what to do."""


class QuietServer(uvicorn.Server):
    """A server inside our own loop: signals are the command line's business."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signal handlers as they are."""
        yield


class Brief(H11Protocol):
    """A connection for one request, cut after so many seconds whatever it is doing.

    So nobody can hold it by sending little by little, or nothing; Telegram posts again.
    """

    seconds = 20.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to count."""
        super().connection_made(transport)
        self._cut = self.loop.call_later(self.seconds, transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting."""
        self._cut.cancel()
        super().connection_lost(exc)


def brief_server(
    answer: Any, host: str, port: int, connections: int, last_answers: int
) -> QuietServer:
    """Return a server of brief connections, so many at once, that says nothing of itself.

    What is being answered when it stops has `last_answers` seconds.
    """
    config = uvicorn.Config(
        answer,
        host=host,
        port=port,
        http=Brief,
        interface="asgi3",
        ws="none",
        headers=[("Connection", "close")],
        server_header=False,
        limit_concurrency=connections,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=last_answers,
    )
    return QuietServer(config)


class Webhook:
    """Listens where Telegram posts; to everybody else there is nothing here."""

    def __init__(
        self, bot: TelegramBot, gateway: Gateway, settings: Telegram, store: Store
    ) -> None:
        self._bot = bot
        self._gateway = gateway
        self._settings = settings
        self._secret = store.keyring.key("webhook secret").hex()
        self._path = f"/{store.keyring.key('webhook path').hex()[:32]}"
        self._url = f"{(settings.webhook_url or '').rstrip('/')}{self._path}"
        place = settings.webhook_host, settings.webhook_port
        self._server = brief_server(self._answer, *place, _CONNECTIONS, _LAST_ANSWERS)
        self._task: asyncio.Task[None] | None = None

    def listen(self) -> None:
        """Start to listen; raises CannotListen with a sentence."""
        config = self._server.config
        listener = listen("telegram.webhook_port", config.host, config.port)
        self._task = asyncio.create_task(self._server.serve([listener]), name="webhook")

    async def announce(self) -> None:
        """Tell Telegram where we listen; raises TelegramError."""
        await self._bot.set_webhook(
            self._url, allowed_updates=WANTED_UPDATES, secret_token=self._secret
        )

    async def stop(self) -> None:
        """Stop listening; Telegram keeps what it cannot deliver."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        is_ours = request.method == "POST" and _same(scope["path"], self._path)
        response = await self._post(request) if is_ours else Response(status_code=404)
        await response(scope, receive, send)

    async def _post(self, request: Request) -> Response:
        given = request.headers.getlist(_SECRET)
        if len(given) != 1 or not _same(given[0], self._secret):
            return Response(status_code=403)  # before anything of the body is read
        body = await _body(request)
        if len(body) > _LARGEST:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            return Response(status_code=400)
        try:
            await self._gateway.receive([update])
        except (SQLAlchemyError, OSError) as error:
            _log.warning("The inbox cannot be written: %s", type(error).__name__)
            return Response(status_code=500)
        return Response(status_code=200)


def _same(given: str, ours: str) -> bool:
    """Compare in a time that tells nothing of what is ours."""
    return hmac.compare_digest(given.encode(errors="replace"), ours.encode())


async def _body(request: Request) -> bytes:
    """Read what is posted, but little more than is allowed, whatever its header promises."""
    body = b""
    with contextlib.suppress(ClientDisconnect):
        async for piece in request.stream():
            body += piece
            if len(body) > _LARGEST:
                break
    return body


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    is_one = isinstance(update, dict) and type(update.get("update_id")) is int
    return update if is_one else None


def listen(key: str, host: str, port: int) -> socket.socket:
    """Return a listening socket; raises CannotListen with a sentence that names the key."""
    try:
        return socket.create_server((host, port), family=_family(host))
    except OSError as error:
        raise CannotListen(
            f"{key}: port {port} at {host} cannot be used ({error.strerror}); choose another one."
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
