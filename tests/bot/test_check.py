"""`brobygger check`: what an operator reads before and beside a bot that runs."""

import asyncio
import json
import os
import pty
import re
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.bot.command import COMMAND, PATIENCE, TOKEN, Operator

OLD = """
[[acute.numbers]]
number = "112"
da = "fare for liv"
en = "danger to life"
checked_on = 2026-11-21
[[acute.numbers]]
number = "114"
da = "politi"
en = "police"
checked_on = 2019-01-01
"""


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN, "brobygger_test_bot", SystemClock()) as telegram:
        yield telegram


@pytest.fixture
def operator(tmp_path: Path, sandbox: Sandbox) -> Operator:
    return Operator(tmp_path, sandbox.url)


async def found(operator: Operator, code: int = 0) -> dict[str, tuple[str, str]]:
    """Run the check; return how it stands with each thing, and what is said of it."""
    ended = await operator.runs("check", "--json")
    assert (ended.code, ended.err) == (code, "")
    read: dict[str, Any] = json.loads(ended.out)
    assert (read["state"] == "wrong") == (code != 0)
    return {each["what"]: (each["state"], each["said"]) for each in read["checks"]}


async def test_before_the_first_start_it_says_what_comes_and_makes_nothing(
    operator: Operator,
) -> None:
    before = sorted(operator.folder.rglob("*"))
    rows = await found(operator)
    assert rows["telegram"][0] == "ok"
    assert "@brobygger_test_bot" in rows["telegram"][1]
    unknown = ("database", "keys", "backups", "facts", "crisis numbers")
    assert {rows[each][0] for each in unknown} == {"note"}
    assert "see that each is right" in rows["crisis numbers"][1]
    assert "team" not in rows
    assert sorted(operator.folder.rglob("*")) == before


async def test_beside_the_data_it_looks_at_the_team_and_its_duty(operator: Operator) -> None:
    await operator.runs("invite", "--role", "lead")
    rows = await found(operator)
    assert {rows[each][0] for each in ("database", "keys", "set aside")} == {"ok"}
    assert rows["team"] == ("note", "Nobody has joined yet: brobygger invite --role lead.")
    assert rows["duty"][0] == "note"


async def test_numbers_that_the_municipality_has_looked_up_are_well(operator: Operator) -> None:
    today = SystemClock().now().astimezone(ZoneInfo("Europe/Copenhagen")).date().isoformat()
    operator.adds(OLD.replace("2026-11-21", today).replace("2019-01-01", today))
    assert (await found(operator))["crisis numbers"][0] == "ok"


async def test_the_table_has_a_line_for_each_and_no_colours(operator: Operator) -> None:
    ended = await operator.runs("check")
    *lines, empty, last = ended.out.splitlines()
    assert (ended.code, empty) == (0, "")
    assert all(re.match(r"(ok   |note )  [a-z ]{14}  \S.+\.$", each) for each in lines), ended.out
    assert re.fullmatch(r"All is well; \d to know\.", last)


@pytest.mark.parametrize(
    ("toml", "what", "said"),
    [
        (OLD, "crisis numbers", "see that 114 is right,"),
        ('[telegram]\ntoken = "2:other"\napi_url = "URL"\n', "telegram", "does not know"),
        ('[telegram]\ntoken = "1:a"\napi_url = "http://127.0.0.1:9"\n', "telegram", "reached"),
        (
            '[telegram]\ntoken = "1:sandbox"\napi_url = "URL"\nmode = "webhook"\n'
            'webhook_url = "http://bot.example.org"',
            "webhook",
            "posts to https:// only",
        ),
        (
            '[telegram]\ntoken = "1:sandbox"\napi_url = "URL"\nmode = "webhook"\n'
            'webhook_url = "https://127.0.0.1:9"',
            "webhook",
            "does not answer",
        ),
    ],
)
async def test_what_people_would_notice_is_wrong_and_ends_with_1(
    operator: Operator, sandbox: Sandbox, toml: str, what: str, said: str
) -> None:
    if toml.startswith("[telegram]"):
        operator.configures(toml.replace("URL", sandbox.url))
    else:
        operator.adds(toml)
    state, sentence = (await found(operator, 1))[what]
    assert (state, said in sentence) == ("wrong", True), sentence


async def test_a_wrong_configuration_is_told_whole_and_ends_with_2(operator: Operator) -> None:
    operator.configures('[telegram]\nmode = "pull"\n')
    ended = await operator.runs("check", "--json")
    assert ended.code == 2
    said = [each["said"] for each in json.loads(ended.out)["checks"]]
    assert [each.partition(" ")[0] for each in said] == ["telegram.token", "telegram.mode"]


async def test_keys_that_are_lost_or_cannot_be_opened_are_wrong(operator: Operator) -> None:
    await operator.runs("invite", "--role", "lead")
    master, keyring = (operator.folder / "keys" / each for each in ("master.key", "keyring.db"))
    master.write_text("34" * 32)
    assert (await found(operator, 1))["keys"][0] == "wrong"
    keyring.rename(keyring.with_suffix(".away"))
    rows = await found(operator, 1)
    assert "there is no keyring at" in rows["keys"][1]
    assert not keyring.exists()


@pytest.mark.parametrize(("schema", "state"), [("0001", "note"), ("newer", "wrong")])
async def test_another_schema_is_told_and_not_touched(
    operator: Operator, schema: str, state: str
) -> None:
    await operator.runs("invite", "--role", "lead")
    with closing(sqlite3.connect(operator.folder / "brobygger.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", [schema])
        database.commit()
        assert (await found(operator, int(state == "wrong")))["database"][0] == state
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == (schema,)


async def test_a_backup_that_is_too_old_is_wrong(operator: Operator) -> None:
    operator.adds('[backups]\nfolder = "a"\nkeys_folder = "b"\n')
    assert (await found(operator))["backups"][0] == "note"
    await operator.runs("db", "backup")
    assert (await found(operator))["backups"][0] == "ok"
    (made,) = (operator.folder / "a").iterdir()
    made.rename(made.with_name("data-20261101T020000Z.backup"))
    state, said = (await found(operator, 1))["backups"]
    assert (state, "2026-11-01 02:00 UTC" in said) == ("wrong", True)


async def test_a_server_that_is_away_is_wrong(operator: Operator) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
    operator.adds(f'[storage]\nurl = "postgresql+asyncpg://u:secret@127.0.0.1:{port}/d"\n')
    state, said = (await found(operator, 1))["database"]
    assert state == "wrong"
    assert "secret" not in said


@pytest.mark.parametrize(("quiet", "coloured"), [("", True), ("NO_COLOR", False)])
async def test_colours_come_on_a_terminal_unless_nobody_wants_them(
    operator: Operator, quiet: str, coloured: bool
) -> None:
    ours, theirs = pty.openpty()
    terminal = {**os.environ, "TERM": "xterm", "COLUMNS": "60", **({quiet: "1"} if quiet else {})}
    process = await asyncio.create_subprocess_exec(
        COMMAND, "check", cwd=operator.folder, env=terminal, stdout=theirs, stderr=theirs
    )
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ("\x1b[32mok" in shown) == coloured
    plain = re.sub(r"\x1b\[\d*[mK]", "", shown)
    assert max(map(len, plain.replace("\r", "").splitlines())) <= 60 or not coloured
