"""Migrations: the schema's history, brought to its newest state when the store opens."""

import logging
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text

from storage.database import StorageError
from storage.engines import UNUSABLE, file_of, named, unusable, writing_engine
from storage.private_files import make_private
from storage.process_lock import ProcessLock
from storage.progress import Progress, untold

_log = logging.getLogger(__name__)

_VERSIONS = Path(__file__).parent / "versions"


def schemas() -> list[str]:
    """Return the names of all schemas that this version knows, the newest first."""
    return sorted((each.name[:4] for each in _VERSIONS.glob("0*.py")), reverse=True)


def schema_of(connection: Connection) -> str | None:
    """Return the name of the schema that a database has; None where there are no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    name: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return name


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
            found = await connection.run_sync(_known_schema_of, url)
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
    from storage.migrations.steps import take  # Alembic, which most starts have no use for

    take(connection, found, progress)


def _known_schema_of(connection: Connection, url: str | URL) -> str | None:
    """Return the schema a database has, None for an empty one; raises StorageError if unknown."""
    found, known = schema_of(connection), schemas()
    if found in (None, *known):
        return found
    raise StorageError(
        f"storage.url: {named(url)} was made by a newer version of this program (its schema is "
        f"{found}, the newest known here {known[0]}); install that version again, or put back "
        "a backup of before. Nothing was changed."
    )
