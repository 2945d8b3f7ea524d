"""SQLite under SQLAlchemy's aiosqlite dialect, but that what waits for nobody is done at once.

aiosqlite hands each step of a statement (opening a cursor, executing, fetching, closing) to its
thread, and SQLAlchemy switches greenlets for each: for one update that was more work than all the
rest together (measured). Inside a transaction that has begun no statement waits for another, and
readers never do (WAL). Beginning, committing, and what goes through many rows are handed to the
thread, each as one step.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import await_only

# Put into a statement of a transaction that changes very many rows.
LONG = "/* long */"
_QUICK = ("SELECT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT", "RELEASE", "ROLLBACK TO")


class Cursor(AsyncAdapt_aiosqlite_cursor):
    """The dialect's cursor with sqlite3's own beneath it, which finds all rows when it executes."""

    __slots__ = ()
    _awaitable_cursor_close = False  # closing it waits for nobody
    _adapt_connection: "_Connection"

    def execute(self, sql: Any, values: Any = None) -> Any:
        """Execute a statement."""
        self._do(self._cursor.execute, sql, values or ())

    def executemany(self, sql: Any, rows: Any) -> Any:
        """Execute a statement once for each row of values."""
        self._do(self._cursor.executemany, sql, rows)

    def is_at_once(self, sql: str) -> bool:
        """Return whether the loop waits for a statement, and no thread does it."""
        at_once: bool = self._adapt_connection.dbapi.at_once
        return at_once and sql.startswith(_QUICK) and LONG not in sql

    def _do(self, call: Callable[..., Any], sql: str, values: Any) -> None:
        work = partial(_all_rows, call, sql, values)
        if self.is_at_once(sql):
            self._rows = deque(work())
            return
        with self._adapt_connection.told_apart():
            self._rows = deque(await_only(self._connection._execute(work)))

    def _make_new_cursor(self, connection: Any) -> Any:
        with self._adapt_connection.told_apart():
            return connection._conn.cursor()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor


def _all_rows(call: Callable[..., sqlite3.Cursor], sql: str, values: Any) -> list[Any]:
    return call(sql, values).fetchall()


class _Connection(AsyncAdapt_aiosqlite_connection):
    """The dialect's connection, with our cursors."""

    __slots__ = ()
    _cursor_cls = Cursor

    def rollback(self) -> None:
        """Undo what was begun; where nothing was, as after reading, nobody is asked."""
        opened = self._connection._connection
        if opened is not None and opened.in_transaction:
            super().rollback()

    @contextmanager
    def told_apart(self) -> Iterator[None]:
        """Let SQLAlchemy know a connection that is closed, so that it opens another."""
        try:
            yield
        except ValueError as error:
            self._handle_exception(error)


class Driver(AsyncAdapt_aiosqlite_dbapi):
    """What SQLAlchemy takes for the driver's module; it may do nothing at once."""

    def __init__(self, *, at_once: bool) -> None:
        super().__init__(aiosqlite, sqlite3)
        self.at_once = at_once

    def connect(self, *given: Any, **options: Any) -> _Connection:
        """Open a connection on which transactions are begun by SQLAlchemy."""
        own = {"check_same_thread": False, "isolation_level": None}
        opened = super().connect(*given, **{**options, **own})
        return _Connection(self, opened.driver_connection)
