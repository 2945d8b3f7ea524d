import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bot.sandbox_fixture import Scene, a_scene  # noqa: F401


@dataclass
class Receiver:
    """The bot's own address: takes updates, refusing the first few."""

    refusals: int = 0
    url: str = ""
    tries: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        self.tries.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.news.set()
        return web.Response(status=503 if len(self.tries) <= self.refusals else 200)

    async def until(self, is_true: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not is_true():
                self.news.clear()
                await self.news.wait()


@asynccontextmanager
async def receiver(refusals: int = 0) -> AsyncIterator[Receiver]:
    taker = Receiver(refusals)
    application = web.Application()
    application.router.add_post("/hook", taker.take)
    async with TestServer(application, host="127.0.0.1") as server:
        taker.url = str(server.make_url("/hook"))
        yield taker


async def test_updates_are_posted_in_order_with_the_secret(scene: Scene) -> None:
    async with receiver() as ours:
        anna = await scene.someone()
        await anna.says("ventede")
        await scene.bot.set_webhook(ours.url, secret_token="hemmelig")
        await anna.says("kom siden")
        await scene.sandbox.world.until(lambda world: world.pending() == 0)
        assert [update["message"]["text"] for update in ours.tries] == ["ventede", "kom siden"]
        assert ours.secrets == ["hemmelig", "hemmelig"]


async def test_a_refused_update_is_tried_again_before_the_next(scene: Scene) -> None:
    async with receiver(refusals=1) as ours:
        anna = await scene.someone()
        await scene.bot.set_webhook(ours.url)
        await anna.says("en")
        await anna.says("to")
        await ours.until(lambda: len(ours.tries) == 3)
        assert [update["message"]["text"] for update in ours.tries] == ["en", "en", "to"]
        info = await scene.bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_an_address_where_nobody_answers_keeps_the_update_waiting(scene: Scene) -> None:
    async with receiver() as ours:
        gone = ours.url
    anna = await scene.someone()
    await scene.bot.set_webhook(gone)
    await anna.says("hej")
    await scene.bot.delete_webhook()
    assert len(await scene.bot.get_updates()) == 1


async def test_polling_and_a_webhook_exclude_each_other(scene: Scene) -> None:
    waiting = asyncio.create_task(scene.refusal("getUpdates", timeout=50))
    await scene.sandbox.world.until(lambda world: world.updates.is_awaited)
    async with receiver() as ours:
        await scene.bot.set_webhook(ours.url, allowed_updates=["message"])
        assert await waiting == "Conflict: terminated by setWebhook request"
        assert "can't use getUpdates method while webhook is active" in await scene.refusal(
            "getUpdates"
        )
        info = await scene.bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == (ours.url, ("message",))
        await scene.bot.delete_webhook()
        assert await scene.ids() == []


async def test_what_waits_can_be_dropped(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.says("hej")
    await scene.bot.delete_webhook(drop_pending_updates=True)
    assert await scene.ids() == []


async def test_a_faulty_webhook_is_refused(scene: Scene) -> None:
    assert "bad webhook" in await scene.refusal("setWebhook", url="ftp://eks.dk")
    refusal = await scene.refusal("setWebhook", url="http://127.0.0.1:1/", secret_token="æ")
    assert refusal == "Bad Request: secret token contains unallowed characters"
