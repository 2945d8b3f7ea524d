"""Migrations: the schema's history, brought to its newest state when the store opens."""

import itertools
import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection

from storage.database import StorageError
from storage.engines import UNUSABLE, file_of, named, unusable, writing_engine
from storage.private_files import make_private
from storage.process_lock import ProcessLock
from storage.progress import Progress, untold

_log = logging.getLogger(__name__)


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for these migrations, on a connection if there is one."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


def schemas() -> list[str]:
    """Return the names of all schemas that this version knows, the newest first."""
    return [each.revision for each in ScriptDirectory.from_config(config()).walk_revisions()]


async def upgrade(
    url: str | URL, lock: ProcessLock | None = None, progress: Progress = untold
) -> None:
    """Bring the database at `url` to the newest schema; raises StorageError with a sentence.

    All of it is one transaction: whatever breaks or kills it half-way leaves nothing behind, and
    the next start does it anew. So no copy is kept beside the database: it would protect from
    nothing, and hold what people erase later. For the way back to an older version there is the
    backup that was made before (docs/operations.md).

    `lock` is taken for as long as the caller wishes; without one the database is only upgraded
    where no bot runs. Who comes while another upgrades waits, and finds it done. `progress` is
    told in schemas.
    """
    file = file_of(url)
    if file is not None:
        make_private(file, "storage.url")
    held, newest = lock or ProcessLock(url), schemas()[0]
    engine = writing_engine(url)
    try:
        async with engine.begin() as connection:
            found = await connection.run_sync(_schema_of, url)
            if lock is not None or found != newest:
                held.take()
            if found != newest:
                await connection.run_sync(_upgrade, found, progress)
    except UNUSABLE as error:
        raise StorageError(unusable(url, error)) from None
    finally:
        if lock is None:
            held.release()
        await engine.dispose()
    if found not in (None, newest):
        _log.info("The database was brought from schema %s to %s.", found, newest)


def _upgrade(connection: Connection, found: str | None, progress: Progress) -> None:
    known, settings, done = schemas(), config(connection), itertools.count(1)
    steps = known.index(found) if found else len(known)
    settings.attributes["applied"] = lambda **_: progress(next(done), steps)
    command.upgrade(settings, "head")


def _schema_of(connection: Connection, url: str | URL) -> str | None:
    """Return the schema a database has, None for an empty one; raises StorageError if unknown."""
    found, known = MigrationContext.configure(connection).get_current_revision(), schemas()
    if found in (None, *known):
        return found
    raise StorageError(
        f"storage.url: {named(url)} was made by a newer version of this program (its schema is "
        f"{found}, the newest known here {known[0]}); install that version again, or put back "
        "a backup of before. Nothing was changed."
    )
