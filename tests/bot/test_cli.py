"""The command line, as an operator meets it: real processes, exit codes and plain sentences."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.sandbox.remote import RemotePhone
from bot.sandbox.server import Sandbox
from tests.bot.command import TOKEN, Operator

USERNAME = "brobygger_test_bot"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN, USERNAME, SystemClock()) as telegram:
        yield telegram


@pytest.fixture
def operator(tmp_path: Path, sandbox: Sandbox) -> Operator:
    return Operator(tmp_path, sandbox.url)


class Phones:
    """People with phones in a sandbox."""

    def __init__(self, http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self.http, self.sandbox = http, sandbox

    async def of(self, name: str) -> RemotePhone:
        return await RemotePhone.of_new_person(self.http, self.sandbox.url, name=name)

    async def sees(self, phone: RemotePhone, words: str) -> None:
        """Wait until the bot has said these words."""
        chat = self.sandbox.world.chat(phone.person)
        await self.sandbox.world.until(
            lambda _: any(words in each.text for each in chat.messages.values() if each.by_bot), 20
        )


@pytest.fixture
async def phones(sandbox: Sandbox) -> AsyncIterator[Phones]:
    async with aiohttp.ClientSession() as http:
        yield Phones(http, sandbox)


def one_sentence(text: str) -> str:
    """Return the text, which must be one line that ends as sentences do."""
    assert re.fullmatch(r"[^\n]+\.\n", text), text
    return text


async def test_the_command_alone_shows_what_it_can_do(operator: Operator) -> None:
    ended = await operator.runs()
    assert all(f"  {name} " in ended.out + ended.err for name in ("run", "invite", "demo"))
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("words", [("--help",), ("run", "--nonsense")])
async def test_no_colours_and_no_boxes_are_written(operator: Operator, words: list[str]) -> None:
    operator.environment["FORCE_COLOR"] = "1"
    ended = await operator.runs(*words)
    assert "Usage: brobygger" in ended.out + ended.err
    assert re.search("[\x1b─│]", ended.out + ended.err) is None


async def test_help_and_completion_load_nothing_of_the_bot(operator: Operator) -> None:
    heavy = re.compile(r"\| +(telegram|sqlalchemy|aiohttp|bot\.commands)$", re.MULTILINE)
    operator.environment["PYTHONPROFILEIMPORTTIME"] = "1"  # python tells what it loads
    for words in (["--help"], ["db", "--help"]):
        assert heavy.findall((await operator.runs(*words)).err) == []
    assert heavy.findall((await operator.runs("check")).err) != []
    operator.environment |= {
        "_BROBYGGER_COMPLETE": "complete_bash",
        "COMP_WORDS": "brobygger le",
        "COMP_CWORD": "1",
    }
    completed = await operator.runs()
    assert completed.out.split() == ["leaflet"]
    assert heavy.findall(completed.err) == []


async def test_whoever_starts_with_the_newest_tables_loads_nothing_that_changes_them(
    operator: Operator,
) -> None:
    changing = re.compile(r"\| +alembic$", re.MULTILINE)
    operator.environment["PYTHONPROFILEIMPORTTIME"] = "1"
    first, second = [await operator.runs("invite", "--role", "lead") for _ in range(2)]
    assert (first.code, second.code) == (0, 0)
    assert changing.search(first.err)
    assert not changing.search(second.err)


async def test_a_wrong_configuration_is_told_whole_and_ends_with_2(operator: Operator) -> None:
    operator.configures('[telegram]\ntoken = "1:a"\nmode = "pull"\n[service]\nzone = "Mars"\n')
    ended = await operator.runs("run")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "telegram.mode is not known; allowed is 'polling' or 'webhook'.\n"
        "service.zone is not a time zone; allowed is a name like Europe/Copenhagen.\n"
    )


async def test_a_missing_configuration_is_one_sentence_and_ends_with_2(operator: Operator) -> None:
    ended = await operator.runs("run", "--config", "elsewhere.toml")
    assert (ended.code, ended.out) == (2, "")
    assert "elsewhere.toml cannot be read" in one_sentence(ended.err)


async def test_an_unknown_log_level_is_one_sentence_and_ends_with_2(operator: Operator) -> None:
    operator.environment["BROBYGGER_LOG"] = "LOUD"
    ended = await operator.runs("run")
    assert ended.code == 2
    assert one_sentence(ended.err).startswith("BROBYGGER_LOG is not known; allowed is DEBUG")


@pytest.mark.parametrize("end", [SIGTERM, SIGINT])
async def test_the_bot_answers_until_a_signal_ends_it_cleanly(
    operator: Operator, phones: Phones, end: Signals
) -> None:
    kim = await phones.of("Kim")
    async with operator.starts("run") as running:
        await kim.starts("")
        await phones.sees(kim, "Hvilket sprog")
        await running.says(f"Running as @{USERNAME}")
        ended = await running.ends(end)
    assert (ended.code, ended.out) == (0, "")
    assert TOKEN not in ended.err
    assert "Traceback" not in ended.err
    assert ended.err.endswith("INFO bot.serving: Stopping.\n")


async def test_a_signal_ends_the_bot_also_while_telegram_cannot_be_reached(
    operator: Operator,
) -> None:
    operator.configures(f'[telegram]\ntoken = "{TOKEN}"\napi_url = "http://127.0.0.1:9"\n')
    async with operator.starts("run") as running:
        await running.says("Telegram cannot be reached")
        ended = await running.ends(SIGTERM)
    assert (ended.code, ended.out) == (0, "")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", [("run",), ("invite", "--role", "lead")])
async def test_a_token_telegram_does_not_know_is_one_sentence_and_ends_with_1(
    operator: Operator, sandbox: Sandbox, command: list[str]
) -> None:
    operator.configures(f'[telegram]\ntoken = "2:unknown"\napi_url = "{sandbox.url}"\n')
    ended = await operator.runs(*command)
    assert (ended.code, ended.out) == (1, "")
    assert one_sentence(ended.err).startswith("telegram.token: Telegram does not know this token")


async def test_a_lead_joins_by_the_one_line_that_invite_prints(
    operator: Operator, phones: Phones
) -> None:
    lone, mallory = await phones.of("Lone"), await phones.of("Mallory")
    async with operator.starts("run") as running:
        await running.says("Running")
        invited = await operator.runs("invite", "--role", "lead")
        link = re.fullmatch(rf"https://t\.me/{USERNAME}\?start=([\w-]{{1,64}})\n", invited.out)
        assert link is not None, invited
        await lone.starts(link[1])
        await phones.sees(lone, "leder af teamet")
        await mallory.starts(link[1])
        await phones.sees(mallory, "Invitationen er brugt")
    assert (invited.code, invited.err) == (0, "")


async def test_several_may_open_a_new_database_at_once(operator: Operator) -> None:
    invitations = (operator.runs("invite", "--role", "worker") for _ in range(4))
    ended = await asyncio.gather(*invitations)
    assert [(each.code, each.err) for each in ended] == [(0, "")] * 4
    assert len({each.out for each in ended}) == 4


async def test_invite_says_when_telegram_cannot_be_reached(operator: Operator) -> None:
    operator.configures(f'[telegram]\ntoken = "{TOKEN}"\napi_url = "http://127.0.0.1:9"\n')
    ended = await operator.runs("invite", "--role", "worker")
    assert (ended.code, ended.out) == (1, "")
    assert one_sentence(ended.err).startswith("telegram.api_url: Telegram cannot be reached")


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        (
            '[storage]\nurl = "sqlite+aiosqlite:///file/below/data.db"',
            "storage.url: file/below/data.db",
        ),
        ('[storage]\nurl = "sqlite+aiosqlite:///folder"', "storage.url: folder cannot be written"),
        ('[storage]\nurl = "sqlite+aiosqlite:///garbage"', "storage.url: the database at garbage"),
        ('[keys]\npath = "garbage"', "keys.path: garbage is not a keyring"),
        ('[keys]\npath = "file/below/keys.db"', "keys.path: file/below/keys.db cannot be written"),
    ],
)
async def test_a_place_that_cannot_be_used_is_one_sentence_and_ends_with_1(
    operator: Operator, toml: str, sentence: str
) -> None:
    (operator.folder / "file").touch()
    (operator.folder / "folder").mkdir()
    (operator.folder / "garbage").write_bytes(b"neither a database nor a keyring\n" * 500)
    operator.adds(toml)
    ended = await operator.runs("run")
    assert (ended.code, ended.out) == (1, "")
    assert one_sentence(ended.err).replace(f"{operator.folder}/", "").startswith(sentence)


async def test_a_busy_webhook_port_is_one_sentence_and_ends_with_1(operator: Operator) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        operator.adds(f'mode = "webhook"\nwebhook_url = "http://x.dk"\nwebhook_port = {port}')
        ended = await operator.runs("run")
    assert (ended.code, ended.out) == (1, "")
    assert one_sentence(ended.err).startswith(f"telegram.webhook_port: port {port} at 127.0.0.1")
