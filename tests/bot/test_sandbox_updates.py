import asyncio
from datetime import timedelta

import pytest
from telegram.error import Conflict

from tests.bot.sandbox_fixture import Scene, a_scene  # noqa: F401


async def test_the_same_updates_come_again_until_a_higher_offset_confirms_them(
    scene: Scene,
) -> None:
    anna = await scene.someone()
    for word in ("en", "to", "tre"):
        await anna.says(word)
    first = await scene.ids()
    assert await scene.ids() == first == await scene.ids(offset=first[0])
    assert await scene.ids(offset=first[1]) == first[1:]
    assert await scene.ids() == first[1:]
    assert await scene.ids(offset=first[-1] + 1) == []
    assert await scene.get("/sandbox/pending") == {"updates": 0}


async def test_update_ids_rise_by_one_from_a_random_start(scene: Scene) -> None:
    anna = await scene.someone()
    for word in ("en", "to", "tre"):
        await anna.says(word)
    ids = await scene.ids()
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert ids[0] >= 100_000_000


async def test_ids_start_anew_after_a_silent_week(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.says("før")
    [before] = await scene.ids()
    scene.clock.advance(timedelta(days=7))
    await anna.says("efter")
    [after] = await scene.ids(offset=before + 1)
    assert after != before + 1


async def test_an_offset_far_in_the_future_confirms_nothing(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.says("hej")
    [number] = await scene.ids()
    assert await scene.ids(offset=number + 1000) == [number]


async def test_a_limit_gives_the_oldest_and_a_negative_offset_keeps_the_newest(
    scene: Scene,
) -> None:
    anna = await scene.someone()
    for word in ("en", "to", "tre"):
        await anna.says(word)
    ids = await scene.ids()
    assert await scene.ids(limit=1) == ids[:1]
    assert await scene.ids(offset=-2) == ids[1:]
    assert await scene.ids() == ids[1:]


async def test_a_long_poll_ends_when_an_update_arrives(scene: Scene) -> None:
    anna = await scene.someone()
    poll = asyncio.create_task(scene.bot.get_updates(timeout=50))
    await scene.sandbox.world.until(lambda world: world.updates.is_awaited)
    await anna.says("hej")
    [update] = await poll
    assert update.message is not None
    assert update.message.text == "hej"


async def test_a_long_poll_without_news_ends_empty(scene: Scene) -> None:
    assert await scene.ids(timeout=1) == []


async def test_a_second_poll_ends_the_waiting_one(scene: Scene) -> None:
    waiting = asyncio.create_task(scene.bot.get_updates(timeout=50))
    await scene.sandbox.world.until(lambda world: world.updates.is_awaited)
    assert await scene.ids() == []
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await waiting


async def test_a_poller_that_has_gone_away_is_noted_as_cut(scene: Scene) -> None:
    poll = asyncio.create_task(scene.http.get("/bot1:sandbox/getUpdates?timeout=50"))
    await scene.sandbox.world.until(lambda world: world.updates.is_awaited)
    poll.cancel()
    await scene.sandbox.world.until(lambda world: world.calls[-1].status == 0)
    assert not scene.sandbox.world.updates.is_awaited


async def test_messages_expire_after_a_day_and_taps_after_150_seconds(scene: Scene) -> None:
    anna = await scene.someone()
    number = await anna.says("hej")
    await anna.does("taps", message_id=number, data="ja")
    assert len(await scene.ids()) == 2
    scene.clock.advance(timedelta(seconds=150))
    assert len(await scene.ids()) == 1
    scene.clock.advance(timedelta(seconds=86_400 - 151))
    assert await scene.get("/sandbox/pending") == {"updates": 1}
    scene.clock.advance(timedelta(seconds=1))
    assert await scene.ids() == []


async def test_the_kinds_asked_for_are_remembered(scene: Scene) -> None:
    anna = await scene.someone()
    assert await scene.ids(allowed_updates=["callback_query"]) == []
    number = await anna.says("hej")
    assert await scene.ids() == []
    await anna.does("taps", message_id=number, data="ja")
    assert len(await scene.ids()) == 1
    await scene.ids(allowed_updates=[])
    await anna.says("hej igen")
    assert len(await scene.ids()) == 2
