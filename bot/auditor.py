"""The auditor: every minute it looks at all that must not be lost, mends it, and says so."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.clock import Clock
from bot.health.heartbeat import Heartbeat
from bot.telegram.contact import Contact
from bot.turns import Turns
from domain.concern import Concern
from domain.obligations import missing
from handlers import auditing
from handlers.turn import Turn
from storage.database import Conflict

_log = logging.getLogger(__name__)

# Minutes: longer than it takes until Telegram counts as away, so that what waits for it alone is
# not stuck. They are counted in looks, so that a machine that slept has lost none.
STUCK_AFTER = 20


class Auditor:
    """Looks over every concern that has not ended, whatever its age, and over what waits.

    `must_hold` is what others vouch for, each in words of its own. Only when all is well does
    the heart beat.
    """

    def __init__(
        self,
        turns: Turns,
        clock: Clock,
        contact: Contact,
        heartbeat: Heartbeat,
        must_hold: Mapping[str, Callable[[], bool]],
    ) -> None:
        self._turns = turns
        self._store = turns.store
        self._clock = clock
        self._contact = contact
        self._heartbeat = heartbeat
        self._must_hold = must_hold
        self._looked: datetime | None = None
        self._seen: dict[tuple[str, int], int] = {}  # at how many looks on end
        self._overdue = 0
        self._said: list[str] = []
        self.whole_at: datetime | None = None

    async def look(self) -> None:
        """Once a minute: mend what is missing, tell what is stuck, and beat when all is well."""
        now = self._clock.now()
        minute = now.replace(second=0, microsecond=0)
        if self._looked == minute:
            return
        self._looked = minute
        found = [*await self._put_back(now), *await self._rows(now)]
        found += [words for words, holds in self._must_hold.items() if not holds()]
        found += ["Telegram is not reached"] * self._contact.is_away
        self._say(found)
        if not found:
            self.whole_at = now
            await self._heartbeat.beat()

    async def _put_back(self, now: datetime) -> list[str]:
        """Put back every reminder that is missing; return what was found."""
        mended = damaged = 0
        async for concerns, unreadable in self._store.watch.going_on():
            lacking = await self._lacking(concerns, now)
            mended += [await self._mend(each) for each in lacking].count(True)
            damaged += unreadable
        return _some(
            {
                "concerns lacked reminders, which are put back": mended,
                "concerns cannot be read": damaged,
            }
        )

    async def _lacking(self, concerns: list[Concern], now: datetime) -> list[Concern]:
        service = self._turns.service
        standing = await self._store.reminders.standing(now, [each.id for each in concerns])
        return [
            each
            for each in concerns
            if missing(each, standing.get(each.id, ()), now, service.ladder, service.times)
        ]

    async def _mend(self, concern: Concern) -> bool:
        """Put back what one concern lacks; whether it was so when looked at again."""
        lacked = False

        async def act(turn: Turn) -> None:
            nonlocal lacked
            lacked = await auditing.put_back(turn, concern.id)

        try:
            await self._turns.run(None, act)
        except Conflict:
            return True  # others work on it all the time; the next look sees how it is then
        return lacked

    async def _rows(self, now: datetime) -> list[str]:
        """Tell the leads of what waits too long; return it, and what was set aside."""
        counts, before = await self._store.watch.counts(now), self._overdue
        # At one look alone they may have become due under it: the clock jumped ahead.
        self._overdue = counts.reminders_overdue
        waiting = _some(
            {
                "rows of inbox or outbox wait too long": await self._stuck(now),
                "reminders are overdue": min(before, self._overdue),
            }
        )
        if waiting:
            await self._turns.run(None, auditing.stuck)
        return waiting + _some({"rows are parked": counts.inbox_parked + counts.outbox_parked})

    async def _stuck(self, now: datetime) -> int:
        """Return how many rows waited at so many looks on end, and not for Telegram."""
        waiting = set() if self._contact.is_away else await self._store.watch.waiting(now)
        self._seen = {each: self._seen.get(each, 0) + 1 for each in waiting}
        return sum(looks > STUCK_AFTER for looks in self._seen.values())

    def _say(self, found: list[str]) -> None:
        """Log what was found when it is not what was said before."""
        if found and found != self._said:
            _log.error("The audit found: %s.", "; ".join(found))
        if self._said and not found:
            _log.warning("The audit finds nothing wrong any more.")
        self._said = found


def _some(counted: Mapping[str, int]) -> list[str]:
    return [f"{number} {what}" for what, number in counted.items() if number]
