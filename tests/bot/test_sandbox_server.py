import asyncio
import json
import signal
import time
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.cli import cli
from bot.clock import SystemClock
from bot.demo.facts import TOKEN as TOKEN_OF_THE_DEMO
from bot.sandbox.errors import SandboxError
from bot.sandbox.server import REAL_TOKEN as TOKEN_OF_A_REAL_BOT
from bot.sandbox.server import Sandbox
from tests.bot.command import Operator
from tests.bot.sandbox_fixture import TOKEN, HandClock, Scene, a_scene  # noqa: F401


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    return Operator(tmp_path, "http://127.0.0.1:9")


async def test_a_busy_port_is_named_in_one_sentence(scene: Scene) -> None:
    port = int(scene.sandbox.url.rpartition(":")[2])
    with pytest.raises(SandboxError, match=f"Port {port} cannot be used"):
        async with Sandbox(TOKEN, "bot", HandClock(), port):
            pass


@pytest.mark.parametrize(
    ("token", "sentence"),
    [("1234567890:" + "A" * 35, "real bot's token"), ("sandbox", "a number, a colon and a word")],
)
def test_a_token_must_be_made_up(token: str, sentence: str) -> None:
    with pytest.raises(SandboxError, match=sentence):
        Sandbox(token, "bot", HandClock())


async def test_signal_handlers_are_left_alone() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    async with Sandbox(TOKEN, "bot", HandClock()):
        assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


async def test_leaving_is_prompt_though_polls_and_watchers_wait(scene: Scene) -> None:
    sandbox = Sandbox(TOKEN, "bot", HandClock())
    async with aiohttp.ClientSession() as http:
        async with sandbox:
            watching = await http.get(sandbox.url + "/sandbox/events")
            polling = asyncio.create_task(
                http.get(f"{sandbox.url}/bot{TOKEN}/getUpdates?timeout=50")
            )
            await sandbox.world.until(lambda world: world.updates.is_awaited)
            started = time.monotonic()
        assert time.monotonic() - started < 0.3
        assert b"poll" in await watching.read()
        with pytest.raises(aiohttp.ClientPayloadError):
            await (await polling).read()


async def test_watchers_hear_of_every_change(scene: Scene) -> None:
    async with scene.http.get("/sandbox/events") as stream:
        await stream.content.readuntil(b"\n\n")
        anna = await scene.stranger()
        await scene.bot.get_me()
        await scene.post("/sandbox/clock", seconds=5)
        heard = [json.loads((await stream.content.readuntil(b"\n\n"))[6:]) for _ in range(3)]
    call = {"kind": "call", "n": len(scene.sandbox.world.calls)}
    assert heard == [{"kind": "chat", "person": anna.id}, call, {"kind": "clock"}]


async def test_the_clock_moves_forward_on_request(scene: Scene) -> None:
    assert await scene.get("/sandbox/clock") == {"now": "2026-11-23T09:00:00+00:00"}
    moved = await scene.post("/sandbox/clock", seconds=90)
    assert moved == {"now": "2026-11-23T09:01:30+00:00"}
    assert "error" in await scene.post("/sandbox/clock", seconds=-1)


async def test_the_machines_own_clock_cannot_be_moved() -> None:
    async with (
        Sandbox(TOKEN, "bot", SystemClock()) as sandbox,
        aiohttp.ClientSession(sandbox.url) as http,
        http.post("/sandbox/clock", json={"seconds": 5}) as answer,
    ):
        assert answer.status == 409
        sentence = {"error": "This sandbox runs on a clock that cannot be moved."}
        assert await answer.json() == sentence


async def test_waiting_for_something_ends_when_it_happens(scene: Scene) -> None:
    anna = await scene.someone()
    world = scene.sandbox.world
    waiting = asyncio.create_task(world.until(lambda it: len(it.chat(anna.id).messages) == 2))
    await scene.bot.send_message(anna.id, "Hej")
    await waiting


