"""The team's calendar becomes the duty roster, a broken one changes nothing, and it can be had."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.calendar import duties
from domain.roster import Shift
from tests.bot.test_calendar import calendar, event
from tests.cast import Lead, Worker, a_concern
from tests.hand_clock import HandClock
from tests.stage import Stage

NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # Monday, by the clock in Copenhagen
TODAY = ("DTSTART:20261123T070000Z", "DTEND:20261123T150000Z")
TOMORROW = ("DTSTART:20261124T070000Z", "DTEND:20261124T150000Z")


class Plan:
    """A calendar's file, which somebody changes."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def says(self, *events: str) -> None:
        self.file.write_bytes(calendar(*events))

    def becomes(self, text: bytes) -> None:
        self.file.write_bytes(text)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan(tmp_path / "plan.ics")


@pytest.fixture
async def office(tmp_path: Path, plan: Plan) -> AsyncIterator[Stage]:
    """A stage on Monday at nine, with a calendar that is still empty."""
    plan.says()
    async with Stage(tmp_path, HandClock(NINE), duty={"calendar": str(plan.file)}).open() as stage:
        yield stage


async def is_read(stage: Stage) -> None:
    """Let the calendar be read; the gaps that it leaves are another story."""
    await stage.time_passes(hours=1)
    await stage.time_passes(minutes=1)
    await stage.everyone_looks()


async def test_the_calendar_says_who_hears_of_a_concern(office: Stage, plan: Plan) -> None:
    anna, bo = await Worker.joins(office, "Anna"), await Worker.joins(office, "Bo")
    plan.says(event(*TODAY, title="Anna"), event(*TOMORROW, title="Bo"))
    await is_read(office)
    await a_concern(office)
    await anna.sees("Ny henvendelse")
    await bo.sees_nothing_new()
    await office.time_is(NINE + timedelta(hours=23))
    await anna.sees()
    await bo.sees("Du har vagten nu til kl. 16")


@pytest.mark.parametrize(
    "broken",
    [b"<html>Log ind</html>", b"", b"BEGIN:VCALENDAR\r\nBEGIN:VEV", calendar(), b"x" * 1_000_001],
    ids=["html", "no words", "cut", "no events", "huge"],
)
async def test_a_calendar_that_breaks_leaves_the_old_plan(
    office: Stage, plan: Plan, broken: bytes
) -> None:
    anna, lone = await Worker.joins(office, "Anna"), await Lead.joins(office, "Lone")
    plan.says(event(*TODAY), event(*TOMORROW))
    await is_read(office)
    plan.becomes(broken)
    await office.time_passes(hours=1)
    await lone.sees("Kalenderen kunne ikke læses. Den gamle vagtplan gælder.")
    await office.time_passes(hours=3)
    await lone.sees_nothing_new()
    await anna.says("Vagten")
    await anna.sees("På vagt: Anna")


async def test_a_calendar_that_breaks_at_night_is_told_in_the_morning(
    office: Stage, plan: Plan
) -> None:
    lone = await Lead.joins(office, "Lone")
    plan.becomes(b"?")
    await office.time_passes(hours=1)
    await lone.sees("Kalenderen kunne ikke læses")
    plan.says(event(*TODAY, title="Lone"))
    await is_read(office)
    await office.time_is(NINE + timedelta(hours=12))
    plan.becomes(b"?")
    await office.time_passes(hours=1)
    await lone.sees_nothing_new()
    await office.time_is(NINE + timedelta(hours=23, minutes=1))
    await lone.sees("Kalenderen kunne ikke læses")


async def test_a_calendar_that_is_mended_holds_again_and_a_new_break_is_told(
    office: Stage, plan: Plan
) -> None:
    await Worker.joins(office, "Anna")
    bo, lone = await Worker.joins(office, "Bo"), await Lead.joins(office, "Lone")
    for _ in range(2):
        plan.becomes(b"?")
        await office.time_passes(hours=1)
        await lone.sees("Kalenderen kunne ikke læses")
        plan.says(event(*TODAY, title="Bo"))
        await office.time_passes(hours=1)
    await bo.says("Vagten")
    await bo.sees("På vagt: Bo")


