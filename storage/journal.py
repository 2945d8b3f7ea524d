"""The journal: who did what when, without a word of any concern."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from storage.database import Write
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

    def note(self, entry: Entry) -> Write:
        """Add an entry."""
        return Write(
            insert(journal).values(
                at=entry.at, actor=entry.actor, action=entry.action, concern=entry.concern
            )
        )
