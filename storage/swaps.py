"""Swaps of duties: asked, accepted, declined, withdrawn or undone."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, or_, select, update

from domain.roster import Period
from domain.swaps import Swap, SwapState
from storage.database import Check, Database, Write
from storage.rows import readable
from storage.team_schema import swaps


class Swaps:
    """The table of swaps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, swap: str) -> Swap | None:
        """Return a swap, or None when there is none of that id."""
        rows = await self._database.read(select(swaps).where(swaps.c.id == swap))
        return _swap(rows[0]) if rows else None

    async def asked_of(self, member: str) -> list[Swap]:
        """Return the swaps that wait for a member's answer, the newest first."""
        mine = or_(swaps.c.taker == member, swaps.c.taker.is_(None))
        return await self._found(SwapState.ASKED, mine, swaps.c.giver != member)

    async def asked_by(self, member: str) -> list[Swap]:
        """Return the swaps that a member waits for, the newest first."""
        return await self._found(SwapState.ASKED, swaps.c.giver == member)

    async def made(self, member: str, since: datetime) -> list[Swap]:
        """Return the swaps that moved a member's duties since a moment, the newest first."""
        mine = or_(swaps.c.taker == member, swaps.c.giver == member)
        return await self._found(SwapState.ACCEPTED, mine, swaps.c.changed_at >= since)

    def add(self, swap: Swap) -> Write:
        """Store a new swap."""
        return Write(insert(swaps).values(id=swap.id, giver=swap.giver, **_values(swap)))

    def settle(self, before: Swap, after: Swap) -> Write:
        """Bring a swap into another state; a Conflict means that somebody else just did."""
        return Write(
            update(swaps)
            .where(swaps.c.id == before.id, swaps.c.state == before.state)
            .values(**_values(after)),
            rows=1,
        )

    def unchanged(self, swap: Swap) -> Check:
        """Change nothing; a Conflict means that somebody has just settled the swap."""
        return Check(
            update(swaps)
            .where(swaps.c.id == swap.id, swaps.c.state == swap.state)
            .values(state=swap.state),
            rows=1,
        )

    async def _found(self, state: SwapState, *conditions: Any) -> list[Swap]:
        query = select(swaps).where(swaps.c.state == state, *conditions)
        rows = await self._database.read(query.order_by(swaps.c.changed_at.desc(), swaps.c.id))
        return readable(rows, _swap)


def _values(swap: Swap) -> dict[str, Any]:
    return {
        "taker": swap.taker,
        "starts_at": swap.given.starts_at,
        "ends_at": swap.given.ends_at,
        "back_starts_at": swap.back.starts_at if swap.back else None,
        "back_ends_at": swap.back.ends_at if swap.back else None,
        "state": swap.state,
        "changed_at": swap.changed_at,
    }


def _swap(row: Any) -> Swap:
    back = Period(row.back_starts_at, row.back_ends_at) if row.back_starts_at else None
    return Swap(
        id=row.id,
        giver=row.giver,
        taker=row.taker,
        given=Period(row.starts_at, row.ends_at),
        back=back,
        state=SwapState(row.state),
        changed_at=row.changed_at,
    )
