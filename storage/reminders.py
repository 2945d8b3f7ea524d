"""Reminders: rows with a due moment, written in the same transaction as their reason."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, insert, or_, select, update

from domain.deadlines import REPORTER_RUNGS, Reminder, Rung
from storage.database import Database, Write
from storage.rows import readable
from storage.schema import reminders

_ADD = insert(reminders)
_OVER = ("fired", "cancelled")


@dataclass(frozen=True)
class Waiting:
    """A reminder that has not fired yet."""

    id: int
    concern: str
    rung: Rung
    due_at: datetime


class Reminders:
    """The table of reminders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def schedule(self, concern: str, ladder: Iterable[Reminder]) -> list[Write]:
        """Add reminders for a concern; those due at one moment fire in the order given here."""
        rows = [
            {"concern": concern, "rung": each.rung, "due_at": each.due_at, "state": "waiting"}
            for each in ladder
        ]
        return [Write(_ADD, values=row) for row in rows]

    async def due(self, now: datetime, limit: int) -> list[Waiting]:
        """Return reminders whose moment has come, in due order."""
        query = (
            select(reminders)
            .where(reminders.c.state == "waiting", reminders.c.due_at <= now)
            .order_by(reminders.c.due_at, reminders.c.id)
            .limit(limit)
        )
        return readable(await self._database.read(query), _waiting)

    async def of(self, concern: str) -> list[Waiting]:
        """Return a concern's reminders that have not fired, in due order."""
        query = (
            select(reminders)
            .where(reminders.c.concern == concern, reminders.c.state == "waiting")
            .order_by(reminders.c.due_at)
        )
        return readable(await self._database.read(query), _waiting)

    async def standing(self, now: datetime, concern: str | None = None) -> dict[str, set[str]]:
        """Return the rungs that stand, by concern: of all of them, or of one.

        What waits stands. What the reporter is to hear stands until its moment even when it was
        cancelled: then it was taken from them on purpose, and must not be put back.
        """
        ahead = reminders.c.state.in_(_OVER), reminders.c.due_at > now  # found by the index
        reporters = *ahead, reminders.c.rung.in_(REPORTER_RUNGS)
        query = select(reminders.c.concern, reminders.c.rung).where(
            or_(reminders.c.state == "waiting", and_(*reporters))
        )
        if concern is not None:
            query = query.where(reminders.c.concern == concern)
        found: dict[str, set[str]] = {}
        for row in await self._database.read(query):
            found.setdefault(row.concern, set()).add(row.rung)
        return found

    async def follow_ups(self, among: Collection[str], since: datetime) -> dict[str, datetime]:
        """Return when these concerns shall be followed up, by concern; the others are left out.

        One whose reminder has fired counts too, if that was at or after `since`.
        """
        fired = and_(reminders.c.state == "fired", reminders.c.due_at >= since)
        query = (
            select(reminders.c.concern, reminders.c.due_at)
            .where(
                reminders.c.concern.in_(among),
                reminders.c.rung == Rung.FOLLOW_UP,
                or_(reminders.c.state == "waiting", fired),
            )
            .order_by(reminders.c.due_at)
        )
        return {row.concern: row.due_at for row in await self._database.read(query)}

    def fired(self, reminder: int) -> Write:
        """Mark a reminder as fired; a Conflict means that it was cancelled or already fired."""
        return Write(
            update(reminders)
            .where(reminders.c.id == reminder, reminders.c.state == "waiting")
            .values(state="fired"),
            rows=1,
        )

    def cancel(self, concern: str, rungs: Iterable[Rung]) -> Write:
        """Cancel a concern's waiting reminders of these rungs."""
        return Write(
            update(reminders)
            .where(
                reminders.c.concern == concern,
                reminders.c.state == "waiting",
                reminders.c.rung.in_(list(rungs)),
            )
            .values(state="cancelled")
        )

    def postpone(self, reminder: int, due_at: datetime) -> Write:
        """Move a reminder that could not be handled, so that it stops nobody else."""
        waiting = reminders.c.state == "waiting"
        return Write(
            update(reminders).where(reminders.c.id == reminder, waiting).values(due_at=due_at)
        )


def _waiting(row: Any) -> Waiting:
    return Waiting(row.id, row.concern, Rung(row.rung), row.due_at)
