"""The steps from one schema to the next, taken by Alembic; loaded only where one must be taken."""

import itertools
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.migrations import schemas
from storage.progress import Progress


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for these migrations, on a connection if there is one."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


def take(connection: Connection, found: str | None, progress: Progress) -> None:
    """Bring a database from the schema it has to the newest; `progress` is told in schemas."""
    known, settings, done = schemas(), config(connection), itertools.count(1)
    steps = known.index(found) if found else len(known)
    settings.attributes["applied"] = lambda **_: progress(next(done), steps)
    command.upgrade(settings, "head")
