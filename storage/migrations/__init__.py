"""Migrations: the schema's history, brought to its newest state when the store opens."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, make_url, pool
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import StorageError


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for these migrations, on a connection if there is one."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


async def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest schema; raises StorageError with a sentence."""
    database = make_url(url).database
    engine = create_async_engine(url, poolclass=pool.NullPool, hide_parameters=True)
    try:
        _make_folder(database)
        async with engine.begin() as connection:
            await connection.run_sync(lambda sync: command.upgrade(config(sync), "head"))
    except (OSError, DBAPIError) as error:
        raise StorageError(
            f"storage.url: the database at {database} cannot be opened or written; "
            "name a file in a folder this service may write."
        ) from error
    finally:
        await engine.dispose()


def _make_folder(database: str | None) -> None:
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
