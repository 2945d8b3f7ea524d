"""A small rush loses nothing, and the judge of `make load` sees what is broken."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Call
from tests.load.judge import ALERT, Figure, Judge
from tests.load.rush import Rush, Size, rush
from tests.stage import TOKEN, USERNAME

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module", name="seen")
async def _seen(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Rush]:
    async with Sandbox(TOKEN, USERNAME, SystemClock()) as sandbox:
        yield await rush(tmp_path_factory.mktemp("rush"), sandbox, Size(people=80, answers=1))


def is_alert(call: Call) -> bool:
    return str(call.params.get("text")).startswith(ALERT)


def broken(figures: Iterable[Figure]) -> set[str]:
    return {each.what for each in figures if each.broken}


async def test_eighty_people_who_send_at_once_are_all_heard(seen: Rush) -> None:
    figures = list(Judge(seen).kept())
    assert broken(figures) == set()
    assert ("concerns stored", "80") in [(each.what, each.found) for each in figures]


async def test_a_call_too_many_is_seen(seen: Rush) -> None:
    at = next(number for number, each in enumerate(seen.calls) if is_alert(each))
    crowded = replace(seen, calls=[*seen.calls[:at], *[seen.calls[at]] * 50, *seen.calls[at:]])
    limits = {"calls in the busiest second", "at most beyond 1/s in a chat"}
    assert limits <= broken(Judge(crowded).measured())


async def test_a_lost_concern_or_alert_is_seen(seen: Rush) -> None:
    lost = next(each for each in seen.calls if is_alert(each))
    fewer = replace(seen, calls=[each for each in seen.calls if each is not lost])
    assert "alerts that wait for their chat" in broken(Judge(fewer).kept())
    one_more = replace(seen, people=[seen.people[0], *seen.people])
    assert "concerns stored" in broken(Judge(one_more).kept())


async def test_alerts_that_come_late_are_seen(seen: Rush) -> None:
    after = timedelta(seconds=9)
    late = [
        replace(each, time=each.time + after) if is_alert(each) else each for each in seen.calls
    ]
    assert _stood_still(replace(seen, calls=late)) > _stood_still(seen)


def _stood_still(seen: Rush) -> float:
    """Return for how many seconds alerts stood still."""
    what = "alerts stood still at most"
    (found,) = [each.found for each in Judge(seen).measured() if each.what == what]
    return float(found.split()[0])


async def test_a_memory_that_grows_is_seen(seen: Rush) -> None:
    memory = "memory, first and second half"
    growing = [10_000_000 + second * 200_000 for second in range(120)]
    assert memory in broken(Judge(replace(seen, resident=growing)).measured())
    assert memory not in broken(Judge(replace(seen, resident=[10_000_000] * 120)).measured())
