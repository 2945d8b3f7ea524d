"""Three processes work on one database: whichever is killed, another goes on within seconds."""

import asyncio
from pathlib import Path
from signal import SIGCONT, SIGSTOP

from bot.app import open_app
from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from domain.people import StaffRole
from tests.cast import Relative
from tests.faults.hurrying import all_sent
from tests.faults.judging import Judge
from tests.faults.killing import PATIENCE, Process
from tests.faults.persistent import Reporter, Taker
from tests.faults.replicas import replicas, the_one_that_works
from tests.hand_clock import HandClock
from tests.stage import Stage

_ROUNDS = 6


async def test_three_processes_are_killed_in_turn_and_nothing_is_lost(
    tmp_path: Path, postgres_data: str
) -> None:
    async with (
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
        replicas(3, tmp_path, sandbox, postgres_data) as processes,
    ):
        first = await the_one_that_works(processes)
        anna = Taker(sandbox, "Anna", [])
        await anna.joins(await first.invitation(StaffRole.WORKER))
        taking = asyncio.create_task(anna.takes_concerns())
        people = [Reporter(sandbox, number) for number in range(1, 2 * _ROUNDS + 1)]
        for number in range(_ROUNDS):
            pair = people[2 * number : 2 * number + 2]
            await asyncio.gather(
                _killed(sandbox, processes, number), *(each.raises_a_concern() for each in pair)
            )
        taking.cancel()
        for each in (*people, anna):
            await each.is_still_answered()
        await all_sent(postgres_data)  # what is still to leave when a bot stops, waits for the next
        for process in processes:
            assert await process.stop() == 0
    judge = await Judge.of(postgres_data, sandbox.world, [])
    assert [len(each.receipts()) for each in people] == [1] * len(people)
    assert len(judge.concerns) == len(people)
    assert set(judge.told(anna, "alert")) == {each["nickname"] for each in judge.concerns}
    assert judge.wrongly_owned([anna]) == []
    assert judge.without_full_ladder() == []
    assert judge.left == []


async def test_only_one_works_and_the_others_take_in(tmp_path: Path, postgres_data: str) -> None:
    async with (
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
        replicas(2, tmp_path, sandbox, postgres_data, BROBYGGER_LOG="DEBUG") as processes,
    ):
        working = await the_one_that_works(processes)
        kim = Reporter(sandbox, 1)
        await kim.raises_a_concern()
        assert [each.said("This process works now") for each in processes].count(True) == 1
        (standing_by,) = [each for each in processes if each is not working]
        assert standing_by.said(" committed")
        await working.kill()
        assert await the_one_that_works(processes) is standing_by
        await kim.is_still_answered()


async def _killed(sandbox: Sandbox, processes: list[Process], number: int) -> None:
    """Kill, twice out of three times, the one that works; and start it again."""
    wanted = len(sandbox.world.calls) + 7 * number + 5
    await sandbox.world.until(lambda world: len(world.calls) >= wanted, PATIENCE)
    working = await the_one_that_works(processes)
    falling = working if number % 3 else processes[number // 3]
    await falling.kill()
    await falling.start()


async def test_one_that_hangs_is_overtaken_and_ends_when_it_wakes(
    tmp_path: Path, postgres_data: str
) -> None:
    async with (
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
        replicas(2, tmp_path, sandbox, postgres_data) as processes,
    ):
        hanging = await the_one_that_works(processes)
        (standing_by,) = [each for each in processes if each is not hanging]
        hanging.running.send_signal(SIGSTOP)
        assert await the_one_that_works([standing_by]) is standing_by
        hanging.running.send_signal(SIGCONT)
        assert await hanging.running.wait() != 0
        assert "Another process on the same database may work now" in hanging.last_words()
        assert "Traceback" not in hanging.last_words()
        kim = Reporter(sandbox, 1)
        await kim.is_still_answered()


async def test_one_that_stood_ready_speaks_of_no_outage_when_it_takes_over(
    tmp_path: Path, postgres_data: str
) -> None:
    async with Stage(tmp_path, HandClock(), storage={"url": postgres_data}).open() as stage:
        kim = await Relative.arrives(stage, "Kim")
        await kim.comes_to("Hvor længe")
        ready = await open_app(stage.settings(), stage.clock)
        starting = asyncio.create_task(ready.start())
        await stage.sandbox.world.until(lambda world: _greeted(world) == 2)
        await stage.time_passes(minutes=10)
        await kim.says("/akut")
        await kim.sees("ring nu", "Hvor længe")
        await stage.hands_over_to(ready, starting)
        await kim.sees_nothing_new()
        await kim.says("/akut")
        await kim.sees("ring nu", "Hvor længe")


def _greeted(world: World) -> int:
    return sum(each.method == "getMe" for each in world.calls)
