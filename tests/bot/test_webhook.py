"""The webhook: Telegram posts, and what is not Telegram's or not an update goes no further."""

import asyncio
import contextlib
import re
import socket
from collections.abc import AsyncIterator, Callable
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.app import open_app
from bot.config.sections import Telegram
from bot.config.settings import Settings
from bot.sandbox.world import World
from bot.telegram.webhook import Brief, CannotListen, listen
from storage.schema import inbox
from tests.cast import Relative
from tests.hand_clock import HandClock
from tests.stage import TOKEN, Stage

SECRET = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = (
    b'{"update_id": 1, "message": {"message_id": 1, "date": 1790000000, "text": "hej", '
    b'"chat": {"id": 5, "type": "private"}, "from": {"id": 5, "is_bot": false}}}'
)
LENGTH = f"Content-Length: {len(UPDATE)}\r\n\r\n".encode()


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

    async def sends(self, raw: bytes) -> bytes:
        """Send bytes to the port as they are; return all that comes until the bot hangs up."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(raw)
        answer = b""
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(10):
                answer = await reader.read()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        return answer

    @property
    def head(self) -> bytes:
        """Return how a request of Telegram's own begins, its length apart."""
        path = self.told["url"].rsplit("/", 1)[1]
        secret = self.told["secret_token"]
        return f"POST /{path} HTTP/1.1\r\nHost: x\r\n{SECRET}: {secret}\r\n".encode()

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


async def test_beside_the_webhook_the_bot_asks_whether_telegram_answers(
    stage: WebhookStage,
) -> None:
    def asked_again(world: World) -> bool:
        return [each.method for each in world.calls if each.status == 200].count("getMe") >= 2

    await stage.sandbox.world.until(asked_again)


@pytest.mark.parametrize("secret", ["", "wrong", "ø"])
async def test_without_the_secret_nothing_is_taken_in(stage: WebhookStage, secret: str) -> None:
    assert await stage.posts(UPDATE, secret) == 403
    async with stage.http.post(stage.told["url"], data=UPDATE) as answer:
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


async def test_a_million_bytes_are_read_and_one_more_is_not(stage: WebhookStage) -> None:
    assert await stage.posts(BytesIO(b" " * 1_000_000)) == 400
    assert await stage.posts(BytesIO(b" " * 1_000_001)) == 413


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


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST"])
async def test_everywhere_else_there_is_nothing_whatever_is_asked(
    stage: WebhookStage, method: str
) -> None:
    path, secret = stage.told["url"].rsplit("/", 1)[1], {SECRET: stage.told["secret_token"]}
    others = ["", path[:-1], f"{path}/", f"{path}0", path.upper(), "docs", "%00"]
    others += [] if method == "POST" else [path]
    seen = set()
    for each in others:
        url = f"http://127.0.0.1:{stage.port}/{each}"
        async with stage.http.request(method, url, headers=secret, data=UPDATE) as answer:
            told = {name: answer.headers[name] for name in answer.headers if name != "Date"}
            seen.add((answer.status, await answer.read(), repr(sorted(told.items()))))
    assert len(seen) == 1, seen
    assert next(iter(seen))[0] == 404
    assert "uvicorn" not in repr(seen)
    assert await stage.stored() == 0


@pytest.mark.parametrize("doubled", ["right and wrong", "right twice"])
async def test_two_secrets_are_none(stage: WebhookStage, doubled: str) -> None:
    second = stage.told["secret_token"] if doubled == "right twice" else "wrong"
    raw = stage.head + f"{SECRET}: {second}\r\n".encode() + LENGTH + UPDATE
    assert b" 403 " in await stage.sends(raw)
    assert await stage.stored() == 0


async def test_without_the_secret_no_body_is_waited_for(stage: WebhookStage) -> None:
    raw = re.sub(rb"Token: \w+", b"Token: wrong", stage.head) + b"Content-Length: 900000\r\n\r\n"
    assert b" 403 " in await stage.sends(raw)


async def test_a_head_that_never_ends_is_refused(stage: WebhookStage) -> None:
    assert b" 400 " in await stage.sends(stage.head + b"X: " + b"y" * 100_000)
    assert await stage.stored() == 0


@pytest.mark.parametrize("part", ["nothing", "half a head", "half a body", "one after another"])
async def test_nobody_can_hold_a_connection(
    stage: WebhookStage, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Brief, "seconds", 0.1)
    whole = stage.head + b"Content-Length: 16\r\n\r\n"
    raw = {"nothing": b"", "half a head": whole[:40], "half a body": whole + b'{"update'}
    assert b" 200 " not in await stage.sends(raw.get(part, whole + b'{"update_id": x}' + whole))
    assert await stage.stored() == 0


async def test_after_an_answer_the_connection_is_over(stage: WebhookStage) -> None:
    following = UPDATE.replace(b'"update_id": 1', b'"update_id": 2')
    raw = stage.head + LENGTH + UPDATE + stage.head + LENGTH + following
    assert (await stage.sends(raw)).count(b"HTTP/1.1 200") == 1
    assert await stage.stored() == 1
    await stage.settles()


async def test_more_connections_than_telegram_opens_are_turned_away(stage: WebhookStage) -> None:
    idle = [await asyncio.open_connection("127.0.0.1", stage.port) for _ in range(200)]
    assert b" 503 " in await stage.sends(stage.head + b"Content-Length: 2\r\n\r\n{}")
    for _, writer in idle:
        writer.close()
        await writer.wait_closed()
    assert b" 400 " in await stage.sends(stage.head + b"Content-Length: 2\r\n\r\n{}")


async def test_the_path_and_the_secret_come_from_the_root_key_alone(stage: WebhookStage) -> None:
    before = dict(stage.told)
    await stage.bot_stops()
    await stage.bot_starts()
    keyring = stage.app.store.keyring
    assert stage.told == before
    assert before["secret_token"] == keyring.key("webhook secret").hex()
    assert before["url"].endswith(f"/{keyring.key('webhook path').hex()[:32]}")


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


async def test_what_cannot_be_kept_is_not_confirmed(stage: WebhookStage) -> None:
    engine = create_async_engine(stage.settings().storage.url)
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE inbox RENAME TO away"))
    assert await stage.posts(UPDATE) == 500
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE away RENAME TO inbox"))
    await engine.dispose()
    assert await stage.posts(UPDATE) == 200


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"port {port} at 127.0.0.1 cannot be used"):
            listen("telegram.webhook_port", "127.0.0.1", port)


async def test_one_that_never_listened_can_be_stopped(tmp_path: Path) -> None:
    stage = WebhookStage(tmp_path)
    async with stage.sandbox:
        app = await open_app(stage.settings(), stage.clock)
        await app.stop()
