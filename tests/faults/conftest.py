"""Both engines with every file of theirs in reach."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.faults.kept import Kept


@pytest.fixture(scope="module")
def cluster() -> Iterator[postgres.Cluster]:
    """A server whose files can be read."""
    if postgres.programs() is None:
        pytest.skip(postgres.NONE_THERE)
    with postgres.throw_away_cluster() as made:
        yield made


@contextlib.asynccontextmanager
async def some_place(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Kept]:
    """An empty database on the engine that is asked for, where its files need not be read."""
    if request.param == "sqlite":
        yield Kept(f"sqlite+aiosqlite:///{folder}/data/brobygger.db", folder)
        return
    async with postgres.own_database(request.getfixturevalue("postgres_server")) as url:
        yield Kept(url, folder)


@pytest.fixture(params=["sqlite", "postgresql"])
async def kept(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Kept]:
    """An empty database, beside a folder for all else that the bot writes."""
    if request.param == "sqlite":
        yield Kept(f"sqlite+aiosqlite:///{tmp_path}/data/brobygger.db", tmp_path)
        return
    server = request.getfixturevalue("cluster")
    async with postgres.own_database(server.url) as url:
        yield Kept(url, tmp_path, server)
