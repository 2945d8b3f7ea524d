"""An outside hand that lets reminders be due at once, as if days had passed."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Select, func, select, update

from domain.deadlines import Rung
from storage.engines import reading_engine, writing_engine
from storage.schema import concerns, outbox, reminders

_AT_ONCE = 2
_PATIENCE = 240.0  # seconds: a chat takes one message a second, and much waits before the last
_OURS = reminders.c.rung == Rung.DAY3, reminders.c.state == "waiting"


class Hurried:
    """The concerns whose first reminder was made due before its time; nobody has taken them."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.concerns: list[str] = []

    async def some_more(self) -> bool:
        """Let the reminders of two more be due a minute ago; False when none is left."""
        free = select(concerns.c.id).where(concerns.c.owner.is_(None))
        query = select(reminders.c.concern).where(*_OURS, reminders.c.concern.in_(free))
        engine = writing_engine(self._url)
        left = query.where(reminders.c.concern.not_in(self.concerns)).limit(_AT_ONCE)
        async with engine.begin() as connection:
            chosen = await connection.run_sync(_let_be_due, left)
        await engine.dispose()
        self.concerns += chosen
        return bool(chosen)

    async def all_fired(self) -> None:
        """Wait until the bot has done all of it, and everything has left for Telegram."""
        # The auditor may have put the reminder back where it was: that one is not due yet.
        due = reminders.c.concern.in_(self.concerns), reminders.c.due_at <= datetime.now(UTC)
        await _none(self._url, select(func.count()).where(*_OURS, *due))
        await all_sent(self._url)


async def all_sent(url: str) -> None:
    """Wait until nothing is on its way to Telegram any more."""
    await _none(url, select(func.count()).select_from(outbox))


def _let_be_due(connection: Connection, which: Select[str]) -> list[str]:
    chosen = [each.concern for each in connection.execute(which).all()]
    theirs = update(reminders).where(*_OURS, reminders.c.concern.in_(chosen))
    connection.execute(theirs.values(due_at=datetime.now(UTC) - timedelta(minutes=1)))
    return chosen


async def _none(url: str, counting: Select[int]) -> None:
    engine = reading_engine(url)
    try:
        async with asyncio.timeout(_PATIENCE):
            while True:
                async with engine.connect() as connection:
                    if not (await connection.execute(counting)).scalar_one():
                        return
                await asyncio.sleep(0.2)
    finally:
        await engine.dispose()
