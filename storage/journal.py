"""The journal: who did what when, without a word of any concern."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import distinct, func, insert, or_, select

from domain.people import Role
from storage.database import Database, Write
from storage.schema import concerns, journal

REPORTER = "reporter"
CLOCK = "clock"


@dataclass(frozen=True)
class Entry:
    """One thing that happened; `actor` is a member's id, "reporter" or "clock"."""

    at: datetime
    actor: str
    action: str
    concern: str | None


@dataclass(frozen=True)
class Arrival:
    """A concern that came in: whose, when, and when somebody first reacted or closed it (UTC)."""

    role: Role
    received_at: datetime
    reacted_at: datetime | None


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
        """Return what happened with a concern, oldest first."""
        query = select(journal).where(journal.c.concern == concern).order_by(journal.c.number)
        return [_entry(row) for row in await self._database.read(query)]

    async def newest(self, limit: int, offset: int) -> list[Entry]:
        """Return what happened last, newest first, after passing over the `offset` newest."""
        query = select(journal).order_by(journal.c.number.desc()).limit(limit).offset(offset)
        return [_entry(row) for row in await self._database.read(query)]

    async def count(self) -> int:
        """Return how many entries there are."""
        rows = await self._database.read(select(func.count()).select_from(journal))
        return int(rows[0][0])

    async def told_by_reporters(self, among: Collection[str], since: datetime) -> int:
        """Return how often reporters said something more of these concerns since a moment."""
        more = or_(
            journal.c.action.like("wrote: %"),
            journal.c.action.in_(("still worried", "marked acute")),
        )
        query = (
            select(func.count())
            .select_from(journal)
            .where(
                journal.c.concern.in_(among),
                journal.c.at >= since,
                journal.c.actor == REPORTER,
                more,
            )
        )
        return int((await self._database.read(query))[0][0])

    async def arrivals(self, start: datetime, end: datetime) -> list[Arrival]:
        """Return the concerns that came in from `start` up to, but not including, `end` (UTC)."""
        arrived = (
            select(journal.c.concern, journal.c.at)
            .where(journal.c.action == "received", *_within(start, end))
            .subquery()
        )
        later = journal.alias("later")
        reacted = or_(later.c.action.like("reacted: %"), later.c.action.like("closed: %"))
        first = (
            select(func.min(later.c.at))
            .where(later.c.concern == arrived.c.concern, reacted)
            .scalar_subquery()
        )
        query = select(concerns.c.role, arrived.c.at, first.label("first")).join(
            arrived, arrived.c.concern == concerns.c.id
        )
        rows = await self._database.read(query)
        return [Arrival(Role(row.role), row.at, row.first) for row in rows]

    async def done(self, start: datetime, end: datetime) -> Mapping[str, int]:
        """Return with how many concerns each thing was done between two moments (UTC)."""
        query = (
            select(journal.c.action, func.count(distinct(journal.c.concern)).label("number"))
            .where(journal.c.concern.is_not(None), *_within(start, end))
            .group_by(journal.c.action)
        )
        return {row.action: row.number for row in await self._database.read(query)}


def _within(start: datetime, end: datetime) -> tuple[Any, ...]:
    return (journal.c.at >= start, journal.c.at < end)


def _entry(row: Any) -> Entry:
    return Entry(row.at, row.actor, row.action, row.concern)
