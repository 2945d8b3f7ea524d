"""PostgreSQL for tests: a server of theirs or a throw-away one, and in it a database for each."""

import asyncio
import contextlib
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

GIVEN = "BROBYGGER_TEST_POSTGRES"  # the address of a server where databases may be made
# The engine of every test that does not choose one: `postgresql` plays all stories on it.
USUAL = os.environ.get("BROBYGGER_TEST_ENGINE", "sqlite")
NONE_THERE = f"no PostgreSQL: install it, or name a server in {GIVEN}"
on_both_engines = pytest.mark.parametrize("data", ["sqlite", "postgresql"], indirect=True)
# For what looks into SQLite's own file: it is played there whatever engine is usual.
on_a_file = pytest.mark.parametrize("data", ["sqlite"], indirect=True)
_OURS = "brobygger_"
PASSWORD = "Hyldebærsaftens-77"
# Sorted as in Denmark, where "aa" comes after "z": whatever depends on the order shows.
_LIKE_IN_DENMARK = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'da-DK'"


def given_server() -> URL | None:
    """Return the address of the server that tests were given."""
    given = os.environ.get(GIVEN)
    return make_url(given) if given else None


@contextlib.asynccontextmanager
async def own_database(server: URL, model: str | None = None) -> AsyncIterator[str]:
    """Make an empty database, or a copy of a model, and drop it afterwards; returns its address."""
    name = f"{_OURS}{secrets.token_hex(6)}"
    made_like = _LIKE_IN_DENMARK if model is None else f"TEMPLATE {model}"
    await command(server, f"CREATE DATABASE {name} {made_like}")
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        await command(server, f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def model_database(server: URL) -> Iterator[str]:
    """Make a database with the newest tables, and drop it afterwards; returns its name.

    Copying one takes a third of the time that making the tables takes (measured).
    """
    name = f"{_OURS}{secrets.token_hex(6)}"
    with ThreadPoolExecutor(1) as apart:  # where a fixture asks for it, a loop is running already
        apart.submit(asyncio.run, _make_model(server, name)).result()
        yield name
        apart.submit(asyncio.run, command(server, f"DROP DATABASE {name}")).result()


async def _make_model(server: URL, name: str) -> None:
    # Not earlier: this page is read before coverage is counted, and would hide every import.
    from storage.migrations import upgrade

    await command(server, f"CREATE DATABASE {name} {_LIKE_IN_DENMARK}")
    await upgrade(server.set(database=name))


async def command(server: URL, sql: str) -> None:
    """Do one thing that no transaction may be around."""
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(sql))
    await engine.dispose()


class Cluster:
    """A PostgreSQL server of our own in a new folder, reached through a socket in it.

    It writes down every statement with its values, so that its log tells all it ever heard.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        # It lets everybody in; the password is there to be hidden.
        there = make_url(f"postgresql+asyncpg://postgres@/postgres?host={folder}")
        self.url = there.set(password=PASSWORD)

    @property
    def log(self) -> Path:
        """What the server wrote down."""
        return self.folder / "server.log"

    def make(self) -> None:
        """Make an empty server."""
        _run("initdb", "-D", self.data, "-A", "trust", "-U", "postgres", "--no-sync")

    def start(self) -> None:
        """Start the server."""
        talks = "-c fsync=off -c log_statement=all -c log_parameter_max_length_on_error=-1"
        options = f"-k {self.folder} -c listen_addresses='' {talks}"
        _run("pg_ctl", "-D", self.data, "-l", self.log, "-w", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: `immediate` as a power cut would."""
        _run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Return every byte it keeps: its files, its log, and each database as it is dumped.

        Left out are the databases that it was made with, where nobody writes; of long rows of
        zeros, with which its log is filled up, little is left.
        """
        self.psql("CHECKPOINT")
        for each in self.psql("SELECT datname FROM pg_database").decode().split():
            if each.startswith(_OURS):
                yield f"the dump of {each}", _run("pg_dump", *self._reached, each)
        for file in self.folder.rglob("*"):
            made_with = file.parent.name in ("1", "4", "5") and file.parent.parent.name == "base"
            if file.is_file() and not made_with:
                yield str(file), file.read_bytes().replace(bytes(1024), bytes(8))

    def hears_nothing_more(self) -> None:
        """Let it write no statements down any more."""
        self.psql("ALTER ROLE postgres SET log_statement = 'none'")

    def psql(self, sql: str, database: str = "postgres") -> bytes:
        """Do something as its owner would, and return what it prints."""
        return _run("psql", *self._reached, "-v", "ON_ERROR_STOP=1", "-Atc", sql, database)

    @property
    def _reached(self) -> tuple[object, ...]:
        return ("-h", self.folder, "-U", "postgres")


def programs() -> Path | None:
    """Return the folder of PostgreSQL's own programs, the newest if there are more."""
    on_the_path = shutil.which("initdb")
    if on_the_path:
        return Path(on_the_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextlib.contextmanager
def throw_away_cluster() -> Iterator[Cluster]:
    """Run a server of our own, and leave nothing of it behind."""
    folder = Path(tempfile.mkdtemp(prefix="brobygger-"))  # short: it is part of a socket's name
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    cluster = Cluster(folder)
    try:
        cluster.make()
        cluster.start()
        yield cluster
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):  # it may be stopped already
            cluster.stop("immediate")
        shutil.rmtree(folder)


def _run(program: str, *arguments: object) -> bytes:
    """Run one of PostgreSQL's programs, which refuse to be run by root."""
    folder = programs()
    if folder is None:
        raise LookupError(NONE_THERE)
    command = [str(folder / program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", pwd.getpwnam("postgres").pw_name, "--", *command]
    done = subprocess.run(command, capture_output=True, check=False, cwd="/")
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return done.stdout


if __name__ == "__main__" and given_server() is None and programs() is None:
    sys.exit(NONE_THERE)
