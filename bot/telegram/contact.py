"""Contact with Telegram: when it answered last, and an alarm when it has not for long."""

import asyncio
import logging
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.turns import Turns
from handlers import trouble
from handlers.raising import asking
from handlers.turn import Turn
from storage.database import Conflict
from storage.sealing import SealBroken
from storage.store import Store

_log = logging.getLogger(__name__)

TAPS_LIVE = timedelta(seconds=150)  # Telegram forgets a button tap that waited longer
ALARM_AFTER = timedelta(minutes=15)
_MARK_EVERY = timedelta(seconds=30)
_AWAY = "telegram away since"


class Contact:
    """Hears of every try to reach Telegram, and remembers across restarts what follows from it.

    Nobody can be told in chat while Telegram is away: then the alarm is a line in the log, and
    the leads hear of it afterwards, once.
    """

    def __init__(self, turns: Turns, store: Store, clock: Clock) -> None:
        self._turns = turns
        self._store = store
        self._clock = clock
        self._known: datetime | None = None
        self._marked: datetime | None = None
        self._since: datetime | None = None
        self.answered_at: datetime | None = None  # in this process
        self.is_away = False
        self.silent = asyncio.Event()

    async def recall(self) -> None:
        """Learn what an earlier process knew."""
        known, away = await self._store.marks.get("contact"), await self._store.marks.get(_AWAY)
        self._known = datetime.fromisoformat(known) if known else None
        self._since = datetime.fromisoformat(away) if away else None
        self.is_away = self._since is not None

    async def answered(self, asked: datetime) -> None:
        """Note that Telegram answered; `asked` is when the call began."""
        now = self._clock.now()
        lost = self._known is not None and asked - self._known > TAPS_LIVE
        self.answered_at = now
        self.silent.clear()
        if self._since is not None and (self.is_away or now - self._since >= ALARM_AFTER):
            await self._tell(now - self._since)
        self._since, self.is_away = None, False
        if lost:
            await self._ask_again()
        self._known = now
        if self._marked is None or now - self._marked > _MARK_EVERY:
            self._marked = now
            await self._store.database.write(self._store.marks.set("contact", now.isoformat()))

    async def failed(self) -> None:
        """Note that Telegram could not be reached, or refused us."""
        now = self._clock.now()
        self._since = self._since or now
        self.silent.set()
        if self.is_away or now - self._since < ALARM_AFTER:
            return
        self.is_away = True
        _log.error(
            "Telegram has not been reached for %d minutes: look at the network of this machine "
            "and at telegram.api_url. What comes in or shall go out waits and is not lost.",
            (now - self._since) // timedelta(minutes=1),
        )
        try:
            mark = self._store.marks.set(_AWAY, self._since.isoformat())
            await self._store.database.write(mark)
        except (SQLAlchemyError, OSError) as error:
            _log.warning("The alarm cannot be kept over a restart: %s", type(error).__name__)

    async def _ask_again(self) -> None:
        """Show every unfinished question anew: taps made while away are lost."""
        since = (self._clock.now() - timedelta(days=1)).date()
        for door in await self._store.doors.waiting(since):
            try:
                await self._turns.run(door.chat_id, _show_again)
            except (LookupError, SealBroken, Conflict) as error:
                _log.warning("An unfinished question cannot be shown: %s", type(error).__name__)

    async def _tell(self, away: timedelta) -> None:
        _log.warning("Telegram answers again, after %d minutes.", away // timedelta(minutes=1))
        back = partial(trouble.telegram_is_back, away=away)
        try:
            await self._turns.run(None, back, self._store.marks.set(_AWAY, ""))
        except (LookupError, SealBroken, Conflict) as error:
            _log.warning("The leads cannot be told of it: %s", type(error).__name__)


async def _show_again(turn: Turn) -> None:
    asking.show_again(turn, turn.voice("back-after-outage"))
