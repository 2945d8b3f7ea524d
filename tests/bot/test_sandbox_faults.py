import asyncio
import time

import aiohttp
import pytest
from telegram.error import NetworkError, TelegramError

from bot.sandbox.server import Sandbox
from tests.bot.sandbox_fixture import TOKEN, HandClock, Scene, a_scene  # noqa: F401


async def fault(scene: Scene, **details: object) -> None:
    assert await scene.post("/sandbox/faults", **details) == {}


async def test_a_flood_refusal_says_how_long_to_wait_and_then_is_over(scene: Scene) -> None:
    anna = await scene.someone()
    await fault(scene, kind="429", method="sendMessage", times=2, retry_after=7)
    for _ in range(2):
        answer = await scene.call("sendMessage", chat_id=anna.id, text="Hej")
        assert answer["description"] == "Too Many Requests: retry after 7"
        assert answer["parameters"] == {"retry_after": 7}
    await scene.bot.send_message(anna.id, "Hej")
    assert await anna.texts() == ["/start", "Hej"]
    assert [call.fault for call in scene.sandbox.world.calls[-3:]] == ["429", "429", None]


async def test_a_flood_refusal_can_meet_one_chat_only(scene: Scene) -> None:
    anna, bo = await scene.someone("Anna"), await scene.someone("Bo")
    await fault(scene, kind="429", method="sendMessage", chat_id=anna.id)
    await scene.bot.send_message(bo.id, "Hej")
    refusal = await scene.refusal("sendMessage", chat_id=anna.id, text="Hej")
    assert refusal == "Too Many Requests: retry after 3"


@pytest.mark.parametrize(
    ("kind", "words"), [("500", "Internal Server Error"), ("502", "Bad Gateway")]
)
async def test_server_errors_do_nothing(scene: Scene, kind: str, words: str) -> None:
    anna = await scene.someone()
    await fault(scene, kind=kind, method="*")
    with pytest.raises(TelegramError, match=words):
        await scene.bot.send_message(anna.id, "Hej")
    assert await anna.texts() == ["/start"]


@pytest.mark.parametrize(
    ("kind", "texts"), [("cut_before", ["/start"]), ("cut_after", ["/start", "Hej"])]
)
async def test_a_cut_connection_leaves_open_what_happened(
    scene: Scene, kind: str, texts: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    anna = await scene.someone()
    await fault(scene, kind=kind, method="sendMessage")
    with pytest.raises(NetworkError):
        await scene.bot.send_message(anna.id, "Hej")
    assert await anna.texts() == texts
    assert capfd.readouterr().err == ""


async def test_an_answer_lost_on_the_way_is_recorded_as_given(scene: Scene) -> None:
    anna = await scene.someone()
    await fault(scene, kind="cut_after")
    with pytest.raises(NetworkError):
        await scene.bot.send_message(anna.id, "Hej")
    call = scene.sandbox.world.calls[-1]
    assert (call.status, call.fault, call.result["text"]) == (200, "cut_after", "Hej")


async def test_the_star_leaves_polling_alone(scene: Scene) -> None:
    await fault(scene, kind="500", method="*")
    assert await scene.ids() == []
    await fault(scene, kind="500", method="getUpdates")
    assert await scene.refusal("getUpdates") == "Internal Server Error"


async def test_a_slow_answer_comes_after_the_call_took_effect(scene: Scene) -> None:
    anna = await scene.someone()
    await fault(scene, kind="slow", method="sendMessage", seconds=0.1)
    started = time.monotonic()
    sending = asyncio.create_task(scene.bot.send_message(anna.id, "Hej"))
    await scene.sandbox.world.until(lambda world: world.calls[-1].fault == "slow")
    assert await anna.texts() == ["/start", "Hej"]
    await sending
    assert time.monotonic() - started >= 0.1


async def test_a_very_slow_answer_does_not_hold_the_sandbox_open(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with aiohttp.ClientSession() as http:
        async with Sandbox(TOKEN, "bot", HandClock()) as sandbox:
            slow = {"kind": "slow", "seconds": 60}
            async with http.post(sandbox.url + "/sandbox/faults", json=slow) as answer:
                assert answer.status == 200
            asking = asyncio.create_task(http.get(f"{sandbox.url}/bot{TOKEN}/getMe"))
            await sandbox.world.until(lambda world: len(world.calls) == 1)
            started = time.monotonic()
        assert time.monotonic() - started < 1
        with pytest.raises(aiohttp.ClientError):
            await asking
    assert capfd.readouterr().err == ""


async def test_duplicated_updates_come_once_more_after_confirmation(scene: Scene) -> None:
    anna = await scene.someone()
    await fault(scene, kind="duplicate", method="getUpdates")
    assert await scene.ids() == []
    await anna.says("hej")
    [number] = await scene.ids()
    assert await scene.ids(offset=number + 1) == [number]
    assert await scene.ids(offset=number + 1) == []


async def test_while_telegram_is_down_every_call_is_cut(scene: Scene) -> None:
    polling = asyncio.create_task(scene.bot.get_updates(timeout=50))
    await scene.sandbox.world.until(lambda world: world.updates.is_awaited)
    await fault(scene, kind="down")
    with pytest.raises(NetworkError):
        await polling
    with pytest.raises(NetworkError):
        await scene.bot.get_me()
    assert await scene.delete("/sandbox/faults") == {}
    assert (await scene.bot.get_me()).username == "brobygger_demo_bot"


async def test_a_fault_without_a_number_of_times_stays_until_it_is_taken_away(
    scene: Scene,
) -> None:
    await fault(scene, kind="500", times=None)
    for _ in range(3):
        assert await scene.refusal("getMe") == "Internal Server Error"
    await scene.delete("/sandbox/faults")
    assert (await scene.call("getMe"))["ok"]


async def test_faults_can_be_taken_back(scene: Scene) -> None:
    await fault(scene, kind="500", times=9)
    assert await scene.delete("/sandbox/faults") == {}
    assert (await scene.call("getMe"))["ok"]


async def test_an_unknown_fault_is_explained(scene: Scene) -> None:
    answer = await scene.post("/sandbox/faults", kind="gremlin")
    assert answer["error"].startswith("Cannot use kind: Input should be '429', '500'")