async def test_waiting_in_vain_says_what_has_happened_instead(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.says("hej")
    with pytest.raises(TimeoutError, match=r"1 updates are pending, 1 calls were made.*getMe 200"):
        await scene.sandbox.world.until(lambda world: False, timeout=0.01)


async def test_the_page_is_served_with_strict_headers_and_nothing_beside_it(scene: Scene) -> None:
    async with scene.http.get("/page/no-such-file.js") as missing:
        assert missing.status == 404
        assert missing.headers["Content-Security-Policy"].startswith("default-src 'self'")
        assert missing.headers["X-Content-Type-Options"] == "nosniff"
    async with scene.http.get("/page/%2e%2e/server.py") as outside:
        assert outside.status == 404
    async with scene.http.get("/") as index:
        assert index.headers["X-Content-Type-Options"] == "nosniff"


OURS = ("127.0.0.1", "localhost")


@pytest.mark.parametrize("path", ["/", "/sandbox/people", "/sandbox/clock", "/bot1:sandbox/getMe"])
@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "", "[::1]"])
async def test_a_name_that_leads_here_from_elsewhere_is_refused(
    scene: Scene, path: str, name: str
) -> None:
    port = scene.sandbox.url.rpartition(":")[2]
    for host in (f"{name}:{port}", name):
        async with scene.http.get(path, headers={"Host": host}) as answer:
            assert answer.status == 403
            assert "only its own page" in await answer.text()


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", ""])
async def test_a_page_from_elsewhere_can_do_nothing(scene: Scene, origin: str) -> None:
    people = len(scene.sandbox.world.chats)
    body = b'{"name": "Kim"}'
    headers = {"Origin": origin, "Content-Type": "text/plain"}
    async with scene.http.post("/sandbox/people", data=body, headers=headers) as answer:
        assert answer.status == 403
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert len(scene.sandbox.world.chats) == people


@pytest.mark.parametrize("name", OURS)
async def test_its_own_page_is_answered_by_both_names(scene: Scene, name: str) -> None:
    host = f"{name}:{scene.sandbox.url.rpartition(':')[2]}"
    headers = {"Host": host, "Origin": f"http://{host}"}
    async with scene.http.get("/sandbox/people", headers=headers) as answer:
        assert answer.status == 200


async def test_it_listens_on_this_machine_only(scene: Scene) -> None:
    listening = [each.getsockname()[0] for each in scene.sandbox._server.servers[0].sockets]
    assert listening == ["127.0.0.1"]


def test_the_demo_takes_no_address_and_no_token() -> None:
    shown = CliRunner().invoke(cli, ["demo", "--help"]).output
    assert "--port" in shown
    assert "--host" not in shown
    assert "--token" not in shown
    assert not TOKEN_OF_A_REAL_BOT.fullmatch(TOKEN_OF_THE_DEMO)


async def test_the_sandbox_alone_serves_any_bot(operator: Operator) -> None:
    words = ("sandbox", "--port", "0", "--token", "7:made-up", "--username", "some_bot")
    async with operator.starts(*words) as running, aiohttp.ClientSession() as http:
        line = await running.says("answers at http://127.0.0.1:", "stdout")
        url = line.split("answers at ")[1].partition(";")[0]
        async with http.get(f"{url}/bot7:made-up/getMe") as answer:
            assert (await answer.json())["result"]["username"] == "some_bot"
        async with http.post(f"{url}/sandbox/clock", json={"seconds": 60}) as answer:
            assert answer.status == 200
        async with http.get(f"{url}/demo") as answer:
            assert answer.status == 404
        ended = await running.ends(signal.SIGINT)
    assert (ended.code, ended.err) == (0, "")


async def test_the_sandbox_alone_refuses_a_real_token_and_never_prints_it(
    operator: Operator,
) -> None:
    token = "1234567890:" + "A" * 35
    ended = await operator.runs("sandbox", "--port", "0", "--token", token)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "This looks like a real bot's token; the sandbox takes only a made-up one.\n"
    )
