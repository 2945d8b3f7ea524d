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
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.config_sections import Telegram
from bot.gateway import Gateway
from bot.telegram_bot import WANTED_UPDATES, TelegramBot
from storage.store import Store

_log = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes; an update is far smaller


class CannotListen(Exception):
    """Telegram cannot post here; the sentence says why and what to do."""


class QuietServer(uvicorn.Server):
    """A server inside our own loop: signals are the command line's business."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signal handlers as they are."""
        yield


class Webhook:
    """Listens where Telegram posts."""

    def __init__(
        self, bot: TelegramBot, gateway: Gateway, settings: Telegram, store: Store
    ) -> None:
        self._bot = bot
        self._gateway = gateway
        self._settings = settings
        self._secret = store.keyring.key("webhook secret").hex()
        path = f"/{store.keyring.key('webhook path').hex()[:32]}"
        self._url = f"{(settings.webhook_url or '').rstrip('/')}{path}"
        app = Starlette(routes=[Route(path, self._post, methods=["POST"])])
        config = uvicorn.Config(
            app,
            host=settings.webhook_host,
            port=settings.webhook_port,
            log_config=None,
            access_log=False,
            lifespan="off",
        )
        self._server = QuietServer(config)
        self._task: asyncio.Task[None] | None = None

    def listen(self) -> None:
        """Start to listen; raises CannotListen with a sentence."""
        listener = _listen(self._server.config.host, self._server.config.port)
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

    async def _post(self, request: Request) -> Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if len(body) > _LARGEST:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            return Response(status_code=400)
        try:
            await self._gateway.receive([update])
        except SQLAlchemyError as error:
            _log.warning("The inbox cannot be written: %s", type(error).__name__)
            return Response(status_code=500)
        return Response(status_code=200)


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


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=_family(host))
    except OSError as error:
        raise CannotListen(
            f"telegram.webhook_port: port {port} at {host} cannot be used ({error.strerror}); "
            "choose another one."
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
