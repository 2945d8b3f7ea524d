"""The two engines: all in which SQLite and PostgreSQL differ for the data stands here."""

import contextlib
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, event, make_url
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool, StaticPool

from storage import sqlite_driver

# "On conflict do …" is one clause on both engines, and this construct is rendered by both.
upsert = postgresql.insert

# What a database that is not there, or refuses us, fails with.
UNUSABLE = (DBAPIError, OSError)

_PRAGMAS = (
    "busy_timeout=10000",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
)
_TRIES_IN_TURN = 5
_TAKEN = {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}
# PostgreSQL's classes of what is no fault of a statement: connection, conflict, room, stopped.
_AWAY = {"08", "40", "53", "57", "58"}
_TAKEN_STATE = "23505"  # PostgreSQL's name for a unique violation


def file_of(url: str | URL) -> Path | None:
    """Return the file of an SQLite database; None for a server's."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def put_in_place(copy: Path, file: Path) -> None:
    """Let a copy be an SQLite database's file; what lay beside the file before goes with it."""
    for rest in ("-wal", "-shm"):
        file.with_name(f"{file.name}{rest}").unlink(missing_ok=True)
    copy.replace(file)


def reading_engine(url: str | URL) -> AsyncEngine:
    """Return an engine whose every statement sees the last commit, and waits for no other."""
    # hide_parameters: values must not reach a log, not even sealed ones.
    if file_of(url) is None:
        return create_async_engine(url, hide_parameters=True, isolation_level="AUTOCOMMIT")
    engine = _sqlite(_there(url), at_once=False)
    event.listen(engine.sync_engine, "connect", _wait_briefly)
    return engine


def glancing_engine(url: str | URL) -> AsyncEngine | None:
    """Return an engine of SQLite whose every read is done at once; a server has none."""
    return None if file_of(url) is None else _sqlite(_there(url), at_once=True)


def writing_engine(url: str | URL) -> AsyncEngine:
    """Return an engine whose every transaction waits until it is the only one that writes."""
    if file_of(url) is None:
        engine = create_async_engine(
            url, hide_parameters=True, pool_pre_ping=True, pool_size=1, max_overflow=0
        )
        event.listen(engine.sync_engine, "begin", _begin_alone)
        return engine
    engine = _sqlite(url, at_once=True)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def holding_engine(url: str | URL) -> AsyncEngine:
    """Return an engine of a server whose connections are one's own, and closed after use."""
    return create_async_engine(
        url, hide_parameters=True, isolation_level="AUTOCOMMIT", poolclass=NullPool
    )


def is_taken(error: IntegrityError) -> bool:
    """Whether a row was refused because another with the same key was there first."""
    state = getattr(error.orig, "sqlstate", None)
    return state == _TAKEN_STATE or getattr(error.orig, "sqlite_errorname", None) in _TAKEN


def is_away(error: BaseException) -> bool:
    """Whether it is the database that fails, and not what was asked of it: no room, no server."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    if state is not None:
        return str(state)[:2] in _AWAY
    refused = DataError, IntegrityError, NotSupportedError, ProgrammingError
    return isinstance(error, UNUSABLE) and not isinstance(error, refused)


def named(url: str | URL) -> str:
    """Return what a sentence calls the database; it never holds the address of a server."""
    file = file_of(url)
    return "the PostgreSQL database" if file is None else f"the database at {file}"


def unusable(url: str | URL, error: Exception) -> str:
    """Return the sentence for a database that cannot be opened."""
    if file_of(url) is not None:
        return (
            f"storage.url: {named(url)} cannot be opened or written; "
            "name a file in a folder this service may write."
        )
    said = error.orig if isinstance(error, DBAPIError) else getattr(error, "strerror", None)
    reason = str(said or type(error).__name__).partition("\n")[0]
    return (
        f"storage.url: {named(url)} cannot be used ({reason}); "
        "see that it is running, and that its user may make tables in it."
    )


def _there(url: str | URL) -> URL:
    """Return the URL of a file that must be there: whoever only reads makes no new one."""
    file = quote(str(file_of(url)))
    there = make_url(url).set(database=f"file:{file}")
    return there.update_query_dict({"mode": "rw", "uri": "true"})


def _sqlite(url: str | URL, *, at_once: bool) -> AsyncEngine:
    """Return an engine of one connection, which stays open even if its file is removed."""
    engine = create_async_engine(
        url,
        hide_parameters=True,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        module=sqlite_driver.Driver(at_once=at_once),
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    _write_ahead(cursor)
    # Whoever opened an empty file and has read nothing since cannot empty the log (measured).
    cursor.execute("SELECT count(*) FROM sqlite_master")
    cursor.close()


def _wait_briefly(connection: Any, _record: Any) -> None:
    """Let the log be emptied next time where somebody reads on: what is written waits for it."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=500")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Let changes go to a log first; of several who open a new file at once, each in turn."""
    change = "PRAGMA journal_mode=WAL"
    for _ in range(_TRIES_IN_TURN):
        with contextlib.suppress(sqlite3.OperationalError):
            cursor.execute(change)
            return
        # The one thing for which SQLite does not wait until others are done; a transaction does.
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("ROLLBACK")
    cursor.execute(change)


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_alone(connection: Any) -> None:
    # Until its end: what is decided inside a transaction (who leads, which entry is the newest)
    # must not be decided by two at once.
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('brobygger'))")
