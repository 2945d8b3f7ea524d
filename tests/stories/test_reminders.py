"""The seven days: who is reminded when, until somebody has reacted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.deadlines import DEADLINE_RUNGS, REPORTER_RUNGS, Ladder
from tests.cast import Lead, Worker, a_concern, a_taken_concern
from tests.hand_clock import HandClock
from tests.postgres import on_both_engines
from tests.stage import Stage

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


async def test_an_untaken_concern_goes_to_the_second_the_team_and_the_lead(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    carla, lone = await Worker.joins(stage, "Carla"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await a_concern(stage)
    await anna.sees_alert()
    await stage.time_passes(minutes=16)
    await bo.sees_alert()
    await carla.sees_nothing_new()
    await stage.time_passes(minutes=15)
    await carla.sees_alert()
    for reminded in (anna, bo):
        await reminded.sees("Ingen har taget")
    await stage.time_passes(minutes=25)
    await lone.sees_nothing_new()
    await stage.time_passes(minutes=5)
    await lone.sees_alert()
    await anna.sees_nothing_new()


async def test_steps_that_come_due_together_are_one_message_each(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await a_concern(stage)
    await anna.sees_alert()
    await stage.time_passes(hours=2)
    await bo.sees_alert()
    await lone.sees_alert()
    await anna.sees_nothing_new()


async def test_nudges_say_that_nobody_has_taken_it(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    await anna.sees_alert()
    await stage.time_passes(days=3, hours=1)
    await anna.sees("Ingen har taget")
    await stage.time_passes(days=5)
    await anna.sees("Ingen har taget", "Vi lovede")


async def test_taking_it_ends_the_search_for_a_taker(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await a_concern(stage)
    await anna.sees_alert()
    await anna.taps("Tag")
    await stage.time_passes(hours=5)
    await bo.sees_nothing_new()


@on_both_engines
async def test_at_night_the_search_waits_until_morning_but_the_alert_does_not(
    stage: Stage,
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await stage.time_is(datetime(2026, 11, 23, 22, 0, tzinfo=UTC))
    await a_concern(stage)
    await anna.sees_alert()
    await stage.time_is(datetime(2026, 11, 24, 6, 59, tzinfo=UTC))
    await bo.sees_nothing_new()
    await stage.time_is(datetime(2026, 11, 24, 7, 1, tzinfo=UTC))
    await bo.sees_alert()


@on_both_engines
async def test_a_taken_concern_is_reminded_of_until_the_last_day_and_beyond(
    stage: Stage,
) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    # Monday's week: Thursday; Saturday and Sunday wait for Monday, where the last call speaks.
    await stage.time_is(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
    await anna.sees("mandag den 30. november")
    await stage.time_is(datetime(2026, 11, 30, 6, 59, tzinfo=UTC))
    await anna.sees_nothing_new()
    await stage.time_is(datetime(2026, 11, 30, 7, 1, tzinfo=UTC))
    assert (await anna.sees("Sidste arbejdsdag")).count("Sidste arbejdsdag") == 1
    await lone.sees("Sidste arbejdsdag")
    for day in (1, 2, 3):
        await stage.time_is(datetime(2026, 12, day, 7, 1, tzinfo=UTC))
        await anna.sees("Vi lovede")
        await lone.sees("Vi lovede")


async def test_a_reaction_stops_the_clock(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await stage.time_passes(days=30)
    await anna.sees_nothing_new()
    await lone.sees_nothing_new()


async def test_a_follow_up_comes_after_seven_days_if_the_worker_wants_it(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await anna.taps("Følg op om 7 dage")
    await stage.bot_stops()
    await stage.bot_starts()
    await stage.time_passes(days=6, hours=20)
    await anna.sees_nothing_new()
    await stage.time_passes(hours=8)
    await anna.sees(await stage.nickname())
    await stage.time_passes(days=30)


async def test_no_follow_up_is_forced(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await anna.taps("Ingen opfølgning")
    await stage.time_passes(days=60)
    await anna.sees_nothing_new()


async def test_after_a_month_away_each_concern_speaks_once(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await stage.bot_stops()
    await stage.time_passes(days=30)
    await stage.bot_starts()
    for told in (anna, lone):
        assert (await told.sees("Vi lovede")).count("Vi lovede") == 1


async def test_every_open_concern_owns_its_whole_ladder(stage: Stage) -> None:
    await Worker.joins(stage, "Anna")
    await a_concern(stage)
    (concern,) = await stage.app.store.concerns.open()
    waiting = await stage.app.store.reminders.of(concern.id)
    search = {step.rung for step in Ladder().steps}
    assert {each.rung for each in waiting} == {*search, *DEADLINE_RUNGS, *REPORTER_RUNGS}
    await stage.everyone_looks()


# When a concern is received, the day promised, and the hour (UTC) at which that day opens.
SEASONS = {
    "clocks go back": (datetime(2026, 10, 22, 10, tzinfo=UTC), "torsdag den 29. oktober", 7),
    "clocks go forward": (datetime(2027, 3, 25, 10, tzinfo=UTC), "torsdag den 1. april", 6),
    "New Year": (datetime(2026, 12, 29, 10, tzinfo=UTC), "tirsdag den 5. januar", 7),
}


@pytest.mark.parametrize("season", SEASONS)
async def test_a_week_is_a_week_by_the_clock_on_the_wall(tmp_path: Path, season: str) -> None:
    received, promised, opening = SEASONS[season]
    async with Stage(tmp_path, HandClock(received)).open() as stage:
        anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
        assert promised in await a_taken_concern(stage, anna)
        last_day = received.replace(hour=opening, minute=0) + (7 * _DAY)
        await stage.time_is(last_day - _MINUTE)
        await stage.everyone_looks()
        await stage.time_is(last_day + _MINUTE)
        for told in (anna, lone):
            await told.sees("Sidste arbejdsdag")


async def test_after_the_first_reaction_nothing_is_overdue_and_nothing_closes_by_itself(
    stage: Stage,
) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.taps("Har været ude")
    await stage.time_passes(days=400)
    await anna.sees_nothing_new()
    await lone.sees_nothing_new()
    assert await stage.state() == "reacted"
    await anna.taps("Åbn")
    assert "Afslut" in (await anna.card()).buttons
