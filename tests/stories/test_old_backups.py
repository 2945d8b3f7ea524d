"""What an old copy of the database still tells once a week, a cut or an erasure has passed."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select

from storage.columns import metadata
from storage.concerns import Concerns
from storage.database import Database
from storage.doors import Doors
from storage.generations import KeyForgotten
from storage.resealing import SEALED
from storage.routes import Routes
from storage.schema import chat_messages, concerns, doors
from storage.sealing import SealBroken
from storage.team_schema import staff
from tests.cast import Relative, Worker, the_code
from tests.postgres import on_a_file
from tests.stage import Stage

# Sealed under each concern's own keys, or no sealed value at all.
_NOT_UNDER_A_GENERATION = {
    "concerns.words",
    "concerns.route",
    "entries.sealed",
    "concern_media.sealed",
    "journal.salt",
}


def test_every_sealed_column_is_sealed_anew() -> None:
    sealed = {
        f"{table}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert sealed == {str(each.blob) for each in SEALED} | _NOT_UNDER_A_GENERATION


@on_a_file
async def test_after_a_week_an_old_copy_tells_of_nobody(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    copied = await _copy(stage)
    async with _opened(stage, copied) as old:
        assert await _doors(stage, old) == [kim.phone.person]
    await stage.time_passes(days=7, minutes=1)
    async with _opened(stage, copied) as old:
        assert await _doors(stage, old) == [kim.phone.person]
    await stage.time_passes(minutes=11)
    async with _opened(stage, copied) as old:
        assert await _doors(stage, old) == []
    await kim.says("/status")
    await kim.sees("Vi reagerer")
    await anna.taps("Åbn")
    assert "Bænken" in (await anna.card()).text
    await stage.everyone_looks()


async def test_the_bot_that_was_down_for_weeks_turns_its_keys_when_it_is_back(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.bot_stops()
    await stage.time_passes(days=40)
    await stage.bot_starts()
    await stage.time_passes(minutes=11)
    keyring = stage.app.store.keyring
    assert (keyring.generations.oldest, keyring.generations.newest) == (2, 2)
    for sealed in SEALED:
        rows = await stage.app.store.database.read(
            select(sealed.blob).where(sealed.blob.is_not(None))
        )
        assert {row.sealed[:5] for row in rows} <= {keyring.prefix}
    assert {doors.name, staff.name, chat_messages.name} <= {each.key.table.name for each in SEALED}
    await stage.everyone_looks()


@on_a_file
async def test_a_cut_trace_is_cut_in_old_copies_too(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern("Bænken ved stationen"))
    copied, concern = await _copy(stage), await _only_concern(stage)
    async with _opened(stage, copied) as old:
        route = await Routes(old, stage.app.store.keyring).of(concern)
    assert route is not None
    assert route.chat_id == kim.phone.person
    await kim.walks("/slip", "[Ja, slip sporet]")
    async with _opened(stage, copied) as old:
        assert await Routes(old, stage.app.store.keyring).of(concern) is None
        assert await Concerns(old, stage.app.store.keyring).words(concern)
    await kim.says(code)
    assert (await stage.app.store.routes.of(concern)) is not None
    async with _opened(stage, copied) as old:
        with pytest.raises(SealBroken):
            await Routes(old, stage.app.store.keyring).of(concern)
    await stage.everyone_looks()


@on_a_file
async def test_an_erased_concern_is_erased_in_old_copies_too(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    copied, concern = await _copy(stage), await _only_concern(stage)
    await kim.walks("/slet", "[Ja, slet]")
    async with _opened(stage, copied) as old:
        with pytest.raises(KeyForgotten):
            await Concerns(old, stage.app.store.keyring).words(concern)
        assert await Routes(old, stage.app.store.keyring).of(concern) is None
    await stage.everyone_looks()


@on_a_file
async def test_nothing_that_was_cut_lingers_in_the_files(stage: Stage) -> None:
    """SQLite keeps old pages in its write-ahead log; after a cut they are gone from it."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    route, door = await _blobs(stage)
    assert _stands_in(stage.folder, route)
    assert _stands_in(stage.folder, door)
    await kim.walks("/slip", "[Ja, slip sporet]")
    assert not _stands_in(stage.folder, route)
    assert not _stands_in(stage.folder, door)
    await stage.everyone_looks()


async def _copy(stage: Stage) -> Path:
    """Copy the database as a thief would, with its write-ahead log."""
    into = stage.folder / "stolen"
    shutil.copytree(stage.folder / "data", into)
    return into / "brobygger.db"


@asynccontextmanager
async def _opened(stage: Stage, copied: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite+aiosqlite:///{copied}")
    try:
        yield database
    finally:
        await database.close()


async def _doors(stage: Stage, database: Database) -> list[int]:
    """Return whose doors can be read in a copy with the keys of today."""
    rows = await database.read(select(doors.c.tag, doors.c.sealed))
    read = Doors(database, stage.app.store.keyring)
    found = [await read.at(chat) for chat in (each.phone.person for each in stage.cast)]
    return [each.chat_id for each in found if rows and each.concerns]


async def _only_concern(stage: Stage) -> str:
    (row,) = await stage.app.store.database.read(select(concerns.c.id))
    return str(row.id)


async def _blobs(stage: Stage) -> list[bytes]:
    queries = select(concerns.c.route), select(doors.c.sealed)
    read = [await stage.app.store.database.read(each) for each in queries]
    return [row[0] for rows in read for row in rows]


def _stands_in(folder: Path, blob: bytes) -> bool:
    files = [each for each in (folder / "data").iterdir() if each.is_file()]
    return any(blob in each.read_bytes() for each in files)
