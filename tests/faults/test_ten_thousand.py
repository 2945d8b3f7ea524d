"""Thousands raise a concern, the bot is killed, and nothing of anybody can be read anywhere."""

import asyncio
import os
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.faults.crowd import _FIRST_ID, MOST, Somebody, marked
from tests.faults.kept import Kept
from tests.faults.killing import ROOT
from tests.faults.scanning import FORMS, NUMBER_FORMS
from tests.postgres import own_database

LONG = os.environ.get("BROBYGGER_WALKS") == "long"
CONCERNS, PROCESSES = (10_000, 2) if LONG else (50, 1)


async def test_nothing_is_readable_of_a_crowd_after_the_bot_was_killed(
    kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    began, each = time.monotonic(), CONCERNS // PROCESSES
    async with AsyncExitStack() as databases:
        urls = [await _database(kept, part, databases) for part in range(PROCESSES)]
        crowds = [_crowd(kept.folder, url, part * each, each) for part, url in enumerate(urls)]
        assert await asyncio.gather(*crowds) == [each] * PROCESSES
        scanned, seen = 0, []
        for place, content in kept.everything():
            scanned += len(content)
            seen += [f"{mark} in {place}" for mark in marked(content)]
    with capsys.disabled():
        took = f"{scanned / 2**20:.0f} MiB looked through, {time.monotonic() - began:.0f} s"
        sys.stdout.write(f"\n{CONCERNS:,} concerns of a crowd: {took}\n")
    assert seen == []


@pytest.mark.parametrize("form", FORMS)
def test_each_of_the_crowd_would_be_found_by_all_that_is_theirs(form: str) -> None:
    kim = Somebody(MOST - 1)
    said = kim.says("{}", 0)["text"].split(" +")[0].split()
    theirs = [*said, *map(str, kim.who.values()), kim.phone]
    for text in theirs:
        assert marked(b"xy" + FORMS[form](text.encode()) + b"z"), text


@pytest.mark.parametrize("form", NUMBER_FORMS)
@pytest.mark.parametrize("number", [0, 1, 4711, MOST - 1])
def test_each_of_the_crowd_would_be_found_by_their_id(form: str, number: int) -> None:
    assert marked(b"x" + NUMBER_FORMS[form](_FIRST_ID + number) + b"y")
    assert not marked(b"x" + NUMBER_FORMS[form](_FIRST_ID ^ 2**40) + b"y")


async def _database(kept: Kept, part: int, databases: AsyncExitStack) -> str:
    (kept.folder / f"crowd{part}").mkdir()
    if kept.server is None:
        return f"sqlite+aiosqlite:///{kept.folder}/crowd{part}/data/brobygger.db"
    url = await databases.enter_async_context(own_database(kept.server.url))
    if LONG:  # what the server would hear of so many is more than a disk should hold
        kept.server.hears_nothing_more()
    return url


async def _crowd(folder: Path, url: str, first: int, number: int) -> int:
    """Let people come to a bot that is a process of its own; return how many concerns it has."""
    place = folder / f"crowd{first // number}"
    command = (sys.executable, "-m", "tests.faults.crowd", place, url, str(first), str(number))
    with (place / "stderr.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=log
        )
        printed, _ = await process.communicate()
    assert process.returncode == -9, (place / "stderr.log").read_text()[-2000:]
    assert "committed" in (place / "stderr.log").read_text()
    return int(printed)
