"""Reading: every query sees the last commit, and none is cut off in the middle."""

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Row, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Rows = TypeVar("Rows")
Values = Mapping[str, Any] | None


class Reading:
    """Reads through one connection that is kept on SQLite, and through a pool on a server."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._kept: AsyncConnection | None = None
        self._opening = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()

    async def rows(self, statement: Executable, values: Values) -> Sequence[Row[Any]]:
        """Return all rows of a query."""
        return await self._undisturbed(self._read(statement, values))

    async def rows_of(self, sql: str) -> Sequence[Row[Any]]:
        """Return all rows of a query written in SQL, which may take long: a pragma."""
        return await self._undisturbed(self._read_apart(text(sql)))

    async def ended(self) -> None:
        """Wait until nothing is being read any more."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def let_go(self) -> None:
        """Close every connection, once nothing is being read any more."""
        await self.ended()
        if self._kept is not None:
            await self._kept.close()
            self._kept = None
        await self._engine.dispose()

    async def _read(self, statement: Executable, values: Values) -> Sequence[Row[Any]]:
        if self._engine.dialect.name != "sqlite":
            return await self._read_apart(statement, values)
        async with self._opening:
            kept = self._kept = self._kept or await self._engine.connect()
        try:
            return await kept.run_sync(_rows, statement, values)
        except SQLAlchemyError:  # it may be of no use any more
            if kept is self._kept:
                self._kept = None
                await kept.close()
            raise

    async def _read_apart(self, statement: Executable, values: Values = None) -> Sequence[Row[Any]]:
        async with self._engine.connect() as connection:
            return await connection.run_sync(_rows, statement, values)

    async def _undisturbed(self, reading: Coroutine[Any, Any, Rows]) -> Rows:
        """Read to the end even if nobody waits any more: a cut read breaks the connection."""
        task = asyncio.create_task(reading)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)


def _rows(connection: Connection, statement: Executable, values: Values) -> Sequence[Row[Any]]:
    return connection.execute(statement, values).fetchall()
