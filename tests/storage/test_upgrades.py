"""Upgrades: rows of every earlier schema are there afterwards and are read, killed half-way too."""

import asyncio
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, text

from domain.concern import Closing, State
from domain.entry import EntryKind
from domain.interview import Media
from domain.people import Status
from domain.questionnaire import Answer
from storage.database import StorageError
from storage.engines import writing_engine
from storage.migrations import schemas
from storage.store import Store, open_store
from tests.postgres import on_both_engines
from tests.storage.old_rows import (
    ANNA,
    CALL,
    CODES,
    EARLIER,
    ENDED,
    KIM,
    LONE,
    MIA,
    NOW,
    RAW,
    TAKEN,
    WAITING,
    FirstKeyring,
    contents,
    make,
)
from tests.test_house import ROOT

Done = TypeVar("Done")

# Statements from one kill to the next: each upgrade is met half-way several times.
STEPS = {"none": 11, "0001": 11, "0002": 11, "0003": 9, "0004": 3, "0005": 1, "0006": 1}

# A journal of before there was a chain is tied at the first start.
TIED = {"salt", "digest", "link"}

every_earlier_schema = pytest.mark.parametrize("schema", EARLIER)


async def within(url: str, work: Callable[[Connection], Done]) -> Done:
    """Do something in one transaction."""
    engine = writing_engine(url)
    async with engine.begin() as connection:
        done = await connection.run_sync(work)
    await engine.dispose()
    return done


async def made(url: str, schema: str, keys: Path) -> dict[str, Any]:
    """Make a database of a schema with its keyring, and return what stands in it."""
    keyring = FirstKeyring()
    keyring.write(keys)
    await within(url, lambda connection: make(connection, schema, keyring))
    return await within(url, contents)


