"""deploy/brobygger.service: systemd understands it, and what it starts runs with what it sets."""

import re
import shlex
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.config.settings import load
from bot.sandbox.server import Sandbox
from tests.bot.command import COMMAND, TOKEN, Operator

DEPLOY = Path(__file__).parents[2] / "deploy"
UNIT = (DEPLOY / "brobygger.service").read_text(encoding="utf-8")
WRAPPER = (DEPLOY / "brobygger").read_text(encoding="utf-8")
INSTALLED = "/opt/brobygger/.venv/bin/brobygger"
EXPOSED = 20  # tenths of systemd's own scale, of which the worst is 100

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None,
    reason="systemd-analyze is not here: the unit was not shown to systemd.",
)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN, "brobygger_test_bot", SystemClock()) as telegram:
        yield telegram


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit, with the command where it is on this machine."""
    file = tmp_path / "brobygger.service"
    file.write_text(UNIT.replace(INSTALLED, str(COMMAND)), encoding="utf-8")
    return file


def values(key: str, text: str = UNIT) -> list[str]:
    """Return every value of a key of the unit."""
    return re.findall(rf"^{key}=(.*)$", text, re.M)


def environment(credentials: Path) -> dict[str, str]:
    """Return what the unit sets for the bot, with the credentials in that folder."""
    pairs = (each.partition("=") for each in values("Environment"))
    return {
        name: value.replace("%d", str(credentials)).replace("%C", str(credentials))
        for name, _, value in pairs
    }


@needs_systemd
def test_systemd_understands_every_line(unit: Path) -> None:
    said = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


@needs_systemd
def test_systemd_calls_the_service_well_shut_off(unit: Path) -> None:
    options = ("--offline=yes", f"--threshold={EXPOSED}", "--no-pager")
    said = subprocess.run(["systemd-analyze", "security", *options, unit], capture_output=True)
    assert said.returncode == 0, said.stdout.decode()


async def test_the_start_line_runs_with_what_the_unit_sets(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    operator = Operator(tmp_path, sandbox.url)
    operator.configures(f'[telegram]\napi_url = "{sandbox.url}"\n')
    (tmp_path / "telegram-token").write_text(f"{TOKEN}\n")
    operator.environment |= environment(tmp_path)
    program, *words = shlex.split(values("ExecStart")[0])
    assert (program, words.pop()) == (INSTALLED, "/etc/brobygger/config.toml")
    async with operator.starts(*words, "config.toml") as running:
        await running.says("Running as @brobygger_test_bot")


def test_a_sealed_master_key_is_read_by_the_lines_that_are_commented_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = values("#Environment")
    name, _, value = line.partition("=")
    monkeypatch.setenv(name, value)
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    (tmp_path / "config.toml").touch()
    keys = load(tmp_path / "config.toml").keys
    assert keys.master_command == ("systemd-creds", "cat", "master-key")


def test_a_command_by_hand_runs_as_the_service_does() -> None:
    assert subprocess.run(["sh", "-n", DEPLOY / "brobygger"]).returncode == 0
    given = re.findall(r"--property='?([^'\n]+?)'? \\", WRAPPER)
    own = {
        "WorkingDirectory=/var/lib/brobygger",
        "Environment=BROBYGGER_CONFIG=/etc/brobygger/config.toml",
    }
    assert set(given) - set(UNIT.splitlines()) == own
    assert f"{INSTALLED} " in WRAPPER


def test_the_places_that_the_installation_names_are_the_units_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (DEPLOY.parent / "docs" / "operations.md").read_text(encoding="utf-8")
    (toml,) = re.findall(r"^ +```toml\n(.*?)```", page, re.M | re.S)
    (tmp_path / "config.toml").write_text(toml, encoding="utf-8")
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    settings = load(tmp_path / "config.toml")
    may_write = " ".join(values("ReadWritePaths")).replace("-/", "/").split()
    may_write += [f"/var/lib/{each}" for each in values("StateDirectory")]
    places = (
        *(Path(settings.storage.url.database or ""), settings.keys.path),
        *(settings.keys.to_master().file, settings.backups.folder, settings.backups.keys_folder),
    )
    assert [p for p in places if not any(p and p.is_relative_to(each) for each in may_write)] == []
