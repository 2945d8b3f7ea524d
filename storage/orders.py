"""Each member's own order of their concerns, which nobody else sees or sets (S40)."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from storage.database import Database, Write
from storage.team_schema import orders


class Orders:
    """The table of the members' own orders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, member: str) -> list[str]:
        """Return the concerns to which a member gave a place, the first of them first."""
        query = select(orders.c.concern).where(orders.c.member == member).order_by(orders.c.place)
        return [row.concern for row in await self._database.read(query)]

    def keep(self, member: str, concerns: Sequence[str]) -> list[Write]:
        """Store a member's order in the place of the last; an empty one means by age."""
        rows = [
            {"member": member, "concern": concern, "place": place}
            for place, concern in enumerate(concerns)
        ]
        emptied = Write(delete(orders).where(orders.c.member == member))
        return [emptied, *([Write(insert(orders).values(rows))] if rows else [])]
