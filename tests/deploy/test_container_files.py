"""deploy/Containerfile and compose.yaml: what they name is there, and what they start runs."""

import asyncio
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.clock import SystemClock
from bot.config.settings import load
from bot.sandbox.server import Sandbox
from tests.bot.command import TOKEN, Operator

ROOT = Path(__file__).parents[2]
CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text(encoding="utf-8"))
BOT: dict[str, Any] = COMPOSE["services"]["bot"]
KNOWN = {
    *("FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER"),
    *("HEALTHCHECK", "ENTRYPOINT", "CMD"),
}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN, "brobygger_test_bot", SystemClock()) as telegram:
        yield telegram


def lines() -> list[tuple[str, str]]:
    """Return every instruction of the Containerfile with what it is given."""
    found = [each for each in CONTAINERFILE.splitlines() if each and not each.startswith("#")]
    return [(each.split(" ", 1)[0], each.split(" ", 1)[1]) for each in found]


def given(instruction: str) -> list[str]:
    return [what for name, what in lines() if name == instruction]


def copied() -> list[str]:
    """Return what the first stage copies out of the checkout."""
    own = (shlex.split(each) for each in given("COPY") if not each.startswith("--from"))
    return [source for *sources, _ in own for source in sources]


def test_every_instruction_is_one_we_know() -> None:
    assert {name for name, _ in lines()} == KNOWN


def test_the_build_sees_exactly_what_it_copies() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = {each.removeprefix("!") for each in ignored if each.startswith("!")}
    assert set(copied()) == let_through
    assert [each for each in copied() if not (ROOT / each).exists()] == []


@pytest.mark.skipif(
    "BROBYGGER_BUILD" not in os.environ,
    reason="BROBYGGER_BUILD is not set: the container's build was not run in a folder (1 minute).",
)
def test_the_build_runs_in_a_folder(tmp_path: Path) -> None:
    for each in copied():
        copy = shutil.copytree if (ROOT / each).is_dir() else shutil.copy
        copy(ROOT / each, tmp_path / each)
    for line in [each for each in given("RUN") if re.match(r"\.venv|python", each)]:
        words = [each.replace("python", "python3", each == "python") for each in shlex.split(line)]
        subprocess.run(words, cwd=tmp_path, check=True, env={"PATH": os.environ["PATH"]})
    said = subprocess.run([tmp_path / ".venv/bin/brobygger", "--help"], capture_output=True)
    assert b"Usage: brobygger" in said.stdout


async def test_the_container_starts_and_its_health_can_be_asked(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    operator = Operator(tmp_path, sandbox.url)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    operator.adds(f"[watch]\nport = {port}\n")
    assert json.loads(given("ENTRYPOINT")[0]) == ["brobygger"]
    *words, config = json.loads(given("CMD")[0])
    assert f"./config.toml:{config}:ro" in BOT["volumes"]
    async with operator.starts(*words, "config.toml") as running:
        await running.says("Running as")
        asked = given("HEALTHCHECK")[0].partition(" CMD ")[2].replace("9090", str(port))
        look = await asyncio.create_subprocess_exec(sys.executable, *json.loads(asked)[1:])
        assert await look.wait() == 0


def test_compose_gives_the_bot_settings_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "telegram-token").write_text(TOKEN)
    (tmp_path / "config.toml").touch()
    for name, value in BOT["environment"].items():
        filled = re.sub(r"\$\{\w+:\?[^}]+\}", "made-up", value)
        monkeypatch.setenv(name, filled.replace("/run/secrets", str(tmp_path)))
    settings = load(tmp_path / "config.toml")
    assert (settings.token, settings.watch.port) == (TOKEN, 9090)
    assert (settings.storage.url.host, settings.storage.url.database) == ("database", "brobygger")


def test_compose_names_only_what_it_has() -> None:
    services, places = COMPOSE["services"], COMPOSE["volumes"].keys()
    assert BOT["depends_on"].keys() <= services.keys()
    for service in services.values():
        assert set(service["networks"]) <= COMPOSE["networks"].keys()
        mounted = {each.partition(":")[0] for each in service["volumes"]}
        assert {each for each in mounted if not each.startswith(".")} <= places
    assert set(BOT["secrets"]) == COMPOSE["secrets"].keys()
    assert (ROOT / "deploy" / BOT["build"]["context"] / BOT["build"]["dockerfile"]).exists()


def test_the_folders_of_the_keys_are_made_for_the_user_who_runs() -> None:
    made = next(each for each in given("RUN") if each.startswith("install -d -o brobygger"))
    places = [each.split(":")[1] for each in BOT["volumes"] if not each.startswith(".")]
    assert [each for each in places if each not in made] == []
    assert given("USER") == ["brobygger"]
