"""The engine and its one writer: every change is a short list of statements, committed as one."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Executable, Row, Table, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateTable
from sqlalchemy.util import await_only

from storage.engines import UNUSABLE, put_in_place, unusable, writing_engine
from storage.reading import BREATH, Reading

_log = logging.getLogger(__name__)

_GROUP = 64  # turns that may share one commit


class StorageError(Exception):
    """The database cannot be used; the sentence says why and what to do."""


class Conflict(Exception):
    """Somebody else changed the row first; read again and decide anew."""


# What a statement can fail with: the race, the database, a server that is away, or a value the
# driver refuses.
_FAILURES = (Conflict, SQLAlchemyError, OSError, OverflowError, ValueError, TypeError)


@dataclass(frozen=True)
class Write:
    """One statement, and how many rows it must touch (None: any number).

    `shreds` says that nothing of what it replaces may linger: after the commit the write-ahead
    log is emptied, where SQLite would keep the old pages for a while (measured: secure_delete
    and a full checkpoint leave them there). PostgreSQL keeps old rows and its own log longer
    than we can say; there only keys that are destroyed make things unreadable.

    `values` are the statement's parameters, or those of each row: a statement that comes with
    every update is built once (measured: building it anew costs more than executing it).
    """

    statement: Executable
    rows: int | None = None
    shreds: bool = False
    values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None

    def apply(self, connection: Connection) -> None:
        """Do it inside the turn's transaction; raises Conflict for another number of rows."""
        result = connection.execute(self.statement, self.values)
        if self.rows is not None and result.rowcount != self.rows:
            raise Conflict(f"{result.rowcount} rows instead of {self.rows}.")


@dataclass(frozen=True)
class Shred(Write):
    """A statement with which keys are destroyed, in the turn's transaction and not before it.

    If the commit fails after that, the keys are gone all the same: what they sealed is as good
    as emptied, and the turn comes again.
    """

    shreds: bool = True
    destroy: Callable[[], Awaitable[None]] = field(kw_only=True)

    def apply(self, connection: Connection) -> None:
        """Do it, and then destroy the keys."""
        super().apply(connection)
        await_only(self.destroy())


class Check(Write):
    """A statement that changes nothing: a Conflict if it does not find as many rows as it must."""


@dataclass(frozen=True)
class _Job:
    writes: Sequence[Write]
    done: asyncio.Future[None]


