"""The process lock: one bot on a SQLite database, and no upgrade of it beneath a bot that runs."""

import fcntl
import os
from pathlib import Path

from sqlalchemy import URL

from storage.database import StorageError
from storage.engines import file_of, named
from storage.private_files import make_private


class ProcessLock:
    """A lock on a file beside an SQLite database; a server's database has none.

    The kernel lets it go when its process ends, however that ends: nothing is ever left locked.
    The file stays, because whoever deleted it would let the next one lock another file.
    """

    def __init__(self, url: str | URL) -> None:
        self._database = file_of(url)
        self._called = named(url)
        self._held: int | None = None

    def take(self) -> None:
        """Hold the database; raises StorageError with a sentence when another process does.

        Who holds it already goes on holding it.
        """
        if self._database is None or self._held is not None:
            return
        file = _beside(self._database)
        make_private(file, "storage.url")
        descriptor = os.open(file, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise StorageError(_refusal(self._called, error)) from None
        self._held = descriptor

    def __enter__(self) -> "ProcessLock":
        self.take()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let go of the database; safe to call twice."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


def _beside(database: Path) -> Path:
    """Return the lock's file; a database reached under two names has one."""
    real = database.resolve()
    return real.with_name(f"{real.name}.lock")


def _refusal(called: str, error: OSError) -> str:
    if isinstance(error, BlockingIOError):
        return (
            f"storage.url: a bot already runs on {called}; "
            "stop it first, or name another database. Nothing was changed."
        )
    return (
        f"storage.url: the file beside {called} cannot be locked "
        f"({error.strerror}); name a database on a disk of this machine."
    )
