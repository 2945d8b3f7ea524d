"""Telegram says no: whoever cannot be written to holds up nobody, and the rest comes through."""

import logging
from datetime import timedelta

import aiohttp
import pytest
from sqlalchemy import select

from bot.telegram import http as telegram_http
from storage.schema import outbox
from tests.cast import Lead, Relative, Worker
from tests.faults import wire
from tests.stage import TOKEN, Stage


async def test_a_flood_refusal_that_names_no_time_is_waited_out(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("429", "sendMessage", retry_after=None, times=3)
    await kim.says("/start")
    assert await wire.times_seen(kim, "Hvilket sprog?") == 1
    assert wire.statuses(stage, "sendMessage") == [429, 429, 429, 200]
    await kim.walks("[Dansk]")


async def test_a_question_whose_answer_takes_too_long_is_asked_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    monkeypatch.setattr(telegram_http, "_ANSWER", 0.2)
    await stage.fault("slow", "sendMessage", seconds=1.0)
    await kim.says("/start")
    assert await wire.times_seen(kim, "Hvilket sprog?") == 2
    await kim.walks("[Dansk]", "[Nej]")


async def test_a_worker_whose_chat_has_become_another_counts_as_out_of_reach(
    stage: Stage,
) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await stage.fault("migrated", "sendMessage", chat_id=anna.phone.person, times=99)
    await (await Relative.arrives(stage, "Kim")).raises_a_concern()
    await lone.sees("når ikke frem til Anna", "Ny henvendelse")
    await stage.time_passes(minutes=10)
    assert wire.statuses(stage, "sendMessage").count(400) == 1


async def test_a_reporter_whose_chat_is_gone_is_told_to_the_owner(stage: Stage) -> None:
    anna, kim = await wire.a_concern_of(stage, "Kim")
    chat = stage.sandbox.world.chats.pop(kim.phone.person)
    await anna.taps("Skriv")
    await anna.says("Vi kommer i morgen")
    await anna.sees()
    await anna.taps("Send")
    await anna.sees("kan ikke nås her")
    assert not await stage.app.store.database.read(select(outbox.c.id))
    stage.sandbox.world.chats[kim.phone.person] = chat


async def test_a_tap_that_is_too_old_to_be_answered_counts_all_the_same(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await stage.bot_stops()
    caplog.set_level(logging.INFO, logger="bot")
    await kim.taps("bekymret for")
    stage.clock.advance(timedelta(seconds=60))
    await stage.bot_starts()
    await kim.sees("Hvordan kender du personen?")
    assert wire.statuses(stage, "answerCallbackQuery")[-1] == 400
    assert "A tap could not be answered: BadRequest" in caplog.messages


async def test_a_second_poller_is_named_and_loses_nothing(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    async with aiohttp.ClientSession() as other:
        await other.get(f"{stage.sandbox.url}/bot{TOKEN}/getUpdates")
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")
    (said,) = [each for each in caplog.messages if "Another bot is polling" in each]
    assert "stop it" in said
    assert TOKEN not in said


@pytest.mark.parametrize("together", [True, False])
async def test_updates_in_the_wrong_order_are_all_answered(stage: Stage, together: bool) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    first, second = (wire.typed(kim, number, f"Linje {number}") for number in (1, 2))
    for batch in [[second, first]] if together else [[second], [first]]:
        await stage.app.gateway.receive(batch)
        await stage.settles()
    await kim.sees()
    await kim.answers_the_rest(send="Send")
    summary = (await kim.screen()).text
    assert "Linje 1" in summary
    assert "Linje 2" in summary
