"""Clearing the chat: whoever picks the phone up afterwards finds nothing there."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from storage.schema import chat_messages, outbox
from tests.cast import Relative, Worker
from tests.faults import wire
from tests.stage import Stage


def deletions(stage: Stage) -> list[Any]:
    """Return every call that deleted, or tried to."""
    return [each for each in stage.sandbox.world.calls if each.method == "deleteMessages"]


async def remembered(stage: Stage) -> int:
    """Return how many messages the bot could still delete."""
    query = select(func.count()).select_from(chat_messages)
    return int((await stage.app.store.database.read(query))[0][0])


async def refused_to_clear(stage: Stage) -> Relative:
    """Let somebody clear the chat, and Telegram ask for a minute first."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    await stage.fault("429", method="deleteMessages", retry_after=60)
    await kim.phone.says("ryd nu")
    await wire.is_refused(stage, 429)
    return kim


async def test_both_sides_messages_of_every_kind_go(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    for kind in ("voice", "photo", "location", "sticker"):
        await kim.sends(kind)
    await kim.sees()
    await kim.says("/ryd")
    await kim.sees("Både dine og vores", "kode")
    await kim.taps("Ryd nu")
    (cleared,) = await kim.has_on_the_phone()
    assert "Chatten er ryddet" in cleared
    assert await remembered(stage) == 1
    await kim.sees("/data", "/slet")


@pytest.mark.parametrize("asking", ["/ryd", "/clear", "Ryd chatten", "clear the chat."])
@pytest.mark.parametrize("confirming", ["ryd nu", "Clear now"])
async def test_everything_can_be_typed(stage: Stage, asking: str, confirming: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says(asking)
    await kim.sees("Ryd nu")
    await kim.says(confirming)
    assert len(await kim.has_on_the_phone()) == 1
    await kim.sees("Chatten er ryddet")


async def test_an_interview_survives_and_is_asked_on(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    await kim.says("ryd nu")
    await kim.sees("Chatten er ryddet", "Hvor længe")
    await kim.taps("Uger")
    await kim.sees("værre")
    await kim.answers_the_rest()
    assert "Noget" in (await kim.screen()).text


async def test_who_changes_their_mind_goes_on(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    before = await kim.has_on_the_phone()
    await kim.says("/ryd")
    await kim.sees("Ryd nu")
    await kim.taps("Fortsæt")
    await kim.sees("Hvor længe")
    assert set(before) <= set(await kim.has_on_the_phone())


async def test_what_leaves_before_the_deletion_goes_with_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("429", method="sendMessage", times=1, retry_after=20)
    await kim.phone.says("/start")
    await kim.phone.says("/akut")
    await kim.phone.says("ryd nu")
    await stage.time_passes(seconds=30)
    shown = await kim.has_on_the_phone()
    assert len(shown) == 2
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")


async def test_what_is_older_than_two_days_is_left_and_stops_nothing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    await stage.time_passes(hours=48)
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")
    await kim.says("ryd nu")
    old = (await kim.has_on_the_phone())[:2]
    assert (old[0], len(await kim.has_on_the_phone())) == ("/start", 4)
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")
    assert [each.status for each in deletions(stage)] == [200]


async def test_a_die_that_may_not_go_keeps_nothing_else_back(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    await kim.sends("dice")
    await kim.sees("forstå")
    await kim.says("ryd nu")
    kinds = [each.kind for each in await kim.phone.chat()]
    assert kinds == ["dice", "text", "text"]
    await kim.sees("Chatten er ryddet", "Hvor længe")
    assert 400 in {each.status for each in deletions(stage)}


async def test_messages_the_person_deleted_stop_nothing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    sent = await kim.says("/start")
    await kim.sees()
    await stage.http.delete(
        f"{stage.sandbox.url}/sandbox/people/{kim.phone.person}/messages/{sent}"
    )
    await kim.says("ryd nu")
    assert len(await kim.has_on_the_phone()) == 2
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "500", "429"])
async def test_whatever_telegram_answers_the_chat_is_cleared_in_the_end(
    stage: Stage, fault: str
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    await stage.fault(fault, method="deleteMessages", times=2)
    await kim.phone.says("ryd nu")
    await stage.settles()
    assert len(await kim.has_on_the_phone()) == 2
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")


async def test_a_telegram_that_never_deletes_does_not_silence_the_bot(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("500", method="deleteMessages", times=99)
    await kim.phone.says("ryd nu")
    await stage.settles()
    await stage.time_passes(minutes=1)
    await kim.sees("det, vi kan")
    await kim.says("/akut")
    await kim.sees("ring nu")


async def test_more_than_a_hundred_messages_go_a_hundred_at_a_time(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    for _ in range(61):
        await kim.says("/akut")
    await kim.sees()
    await kim.says("ryd nu")
    assert len(await kim.has_on_the_phone()) == 1
    await kim.sees("Chatten er ryddet")
    assert [len(each.params["message_ids"]) for each in deletions(stage)] == [23, 100]


async def test_a_restart_before_the_deletion_forgets_nothing(stage: Stage) -> None:
    kim = await refused_to_clear(stage)
    await stage.bot_stops()
    assert len(await kim.has_on_the_phone()) == 3
    await stage.bot_starts()
    assert len(await kim.has_on_the_phone()) == 2
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")


async def test_the_teams_chats_stay_and_they_are_told_why(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    before = await anna.has_on_the_phone()
    for words in ("/ryd", "ryd chatten", "ryd nu"):
        await anna.says(words)
        await anna.sees("Teamets chat")
    assert set(before) <= set(await anna.has_on_the_phone())
    assert deletions(stage) == []


async def test_another_persons_chat_is_left_alone(stage: Stage) -> None:
    kim, bo = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Bo")
    await bo.comes_to("Hvor længe")
    before = await bo.has_on_the_phone()
    await kim.says("ryd nu")
    await kim.sees("Chatten er ryddet")
    assert await bo.has_on_the_phone() == before


async def test_a_tap_twice_as_fast_does_no_harm(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/ryd")
    await kim.sees("Ryd nu")
    await kim.taps_twice((await kim.screen()).message_id, "Ryd nu / Clear now")
    await kim.sees("Chatten er ryddet")
    assert len(await kim.has_on_the_phone()) == 1


async def test_what_can_no_longer_be_deleted_is_forgotten(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    assert await remembered(stage) == 2
    await stage.time_passes(days=3, hours=1)
    assert await remembered(stage) == 0


async def test_a_chat_that_is_gone_while_it_is_cleared_holds_nothing_up(stage: Stage) -> None:
    kim = await refused_to_clear(stage)
    gone, before = stage.sandbox.world.chats.pop(kim.phone.person), len(deletions(stage))
    await stage.time_passes(minutes=2)
    assert len(deletions(stage)) - before == 1  # no message is tried alone
    assert await stage.app.store.database.read(select(outbox.c.id)) == []
    stage.sandbox.world.chats[kim.phone.person] = gone


async def test_while_nobody_listens_a_chat_waits_to_be_cleared(stage: Stage) -> None:
    kim = await refused_to_clear(stage)
    async with stage.sandbox.unreachable():
        stage.clock.advance(timedelta(minutes=2))
        await stage.app.tick()
        await stage.app.courier.lanes.idle.wait()
    await wire.is_back(stage)
    assert len(await kim.has_on_the_phone()) == 2
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")
