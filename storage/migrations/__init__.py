"""Migrations: the schema's history, brought to its newest state when the store opens."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection

from storage.database import StorageError
from storage.engines import UNUSABLE, file_of, unusable, writing_engine
from storage.private_files import make_private


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for these migrations, on a connection if there is one."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


async def upgrade(url: str | URL) -> None:
    """Bring the database at `url` to the newest schema; raises StorageError with a sentence."""
    file = file_of(url)
    if file is not None:
        make_private(file, "storage.url")
    engine = writing_engine(url)
    try:
        # One transaction: a migration that breaks half-way leaves nothing behind.
        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: command.upgrade(config(sync), "head"))
    except UNUSABLE as error:
        raise StorageError(unusable(url, error)) from None
    finally:
        await engine.dispose()