class Database:
    """Reads at once, writes through one queue.

    Writes that wait together share one commit (and one fsync). If one of them is refused, each
    is tried in a savepoint of its own, so that a conflict undoes only the turn it belongs to.
    """

    def __init__(self, url: str | URL) -> None:
        self._writer = writing_engine(url)
        self._jobs: asyncio.Queue[_Job] = asyncio.Queue()
        self._reading = Reading(url)
        self._committing = asyncio.Lock()
        self._lingers = False  # something shredded may still stand in the write-ahead log
        self._task: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, url: str | URL) -> "Database":
        """Open the database at `url` and start its writer; raises StorageError with a sentence."""
        database = cls(url)
        try:
            async with database._writer.connect():  # makes the file, if there is none yet
                await database._reading.open()
        except UNUSABLE as error:
            await database.close()
            raise StorageError(unusable(url, error)) from None
        database._task = asyncio.create_task(database._write_forever(), name="writer")
        return database

    async def close(self) -> None:
        """Finish waiting writes, then close; safe to call twice."""
        if self._task is not None:
            await self._jobs.join()
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        await self._reading.let_go()
        await self._writer.dispose()

    @property
    def writing(self) -> asyncio.Task[None]:
        """The task of the one writer, which must never end by itself."""
        if self._task is None:
            raise StorageError("The database is closed.")
        return self._task

    async def read(self, statement: Executable, **values: Any) -> Sequence[Row[Any]]:
        """Return all rows of a query, as of the last commit; `values` are its parameters.

        SQLite answers at once: for what an index finds.
        """
        return await self._reading.rows(statement, values)

    async def read_long(self, statement: Executable, **values: Any) -> Sequence[Row[Any]]:
        """Return the same of a query that walks through what may be many rows; others go on."""
        return await self._reading.rows_apart(statement, values)

    async def read_all_of(self, sql: str) -> Sequence[Row[Any]]:
        """Return all rows of a query written in SQL: for pragmas."""
        return await self._reading.rows_apart(text(sql))

    async def move_to(self, copy: Path, file: Path) -> None:
        """Go on in a new `file`, when SQLite's was removed under us; `copy` beside it is empty."""
        async with self._committing:
            async with self._reading.engine.connect() as connection:
                await connection.execute(text("VACUUM INTO :copy"), {"copy": str(copy)})
            await self._reading.ended()
            put_in_place(copy, file)
            await self._reading.let_go()
            await self._writer.dispose()
            async with self._writer.connect():  # whose file must be open before it is removed again
                await self._reading.open()

    async def create(self, table: Table) -> None:
        """Create a table that no migration governs, if it is not there yet."""
        await self.write(Write(CreateTable(table, if_not_exists=True)))

    async def write(self, *writes: Write) -> None:
        """Commit all writes as one, or none.

        Raises Conflict when one touched another number of rows than it must, and SQLAlchemy's
        own error when the database refuses.
        """
        job = _Job(writes, asyncio.get_running_loop().create_future())
        self._jobs.put_nowait(job)
        await job.done

    async def _write_forever(self) -> None:
        while True:
            jobs = [await self._jobs.get()]
            while len(jobs) < _GROUP and not self._jobs.empty():
                jobs.append(self._jobs.get_nowait())
            outcomes = await self._commit(jobs)
            for job, outcome in zip(jobs, outcomes, strict=True):
                self._jobs.task_done()
                if job.done.cancelled():
                    continue
                if outcome is None:
                    job.done.set_result(None)
                else:
                    job.done.set_exception(outcome)

    async def _commit(self, jobs: Sequence[_Job]) -> Sequence[Exception | None]:
        try:
            async with self._committing, self._writer.connect() as connection:
                outcomes = await connection.run_sync(_apply, jobs)
                await connection.commit()
        except _FAILURES as error:
            return [error for _ in jobs]
        self._lingers |= any(write.shreds for job in jobs for write in job.writes)
        if self._lingers and self._writer.dialect.name == "sqlite":
            await self._empty_the_log()
        return outcomes

    async def _empty_the_log(self) -> None:
        """Bring the write-ahead log into the database and empty it; if it is busy, next time."""
        try:
            (outcome,) = await self.read_all_of("PRAGMA wal_checkpoint(TRUNCATE)")
            self._lingers = bool(outcome[0])
        except SQLAlchemyError as error:
            _log.warning("The write-ahead log cannot be emptied yet: %s", type(error).__name__)


def _apply(connection: Connection, jobs: Sequence[_Job]) -> Sequence[Exception | None]:
    """Do everything together, or where that is refused, each turn for itself.

    Raises what the database fails with where nothing can be begun, as when another process holds
    it: that is no turn's fault, and they have waited long enough together.
    """
    connection.begin()
    try:
        for job in jobs:
            _apply_all(connection, job.writes)
    except _FAILURES as error:
        connection.rollback()
        if len(jobs) == 1:
            return [error]
        connection.begin()
        return [_apart(connection, job.writes) for job in jobs]
    return [None for _ in jobs]


def _apart(connection: Connection, writes: Iterable[Write]) -> Exception | None:
    savepoint = connection.begin_nested()
    try:
        _apply_all(connection, writes)
        savepoint.commit()
    except _FAILURES as error:
        # SQLite undoes a whole transaction by itself when it has no room: then this raises, and
        # nobody is told that their turn was kept.
        savepoint.rollback()
        return error
    return None


def _apply_all(connection: Connection, writes: Iterable[Write]) -> None:
    for write in writes:
        write.apply(connection)
        if time.monotonic() - connection.info.get("served", 0.0) > BREATH:
            await_only(asyncio.sleep(0))
            connection.info["served"] = time.monotonic()
