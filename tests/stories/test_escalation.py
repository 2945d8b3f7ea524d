"""Who is told when nobody acts: an empty duty, a team away, steps again and again, lateness."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from domain.people import Status
from domain.roster import Absence
from tests.cast import Lead, Worker, a_concern, a_taken_concern
from tests.hand_clock import HandClock
from tests.stage import Stage

GAP = "ingen på vagt nås"


async def are_away(stage: Stage, *names: str) -> None:
    """Let these be away from now on."""
    store, now = stage.app.store, stage.clock.now()
    for each in await store.staff.all():
        if each.member.name in names:
            absence = Absence(each.member.id, now, id=each.member.id)
            await store.database.write(store.roster.be_away(absence))


async def is_paused(stage: Stage, name: str) -> None:
    """Let somebody take no part for now."""
    store = stage.app.store
    (found,) = [each for each in await store.staff.all() if each.member.name == name]
    paused = replace(found, member=replace(found.member, status=Status.PAUSED))
    await store.database.write(store.staff.save(paused))


async def test_a_lead_hears_of_an_empty_duty_in_the_same_alert(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    assert "ingen på vagt. Teamet har fået besked" in await a_concern(stage)
    assert GAP not in await anna.sees("Ny henvendelse")
    (alert,) = await lone.new_messages()
    assert GAP in alert.text
    await lone.sees_alert()


async def test_outside_duty_hours_an_empty_duty_is_no_gap(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await stage.time_is(datetime(2026, 11, 23, 15, 1, tzinfo=UTC))
    await a_concern(stage)
    assert GAP not in await lone.sees("Ny henvendelse")


async def test_with_somebody_on_duty_nothing_is_said_of_it(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    assert "vagt" not in await a_concern(stage)
    assert GAP not in await anna.sees("Ny henvendelse")
    await lone.sees_nothing_new()


async def test_when_those_on_duty_cannot_be_reached_the_others_are_told_and_it_is_said(
    stage: Stage,
) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await anna.phone.blocks()
    await stage.settles()
    await lone.sees("når ikke frem til Anna")
    assert "ikke få fat i vagten lige nu. Andre" in await a_concern(stage)
    assert GAP not in await bo.sees("Ny henvendelse")
    await lone.sees("Ny henvendelse", GAP)


async def test_whoever_is_paused_has_no_duty(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await is_paused(stage, "Anna")
    assert "ingen på vagt" in await a_concern(stage)
    await bo.sees("Ny henvendelse", GAP)
    await anna.sees_nothing_new()


async def test_with_everybody_away_everybody_is_told(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    await are_away(stage, "Anna", "Lone")
    assert "ingen på vagt. Teamet har fået besked" in await a_concern(stage)
    await anna.sees_alert()
    await lone.sees("Ny henvendelse", GAP)


async def test_those_who_are_away_are_left_in_peace_while_others_work(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await are_away(stage, "Anna")
    assert "ingen på vagt" in await a_concern(stage)
    await bo.sees("Ny henvendelse")
    await stage.time_passes(hours=2)
    await bo.sees("Ingen har taget")
    await anna.sees_nothing_new()


async def test_when_nobody_can_be_reached_no_one_is_said_to_know(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    for somebody in (anna, lone):
        await somebody.phone.blocks()
        await stage.settles()
        somebody.puts_the_phone_away()
    receipt = await a_concern(stage)
    assert "ikke få fat i teamet" in receipt
    assert "fået besked" not in receipt


async def test_a_team_of_one_lead_is_told_and_reminded(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    assert "ingen på vagt. Teamet har fået besked" in await a_concern(stage)
    await lone.sees_alert()
    for minutes, reminded in ((16, False), (15, True), (31, True)):
        await stage.time_passes(minutes=minutes)
        await (lone.sees("Ingen har taget") if reminded else lone.sees_nothing_new())


async def test_a_step_that_comes_again_reminds_those_who_know(tmp_path: Path) -> None:
    leads = [{"who": "leads", "after_minutes": minutes} for minutes in (60, 240)]
    async with Stage(tmp_path, HandClock(), escalation={"steps": leads}).open() as stage:
        anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
        await anna.goes_on_duty()
        await a_concern(stage)
        await anna.sees_alert()
        await stage.time_passes(minutes=61)
        await lone.sees_alert()
        await stage.time_passes(minutes=181)
        await lone.sees("Ingen har taget")
        await anna.sees_nothing_new()


async def test_a_step_at_any_hour_waits_for_no_morning(tmp_path: Path) -> None:
    step = {"who": "everyone", "after_minutes": 30, "hours": "any"}
    night = HandClock(datetime(2026, 11, 23, 22, 0, tzinfo=UTC))
    async with Stage(tmp_path, night, escalation={"steps": [step]}).open() as stage:
        anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
        await anna.goes_on_duty()
        await a_concern(stage)
        await anna.sees_alert()
        await stage.time_passes(minutes=31)
        await bo.sees_alert()
        await anna.sees("Ingen har taget")


async def test_overdue_goes_to_those_at_work_while_the_owner_is_away(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await are_away(stage, "Anna")
    await stage.time_is(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    await bo.sees()
    await lone.sees()
    for day in (1, 2):
        await stage.time_is(datetime(2026, 12, day, 7, 1, tzinfo=UTC))
        for told in (bo, lone):
            assert (await told.sees("Vi lovede")).count("Vi lovede") == 1
    await anna.sees_nothing_new()


async def test_overdue_goes_to_somebody_even_with_everybody_away(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await are_away(stage, "Anna", "Lone")
    await stage.time_is(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    await stage.everyone_looks()
    await stage.time_is(datetime(2026, 12, 1, 7, 1, tzinfo=UTC))
    await anna.sees("Vi lovede")
    await lone.sees("Vi lovede")


async def test_a_step_and_a_nudge_at_one_moment_are_one_message_each(tmp_path: Path) -> None:
    closed = ["2026-11-26", "2026-11-27"]  # with the weekend, day 3 and the search come together
    clock = HandClock(datetime(2026, 11, 25, 21, 0, tzinfo=UTC))
    async with Stage(tmp_path, clock, service={"closed_days": closed}).open() as stage:
        anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
        await anna.goes_on_duty()
        await a_concern(stage)
        await anna.sees_alert()
        await stage.time_is(datetime(2026, 11, 30, 7, 1, tzinfo=UTC))
        await bo.sees_alert()
        assert (await anna.sees("Ingen har taget")).count("Ingen har taget") == 1
