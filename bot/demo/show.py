"""The show: run after run on one stage, the clock, and what is done to the bot and to Telegram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time
from itertools import count
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from bot.demo import folder
from bot.demo.facts import Facts
from bot.demo.run import Run
from bot.sandbox.errors import ConnectionCutError, PeopleApiError
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from domain.deadlines import OpeningTimes, later_out_of_quiet

Telegram = Literal["well", "down", "slow", "busy"]

# What goes wrong with every call until Telegram is well again.
_FAULTS: dict[Telegram, tuple[Fault, ...]] = {
    "well": (),
    "down": (Fault("502", times=None), Fault("502", "getUpdates", times=None)),
    "slow": (Fault("slow", times=None, seconds=2.0),),
    "busy": (Fault("429", times=None, retry_after=3),),
}
TELEGRAM: tuple[Telegram, ...] = get_args(Telegram)


class Show:
    """One demo on one sandbox."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.clock = MovableClock()
        self.number = 0
        self.kills = 0
        self.telegram: Telegram = "well"
        self.sandbox: Sandbox
        self.run: Run
        self._rows = count(1)
        self._one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def on(self, sandbox: Sandbox) -> AsyncIterator[None]:
        """Play on a sandbox that serves, until left."""
        self.sandbox = sandbox
        folder.sweep()
        await self._begin(on_duty=True)
        try:
            yield
        finally:
            async with self._one_at_a_time:
                await self.run.end()

    async def begin_anew(self, *, on_duty: bool) -> None:
        """Throw everything away, and begin with a new folder and new people."""
        async with self._one_at_a_time:
            await self.run.end()
            self.telegram_is("well")
            self.sandbox.world.begin_anew()
            await self._begin(on_duty=on_duty)
            for kind in ("demo", "clock", "stored", "timeline"):
                self.sandbox.world.changes.announce({"kind": kind})

    async def kill_bot(self) -> None:
        """End the bot's process as a power cut would."""
        async with self._one_at_a_time:
            if self.run.bot.state != "stopped":
                self.kills += 1
                await self.run.bot.kill()

    async def start_bot(self) -> None:
        """Start the bot's process again."""
        async with self._one_at_a_time:
            await self.run.bot.start()

    def telegram_is(self, state: Telegram) -> None:
        """Let Telegram be so from now on."""
        self.telegram = state
        self.sandbox.faults.clear()
        for fault in _FAULTS[state]:
            self.sandbox.faults.add(fault)
        if state == "down":
            self.sandbox.world.updates.interrupt(ConnectionCutError())
        self.sandbox.world.changes.announce({"kind": "demo"})

    async def move_to_next(self) -> datetime:
        """Move the clock to the next moment at which something is due, and return it.

        Raises PeopleApiError when nothing is.
        """
        snapshot = await self.run.stored.look()
        now = self.clock.now()
        following = self.run.timeline.following(snapshot, now)
        if following is None:
            raise PeopleApiError(409, "Nothing is due: raise a concern first.")
        self.sandbox.world.move_clock(following - now)
        return following

    async def _begin(self, *, on_duty: bool) -> None:
        self.number, self.kills = self.number + 1, 0
        self.clock.begin_anew()
        now = self.clock.now()
        self.clock.advance(_next_morning(now) - now)
        self.run = Run(self.facts, self.sandbox, self.clock, self._rows, on_duty=on_duty)
        await self.run.begin()


def _next_morning(now: datetime) -> datetime:
    """Return the next weekday's 9 o'clock in Denmark: a team is at work, and weeks end on one."""
    times = OpeningTimes(ZoneInfo("Europe/Copenhagen"), quiet_until=time(9))
    return later_out_of_quiet(now, times)
