"""An outside hand that lets reminders be due at once, as if days had passed."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update

from domain.deadlines import Rung
from storage.engines import writing_engine
from storage.schema import concerns, reminders

_AT_ONCE = 2
_PATIENCE = 60.0  # seconds
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
        async with engine.begin() as connection:
            left = query.where(reminders.c.concern.not_in(self.concerns)).limit(_AT_ONCE)
            chosen = [each.concern for each in await connection.execute(left)]
            due = datetime.now(UTC) - timedelta(minutes=1)
            theirs = update(reminders).where(*_OURS, reminders.c.concern.in_(chosen))
            await connection.execute(theirs.values(due_at=due))
        await engine.dispose()
        self.concerns += chosen
        return bool(chosen)

    async def all_fired(self) -> None:
        """Wait until the bot has done all of it."""
        waiting = select(func.count()).where(*_OURS, reminders.c.concern.in_(self.concerns))
        engine = writing_engine(self._url)
        async with asyncio.timeout(_PATIENCE):
            while True:
                async with engine.begin() as connection:
                    if not (await connection.execute(waiting)).scalar_one():
                        break
                await asyncio.sleep(0.2)
        await engine.dispose()
