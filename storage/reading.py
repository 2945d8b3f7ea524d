"""Reading: every query sees the last commit, and none is cut off in the middle."""

import asyncio
import time
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Executable, Row, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engines import glancing_engine, reading_engine

Found = TypeVar("Found")
Values = Mapping[str, Any] | None

_NOTHING = text("SELECT 1")
BREATH = 0.01  # seconds of work at once, after which others are served


class Reading:
    """Reads of SQLite at once, or in a thread where it takes long; of a server through a pool."""

    def __init__(self, url: str | URL) -> None:
        self._url = url
        self._begin_anew()
        self._opening = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()
        self._served = 0.0  # when the loop last had time for others, as far as we know

    async def open(self) -> None:
        """Open what is read through; it then stays open even if its file is removed."""
        await self.rows(_NOTHING, None)
        await self.rows_apart(_NOTHING)

    async def rows(self, statement: Executable, values: Values) -> Sequence[Row[Any]]:
        """Return all rows of a query that an index answers."""
        if self._glancing is None:
            return await self.rows_apart(statement, values)
        if time.monotonic() - self._served > BREATH:
            await asyncio.sleep(0)
            self._served = time.monotonic()
        kept = self._kept
        if kept is None:
            kept = await self._undisturbed(self._keep())
        try:
            return _rows(_at_once(kept), statement, values)
        except SQLAlchemyError:  # it may be of no use any more
            await self._undisturbed(self._put_away(kept))
            raise

    async def rows_apart(self, statement: Executable, values: Values = None) -> Sequence[Row[Any]]:
        """Return all rows of a query that takes long, while others read."""
        return await self._undisturbed(self._read_apart(statement, values))

    async def ended(self) -> None:
        """Wait until what is being read now has been read."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def let_go(self) -> None:
        """Close every connection once nothing is being read on it; who reads now opens anew."""
        async with self._opening:
            kept, old = self._kept, (self.engine, self._glancing)
            self._begin_anew()
        await self.ended()
        if kept is not None:
            await kept.close()
        for each in old:
            if each is not None:
                await each.dispose()

    def _begin_anew(self) -> None:
        self.engine = reading_engine(self._url)
        self._glancing = glancing_engine(self._url)
        self._kept: AsyncConnection | None = None

    async def _keep(self) -> AsyncConnection:
        async with self._opening:
            if self._kept is None:
                # let_go may have put another engine in place while we waited here.
                self._kept = await self._glanced().connect()
            return self._kept

    def _glanced(self) -> AsyncEngine:
        if self._glancing is None:
            raise LookupError("A server is not glanced at.")
        return self._glancing

    async def _put_away(self, kept: AsyncConnection) -> None:
        if kept is self._kept:
            self._kept = None
            await kept.close()

    async def _read_apart(self, statement: Executable, values: Values) -> Sequence[Row[Any]]:
        async with self.engine.connect() as connection:
            return await connection.run_sync(_rows, statement, values)

    async def _undisturbed(self, reading: Coroutine[Any, Any, Found]) -> Found:
        """Read to the end even if nobody waits any more: a cut read breaks the connection."""
        task = asyncio.create_task(reading)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)


def _rows(connection: Connection, statement: Executable, values: Values) -> Sequence[Row[Any]]:
    return connection.execute(statement, values).fetchall()


def _at_once(kept: AsyncConnection) -> Connection:
    """Return the connection without the greenlet in which it could wait: it never does."""
    if kept.sync_connection is None:
        raise LookupError("The connection is closed.")
    return kept.sync_connection
