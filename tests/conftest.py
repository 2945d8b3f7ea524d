"""The stage every story is played on, and the engine its data lies on."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import URL

from tests import postgres
from tests.bot.bot_api_spec import specification
from tests.hand_clock import HandClock

if TYPE_CHECKING:
    from tests.stage import Stage


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, when the data lies on PostgreSQL, what the usual run has shown for it already.

    That is every test that keeps no data, and every one that chooses its engine itself.
    """
    if postgres.USUAL == "sqlite":
        return
    kept = [each for each in items if _keeps_data_on_the_usual_engine(each)]
    config.hook.pytest_deselected(items=[each for each in items if each not in kept])
    items[:] = kept


def _keeps_data_on_the_usual_engine(test: pytest.Item) -> bool:
    chosen = getattr(test, "callspec", None)
    keeps = "data" in getattr(test, "fixturenames", ())
    return keeps and (chosen is None or "data" not in chosen.params)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A PostgreSQL server in which databases may be made."""
    given = postgres.given_server()
    if given is not None:
        yield given
    elif postgres.programs() is None:
        pytest.skip(postgres.NONE_THERE)
    else:
        with postgres.throw_away_cluster() as cluster:
            yield cluster.url


@pytest.fixture(scope="session")
def model(postgres_server: URL) -> Iterator[str]:
    """The name of a PostgreSQL database with the newest tables, to be copied."""
    with postgres.model_database(postgres_server) as name:
        yield name


@pytest.fixture(scope="session")
def model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with the newest tables, to be copied."""
    # Not earlier: this page is read before coverage is counted, and would hide every import.
    from storage.migrations import upgrade

    file = tmp_path_factory.mktemp("model") / "model.db"
    with ThreadPoolExecutor(1) as apart:  # where a fixture asks for it, a loop is running already
        apart.submit(asyncio.run, upgrade(f"sqlite+aiosqlite:///{file}")).result()
    return file


@pytest.fixture
async def data(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database of a test's own: on SQLite, or on what `on_both_engines` says."""
    # A story's bot would make the tables anyway, only more slowly.
    of_a_story = "stage" in request.fixturenames
    if getattr(request, "param", postgres.USUAL) == "sqlite":
        (tmp_path / "data").mkdir(exist_ok=True)
        if of_a_story:
            shutil.copy(request.getfixturevalue("model_file"), tmp_path / "data" / "brobygger.db")
        yield f"sqlite+aiosqlite:///{tmp_path}/data/brobygger.db"
        return
    server = request.getfixturevalue("postgres_server")
    model = request.getfixturevalue("model") if of_a_story else None
    async with postgres.own_database(server, model) as url:
        yield url


@pytest.fixture
async def postgres_data(postgres_server: URL) -> AsyncIterator[str]:
    """The address of an empty database on PostgreSQL."""
    async with postgres.own_database(postgres_server) as url:
        yield url


@pytest.fixture
async def stage(tmp_path: Path, data: str) -> AsyncIterator["Stage"]:
    """A sandbox and the bot, on a Monday morning in November."""
    # Not earlier: this page is read before coverage is counted, and would hide every import.
    from tests.stage import Stage

    async with Stage(tmp_path, HandClock(), storage={"url": data}).open() as opened:
        yield opened
    spec = specification()
    assert spec is None or spec.mistakes(opened.sandbox.world.calls) == []
