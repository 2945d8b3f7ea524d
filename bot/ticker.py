"""The ticker: APScheduler wakes it every second; what is due stands in rows, not here."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.reminding import Reminding
from bot.turns import Turns
from handlers import forgetting
from handlers.raising import drafts
from handlers.roster import handshake, roster_watch
from handlers.team import codes
from handlers.turn import Turn
from storage.store import Store

_log = logging.getLogger(__name__)

_BATCH = 100
_SWEEP_EVERY = timedelta(hours=1)
_TURN_KEYS_EVERY = timedelta(minutes=10)
_ROSTER_KEPT = timedelta(days=60)
_STEP = timedelta(seconds=2)  # a clock that is only trimmed goes back by less
_WATCH_EVERY = 5.0  # real seconds


class Ticker:
    """Fires due reminders, each concern's in due order, and lets paused rows be looked at again.

    `looks` are further things to look at in every tick, each with what it is called.
    """

    def __init__(
        self,
        turns: Turns,
        store: Store,
        clock: Clock,
        looks: Mapping[str, Callable[[], Awaitable[None]]],
        ticked: Callable[[], None],
    ) -> None:
        self._turns = turns
        self._store = store
        self._clock = clock
        self._looks = looks
        self._ticked = ticked
        self._seen: datetime | None = None
        self._duty_seen: datetime | None = None
        self._swept: datetime | None = None
        self._turned_over: datetime | None = None
        self._one_at_a_time = asyncio.Lock()
        self._ticks = 0
        self._beat_at: float | None = None
        self.reminding = Reminding(turns, clock, self._beats)
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        # A tick that comes late must still come; several late ones are one.
        self._job = self._scheduler.add_job(
            self.tick,
            "interval",
            seconds=1,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )

    @property
    def still_for(self) -> float | None:
        """Real seconds since a part of a tick was done last; None before the first."""
        if self._beat_at is None:
            return None
        return asyncio.get_running_loop().time() - self._beat_at

    def start(self) -> None:
        """Begin to tick every second."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking, once a tick under way is done; one that is cut off here ends at once."""
        if self._scheduler.running:
            self._scheduler.pause()
        try:
            async with self._one_at_a_time:
                pass
        finally:
            if self._scheduler.running:
                self._scheduler.shutdown(wait=False)

    async def watch(self) -> None:
        """See that ticks come, until cancelled: a clock set back would silence the scheduler."""
        while True:
            before = self._ticks
            await asyncio.sleep(_WATCH_EVERY)
            if self._ticks == before and not self._one_at_a_time.locked():
                _log.warning("No tick came; the machine's clock may have been set back.")
                self._job.modify(next_run_time=datetime.now(UTC))

    async def tick(self) -> None:
        """Fire everything that is due now."""
        async with self._one_at_a_time:
            await self._try("the clock", self._see_clock)
            await self._try("duty", self._see_duty)
            await self._try("reminders", self.reminding.fire_due)
            await self._try("drafts", self._wake_drafts)
            await self._try("old rows", self._sweep)
            await self._try("old keys", self._turn_keys_over)
            # Last, because a disk or an address may take ten seconds.
            for what, look in self._looks.items():
                await self._try(what, look)
        self._ticks += 1
        self._ticked()

    async def _try(self, what: str, act: Callable[[], Awaitable[None]]) -> None:
        """Do one part of a tick; one that fails leaves the others be, and comes again."""
        try:
            await act()
        except Exception as error:
            _log.error("This tick could not see to %s: %s", what, type(error).__name__)
        self._beats()

    def _beats(self) -> None:
        self._beat_at = asyncio.get_running_loop().time()

    async def _see_clock(self) -> None:
        """After the machine's clock was set back, let nothing wait for a moment of before."""
        before, self._seen = self._seen, self._clock.now()
        if before is not None and self._seen < before - _STEP:
            _log.warning("The machine's clock was set back; what waits is tried at once.")
            self._swept = self._turned_over = None
            outbox, inbox = self._store.outbox, self._store.inbox
            await self._store.database.write(outbox.hurry(), inbox.hurry())

    async def _see_duty(self) -> None:
        """Look at who came on duty, once in every minute."""
        minute = self._clock.now().replace(second=0, microsecond=0)
        if self._duty_seen != minute:
            self._duty_seen = minute
            await self._turns.run(None, _see_duty)

    async def _wake_drafts(self) -> None:
        for door in await self._store.doors.waking(self._clock.now(), _BATCH):
            try:
                await self._turns.run(door.chat_id, drafts.wake)
            except Exception as error:
                _log.error("A draft could not be woken: %s", type(error).__name__)

    async def _turn_keys_over(self) -> None:
        now = self._clock.now()
        if self._turned_over is None or now - self._turned_over > _TURN_KEYS_EVERY:
            self._turned_over = now
            await self._store.resealing.turn_over(now)

    async def _sweep(self) -> None:
        now = self._clock.now()
        if self._swept is None or now - self._swept > _SWEEP_EVERY:
            self._swept = now
            await self._store.database.write(
                self._store.inbox.sweep(now),
                self._store.chat_messages.sweep(now),
                self._store.handshakes.sweep(now - _ROSTER_KEPT),
                *self._store.roster.sweep(now - _ROSTER_KEPT),
            )
            await self._forget(now)

    async def _forget(self, now: datetime) -> None:
        """Forget what has been kept long enough, and every time of day that is not needed."""
        service, old = self._turns.service, self._store.forgetting
        zone, kept = service.times.zone, timedelta(days=service.retention_days)
        today = now.astimezone(zone).date()
        await self._store.database.write(
            *old.note_ends(today),
            *old.sweep(now),
            *old.strays(),
            *await old.blur(now, zone),
            self._store.blocks.sweep(today),
            *await self._store.doors.unused(today - kept, _BATCH),
        )
        strays = await self._store.journal.strays(_BATCH)
        for concern in [*await old.due(today - kept, _BATCH), *strays]:
            await self._try("a concern to forget", partial(self._forget_one, concern))

    async def _forget_one(self, concern: str) -> None:
        await self._turns.run(None, partial(forgetting.forget, concern_id=concern))


async def _see_duty(turn: Turn) -> None:
    await codes.close_again(turn)
    await handshake.look(turn)
    await roster_watch.look(turn)
