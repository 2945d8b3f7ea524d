"""The bot is killed at random moments: afterwards nothing is lost and nothing is doubled."""

import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from handlers.work.late import LINES
from tests.faults.conftest import some_place
from tests.faults.night import (
    KILLS,
    REMINDED,
    TALKED,
    Night,
    a_night_of_kills,
    days_later,
    marks_read_by_the_team,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", name="night", params=["sqlite", "postgresql"]
)
async def one_night(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Night]:
    async with (
        some_place(request, tmp_path_factory.mktemp("night")) as kept,
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
    ):
        yield await a_night_of_kills(kept, sandbox)


async def test_every_concern_that_was_sent_is_there_once(night: Night) -> None:
    sys.stdout.write(f"{night.summary()}\n")
    assert night.kills >= KILLS
    assert len(night.judge.concerns) == len(night.reporters)
    for reporter in night.reporters:
        assert len(reporter.receipts()) == 1, f"{reporter.name} was given {reporter.receipts()}"


async def test_nobody_had_to_answer_twice(night: Night) -> None:
    again = [each.name for each in night.reporters if each.answered_again]
    assert not again, f"Their answers were lost: {again}"


async def test_the_team_heard_of_every_concern_and_of_few_twice(night: Night) -> None:
    nicknames = {each["nickname"] for each in night.judge.concerns}
    for worker in night.workers:
        alerts = night.judge.told(worker, "alert")
        assert set(alerts) == nicknames
        assert sum(alerts.values()) - len(alerts) <= night.kills


async def test_every_reminder_that_was_due_came_and_few_came_twice(night: Night) -> None:
    assert len(night.hurried.concerns) >= REMINDED
    assert night.unreminded() == 0
    for worker in night.workers:
        told = night.judge.reminded(worker)
        assert sum(told.values()) - len(told) <= REMINDED


async def test_what_a_worker_and_a_reporter_wrote_is_kept_once(night: Night) -> None:
    assert night.talks.held
    assert (night.talks.lost(), night.talks.doubled()) == (0, 0)
    assert night.talks.repeated <= 2 * TALKED


async def test_every_concern_owns_its_whole_ladder_and_at_most_one_owner(night: Night) -> None:
    assert night.judge.without_full_ladder() == []
    assert night.judge.wrongly_owned(night.workers) == []
    assert {each["owner"] is None for each in night.judge.concerns} == {True, False}


async def test_nothing_is_left_over_in_the_morning(night: Night) -> None:
    assert night.judge.left == []
    assert night.exit_code == 0


async def test_the_reminders_still_come_a_week_later(night: Night) -> None:
    async with days_later(night, days=12) as stage:
        await stage.settles()
        marks = await marks_read_by_the_team(night, stage)
    assert marks == sorted(each.mark for each in night.reporters)
    nudged: set[str] = set()
    for worker in night.workers:
        late = night.judge.told_late(worker)
        assert set(late.values()) <= {1}
        nudged |= set(late)
    assert len(nudged) >= min(len(night.judge.concerns), LINES)
