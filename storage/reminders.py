"""Reminders: rows with a due moment, written in the same transaction as their reason."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, insert, or_, select, update

from domain.deadlines import REPORTER_RUNGS, Reminder, Rung
from storage.database import Database, Write
from storage.rows import readable
from storage.schema import reminders

_ADD = insert(reminders)
_WAITS = select(reminders).where(reminders.c.state == "waiting")
_DUE = (
    _WAITS.where(
        reminders.c.due_at <= bindparam("now"),
        reminders.c.rung.in_(bindparam("rungs", expanding=True)),
    )
    .order_by(reminders.c.due_at, reminders.c.id)
    .limit(bindparam("most"))
)
_WHOSE = _DUE.with_only_columns(reminders.c.concern)
# Not put in order here: SQLite would walk through everything that waits for it.
_OF = _WAITS.where(reminders.c.concern == bindparam("about"))
_FIRED = (
    update(reminders)
    .where(reminders.c.concern == bindparam("about"), reminders.c.state == "waiting")
    .where(reminders.c.id.in_(bindparam("known", expanding=True)))
    .values(state="fired")
)
OVER = ("fired", "cancelled")


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

    async def due(
        self, now: datetime, limit: int, rungs: Collection[Rung] = tuple(Rung)
    ) -> list[Waiting]:
        """Return reminders of these rungs whose moment has come, in due order."""
        given = {"now": now, "most": limit, "rungs": list(rungs)}
        return readable(await self._database.read(_DUE, **given), _waiting)

    async def concerns_of_due(
        self, now: datetime, limit: int, rungs: Collection[Rung]
    ) -> list[str]:
        """Return whose each reminder of these rungs is, of those whose moment has come.

        Of thousands no more is read than that, and beside everybody else: it can take long.
        """
        rows = await self._database.read_long(_WHOSE, now=now, most=limit, rungs=list(rungs))
        return [row.concern for row in rows]

    async def of(self, concern: str) -> list[Waiting]:
        """Return a concern's reminders that have not fired, in due order."""
        found = readable(await self._database.read(_OF, about=concern), _waiting)
        return sorted(found, key=lambda each: (each.due_at, each.id))

    async def standing(self, now: datetime, among: Collection[str]) -> dict[str, set[str]]:
        """Return the rungs that stand for these concerns, by concern.

        What waits stands. What the reporter is to hear stands until its moment even when it was
        cancelled: then it was taken from them on purpose, and must not be put back.
        """
        over = reminders.c.state.in_(OVER), reminders.c.rung.in_(REPORTER_RUNGS)
        query = select(reminders).where(
            reminders.c.concern.in_(among), or_(reminders.c.state == "waiting", and_(*over))
        )
        found: dict[str, set[str]] = {}
        for row in await self._database.read(query):
            if row.state == "waiting" or row.due_at > now:
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

    def fired(self, concern: str, those: Iterable[int]) -> Write:
        """Mark reminders of a concern as fired; a Conflict means that one waits no more."""
        known = list(those)
        return Write(_FIRED, rows=len(known), values={"about": concern, "known": known})

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
