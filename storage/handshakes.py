"""Handshakes: what everybody who comes on duty was asked, and whether they answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from domain.handshake import Hand, Handshake
from domain.roster import Shift
from storage.database import Database, Write
from storage.rows import readable
from storage.team_schema import handshakes


class Handshakes:
    """The table of handshakes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def knows(self, duty: Shift) -> bool:
        """Whether there was a handshake at the start of that duty."""
        query = select(handshakes.c.state).where(
            handshakes.c.member == duty.member, handshakes.c.starts_at == duty.starts_at
        )
        return bool(await self._database.read(query))

    async def due(self, now: datetime) -> list[Handshake]:
        """Return those that should have been answered by now, in due order."""
        query = select(handshakes).where(
            handshakes.c.state == Hand.ASKED, handshakes.c.due_at <= now
        )
        return await self._read(query.order_by(handshakes.c.due_at, handshakes.c.member))

    async def unanswered(self, now: datetime, member: str) -> list[Handshake]:
        """Return a member's handshakes, of duties still under way, that were never answered."""
        query = select(handshakes).where(
            handshakes.c.member == member,
            handshakes.c.state != Hand.CONFIRMED,
            handshakes.c.ends_at > now,
        )
        return await self._read(query)

    async def unproven(self, now: datetime) -> set[str]:
        """Return the members who did not answer in time, on duties still under way."""
        query = select(handshakes.c.member).where(
            handshakes.c.state == Hand.MISSED, handshakes.c.ends_at > now
        )
        return {row.member for row in await self._database.read(query)}

    def begin(self, handshake: Handshake) -> Write:
        """Store a handshake at the start of a duty."""
        return Write(
            insert(handshakes).values(
                member=handshake.member,
                starts_at=handshake.starts_at,
                ends_at=handshake.ends_at,
                due_at=handshake.due_at,
                state=handshake.state,
                told=",".join(handshake.told),
            )
        )

    def save(self, before: Handshake, after: Handshake) -> Write:
        """Store how a handshake goes on; a Conflict means that it has just gone on otherwise."""
        return Write(
            update(handshakes)
            .where(
                handshakes.c.member == before.member,
                handshakes.c.starts_at == before.starts_at,
                handshakes.c.state == before.state,
            )
            .values(state=after.state, told=",".join(after.told)),
            rows=1,
        )

    def sweep(self, before: datetime) -> Write:
        """Forget the handshakes of duties that ended before that moment."""
        return Write(delete(handshakes).where(handshakes.c.ends_at < before))

    async def _read(self, query: Any) -> list[Handshake]:
        return readable(await self._database.read(query), _handshake)


def _handshake(row: Any) -> Handshake:
    return Handshake(
        member=row.member,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        due_at=row.due_at,
        state=Hand(row.state),
        told=tuple(filter(None, row.told.split(","))),
    )
