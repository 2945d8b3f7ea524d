"""A program that opens a store, and is killed over and over, each time some statements later."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from alembic.runtime.migration import MigrationContext
from sqlalchemy import event
from sqlalchemy.engine import Engine

from storage.engines import reading_engine
from storage.store import open_store


def main(url: str, keys: Path, step: int) -> None:
    """Print the schema found after each kill, from the first statement on, until none comes."""
    number, before = 0, ""
    while (ended := _child(url, keys, number)) == -signal.SIGKILL:
        found = asyncio.run(_schema(url))
        sys.stdout.write(f"{found}\n")
        number = 0 if found != before and before else number + step
        before = found
    sys.exit(ended)


def _child(url: str, keys: Path, number: int) -> int:
    """Open the store in a process that kills itself at a statement; return its exit code."""
    child = os.fork()
    if child == 0:
        _die_before(number)
        asyncio.run(_open(url, keys))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_before(number: int) -> None:
    """Let this process be killed before its next statement but `number`; a commit is one too."""
    left = number

    def passes(*_: Any) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    event.listen(Engine, "before_cursor_execute", passes)
    event.listen(Engine, "commit", passes)


async def _open(url: str, keys: Path) -> None:
    await (await open_store(url, keys)).close()


async def _schema(url: str) -> str:
    engine = reading_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_revision()
        )
    await engine.dispose()
    return found or "none"


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
