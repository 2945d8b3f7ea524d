"""The journal is read at every start: if somebody changed it, log and leads are told."""

import logging
from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.turns import Turns
from handlers import trouble
from storage.store import Store

_log = logging.getLogger(__name__)


class JournalCheck:
    """Knows whether the journal was as it was written when it was last looked at."""

    def __init__(self, turns: Turns, store: Store, clock: Clock) -> None:
        self._turns = turns
        self._store = store
        self._clock = clock
        self._looked: datetime | None = None
        self._holds = True

    def holds(self) -> bool:
        """Whether nothing was found."""
        return self._holds

    async def look(self) -> None:
        """Once a minute note where the journal ends, and read it all if its end is missing."""
        minute = self._clock.now().replace(second=0, microsecond=0)
        if self._looked != minute:
            self._looked = minute
            if not await self._store.journal.chain.anchor():
                await self.check()

    async def check(self) -> None:
        """Verify the journal; what is wrong with it is told once, and the bot goes on."""
        broken = (await self._store.journal.chain.verify()).broken
        self._holds = broken is None
        if broken is None:
            return
        # Before anything is added behind a cut end: where it was cut is noted.
        await self._store.journal.chain.anchor()
        _log.error(
            "The journal is not as it was written (entry %s is %s). Somebody may have changed the "
            "database: run `brobygger db verify`, and look at who can reach the machine.",
            broken.number,
            broken.kind,
        )
        found = f"{broken.kind} {broken.number}"
        if await self._store.marks.get("journal broken") != found:
            told = self._store.marks.set("journal broken", found)
            await self._turns.run(None, partial(trouble.journal_broken, what=broken.kind), told)
