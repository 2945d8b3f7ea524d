"""Marks: small facts the bot keeps about itself across restarts."""

from sqlalchemy import select

from storage.database import Database, Write
from storage.engines import upsert
from storage.schema import marks


class Marks:
    """The table of marks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> str | None:
        """Return a mark's value, or None."""
        rows = await self._database.read(select(marks.c.value).where(marks.c.name == name))
        return str(rows[0].value) if rows else None

    def set(self, name: str, value: str) -> Write:
        """Set a mark, in place of what it was."""
        statement = upsert(marks).values(name=name, value=value)
        return Write(
            statement.on_conflict_do_update(
                index_elements=[marks.c.name], set_={"value": statement.excluded.value}
            )
        )
