"""Nobody who reads the bot's files or its log learns a name, a number or a word of anybody."""

import sqlite3
from contextlib import closing
from pathlib import Path
from signal import SIGABRT

import pytest
from sqlalchemy import select

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from storage.schema import concerns
from tests.faults.kept import Kept
from tests.faults.killing import PATIENCE, bot_process
from tests.faults.persistent import Reporter
from tests.faults.scanning import FORMS, NUMBER_FORMS, everything_logged, found, readable
from tests.faults.secretive import (
    NAMES,
    SECRET_PERSON,
    WORDS,
    SecretLead,
    SecretWorker,
    play,
)
from tests.hand_clock import HandClock
from tests.postgres import Cluster
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


def test_the_scanner_reads_what_a_server_wrote_and_heard(cluster: Cluster) -> None:
    cluster.psql("CREATE DATABASE brobygger_planted")
    cluster.psql("CREATE TABLE planted (id bigint, text text)", "brobygger_planted")
    cluster.psql(f"INSERT INTO planted VALUES ({NUMBER}, '{SECRET}')", "brobygger_planted")
    whole = " ".join(readable([SECRET, NUMBER], cluster.folder / "none", server=cluster))
    for place in ("/pg_wal/", "/base/", "/server.log", "the dump of"):
        assert place in whole
    assert "(8 bytes, little-endian)" in whole


async def test_nothing_is_readable_after_a_day_of_work(kept: Kept) -> None:
    with everything_logged() as log:
        async with Stage(kept.folder, HandClock(), storage={"url": kept.url}).open() as stage:
            secrets = await play(stage)
            assert kept.readable(secrets, log.getvalue()) == []
            rows = await stage.app.store.database.read(select(concerns.c.words))
            assert sum(len(each.words) for each in rows) > 1_000
        assert "committed" in log.getvalue()
    assert kept.readable(secrets, log.getvalue()) == []


async def test_nothing_is_readable_of_the_team_and_its_codes(kept: Kept) -> None:
    settings = {"team": {"one_time_code": True}, "storage": {"url": kept.url}}
    with everything_logged() as log:
        async with Stage(kept.folder, HandClock(), **settings).open() as stage:
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
    assert len(secrets) == 8
    assert kept.readable(secrets, log.getvalue()) == []


async def test_nothing_is_readable_while_it_runs_and_after_it_was_killed(kept: Kept) -> None:
    crashing = {"BROBYGGER_LOG": "DEBUG", "PYTHONFAULTHANDLER": "1"}
    async with (
        Sandbox("1:sandbox", "brobygger_test_bot", SystemClock()) as sandbox,
        bot_process(kept.folder, sandbox, **crashing, BROBYGGER_STORAGE__URL=kept.url) as process,
    ):
        kim = Reporter(sandbox, 77, **SECRET_PERSON)
        await kim.raises_a_concern()
        kim.says(WORDS[0])
        await sandbox.world.until(lambda world: world.pending() == 0)
        secrets: list[str | int] = [*SECRET_PERSON.values(), *WORDS, *kim.told()]
        secrets += [kim.name, kim.chat.person.id]
        assert kept.readable(secrets) == []
        await process.kill()
        killed = kept.readable(secrets)
        await process.start()
        kim.says(WORDS[1])
        answered = sandbox.world.until(lambda world: world.pending() == 0, PATIENCE)
        await process.while_it_lives(answered)
        process.running.send_signal(SIGABRT)
        await process.running.wait()
    assert "committed" in process.log.read_text()
    assert "Fatal Python error: Aborted" in process.log.read_text()
    assert killed == []
    assert kept.readable(secrets) == []
