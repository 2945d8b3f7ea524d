"""aiosqlite, but that what waits for nobody is done at once and not handed to its thread.

Each step of a statement (opening a cursor, executing, fetching, closing) is a call to that thread,
and behind a busy loop each call waits for the interpreter's lock: 120 of them, and two thirds of
all processor time, for one update (measured). Inside a transaction that has begun no statement
waits for another, and readers never do (WAL). Beginning, committing, and what goes through many
rows still wait in the thread.
"""

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite

_QUICK = ("SELECT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT", "RELEASE", "ROLLBACK TO")
_LONG = ("GROUP BY", "count(")  # goes through as many rows as there are
_AT_ONCE = 64  # rows that aiosqlite fetches together, where rows are asked for one after the other


class Connection(aiosqlite.Connection):
    """A connection of aiosqlite's, whose every call passes through `_execute`."""

    async def _execute(self, fn: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if self._running and self._connection and _is_quick(fn, given):
            return fn(*given, **named)
        return await super()._execute(fn, *given, **named)  # type: ignore[no-untyped-call]


def connect(database: str, **options: Any) -> Connection:
    """Return a connection that opens when it is awaited; transactions are begun by SQLAlchemy."""
    own = {"check_same_thread": False, "isolation_level": None}
    opening = partial(sqlite3.connect, database, **{**options, **own})
    connection = Connection(opening, _AT_ONCE)
    connection._thread.daemon = True  # as SQLAlchemy does it: it holds no process up
    return connection


def _is_quick(call: Callable[..., Any], given: tuple[Any, ...]) -> bool:
    of, name = getattr(call, "__self__", None), getattr(call, "__name__", "")
    if isinstance(of, sqlite3.Cursor):
        if name not in ("execute", "executemany"):
            return True
        sql = str(given[0])
        return sql.startswith(_QUICK) and not any(each in sql for each in _LONG)
    return name == "cursor"
