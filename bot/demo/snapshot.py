"""A look at what the municipality stores: every row, and which keys there are; never changed."""

import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, create_engine, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from bot.demo import cells
from bot.demo.facts import database, keyring
from storage import schema, team_schema  # noqa: F401 - they make the tables known
from storage.columns import metadata
from storage.keyring_schema import concern_secrets, generations, secrets

TABLES: tuple[Table, ...] = tuple(metadata.sorted_tables)
_SAME_TIME = 50_000_000  # nanoseconds; a file system's times are coarser than its writes
_KEY_OF = {"words": cells.words_of, "route": cells.route_of}

Rows = dict[str, dict[str, Any]]  # by their keys


@dataclass(frozen=True)
class Snapshot:
    """Everything that was stored at one moment, by table and key."""

    tables: dict[str, Rows] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()

    def rows(self, table: Table) -> Rows:
        """Return the rows of a table by their keys."""
        return self.tables.get(table.name, {})


def fingerprint(folder: Path) -> tuple[Any, ...] | None:
    """Return what changes whenever something is written: of each file its size and its time.

    None while something was written just now: the next write may get the same time.
    """
    files = (
        file.with_name(f"{file.name}{rest}")
        for file in (database(folder), keyring(folder))
        for rest in ("", "-wal")
    )
    states = tuple(map(_state, files))
    written = max((each[1] for each in states if each is not None), default=0)
    return states if time.time_ns() - written > _SAME_TIME else None


def take(folder: Path) -> Snapshot | None:
    """Read everything; None while the database or the keyring is not there yet."""
    try:
        keys = _keys(keyring(folder))
        with _reading(database(folder)).connect() as connection:
            connection.exec_driver_sql("BEGIN")  # all tables as of one moment
            rows = {table: connection.execute(select(table)).mappings().all() for table in TABLES}
    except (DatabaseError, OSError):
        return None
    named = {
        table.name: {_name(table, row): dict(row) for row in found} for table, found in rows.items()
    }
    return Snapshot(named, keys)


def _keys(file: Path) -> frozenset[str]:
    """Return which keys are left; the keys themselves are not looked at."""
    with _reading(file).connect() as connection:
        left = [cells.ROOT for _ in connection.execute(select(secrets.c.name))]
        numbers = connection.execute(select(generations.c.number)).scalars()
        left += map(cells.generation, numbers)
        query = select(concern_secrets.c.what, concern_secrets.c.concern)
        left += [_KEY_OF[what](concern) for what, concern in connection.execute(query)]
    return frozenset(left)


def _reading(file: Path) -> Engine:
    """Return an engine that cannot write, and holds nothing open."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)

    return create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)


def _state(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _name(table: Table, row: Any) -> str:
    return "/".join(str(row[each.name]) for each in table.primary_key)
