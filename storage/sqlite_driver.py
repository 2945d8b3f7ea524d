"""SQLite under SQLAlchemy's asyncio: quick statements at once, in a thread what may wait.

aiosqlite hands every step of a statement to a thread: opening a cursor, executing, fetching,
closing. Behind a busy loop each of them waits for the interpreter's lock (measured: 120 hops and
two thirds of all processor time for one update). Only beginning, committing and what is neither
reading nor changing rows can wait for a lock or for the disk's sync; the rest is done in
microseconds.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self

# Inside a transaction that has begun these wait for nobody, and readers never do (WAL).
_QUICK = ("SELECT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT", "RELEASE", "ROLLBACK TO")
_LONG = ("GROUP BY", "count(")  # goes through as many rows as there are


class Connection:
    """One connection as SQLAlchemy's adapter for aiosqlite knows it."""

    def __init__(self, database: str, **options: Any) -> None:
        self._database, self._options = database, options
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self._connection: sqlite3.Connection | None = None

    async def open(self) -> Self:
        """Open the file; transactions are begun by SQLAlchemy, never by the driver."""
        options = {**self._options, "check_same_thread": False, "isolation_level": None}
        self._connection = await self.apart(sqlite3.connect, self._database, **options)
        return self

    @property
    def raw(self) -> sqlite3.Connection:
        """Return the connection itself; a ValueError once it is closed."""
        if self._connection is None:
            raise ValueError("no active connection")
        return self._connection

    async def apart(self, act: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Do something that may wait in this connection's own thread, to its end."""
        done = self._thread.submit(act, *given, **named)
        return await asyncio.wrap_future(done)

    def cursor(self) -> "Cursor":
        """Return a new cursor."""
        return Cursor(self)

    async def create_function(self, *given: Any, **named: Any) -> None:
        """Add a function that SQL may call."""
        self.raw.create_function(*given, **named)

    async def commit(self) -> None:
        """Commit what has begun; waits for the disk."""
        if self.raw.in_transaction:
            await self.apart(self.raw.commit)

    async def rollback(self) -> None:
        """Undo what has begun."""
        if self.raw.in_transaction:
            await self.apart(self.raw.rollback)

    async def close(self) -> None:
        """Close the file; safe to call twice."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await self.apart(connection.close)
            self._thread.shutdown(wait=False)

    def stop(self) -> None:
        """Close the file without waiting, when nobody can wait any more."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._thread.submit(connection.close)
            self._thread.shutdown(wait=False)


class Cursor:
    """One statement and its rows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cursor = connection.raw.cursor()

    async def __aenter__(self) -> Self:
        """Return itself: it is open already."""
        return self

    @property
    def description(self) -> Any:
        """Return what the rows' columns are called; None if there can be no rows."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """Return how many rows were changed."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Return the number of the row that was added last."""
        return self._cursor.lastrowid

    async def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute one statement."""
        if sql.startswith(_QUICK) and not any(each in sql for each in _LONG):
            self._cursor.execute(sql, values)
        else:
            await self._connection.apart(self._cursor.execute, sql, values)

    async def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute one statement for many rows."""
        self._cursor.executemany(sql, rows)

    async def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let go of the statement."""
        self._cursor.close()


async def connect(database: str, **options: Any) -> Connection:
    """Open a database file."""
    return await Connection(database, **options).open()
