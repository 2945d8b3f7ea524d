"""Reminding: what is due is fired, one concern's in order, and what is long due comes together."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.turns import Turns
from domain.telling import TEAM_RUNGS
from handlers import auditing
from handlers import clock as moments
from storage.reminders import Waiting

_log = logging.getLogger(__name__)

_BATCH = 25  # reminders whose turns begin at once, while nothing else is served
_LATE, _LATE_BATCH = timedelta(hours=1), 5_000  # what is later than that comes together
_POSTPONED = timedelta(minutes=10)


class Reminding:
    """Fires due reminders; `beats` is called between, so that long work is no standstill."""

    def __init__(self, turns: Turns, clock: Clock, beats: Callable[[], None]) -> None:
        self._turns = turns
        self._store = turns.store
        self._clock = clock
        self._beats = beats
        self._failing: dict[int, datetime] = {}  # until when each was put off

    def fires_all(self) -> bool:
        """Whether no reminder was put off because it could not be fired."""
        return all(until <= self._clock.now() for until in self._failing.values())

    async def fire_due(self) -> None:
        """Fire everything that is due now, what is long due first and together."""
        late = await self._late()
        while late and await self._catch_up(late):
            self._beats()
            late = await self._late()
        while due := await self._store.reminders.due(self._clock.now(), _BATCH):
            by_concern = dict[str, list[Waiting]]()
            for reminder in due:
                by_concern.setdefault(reminder.concern, []).append(reminder)
            # One concern's in order; those of several share a commit.
            fired = await asyncio.gather(
                *(self._fire_all(each) for each in by_concern.values()), return_exceptions=True
            )
            self._beats()
            if not all(each is True for each in fired):
                await self._tell_the_leads()
            for each in fired:
                if isinstance(each, BaseException):
                    raise each

    async def _late(self) -> list[str]:
        long_due = self._clock.now() - _LATE
        return await self._store.reminders.concerns_of_due(long_due, _LATE_BATCH, TEAM_RUNGS)

    async def _fire_all(self, due: list[Waiting]) -> bool:
        return all([await self._fire(each) for each in due])

    async def _catch_up(self, late: list[str]) -> bool:
        """Fire what should have been fired long ago as one turn, so that nobody is flooded.

        `late` is whose each reminder is. If it fails, each half is tried by itself, until the
        row that is to blame is alone.
        Returns whether any was fired.
        """
        if len(late) < 2:
            return False
        try:
            await self._turns.run(None, partial(moments.catch_up, late=late))
        except Exception as error:
            _log.error("%s late reminders failed: %s", len(late), type(error).__name__)
            half = len(late) // 2
            first = await self._catch_up(late[:half])
            return await self._catch_up(late[half:]) or first
        return True

    async def _fire(self, reminder: Waiting) -> bool:
        try:
            await self._turns.run(None, partial(moments.fire, reminder=reminder))
        except Exception as error:
            # One bad row must not stop the others: if it still waits, it comes again later.
            _log.error("Reminder %s failed: %s", reminder.id, type(error).__name__)
            later = self._clock.now() + _POSTPONED
            self._failing[reminder.id] = later
            await self._store.database.write(self._store.reminders.postpone(reminder.id, later))
            return False
        self._failing.pop(reminder.id, None)
        return True

    async def _tell_the_leads(self) -> None:
        try:
            await self._turns.run(None, auditing.stuck)
        except Exception as error:
            _log.error("The leads cannot be told: %s", type(error).__name__)
