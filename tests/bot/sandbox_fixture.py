"""A running sandbox with a real bot library on one side and people's HTTP on the other."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.request import HTTPXRequest

from bot.sandbox.server import Sandbox

Json = dict[str, Any]
TOKEN = "1:sandbox"


class HandClock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def advance(self, step: timedelta) -> None:
        self._now += step


@dataclass
class Someone:
    """A person in the sandbox, who acts over HTTP."""

    id: int
    scene: "Scene"

    async def does(self, act: str, **details: Any) -> Any:
        return await self.scene.post(f"/sandbox/people/{self.id}/{act}", **details)

    async def says(self, text: str, **details: Any) -> int:
        sent = await self.does("messages", text=text, **details)
        return int(sent["message_ids"][-1])

    async def taps(self, message_id: int, button: str) -> str:
        tapped = await self.does("taps", message_id=message_id, button=button)
        return str(tapped["callback_query_id"])

    async def sees(self) -> Json:
        seen: Json = await self.scene.get(f"/sandbox/people/{self.id}/chat")
        return seen

    async def texts(self) -> list[str]:
        return [message["text"] for message in (await self.sees())["messages"]]


@dataclass
class Scene:
    """The sandbox, its clock, a bot that talks to it, and HTTP for everything else."""

    sandbox: Sandbox
    clock: HandClock
    bot: telegram.Bot
    http: aiohttp.ClientSession

    async def someone(self, name: str = "Anna", **details: Any) -> Someone:
        """Let a person exist who has started the bot; the update about it is already gone."""
        stranger = await self.stranger(name, **details)
        await stranger.does("start")
        self.sandbox.world.updates.clear()
        return stranger

    async def stranger(self, name: str = "Anna", **details: Any) -> Someone:
        """Let a person exist who has never opened the bot."""
        person = await self.post("/sandbox/people", name=name, **details)
        return Someone(person["id"], self)

    async def post(self, path: str, **body: Any) -> Any:
        async with self.http.post(path, json=body) as answer:
            return await answer.json()

    async def get(self, path: str) -> Any:
        async with self.http.get(path) as answer:
            return await answer.json()

    async def delete(self, path: str) -> Any:
        async with self.http.delete(path) as answer:
            return await answer.json()

    async def call(self, method: str, **params: Any) -> Json:
        """Call the Bot API without a library and return the whole answer."""
        answer: Json = await self.post(f"/bot{TOKEN}/{method}", **params)
        return answer

    async def refusal(self, method: str, **params: Any) -> str:
        """Return the words with which a call is refused."""
        answer = await self.call(method, **params)
        assert answer["ok"] is False
        return str(answer["description"])

    async def ids(self, **params: Any) -> list[int]:
        """Return the ids of the updates the bot gets."""
        answer = await self.call("getUpdates", **params)
        return [update["update_id"] for update in answer["result"]]


def plain_http() -> HTTPXRequest:
    """Return a transport that does not read the machine's certificates, which takes long."""
    return HTTPXRequest(read_timeout=10, httpx_kwargs={"verify": False})


@pytest.fixture(name="scene")
async def a_scene() -> AsyncIterator[Scene]:
    clock = HandClock()
    async with Sandbox(TOKEN, "brobygger_demo_bot", clock) as sandbox:
        bot = telegram.Bot(
            TOKEN,
            base_url=sandbox.url + "/bot",
            request=plain_http(),
            get_updates_request=plain_http(),
        )
        async with bot, aiohttp.ClientSession(sandbox.url) as http:
            yield Scene(sandbox, clock, bot, http)
