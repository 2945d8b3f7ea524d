"""Whoever comes on duty says so; who does not is noticed before a concern comes."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.team_schema import handshakes
from tests.cast import Lead, Relative, Worker, a_concern, a_taken_concern
from tests.hand_clock import HandClock
from tests.stage import Stage
from tests.stories.test_duty_roster import plans

SUNDAY_EVENING = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
EIGHT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # Monday, by the clock in Copenhagen
ALL_WEEK = [1, 2, 3, 4, 5, 6, 7]


def duty(who: str, start: str = "08:00", end: str = "16:00") -> dict[str, Any]:
    return {"who": who, "days": ALL_WEEK, "start": start, "end": end}


@pytest.fixture
async def planned(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on Sunday evening, with Anna on duty from 8 to 16 every day."""
    settings = {"weekly": [duty("Anna")]}
    async with Stage(tmp_path, HandClock(SUNDAY_EVENING), duty=settings).open() as stage:
        yield stage


async def test_whoever_comes_on_duty_is_asked_once_and_says_yes(planned: Stage) -> None:
    anna = await Worker.joins(planned, "Anna")
    bo = await Worker.joins(planned, "Bo")
    await planned.time_is(EIGHT)
    await anna.sees("Du har vagten nu til kl. 16", "Henvendelser, der venter: 0")
    await anna.taps("Jeg har vagten")
    await anna.sees("Nu ved teamet")
    await planned.time_passes(hours=2)
    await planned.bot_stops()
    await planned.bot_starts()
    await bo.sees_nothing_new()
    await anna.sees_nothing_new()


async def test_the_question_counts_what_waits_and_says_no_word_of_it(planned: Stage) -> None:
    anna = await Worker.joins(planned, "Anna")
    await a_taken_concern(planned, anna)
    await anna.taps("Har ringet")
    await anna.taps("Følg op")
    await a_concern(planned)
    await planned.everyone_looks()
    await planned.time_is(EIGHT + timedelta(days=6))
    await planned.everyone_looks()
    await planned.time_is(EIGHT + timedelta(days=7))
    asked = await anna.sees("Du har vagten nu")
    assert "venter: 1" in asked
    assert "opfølgning i dag: 1" in asked
    assert "Bænken" not in asked
    await planned.everyone_looks()


async def test_who_does_not_answer_is_noticed_before_a_concern_comes(planned: Stage) -> None:
    anna, bo = await Worker.joins(planned, "Anna"), await Worker.joins(planned, "Bo")
    cara, lone = await Worker.joins(planned, "Cara"), await Lead.joins(planned, "Lone")
    await planned.time_is(EIGHT)
    await anna.sees("Du har vagten nu")
    await planned.time_passes(minutes=14)
    await lone.sees_nothing_new()
    await planned.time_passes(minutes=2)
    for other in (bo, lone):
        await other.sees("spurgt Anna om vagten", "Kan du tage den?")
    await cara.sees_nothing_new()
    await a_concern(planned)
    for told in (anna, bo):
        await told.sees("Ny henvendelse")
    await lone.sees_nothing_new()


async def test_a_late_answer_still_counts_and_those_told_hear_it(planned: Stage) -> None:
    anna, bo = await Worker.joins(planned, "Anna"), await Worker.joins(planned, "Bo")
    lone = await Lead.joins(planned, "Lone")
    await planned.time_is(EIGHT)
    await planned.time_passes(minutes=20)
    await planned.everyone_looks()
    await anna.says("jeg har vagten")
    await anna.sees("Nu ved teamet")
    for other in (bo, lone):
        await other.sees("Anna har vagten alligevel")
    await a_concern(planned)
    await anna.sees("Ny henvendelse")
    await bo.sees_nothing_new()


async def test_the_backup_takes_the_duty_with_one_tap_and_hears_of_concerns(
    planned: Stage,
) -> None:
    anna, bo = await Worker.joins(planned, "Anna"), await Worker.joins(planned, "Bo")
    cara = await Worker.joins(planned, "Cara")
    await planned.time_is(EIGHT)
    await planned.time_passes(minutes=20)
    await planned.everyone_looks()
    await bo.taps("Tag vagten")
    await bo.sees("Du har vagten nu")
    await planned.time_passes(minutes=30)
    await bo.sees_nothing_new()
    await a_concern(planned)
    await anna.sees("Ny henvendelse")
    await bo.sees("Ny henvendelse")
    await cara.sees_nothing_new()


