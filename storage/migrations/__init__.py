"""Migrations: the schema's history, brought to its newest state when the store opens."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import DBAPIError

from storage.database import StorageError, writing_engine
from storage.private_files import make_private


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for these migrations, on a connection if there is one."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


async def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest schema; raises StorageError with a sentence."""
    database = make_url(url).database
    engine = writing_engine(url)
    try:
        make_private(Path(database or ""), "storage.url")
        # One transaction: a migration that breaks half-way leaves nothing behind.
        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: command.upgrade(config(sync), "head"))
    except DBAPIError as error:
        raise StorageError(
            f"storage.url: the database at {database} cannot be opened or written; "
            "name a file in a folder this service may write."
        ) from error
    finally:
        await engine.dispose()
