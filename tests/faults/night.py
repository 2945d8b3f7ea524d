"""One bad night: the bot is killed over and over while people write, take concerns and talk."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from domain.people import StaffRole
from storage.schema import concerns, outbox
from tests.faults.hurrying import Hurried, all_sent
from tests.faults.judging import Judge, rows
from tests.faults.kept import Kept
from tests.faults.killing import PATIENCE, Killer, Process, bot_process, sent
from tests.faults.persistent import VOICE, Reporter, Taker
from tests.faults.talking import Talks, talks_while_killed
from tests.hand_clock import HandClock
from tests.stage import Stage

KILLS = int(os.environ.get("BROBYGGER_KILLS", "25"))  # while people write
REMINDED = max(KILLS // 5, 1)  # while reminders are due
TALKED = max(KILLS // 5, 1)  # and while a worker and a reporter write to each other
# The first words of what is on its way when the bot is killed.
MOMENTS = (
    VOICE("summary-head"),
    VOICE("alert", nickname="|", date="").partition("|")[0],
    VOICE("receipt", date="|", code="").partition("|")[0],
)
TEAM = ("Anna", "Bo")
_AT_START = 3  # of these, how many meet the very first start


@dataclass(frozen=True)
class Night:
    """What is left in the morning."""

    kept: Kept
    sandbox: Sandbox
    kills: int
    exit_code: int
    reporters: list[Reporter]
    workers: list[Taker]
    judge: Judge
    hurried: Hurried
    talks: Talks

    def lost(self) -> int:
        """Return how many reporters got no receipt, or have no concern to it."""
        told = sum(bool(each.receipts()) for each in self.reporters)
        return max(len(self.reporters) - min(told, len(self.judge.concerns)), 0)

    def doubled(self) -> int:
        """Return how many concerns there are beyond one for each reporter."""
        return max(len(self.judge.concerns) - len(self.reporters), 0)

    def repeated(self) -> int:
        """Return how many alerts, receipts, reminders and words came more than once."""
        told = [self.judge.told(each, "alert") for each in self.workers]
        told += [self.judge.reminded(each) for each in self.workers]
        again = sum(each.total() - len(each) for each in told)
        again += self.judge.receipts_sent() - len(self.reporters)
        return again + self.talks.repeated

    def unreminded(self) -> int:
        """Return of how many concerns whose reminder was due nobody was reminded."""
        told = {each for worker in self.workers for each in self.judge.reminded(worker)}
        return len(self.hurried.concerns) - len(told)

    def summary(self) -> str:
        """Return the night in one line."""
        return (
            f"{self.kept.name}: {self.kills} kills, {len(self.judge.concerns)} concerns, "
            f"{self.lost()} lost, {self.doubled()} twice, {self.unreminded()} reminders lost, "
            f"{len(self.judge.wrongly_owned(self.workers))} with two owners, "
            f"{len(self.talks.held)} talks, {self.talks.lost()} words lost, "
            f"{self.talks.doubled()} words twice, "
            f"{self.repeated()} messages that came again"
        )


async def a_night_of_kills(kept: Kept, sandbox: Sandbox) -> Night:
    """Let people raise and take concerns until the bot was killed often enough."""
    place = {"BROBYGGER_STORAGE__URL": kept.url}
    async with bot_process(kept.folder, sandbox, **place) as process:
        killer = Killer(process, sandbox.world)
        await killer.kills_the_start(_AT_START)
        await process.while_it_lives(sandbox.world.until(_polling, PATIENCE))
        heard_of: list[str] = []
        workers = [await _a_worker(process, sandbox, each, heard_of) for each in TEAM]
        reporters = await _people_while_killed(sandbox, kept.url, killer, workers, heard_of)
        await asyncio.gather(*(each.is_still_answered() for each in workers))  # what they took
        await all_sent(kept.url)  # reminders leave last
        hurried = await _reminders_while_killed(kept.url, killer)
        talks = await talks_while_killed(kept.url, killer, workers, reporters, TALKED)
        for everybody in (reporters, workers):
            await asyncio.gather(*(each.is_still_answered() for each in everybody))
        code = await process.stop()
    judge = await Judge.of(kept.url, sandbox.world, hurried.concerns)
    return Night(kept, sandbox, killer.count, code, reporters, workers, judge, hurried, talks)


@asynccontextmanager
async def days_later(night: Night, days: int) -> AsyncIterator[Stage]:
    """Start the bot in this process on what is left, on a clock set that much later."""
    clock = HandClock(datetime.now(UTC) + timedelta(days=days))
    stage = Stage(night.kept.folder, clock, storage={"url": night.kept.url})
    stage.sandbox = night.sandbox
    try:
        await stage.bot_starts()
        yield stage
    finally:
        await stage.bot_stops()


async def marks_read_by_the_team(night: Night, stage: Stage) -> list[str]:
    """Open every stored concern and return whose words stand in it."""
    store = stage.app.store
    words = [await store.concerns.words(each["id"]) for each in night.judge.concerns]
    return sorted(" ".join(each["seen"].words.split()[:2]) for each in words)


def _polling(world: World) -> bool:
    return any(each.method == "getUpdates" for each in world.calls)


async def _a_worker(process: Process, sandbox: Sandbox, name: str, heard_of: list[str]) -> Taker:
    worker = Taker(sandbox, name, heard_of)
    await worker.joins(await process.invitation(StaffRole.WORKER))
    return worker


async def _people_while_killed(
    sandbox: Sandbox, url: str, killer: Killer, workers: list[Taker], heard_of: list[str]
) -> list[Reporter]:
    """Let six people after six others raise concerns, and the workers hear of all of them."""
    people: list[Reporter] = []
    taking = [asyncio.create_task(each.takes_concerns()) for each in workers]
    try:
        while killer.count < KILLS:
            six = [Reporter(sandbox, len(people) + number) for number in range(1, 7)]
            people += six
            async with asyncio.TaskGroup() as at_once:
                for doing in (_kill_on_the_way(killer, six), *map(Reporter.raises_a_concern, six)):
                    at_once.create_task(doing)
        await _until_all_are_heard_of(sandbox, url, len(people), heard_of)
    finally:
        for each in taking:
            each.cancel()
        await asyncio.gather(*taking, return_exceptions=True)
    return people


async def _until_all_are_heard_of(
    sandbox: Sandbox, url: str, people: int, heard_of: list[str]
) -> None:
    """Wait for the team to hear of everybody; a concern it never hears of is named."""
    try:
        await sandbox.world.until(lambda _: len(heard_of) == people, 10 * PATIENCE)
    except TimeoutError:
        stored = [str(each["nickname"]) for each in await rows(url, select(concerns.c.nickname))]
        waiting = len(await rows(url, select(outbox.c.id)))
        raise AssertionError(
            f"{people} people, {len(stored)} concerns called {sorted(stored)}; never heard of: "
            f"{sorted({*stored} - {*heard_of})}; {waiting} messages wait."
        ) from None


async def _reminders_while_killed(url: str, killer: Killer) -> Hurried:
    """Let reminders of a few concerns at a time be due at once, and kill as one is sent."""
    hurried, end = Hurried(url), killer.count + REMINDED
    while killer.count < end and await hurried.some_more():
        at_all = sent(VOICE("nudge-untaken", nickname="|", date="").partition("|")[0])
        await killer.kills([at_all], over=lambda _: False)
    await hurried.all_fired()
    return hurried


async def _kill_on_the_way(killer: Killer, people: list[Reporter]) -> None:
    somewhere, summary, alert, receipt = killer.after_some_calls, *map(sent, MOMENTS)
    kinds = [somewhere, somewhere, summary, alert, receipt, somewhere][: KILLS - killer.count]
    await killer.kills(kinds, over=lambda _: all(each.receipts() for each in people))