async def test_a_duty_of_nobody_in_the_team_is_counted_and_told_once(
    office: Stage, plan: Plan
) -> None:
    anna, lone = await Worker.joins(office, "Anna"), await Lead.joins(office, "Lone")
    plan.says(event(*TODAY, title="Anna"), event(*TOMORROW, title="Frida Eksempel"))
    await office.time_passes(hours=1)
    told = await lone.sees("uden et navn fra teamet: 1")
    assert "Frida" not in told
    await is_read(office)
    await office.time_passes(hours=2)
    await lone.sees_nothing_new()
    await anna.sees_nothing_new()


async def test_duties_that_vanish_are_told_and_so_are_more_without_a_name(
    office: Stage, plan: Plan
) -> None:
    await Worker.joins(office, "Anna")
    await Worker.joins(office, "Bo")
    lone = await Lead.joins(office, "Lone")
    bo, extra, *nobody = map(tomorrow, ("Bo", "Anna", "Frida", "Frode", "Freja"))
    plan.says(event(*TODAY), bo, extra, nobody[0])
    await is_read(office)
    plan.says(event(*TODAY), *nobody)
    await office.time_passes(hours=1)
    told = await lone.sees("Vagter før: 3. Vagter nu: 1.", "ingen vagter mere: Bo.", "teamet: 3")
    assert "Frode" not in told
    for unknown in (nobody[:2], nobody):
        plan.says(event(*TODAY), *unknown)
        await office.time_passes(hours=1)
        assert "uden et navn" not in "".join(each.text for each in await lone.new_messages())
    await office.everyone_looks()


async def test_the_bot_starts_without_its_calendar_and_says_so(tmp_path: Path) -> None:
    duty = {"calendar": str(tmp_path / "none.ics")}
    async with Stage(tmp_path, HandClock(NINE), duty=duty).open() as stage:
        lone = await Lead.joins(stage, "Lone")
        await stage.time_passes(hours=1)
        await lone.sees("Kalenderen kunne ikke læses")
        await lone.says("Vagten")
        await lone.sees("Ingen er på vagt")


async def test_a_calendar_that_is_taken_out_of_the_configuration_holds_no_more(
    office: Stage, plan: Plan
) -> None:
    anna = await Worker.joins(office, "Anna")
    plan.says(event(*TODAY))
    await is_read(office)
    await office.bot_stops()
    office.reconfigure(duty={})
    await office.bot_starts()
    await anna.says("Vagten")
    await anna.sees("Ingen er på vagt")


async def test_the_duties_taken_along_are_read_back_as_they_were(office: Stage, plan: Plan) -> None:
    anna, bo = await Worker.joins(office, "Anna"), await Worker.joins(office, "Bo")
    night = ("DTSTART:20261205T210000Z", "DTEND:20261206T050000Z")
    plan.says(event(*TOMORROW), event(*TOMORROW, title="Bo"), event(*night, title="Bo"))
    await is_read(office)
    stored = (await office.app.store.roster.since(office.clock.now())).shifts
    await anna.says("Hent vagtplan")
    await anna.sees("Her er vagterne")
    file = await sent(anna)
    ids = [each.member.id for each in await office.app.store.staff.all()]
    assert not any(each in file.decode() for each in ids)
    names = dict(zip(("Anna", "Bo"), ids, strict=True))
    zone = office.app.house.service.times.zone
    assert list(duties(file, names, zone, office.clock.now()).shifts) == in_order(stored)
    plan.becomes(file)
    await office.time_passes(hours=1)
    assert in_order((await office.app.store.roster.since(office.clock.now())).shifts) == in_order(
        stored
    )
    await bo.says("Hent vagtplan")
    await bo.sees("Her er vagterne")
    assert await sent(bo) == file


async def test_a_stranger_cannot_have_the_duties(office: Stage) -> None:
    eve = await Worker.arrives(office, "Eve")
    await eve.says("/start")
    await eve.sees()
    await eve.says("Hent vagtplan")
    await eve.sees()
    assert not [each for each in await eve.from_bot() if each.document]


def tomorrow(title: str) -> str:
    return event(*TOMORROW, f"LOCATION:{title}", title=title)


def in_order(shifts: tuple[Shift, ...]) -> list[Shift]:
    return sorted(shifts, key=lambda each: (each.starts_at, each.member))


async def sent(worker: Worker) -> bytes:
    """Return the calendar file that was sent last."""
    found = [each.document for each in await worker.from_bot() if each.document]
    assert found[-1].name == "vagtplan.ics"
    return found[-1].text.encode()
