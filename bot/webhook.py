"""The webhook: Telegram posts updates here; each is committed before it is answered."""

import asyncio
import contextlib
import hmac
import json
import logging
from collections.abc import Iterator

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.gateway import Gateway
from bot.settings import Telegram
from bot.telegram_bot import WANTED_UPDATES, TelegramBot
from storage.store import Store

_log = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes; an update is far smaller


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

    async def start(self) -> None:
        """Start to listen, and tell Telegram where."""
        self._task = asyncio.create_task(self._server.serve(), name="webhook")
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
        if int(request.headers.get("Content-Length") or 0) > _LARGEST:
            return Response(status_code=413)
        try:
            update = json.loads(await request.body())
            if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
                return Response(status_code=400)
        except ValueError:
            return Response(status_code=400)
        try:
            await self._gateway.receive([update])
        except SQLAlchemyError as error:
            _log.warning("The inbox cannot be written: %s", type(error).__name__)
            return Response(status_code=500)
        return Response(status_code=200)
