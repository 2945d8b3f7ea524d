"""The journal: who did what when, without a word of any concern."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, or_, select

from domain.people import Role
from storage.database import Database, Write
from storage.journal_chain import Chain
from storage.journal_proof import FORGOTTEN
from storage.keyring import Keyring
from storage.schema import concerns, journal

REPORTER = "reporter"
CLOCK = "clock"
RECEIVED = "received"
_SAID = journal.c.action != FORGOTTEN


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
    """The table of what happened; rows are only ever added, and emptied when they are forgotten."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self.chain = Chain(database, keyring)

    def note(self, entry: Entry) -> Write:
        """Add an entry."""
        return self.chain.add(entry.at, entry.actor, entry.action, entry.concern)

    def forget(self, concern: str, at: datetime) -> Write:
        """Empty all entries about a concern; an entry by the clock names which ones."""
        return self.chain.forget(concern, at, CLOCK)

    async def restored(self, at: datetime) -> None:
        """Go on from an older copy that was put back; an entry by the clock says so."""
        await self.chain.restored(at, CLOCK)

    async def of(self, concern: str) -> list[Entry]:
        """Return what happened with a concern, oldest first."""
        query = select(journal).where(journal.c.concern == concern).order_by(journal.c.number)
        return [_entry(row) for row in await self._database.read(query)]

    async def newest(self, limit: int, offset: int) -> list[Entry]:
        """Return what happened last, newest first, after passing over the `offset` newest."""
        query = select(journal).where(_SAID).order_by(journal.c.number.desc())
        query = query.limit(limit).offset(offset)
        return [_entry(row) for row in await self._database.read_long(query)]

    async def strays(self, limit: int) -> list[str]:
        """Return ids that entries still name although their concerns are forgotten.

        A button of an old card may be pressed, or a turn end, just after the concern went.
        """
        about = journal.c.concern
        query = select(about).where(about.is_not(None), ~exists().where(concerns.c.id == about))
        rows = await self._database.read_long(query.distinct().limit(limit))
        return [row.concern for row in rows]

    async def count(self) -> int:
        """Return how many entries there are."""
        rows = await self._database.read_long(select(func.count()).where(_SAID))
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
        return int((await self._database.read_long(query))[0][0])

    async def arrivals(self, start: datetime, end: datetime) -> list[Arrival]:
        """Return the concerns that came in from `start` up to, but not including, `end` (UTC)."""
        arrived = select(journal.c.concern).where(
            journal.c.action == RECEIVED, *_within(start, end)
        )
        query = (
            select(journal, concerns.c.role)
            .join(concerns, concerns.c.id == journal.c.concern)
            .where(journal.c.concern.in_(arrived))
            .order_by(journal.c.number)
        )
        rows = not_undone(await self._database.read(query))
        reacted: dict[str, datetime] = {}
        for row in rows:
            if is_reaction(row.action):
                reacted.setdefault(row.concern, row.at)
        return [
            Arrival(Role(row.role), row.at, reacted.get(row.concern))
            for row in rows
            if row.action == RECEIVED
        ]

    async def done(self, start: datetime, end: datetime) -> Mapping[str, int]:
        """Return with how many concerns each thing was done between two moments (UTC).

        What was undone was not done.
        """
        query = (
            select(journal)
            .where(journal.c.concern.is_not(None), *_within(start, end))
            .order_by(journal.c.number)
        )
        rows = not_undone(await self._database.read(query))
        return Counter(action for action, _ in {(row.action, row.concern) for row in rows})


def has_day_only(actor: str, concern: str | None) -> bool:
    """Whether an entry is kept without its time of day: a reporter's, or a reminder's."""
    return actor == REPORTER or (actor == CLOCK and concern is not None)


def is_reaction(action: str) -> bool:
    """Whether an action ends the waiting: somebody reacted, or closed the concern."""
    return _step(action) in ("reacted", "closed")


def not_undone(rows: Iterable[Any]) -> list[Any]:
    """Return entries or rows without those that were undone later, and without the undoing."""
    kept: list[Any] = []
    for row in rows:
        step, _, undone = row.action.partition(": ")
        if step != "undone":
            kept.append(row)
            continue
        for at in reversed(range(len(kept))):
            if kept[at].concern == row.concern and _step(kept[at].action) == undone:
                del kept[at]
                break
    return kept


def _step(action: str) -> str:
    return action.partition(":")[0]


def _within(start: datetime, end: datetime) -> tuple[Any, ...]:
    return (journal.c.at >= start, journal.c.at < end)


def _entry(row: Any) -> Entry:
    return Entry(row.at, row.actor, row.action, row.concern)
