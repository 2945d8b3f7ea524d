"""The way to Telegram: straight, checked, and no larger than it must be, whoever answers."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from telegram.error import NetworkError, TelegramError

from bot.telegram import http as telegram_http
from bot.telegram.client import TelegramBot
from bot.telegram.http import AnswerLost, NotSent

TOKEN = "1:sandbox"
SECRETS = (TOKEN, "127.0.0.1", "/bot", "http")
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application_of(answer: Answer) -> web.Application:
    """Return what gives one answer to everything."""
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    return application


@asynccontextmanager
async def answering(answer: Answer) -> AsyncIterator[str]:
    """Serve one answer to everything, and give the address."""
    async with TestServer(application_of(answer), host="127.0.0.1") as server:
        yield str(server.make_url("")).rstrip("/")


async def refusal(url: str) -> TelegramError:
    """Ask who the bot is, and return the error that follows."""
    bot = TelegramBot(TOKEN, url)
    with pytest.raises(TelegramError) as raised:
        await bot.initialize()
    await bot.shutdown()
    told = f"{raised.value!s} {raised.value!r} {raised.value.__cause__!r}"
    assert not [each for each in SECRETS if each in told], told
    assert raised.value.__suppress_context__ or raised.value.__context__ is None
    return raised.value


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_no_redirect_is_followed(status: int) -> None:
    came: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        came.append(request.path)
        return web.Response(text='{"ok": true, "result": {}}')

    async with answering(elsewhere) as other:

        async def away(_: web.Request) -> web.Response:
            return web.Response(status=status, headers={"Location": f"{other}/bot{TOKEN}/getMe"})

        async with answering(away) as url:
            await refusal(url)
    assert came == []


async def test_an_endless_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_http, "_LARGEST", 1_000_000)
    sent = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(1000):
            await response.write(b" " * 100_000)
            sent += 100_000
        return response

    async with answering(endless) as url:
        assert "too large" in str(await refusal(url))
    assert sent < 50_000_000


async def test_no_answer_is_unpacked_so_a_small_one_never_becomes_huge() -> None:
    asked: list[str] = []

    async def packed(request: web.Request) -> web.Response:
        asked.append(request.headers["Accept-Encoding"])
        body = gzip.compress(b'{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": ""}}')
        return web.Response(body=body, headers={"Content-Encoding": "gzip"})

    async with answering(packed) as url:
        assert isinstance(await refusal(url), AnswerLost)
    assert set(asked) == {"identity"}


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 200_000, b"1" * 100_000, b"\xff\xfe"])
async def test_an_answer_that_is_none_is_lost(body: bytes) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=body)

    async with answering(answer) as url:
        assert isinstance(await refusal(url), NetworkError)


async def test_of_what_is_given_as_updates_only_those_with_a_number_are_taken() -> None:
    given: list[object] = [{"message": {}}, "words", None, {"update_id": "7"}, {"update_id": 8}]

    async def updates(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": given})

    async with answering(updates) as url:
        bot = TelegramBot(TOKEN, url)
        await bot._request[0].initialize()
        assert await bot.raw_updates(0, 0) == [{"update_id": 8}]
        await bot._request[0].shutdown()


async def test_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[str] = []

    async def proxy(request: web.Request) -> web.Response:
        came.append(str(request.url))
        return web.Response(text='{"ok": true, "result": {}}')

    async with answering(proxy) as url:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert isinstance(await refusal("http://127.0.0.1:1"), NotSent)
    assert came == []


async def test_a_certificate_that_nobody_signed_is_refused(tmp_path: Path) -> None:
    came: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        came.append(request.path)
        return web.Response(text='{"ok": true, "result": {}}')

    server = TestServer(application_of(answer), host="127.0.0.1", scheme="https")
    await server.start_server(ssl=signed_by_itself(tmp_path))
    try:
        assert isinstance(await refusal(f"https://127.0.0.1:{server.port}"), NotSent)
    finally:
        await server.close()
    assert came == []


async def test_an_answer_cut_in_the_middle_says_no_address() -> None:
    async def cut(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"{")
        assert request.transport is not None
        request.transport.abort()
        await asyncio.sleep(0)
        return response

    async with answering(cut) as url:
        assert isinstance(await refusal(url), AnswerLost)


def signed_by_itself(folder: Path) -> ssl.SSLContext:
    """Return what a server needs that only says itself who it is."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    address = x509.IPAddress(ip_address("127.0.0.1"))
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "server.pem"
    file.write_bytes(private + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
