"""Damage to one row, or a clock set back, stops nobody else."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from storage.database import Write
from storage.schema import doors, reminders
from storage.team_schema import staff
from tests.cast import Relative, Worker, a_taken_concern
from tests.faults import wire
from tests.postgres import on_both_engines
from tests.stage import Stage


async def test_a_damaged_reminder_stops_no_other(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    first = update(reminders).where(reminders.c.rung == "day3").values(rung="unknown")
    await stage.app.store.database.write(Write(first))
    await stage.time_passes(days=8)
    await anna.sees("Vi lovede")


async def test_a_damaged_colleague_stops_no_concern(stage: Stage) -> None:
    await Worker.joins(stage, "Anna")
    bo = await Worker.joins(stage, "Bo")
    damage = update(staff).where(staff.c.number == 1).values(sealed=b"\x01damaged")
    await stage.app.store.database.write(Write(damage))
    await (await Relative.arrives(stage, "Kim")).raises_a_concern()
    await bo.sees_alert()


async def test_somebody_whose_draft_is_damaged_begins_anew(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await stage.app.store.database.write(Write(update(doors).values(sealed=b"\x01damaged")))
    await kim.says("nej")
    await kim.sees("Hvilket sprog?")
    await kim.walks("dansk", "nej")


async def test_the_bot_starts_with_a_damaged_draft(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await stage.app.store.database.write(Write(update(doors).values(sealed=b"\x01damaged")))
    await stage.bot_stops()
    await stage.time_passes(hours=1)
    await stage.bot_starts()
    sam = await Relative.arrives(stage, "Sam")
    await sam.walks("/start", "[Dansk]")


@on_both_engines
async def test_a_value_no_row_can_hold_is_refused_and_the_writer_goes_on(stage: Stage) -> None:
    with_no_room = {"update_id": 2**70, "message": {"text": "hej"}}
    try:
        await stage.app.gateway.receive([with_no_room])
    except (OverflowError, DBAPIError):
        pass
    else:
        raise AssertionError("A number that no row can hold was taken.")
    await (await Relative.arrives(stage, "Kim")).walks("/start", "[Dansk]")


@on_both_engines
async def test_an_album_that_could_not_be_written_is_answered_when_it_comes_again(
    stage: Stage,
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start")
    photo = wire.album_part(kim, update_id=1)
    with pytest.raises((OverflowError, DBAPIError)):
        await stage.app.gateway.receive([photo, {**photo, "update_id": 2**70}])
    await stage.app.gateway.receive([photo, wire.album_part(kim, update_id=2)])
    await stage.settles()
    seen = await kim.sees("billeder")
    assert seen.count("billeder") == 1


async def test_what_telegram_notes_in_a_chat_is_not_answered(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start")
    note = wire.weird(kim)
    del note["message"]["text"]
    note["message"]["message_auto_delete_timer_changed"] = {"message_auto_delete_time": 86_400}
    await stage.app.gateway.receive([note])
    await stage.settles()
    await kim.sees_nothing_new()


async def test_ticks_come_again_after_the_machines_clock_was_set_back(stage: Stage) -> None:
    job = stage.app.ticker._scheduler.get_jobs()[0]
    job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=1))
    ticked = asyncio.Event()
    before = stage.app.ticker._ticked
    stage.app.ticker._ticked = lambda: (before(), ticked.set())  # type: ignore[func-returns-value,assignment]
    await asyncio.wait_for(ticked.wait(), timeout=15)
