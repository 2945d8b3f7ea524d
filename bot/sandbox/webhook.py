"""Posts updates to the bot's address, in order, until each has been taken."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

import aiohttp

from bot.sandbox.chat import Json
from bot.sandbox.updates import Update
from bot.sandbox.world import World

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0
LOOK_AGAIN = 60.0
PATIENCE = aiohttp.ClientTimeout(total=30)


@dataclass(frozen=True)
class Target:
    """Where the bot wants its updates, and the word that proves they come from Telegram."""

    url: str
    secret: str | None
    max_connections: int = 40

    def headers(self) -> dict[str, str]:
        """Return the headers that go with every update."""
        return {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}


class Webhook:
    """Delivers to one target at a time."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._delivery: asyncio.Task[None] | None = None
        self._last_error: tuple[datetime, str] | None = None
        self.target: Target | None = None

    def point_at(self, target: Target | None) -> None:
        """Deliver to `target` from now on, or to nobody."""
        if self._delivery:
            self._delivery.cancel()
        self.target, self._last_error, self._delivery = target, None, None
        if target:
            self._delivery = asyncio.create_task(self._deliver_all(target))

    async def close(self) -> None:
        """Stop delivering."""
        delivery = self._delivery
        self.point_at(None)
        if delivery:
            with contextlib.suppress(asyncio.CancelledError):
                await delivery

    def as_json(self) -> Json:
        """Return Telegram's WebhookInfo object."""
        info: Json = {
            "url": self.target.url if self.target else "",
            "has_custom_certificate": False,
            "pending_update_count": self._world.pending(),
        }
        if self.target:
            info["max_connections"] = self.target.max_connections
        if self._last_error:
            info["last_error_date"] = int(self._last_error[0].timestamp())
            info["last_error_message"] = self._last_error[1]
        if self._world.updates.allowed is not None:
            info["allowed_updates"] = sorted(self._world.updates.allowed)
        return info

    async def _deliver_all(self, target: Target) -> None:
        updates, pause = self._world.updates, FIRST_PAUSE
        async with aiohttp.ClientSession(timeout=PATIENCE, headers=target.headers()) as session:
            while True:
                oldest = updates.take(offset=0, limit=1, now=self._world.now())
                if not oldest:
                    await updates.wait(LOOK_AGAIN)
                elif await self._deliver(session, target, oldest[0]):
                    updates.take(offset=oldest[0].id + 1, limit=0, now=self._world.now())
                    self._world.changes.announce({"kind": "webhook"})
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)

    async def _deliver(
        self, session: aiohttp.ClientSession, target: Target, update: Update
    ) -> bool:
        try:
            async with session.post(
                target.url, json=update.as_json(), allow_redirects=False
            ) as answer:
                if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
                    return True
                fault = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError):
            fault = "Connection refused"
        self._last_error = (self._world.now(), fault)
        return False
