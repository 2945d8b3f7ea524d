"""Unfinished conversations: kept, resumed, reminded of once, and wiped."""

from datetime import UTC, datetime
from pathlib import Path

from tests.cast import Relative
from tests.hand_clock import HandClock
from tests.stage import Stage


async def test_a_draft_is_reminded_of_once_and_can_be_resumed(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await stage.time_passes(hours=5)
    await kim.sees("ikke sendt endnu", "Vi gemmer det til")
    await stage.time_passes(hours=10)
    await kim.sees_nothing_new()
    await kim.taps("Fortsæt")
    await kim.sees("Hvad har du set")


async def test_a_draft_nobody_comes_back_to_is_wiped(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Han råber om natten")
    await kim.sees()
    await stage.time_passes(hours=5)
    await kim.sees("ikke sendt endnu", "tirsdag den 24. november")
    await stage.time_passes(days=2)
    await kim.sees_nothing_new()
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")


async def test_nobody_is_reminded_at_night(tmp_path: Path) -> None:
    evening = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
    async with Stage(tmp_path, HandClock(evening)).open() as stage:
        kim = await Relative.arrives(stage, "Kim")
        await kim.comes_to("Hvad har du set")
        await stage.time_is(datetime(2026, 11, 24, 6, 59, tzinfo=UTC))
        await kim.sees_nothing_new()
        await stage.time_is(datetime(2026, 11, 24, 7, 1, tzinfo=UTC))
        await kim.sees("ikke sendt endnu")


async def test_the_times_are_the_municipalitys_choice(tmp_path: Path) -> None:
    drafts = {"remind_hours": 1, "wipe_hours": 3}
    async with Stage(tmp_path, HandClock(), drafts=drafts).open() as stage:
        kim = await Relative.arrives(stage, "Kim")
        await kim.comes_to("Hvad har du set")
        await stage.time_passes(hours=2)
        await kim.sees("ikke sendt endnu")
        await stage.time_passes(hours=3)
        await kim.says("/start")
        await kim.sees("Hvilket sprog?")


async def test_nobody_is_reminded_who_only_pressed_start(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await stage.time_passes(days=3)
    await kim.sees_nothing_new()


async def test_a_reminder_lost_in_an_outage_comes_after_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await stage.bot_stops()
    await stage.time_passes(hours=6)
    await stage.bot_starts()
    await kim.sees("ikke sendt endnu")


async def test_two_roles_never_mix(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Naboen råber")
    await kim.walks("/start", "[Begynd forfra]")
    await kim.walks("[Dansk]", "[Nej]", "[Mig selv]")
    await kim.answers_the_rest()
    assert "Naboen" not in (await kim.screen()).text
