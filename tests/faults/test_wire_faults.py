"""Telegram misbehaves on the wire: what must arrive arrives, and nudges come at most once."""

import pytest
from sqlalchemy import func, select

from storage.schema import concerns, outbox
from tests.cast import Lead, Relative, Worker
from tests.faults import wire
from tests.stage import Stage


async def test_a_flood_refusal_delays_one_chat_by_what_telegram_asks_for(stage: Stage) -> None:
    kim, ida = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Ida")
    await stage.fault("429", "sendMessage", retry_after=7, chat_id=kim.phone.person)
    started = stage.clock.now()
    await kim.phone.says("/start")
    await wire.is_refused(stage, 429)
    await ida.phone.says("/start")
    await stage.settles()
    [ida_heard], [kim_heard] = wire.arrivals(stage, ida), wire.arrivals(stage, kim)
    assert (ida_heard - started).total_seconds() == 0
    assert 7 <= (kim_heard - started).total_seconds() <= 8
    await wire.everybody_looks(stage)


@pytest.mark.parametrize("kind", ["500", "502", "cut_before"])
async def test_what_did_not_arrive_goes_again_and_arrives_once(stage: Stage, kind: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault(kind, "sendMessage", times=3)
    await kim.says("/start")
    assert await wire.times_seen(kim, "Hvilket sprog?") == 1
    assert len(wire.statuses(stage, "sendMessage")) == 4
    await kim.walks("[Dansk]")


async def test_a_question_whose_arrival_is_unknown_is_asked_again(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("cut_after", "sendMessage")
    await kim.says("/start")
    assert await wire.times_seen(kim, "Hvilket sprog?") == 2
    await kim.walks("[Dansk]", "[Nej]")


@pytest.mark.parametrize(("kind", "arrived"), [("cut_after", 2), ("cut_before", 1)])
async def test_a_reminder_whose_arrival_is_unknown_comes_again(
    stage: Stage, kind: str, arrived: int
) -> None:
    anna = await wire.a_taken_concern(stage)
    await anna.sees()
    await stage.fault(kind, "sendMessage", chat_id=anna.phone.person)
    await stage.time_passes(days=3, minutes=1)
    assert await wire.times_seen(anna, "venter stadig") == arrived
    await stage.time_passes(days=4)
    assert await wire.times_seen(anna, "Sidste arbejdsdag for") == 1
    await wire.everybody_looks(stage)


async def test_an_outage_loses_nothing_that_came_in_or_shall_go_out(stage: Stage) -> None:
    bo, kim = await Worker.joins(stage, "Bo"), await Relative.arrives(stage, "Kim")
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await kim.raises_a_concern()
    await stage.telegram_goes_away()
    await kim.phone.says("/start")
    stage.clock.advance(wire.A_QUARTER)
    await stage.app.tick()
    await stage.app.courier.lanes.idle.wait()
    [(tried,)] = await stage.app.store.database.read(select(outbox.c.attempts))
    assert tried
    await stage.telegram_comes_back()
    await bo.sees("Ny henvendelse", "kunne ikke nå Telegram i 16 minutter")
    await kim.sees("Din henvendelse kom til os")
    await anna.sees("Ny henvendelse", "kunne ikke nå Telegram i 16 minutter")


async def test_updates_that_come_twice_make_one_concern_and_one_answer(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("duplicate", times=99)
    await kim.raises_a_concern()
    found = await stage.app.store.database.read(select(func.count()).select_from(concerns))
    assert found[0][0] == 1
    assert await wire.times_seen(kim, "Din kode") == 1
    assert await wire.times_seen(kim, "gammel") == 0
    polls = [each for each in stage.sandbox.world.calls if each.method == "getUpdates"]
    given = [update["update_id"] for each in polls for update in each.result or []]
    assert len(given) > len(set(given))


async def test_an_alert_to_a_worker_who_is_gone_goes_to_the_next_at_once(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    wire.loses_contact(stage, anna)
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await lone.sees("når ikke frem til Anna", "Ny henvendelse")
    assert (wire.arrivals(stage, lone)[-1] - wire.arrivals(stage, kim)[-1]).total_seconds() < 5
    await stage.time_passes(minutes=5)
    assert statuses_of_refusal(stage) == 1


async def test_a_worker_who_says_that_they_block_is_not_alerted_any_more(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await anna.phone.blocks()
    await stage.settles()
    await (await Relative.arrives(stage, "Kim")).raises_a_concern()
    await bo.sees("Ny henvendelse")
    assert statuses_of_refusal(stage) == 0


async def test_an_edit_that_changes_nothing_is_harmless(stage: Stage) -> None:
    anna = await wire.a_taken_concern(stage)
    card = await anna.card()
    for _ in range(2):
        await anna.phone.taps(card.message_id, "Åbn")
    await stage.settles()
    assert wire.statuses(stage, "editMessageText").count(400) >= 1
    assert not await stage.app.store.database.read(select(outbox.c.id))
    await anna.taps("Har ringet")
    assert "Følg op om 7 dage" in (await anna.card()).buttons
    await wire.everybody_looks(stage)


async def test_an_update_of_weird_shape_is_parked_and_the_chat_goes_on(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")
    await stage.app.gateway.receive([wire.weird(kim)])
    await wire.gives_up(stage)
    await kim.sees("Noget gik galt hos os", "Hvilket sprog?")
    await lone.sees("kunne ikke behandles")
    assert await stage.app.store.inbox.parked() == 1
    await kim.walks("[Dansk]")
    assert "fare" in (await kim.screen()).text


async def test_an_update_whose_handler_fails_is_parked_and_the_chat_goes_on(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")
    await wire.forges_an_answer(stage, kim, on=await kim.screen())
    await kim.phone.says("Dansk")
    await wire.gives_up(stage)
    await kim.sees("Noget gik galt hos os", "Er nogen i fare")
    await lone.sees("kunne ikke behandles")
    assert await stage.app.store.inbox.parked() == 1


async def test_an_update_without_a_readable_message_is_parked_and_told(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await stage.app.gateway.receive([{"update_id": 1, "message": {"chat": "hemmelig"}}])
    await wire.gives_up(stage)
    await lone.sees("kunne ikke behandles")
    assert await stage.app.store.inbox.parked() == 1
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")


async def test_after_a_crash_answers_go_again_and_nudges_do_not(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")
    await stage.bot_stops()
    await wire.a_crash_left(stage, kim, "Et svar", repeatable=True)
    await wire.a_crash_left(stage, kim, "En påmindelse", repeatable=False)
    await wire.a_crash_left(stage, kim, "Et andet svar", repeatable=True)
    await stage.bot_starts()
    seen = await kim.sees("Et svar", "Et andet svar")
    assert "påmindelse" not in seen
    assert not await stage.app.store.database.read(select(outbox.c.id))


def statuses_of_refusal(stage: Stage) -> int:
    return wire.statuses(stage, "sendMessage").count(403)
