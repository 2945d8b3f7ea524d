"""The webhook: Telegram posts, and what is not Telegram's or not an update goes no further."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.config_sections import Telegram
from bot.settings import Settings
from storage.schema import inbox
from tests.cast import Relative
from tests.hand_clock import HandClock
from tests.stage import TOKEN, Stage

SECRET = "X-Telegram-Bot-Api-Secret-Token"


class WebhookStage(Stage):
    """A stage on which Telegram posts its updates to the bot."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, HandClock())
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def settings(self) -> Settings:
        address = {"webhook_url": f"http://127.0.0.1:{self.port}", "webhook_port": self.port}
        given = {"token": TOKEN, "api_url": self.sandbox.url, "mode": "webhook", **address}
        return super().settings().model_copy(update={"telegram": Telegram.model_validate(given)})

    @property
    def told(self) -> dict[str, str]:
        """What the bot told Telegram about its webhook."""
        calls = [each for each in self.sandbox.world.calls if each.method == "setWebhook"]
        return dict(calls[-1].params)

    async def posts(self, body: object, secret: str | None = None) -> int:
        """Post to the webhook, with the right secret unless another is given; return the status."""
        headers = {SECRET: self.told["secret_token"] if secret is None else secret}
        async with self.http.post(self.told["url"], data=body, headers=headers) as answer:
            return answer.status

    async def stored(self) -> int:
        """Return how many updates have ever been taken in."""
        query = select(func.count()).select_from(inbox)
        return int((await self.app.store.database.read(query))[0][0])


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[WebhookStage]:
    """A sandbox that posts, and the bot."""
    stage = WebhookStage(tmp_path)
    async with stage.open():
        yield stage


async def pieces(size: int) -> AsyncIterator[bytes]:
    """Come in pieces, so that nothing says beforehand how much it will be."""
    for _ in range(size // 50_000):
        yield b" " * 50_000


async def test_a_concern_is_raised_without_polling_once(stage: WebhookStage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    assert "mandag den 30. november" in await kim.raises_a_concern()
    assert "getUpdates" not in {call.method for call in stage.sandbox.world.calls}


@pytest.mark.parametrize("secret", ["", "wrong", "ø"])
async def test_without_the_secret_nothing_is_taken_in(stage: WebhookStage, secret: str) -> None:
    assert await stage.posts(b'{"update_id": 1}', secret) == 403
    async with stage.http.post(stage.told["url"], data=b'{"update_id": 1}') as answer:
        assert answer.status == 403
    assert await stage.stored() == 0


async def test_the_address_cannot_be_guessed(stage: WebhookStage) -> None:
    async with stage.http.post(f"http://127.0.0.1:{stage.port}/", data=b"{}") as answer:
        assert answer.status == 404
    assert len(stage.told["url"].rsplit("/", 1)[1]) == 32


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"[]", b"{}", b'{"update_id": "1"}', b"\xff", b"[" * 100_000],
    ids=["empty", "no JSON", "a list", "no id", "an id of text", "no UTF-8", "very deep"],
)
async def test_what_is_no_update_is_a_bad_request(stage: WebhookStage, body: bytes) -> None:
    assert await stage.posts(body) == 400
    assert await stage.stored() == 0


@pytest.mark.parametrize("body", [lambda: BytesIO(b" " * 1_100_000), lambda: pieces(1_100_000)])
async def test_what_is_too_large_is_refused_even_if_its_size_is_not_told(
    stage: WebhookStage, body: Callable[[], object]
) -> None:
    assert await stage.posts(body()) == 413
    assert await stage.stored() == 0


async def test_a_body_longer_than_its_header_says_is_a_bad_request(stage: WebhookStage) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.port)
    path = stage.told["url"].rsplit("/", 1)[1]
    head = f"POST /{path} HTTP/1.1\r\nHost: x\r\n{SECRET}: {stage.told['secret_token']}\r\n"
    writer.write(f"{head}Content-Length: 5\r\n\r\n".encode() + b'{"update_id": 1}' * 1000)
    async with asyncio.timeout(10):
        assert (await reader.readline()).split()[1] == b"400"
    writer.close()
    await writer.wait_closed()
    assert await stage.stored() == 0


async def test_what_is_said_while_the_bot_is_away_is_answered_when_it_is_back(
    stage: WebhookStage,
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.bot_stops()
    await kim.says("/start")
    await kim.sees_nothing_new()
    assert stage.sandbox.world.pending() == 1
    await stage.bot_starts()
    await kim.sees("Hvilket sprog?")
