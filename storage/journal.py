"""The journal: who did what when, without a word of any concern."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from storage.database import Database, Write
from storage.schema import journal


@dataclass(frozen=True)
class Entry:
    """One thing that happened; `actor` is a member's id, "reporter" or "clock"."""

    at: datetime
    actor: str
    action: str
    concern: str | None


class Journal:
    """The table of what happened; rows are only ever added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, entry: Entry) -> Write:
        """Add an entry."""
        return Write(
            insert(journal).values(
                at=entry.at, actor=entry.actor, action=entry.action, concern=entry.concern
            )
        )

    async def of(self, concern: str) -> list[Entry]:
        """Return what happened to one concern, in order."""
        query = select(journal).where(journal.c.concern == concern).order_by(journal.c.number)
        rows = await self._database.read(query)
        return [Entry(row.at, row.actor, row.action, row.concern) for row in rows]