def kept(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Hold every row of before against those of after; only columns may be added or go."""
    for table in before.keys() - {"alembic_version"}:
        same = before[table][0].keys() & after[table][0].keys() - TIED
        found = [
            sorted(repr([row[name] for name in sorted(same)]) for row in rows[table])
            for rows in (before, after)
        ]
        assert found[0] == found[1], table


def test_every_schema_but_the_newest_is_an_earlier_one() -> None:
    assert sorted(schemas()[1:]) == list(EARLIER)


@on_both_engines
@every_earlier_schema
async def test_every_row_of_an_earlier_schema_is_there_and_is_read(
    data: str, tmp_path: Path, schema: str
) -> None:
    before = await made(data, schema, tmp_path / "keys.db")
    store = await open_store(data, tmp_path / "keys.db")
    kept(before, await within(data, contents))
    await all_is_read(store, schema)
    await store.keyring.generations.begin(NOW)
    assert await store.resealing.everything()
    await store.keyring.generations.destroy_older()
    await store.close()
    again = await open_store(data, tmp_path / "keys.db")
    await all_is_read(again, schema)
    await again.close()


@on_both_engines
@every_earlier_schema
async def test_an_upgrade_that_is_killed_again_and_again_is_done_in_the_end(
    data: str, tmp_path: Path, schema: str
) -> None:
    before = await made(data, schema, tmp_path / "keys.db")
    found = await killed_over_and_over(data, tmp_path / "keys.db", STEPS[schema])
    half_way = found.count(schema)
    assert half_way >= 4
    assert {*found[half_way:]} == {schemas()[0]}
    kept(before, await within(data, contents))
    store = await open_store(data, tmp_path / "keys.db")
    await all_is_read(store, schema)
    await store.close()


@on_both_engines
async def test_a_first_start_that_is_killed_again_and_again_is_done_in_the_end(
    data: str, tmp_path: Path
) -> None:
    found = await killed_over_and_over(data, tmp_path / "keys.db", STEPS["none"])
    assert {*found} == {"none", schemas()[0]}
    await (await open_store(data, tmp_path / "keys.db")).close()


@on_both_engines
async def test_what_a_newer_version_made_is_refused_in_one_sentence_and_left_alone(
    data: str, tmp_path: Path
) -> None:
    await made(data, "0004", tmp_path / "keys.db")
    await within(
        data, lambda each: each.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    )
    before = await within(data, contents)
    with pytest.raises(StorageError) as refused:
        await open_store(data, tmp_path / "keys.db")
    told = str(refused.value)
    assert "was made by a newer version of this program (its schema is 9999," in told
    assert "install that version again, or put back a backup of before" in told
    assert await within(data, contents) == before


async def all_is_read(store: Store, schema: str) -> None:
    """See that today's code reads what there was."""
    await _what_came_and_goes(store)
    await _people(store, schema)
    await _concerns(store, schema)
    assert (await store.journal.chain.verify()).broken is None
    assert [each.action for each in await store.journal.newest(9, 0)] == [
        "joined",
        "taken",
        "received",
    ]
    assert await store.marks.get("offset") == "43"
    if schema >= "0002":
        assert await store.chat_messages.deletable(KIM, NOW) == [9]
        assert await store.concern_media.of(WAITING) == [Media("photo", "file-1")]
    if schema >= "0004":
        await _the_team(store)


async def _what_came_and_goes(store: Store) -> None:
    (waits,) = await store.inbox.waiting(NOW, (), 9)
    assert (waits.update_id, waits.raw, await store.inbox.parked()) == (41, RAW, 1)
    goes = await store.outbox.due(NOW, (), 9)
    assert [each.message and [each.message.method, each.message.params] for each in goes] == [
        CALL,
        CALL,
    ]
    assert [each.doubtful for each in goes] == [False, True]
    assert await store.outbox.shown(f"alert/{TAKEN}/anna") == 501


async def _people(store: Store, schema: str) -> None:
    (woken,) = await store.doors.waking(NOW + timedelta(days=9999), 9)
    assert woken == await store.doors.at(KIM)
    assert woken.interview is not None
    assert woken.interview.answers == {"own_words": _own_words()}
    mia = await store.doors.at(MIA)
    assert mia.concerns == ((TAKEN,) if schema >= "0003" else ())
    team = {each.chat_id: each.member for each in await store.staff.all()}
    assert (team[ANNA].name, team[LONE].name) == ("Anna", "Lone")
    assert team[LONE].status == (Status.PAUSED if schema >= "0004" else Status.ACTIVE)
    invited = await store.invites.invited("fresh", NOW)
    assert invited is not None
    assert len(invited.id) == 16  # by which its button uses it up
    assert await store.invites.invited("used", NOW) is None
    on_duty = {each.comes for each in (await store.roster.since(NOW)).changes}
    assert on_duty == {"anna"}


async def _concerns(store: Store, schema: str) -> None:
    for each, state in ((WAITING, State.RECEIVED), (TAKEN, State.REACTED)):
        found = await store.concerns.by_receipt(CODES[each])
        assert found is not None
        assert (found.id, found.state, found.ended_on) == (each, state, None)
        assert found.told_on == date(2026, 11, 27)
        assert await store.concerns.words(each) == {"own_words": _own_words()}
        route = await store.routes.of(each)
        assert route is not None
        assert route.chat_id == MIA
        (told,) = await store.concerns.alerts(each)
        assert (told.member, told.card) == ("anna", f"alert/{each}/anna")
    cut = await store.concerns.get(ENDED)
    assert cut is not None
    assert await store.routes.of(ENDED) is None
    assert [each.rung for each in await store.reminders.of(WAITING)] == ["day5"]
    if schema >= "0003":
        assert (cut.closing, cut.ended_on is not None) == (Closing.BRIDGED, True)
        (entry,) = await store.concerns.entries(TAKEN)
        assert (entry.kind, entry.words) == (EntryKind.ADDED, "Nu er det koldt")


async def _the_team(store: Store) -> None:
    undo = await store.undos.of(TAKEN)
    assert undo is not None
    assert (undo.step, undo.before.state, undo.before.owner) == ("reacted", State.TAKEN, "anna")
    assert [each.id for each in await store.concerns.offered()] == [WAITING]
    assert await store.orders.of("anna") == [TAKEN]
    there = await store.roster.since(NOW)
    assert [each.member for each in there.weekly] == ["anna"]
    assert [each.member for each in there.shifts] == ["lone"]
    assert [each.member for each in there.absences] == ["lone"]
    assert [each.id for each in await store.swaps.asked_of("lone")] == ["s"]
    assert [each.told for each in await store.handshakes.due(NOW)] == [("lone",)]


def _own_words() -> Answer:
    return Answer((), "Han sover på bænken ved søen")


async def killed_over_and_over(url: str, keys: Path, step: int) -> list[str]:
    """Open the store in processes that are killed; return the schema found after each kill."""
    program = (sys.executable, "-m", "tests.storage.killed_opening", url, str(keys), str(step))
    process = await asyncio.create_subprocess_exec(
        *program, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode().split()
