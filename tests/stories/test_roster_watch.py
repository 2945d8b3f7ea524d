"""The leads hear of days in the plan that nobody has, once, when a working day opens."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.roster import Absence
from storage.database import Write
from storage.team_schema import handshakes
from tests.cast import Lead, Worker
from tests.hand_clock import HandClock
from tests.stage import Stage

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
EIGHT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # Monday, by the clock in Copenhagen
WEEKDAYS = {"who": "Anna", "days": [1, 2, 3, 4, 5], "start": "08:00", "end": "16:00"}


def stage_with(folder: Path, *weekly: dict[str, Any], start: datetime = SUNDAY) -> Stage:
    return Stage(folder, HandClock(start), duty={"weekly": list(weekly)})


@pytest.fixture
async def planned(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on Sunday, with Anna on duty all of every working day."""
    async with stage_with(tmp_path, WEEKDAYS).open() as stage:
        yield stage


async def test_a_gap_is_told_when_the_day_opens_and_once(planned: Stage) -> None:
    anna, lone = await Worker.joins(planned, "Anna"), await Lead.joins(planned, "Lone")
    anna.puts_the_phone_away()
    await away(planned, anna, days=2)
    await planned.time_is(EIGHT - timedelta(minutes=1))
    await lone.sees_nothing_new()
    await planned.time_is(EIGHT)
    told = await lone.sees("mangler der nogen på vagt", "onsdag den 25. november")
    assert told.count("november") == 1
    await lone.taps("Vagten")
    await lone.sees("Hvem har vagten?")
    await planned.time_is(EIGHT + timedelta(hours=25))
    assert "mangler" not in "".join(each.text for each in await lone.new_messages())
    await lone.sees()


async def test_a_new_gap_is_told_the_next_day(planned: Stage) -> None:
    anna, lone = await Worker.joins(planned, "Anna"), await Lead.joins(planned, "Lone")
    anna.puts_the_phone_away()
    await planned.time_is(EIGHT)
    await planned.everyone_looks()
    await away(planned, anna, days=3)
    await planned.time_is(EIGHT + timedelta(days=1, seconds=1))
    assert "torsdag den 26. november" in await lone.sees("mangler der nogen på vagt")


async def test_nothing_is_told_on_days_off_and_none_of_them_is_a_gap(planned: Stage) -> None:
    anna, lone = await Worker.joins(planned, "Anna"), await Lead.joins(planned, "Lone")
    await planned.time_is(EIGHT - timedelta(minutes=30))
    await lone.sees_nothing_new()
    await planned.time_is(EIGHT)
    await lone.sees_nothing_new()
    await anna.sees("Du har vagten nu")


async def test_a_holiday_is_no_gap(tmp_path: Path) -> None:
    before_christmas = datetime(2026, 12, 20, 12, 0, tzinfo=UTC)
    async with stage_with(tmp_path, WEEKDAYS, start=before_christmas).open() as stage:
        anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
        await stage.time_is(before_christmas + timedelta(hours=19))
        await anna.sees("Du har vagten nu")
        await lone.sees_nothing_new()


async def test_a_name_that_nobody_has_is_told_every_day_and_is_a_gap(tmp_path: Path) -> None:
    async with stage_with(tmp_path, WEEKDAYS).open() as stage:
        lone = await Lead.joins(stage, "Lone")
        await stage.time_is(EIGHT)
        await lone.sees("Vagtplanen nævner Anna", "mangler der nogen på vagt", "Flere dage: 3")
        await stage.time_is(EIGHT + timedelta(days=1))
        await lone.sees("Vagtplanen nævner Anna")
        anna = await Worker.joins(stage, "Anna")
        await stage.time_is(EIGHT + timedelta(days=2))
        await anna.sees("Du har vagten nu")


async def test_without_any_plan_there_are_no_gaps(tmp_path: Path) -> None:
    async with stage_with(tmp_path).open() as stage:
        lone = await Lead.joins(stage, "Lone")
        await stage.time_is(EIGHT + timedelta(hours=1))
        await lone.sees_nothing_new()


async def test_what_the_roster_needs_no_more_is_forgotten_after_two_months(planned: Stage) -> None:
    anna = await Worker.joins(planned, "Anna")
    await away(planned, anna, days=2)
    await planned.time_is(EIGHT)
    anna.puts_the_phone_away()
    await planned.time_passes(days=70)
    await planned.time_passes(days=70)
    left = await planned.app.store.roster.since(SUNDAY)
    assert left.absences == ()
    kept = await planned.app.store.database.read(select(handshakes.c.starts_at))
    assert min(each.starts_at for each in kept) > EIGHT + timedelta(days=70)


async def away(stage: Stage, worker: Worker, days: int) -> None:
    """Let a worker be away one whole day, so many days after Monday."""
    begins = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(days=days)
    (member,) = [
        each.member.id
        for each in await stage.app.store.staff.all()
        if each.member.name == worker.name
    ]
    absence = Absence(member, begins, begins + timedelta(days=1), f"away{days}")
    write: Write = stage.app.store.roster.be_away(absence)
    await stage.app.store.database.write(write)
