"""PostgreSQL is restarted while people write: nobody has to say anything twice."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.schema import concerns
from tests import postgres
from tests.cast import Relative, Worker
from tests.faults import wire
from tests.hand_clock import HandClock
from tests.postgres import Cluster
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path, cluster: Cluster) -> AsyncIterator[Stage]:
    """A bot whose data lies on a server that a test can stop."""
    async with (
        postgres.own_database(cluster.url) as url,
        Stage(tmp_path, HandClock(), storage={"url": url}).open() as opened,
    ):
        yield opened


@pytest.mark.parametrize("how", ["fast", "immediate"])
async def test_what_people_write_meanwhile_is_answered_after_it(
    stage: Stage, cluster: Cluster, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    ida = await Relative.arrives(stage, "Ida")
    await anna.goes_on_duty()
    await kim.comes_to_the_summary()
    await asyncio.to_thread(cluster.stop, how)
    await kim.phone.says("Send")
    await ida.phone.says("/start")
    await wire.is_logged(caplog, "The inbox cannot be written (storage.url)")
    await wire.a_minute_passes(stage)
    for each in (kim, ida):
        await each.sees_nothing_new()
    await asyncio.to_thread(cluster.start)
    await wire.is_back(stage)
    await kim.sees("Din kode")
    await ida.sees("Hvilket sprog?")
    await anna.sees_alert()
    rows = await stage.app.store.database.read(select(func.count()).select_from(concerns))
    assert rows[0][0] == 1
    await ida.walks("[Dansk]")


async def test_a_restart_in_the_middle_of_an_interview_costs_no_answer(
    stage: Stage, cluster: Cluster
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    for _ in range(3):
        await asyncio.to_thread(cluster.stop)
        await asyncio.to_thread(cluster.start)
        await kim.answers_one()
    assert await wire.times_seen(kim, "gik galt") == 0