async def test_who_took_the_duty_by_hand_is_not_asked(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await stage.time_passes(minutes=40)
    await anna.sees_nothing_new()
    assert await states(stage) == ["confirmed"]


async def test_who_was_put_in_a_gap_days_ahead_is_asked_when_it_begins(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await plans(anna, "8-16", "man-tirs")
    await lone.says("Huller")
    await lone.taps("Sæt en kollega")
    await lone.taps("ons. 25/11")
    await lone.taps("Bo")
    await stage.everyone_looks()
    await stage.time_is(EIGHT + timedelta(days=2))
    await bo.sees("Du har vagten nu til kl. 16")
    await stage.time_passes(minutes=16)
    await lone.sees("spurgt Bo om vagten")
    await anna.sees("spurgt Bo om vagten")


async def test_who_took_a_gap_days_ahead_is_asked_and_who_takes_it_under_way_is_not(
    stage: Stage,
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "8-16", "man-tirs")
    await bo.says("Tag ons. 25/11 kl. 8–16")
    await bo.sees("Bo har vagten")
    await stage.time_is(EIGHT + timedelta(days=2))
    await bo.sees("Du har vagten nu til kl. 16")
    await bo.taps("Jeg har vagten")
    await bo.sees("Tak")
    await stage.time_is(EIGHT + timedelta(days=3, hours=1))
    await anna.says("Huller")
    await anna.taps("Tag tors. 26/11")
    await anna.sees("Anna har vagten")
    await stage.time_passes(minutes=40)
    assert await states(stage) == ["confirmed", "confirmed"]
    await stage.everyone_looks()


async def test_after_an_outage_only_those_on_duty_now_are_asked(tmp_path: Path) -> None:
    weekly = [duty("Anna", "06:00", "08:00"), duty("Bo", "08:00", "22:00")]
    clock = HandClock(SUNDAY_EVENING + timedelta(hours=4))
    async with Stage(tmp_path, clock, duty={"weekly": weekly}).open() as stage:
        anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
        await stage.bot_stops()
        clock.advance(timedelta(hours=11))
        await stage.bot_starts()
        await bo.sees("Du har vagten nu til kl. 22")
        await anna.sees_nothing_new()
        await bo.taps("Jeg har vagten")
        await bo.sees("Tak")
        await stage.bot_stops()
        await stage.bot_starts()


async def test_a_clock_that_is_set_back_asks_nobody_twice(planned: Stage) -> None:
    anna = await Worker.joins(planned, "Anna")
    await planned.time_is(EIGHT)
    await anna.sees("Du har vagten nu")
    await anna.taps("Jeg har vagten")
    await anna.sees("Tak")
    planned.clock.advance(timedelta(minutes=-30))
    await planned.settles()
    await planned.time_passes(minutes=40)
    await anna.sees_nothing_new()


async def test_at_night_nobody_is_woken_unless_a_concern_waits(tmp_path: Path) -> None:
    settings = {"weekly": [duty("Anna", "22:00", "06:00")]}
    async with Stage(tmp_path, HandClock(SUNDAY_EVENING), duty=settings).open() as stage:
        anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
        await stage.time_passes(hours=2)
        await anna.sees("til mandag den 23. november kl. 6")
        await stage.time_passes(minutes=20)
        await bo.sees_nothing_new()
        await a_concern(stage)
        await anna.sees("Ny henvendelse")
        await bo.sees("Ny henvendelse")


async def test_at_night_an_empty_duty_is_told_when_a_concern_waits(tmp_path: Path) -> None:
    settings = {"weekly": [duty("Anna", "22:00", "06:00")]}
    async with Stage(tmp_path, HandClock(SUNDAY_EVENING), duty=settings).open() as stage:
        anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
        await a_concern(stage)
        await stage.everyone_looks()
        await stage.time_passes(hours=2)
        await anna.sees("Henvendelser, der venter: 1")
        await stage.time_passes(minutes=20)
        await bo.sees("spurgt Anna om vagten")


async def test_who_blocks_the_bot_on_duty_is_followed_by_the_next_at_once(
    planned: Stage,
) -> None:
    anna, bo = await Worker.joins(planned, "Anna"), await Worker.joins(planned, "Bo")
    cara, lone = await Worker.joins(planned, "Cara"), await Lead.joins(planned, "Lone")
    await planned.time_is(EIGHT)
    await anna.sees("Du har vagten nu")
    await anna.phone.blocks()
    await planned.settles()
    await bo.sees("Ingen på vagt kan nås lige nu")
    await lone.sees("når ikke frem til Anna", "Ingen på vagt kan nås lige nu")
    await cara.sees_nothing_new()
    await a_concern(planned)
    for other in (bo, cara, lone):
        await other.sees("Ny henvendelse")


async def test_if_the_next_cannot_be_reached_either_it_moves_on(planned: Stage) -> None:
    anna, bo = await Worker.joins(planned, "Anna"), await Worker.joins(planned, "Bo")
    cara = await Worker.joins(planned, "Cara")
    await planned.time_is(EIGHT)
    await anna.sees("Du har vagten nu")
    await anna.phone.blocks()
    await planned.settles()
    await planned.everyone_looks()
    await bo.phone.blocks()
    await planned.settles()
    await cara.sees("når ikke frem til Bo", "Ingen på vagt kan nås lige nu")


async def test_who_is_not_on_duty_may_take_it_instead_of_confirming(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Jeg har vagten")
    await anna.sees("Du har ikke vagten lige nu")
    await anna.taps("Tag vagten")
    await anna.sees("Du har vagten nu")
    await anna.says("Jeg har vagten")
    await anna.sees("Nu ved teamet")


async def test_a_stranger_cannot_confirm_a_duty(planned: Stage) -> None:
    anna, kim = await Worker.joins(planned, "Anna"), await Relative.arrives(planned, "Kim")
    await planned.time_is(EIGHT)
    await anna.sees("Du har vagten nu")
    await kim.says("/start")
    await kim.sees()
    await kim.forges(await anna.data_of("Jeg har vagten"))
    await kim.sees()
    assert await states(planned) == ["asked"]


async def states(stage: Stage) -> list[str]:
    rows = await stage.app.store.database.read(select(handshakes.c.state))
    return [row.state for row in rows]
