"""Nobody who reads the bot's files or its log learns a name, a number or a word of anybody."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.faults.killing import bot_process
from tests.faults.persistent import Reporter
from tests.faults.scanning import FORMS, NUMBER_FORMS, everything_logged, found, readable
from tests.faults.secretive import (
    NAMES,
    SECRET_PERSON,
    WORDS,
    SecretLead,
    SecretReporter,
    SecretWorker,
    play,
)
from tests.hand_clock import HandClock
from tests.stage import Stage

SECRET, NUMBER = "Rødgrødsvænget på Æ", 7_654_321_098


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("before", [b"", b"x", b"xy"])
def test_the_scanner_finds_a_text_in_every_form(form: str, before: bytes) -> None:
    written = before + FORMS[form](SECRET.encode()) + b"rest"
    assert form in found(SECRET, written)
    assert found(SECRET, before + b"rest") == []


@pytest.mark.parametrize("form", NUMBER_FORMS)
def test_the_scanner_finds_a_number_in_every_form(form: str) -> None:
    assert form in found(NUMBER, b"x" + NUMBER_FORMS[form](NUMBER) + b"y")
    assert found(NUMBER, b"x7654321097y") == []


def test_the_scanner_reads_files_and_log_and_what_a_database_holds(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "planted.db")) as database:
        database.execute("CREATE TABLE planted (id INTEGER PRIMARY KEY, text TEXT)")
        database.execute("INSERT INTO planted VALUES (?, ?)", (NUMBER, SECRET))
        database.commit()
    whole = " ".join(readable([SECRET, NUMBER], tmp_path, log=f"user {NUMBER}"))
    assert "planted.db (utf-8)" in whole
    assert "planted.db (varint)" in whole
    assert "the log (utf-8)" in whole


async def test_nothing_is_readable_after_a_day_of_work(tmp_path: Path) -> None:
    with everything_logged() as log:
        async with Stage(tmp_path, HandClock()).open() as stage:
            secrets = await play(stage)
            assert readable(secrets, tmp_path, log.getvalue()) == []
        assert "aiosqlite" in log.getvalue()
        assert "committed" in log.getvalue()
    assert (tmp_path / "data" / "brobygger.db").stat().st_size > 50_000
    assert readable(secrets, tmp_path, log.getvalue()) == []


async def test_nothing_is_readable_of_the_team_and_its_codes(tmp_path: Path) -> None:
    asked = Stage(tmp_path, HandClock(), team={"one_time_code": True})
    with everything_logged() as log:
        async with asked.open() as stage:
            lead = await SecretLead.joins(stage, NAMES["lead"])
            worker = await SecretWorker.joins(stage, NAMES["worker"])
            secrets: list[str | int] = [*NAMES.values(), worker.phone.person, lead.phone.person]
            shown = [*await lead.has_on_the_phone(), *await worker.has_on_the_phone()]
            secrets += [each.split("secret=")[1][:32] for each in shown if "secret=" in each]
            for words in ("Sæt på pause", "Luk ind igen", "Ny kode-app", "Gør til teamleder"):
                await lead.says(f"{words} {NAMES['worker']}")
            await lead.says("Inviter medarbejder")
            secrets.append((await lead.screen()).text.split("?start=inv_")[1].split()[0])
            await stage.everyone_looks()
            assert readable(secrets, tmp_path, log.getvalue()) == []
    assert len(secrets) == 8
    assert readable(secrets, tmp_path, log.getvalue()) == []


async def test_nothing_is_readable_while_it_runs_and_after_it_was_killed(tmp_path: Path) -> None:
    async with (
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
        bot_process(tmp_path, sandbox, BROBYGGER_LOG="DEBUG") as process,
    ):
        kim = Reporter(sandbox, 77, **SECRET_PERSON)
        await kim.raises_a_concern()
        kim.says(WORDS[0])
        await sandbox.world.until(lambda world: world.pending() == 0)
        secrets: list[str | int] = [*SECRET_PERSON.values(), *WORDS, *kim.told()]
        secrets += [kim.name, kim.chat.person.id]
        assert readable(secrets, tmp_path) == []
        await process.kill()
    assert "committed" in process.log.read_text()
    assert readable(secrets, tmp_path) == []


async def test_two_concerns_of_one_person_share_no_stored_value(stage: Stage) -> None:
    kim = await SecretReporter.arrives(stage, "Kim", **SECRET_PERSON)
    await kim.tells_everything()
    await stage.time_passes(seconds=90)
    await kim.tells_everything()
    [one, other], [door] = await _sealed(stage, "concerns"), await _sealed(stage, "doors")
    assert _pieces(one)
    assert not _pieces(one) & _pieces(other)
    assert not (_pieces(one) | _pieces(other)) & _pieces(door)


async def _sealed(stage: Stage, table: str) -> list[list[str | bytes]]:
    """Return every row's texts and blobs, without what only says how far a concern has come."""
    rows = await stage.app.store.database.read_all_of(f"SELECT * FROM {table}")
    plain = {"role", "state", "received_at", "promised_on", "told_on", "touched_on", "reaction"}
    return [
        [value for name, value in row._mapping.items() if _told(name, value, plain)] for row in rows
    ]


def _told(name: str, value: object, plain: set[str]) -> bool:
    return name not in plain and isinstance(value, str | bytes)


def _pieces(values: list[str | bytes]) -> set[bytes]:
    """Return each value cut at every place into pieces of eight bytes, and short ones whole."""
    whole = [each.encode() if isinstance(each, str) else each for each in values]
    return {each[at : at + 8] for each in whole for at in range(max(len(each) - 7, 1))}
