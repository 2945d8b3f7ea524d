"""config.example.toml says every key there is, and nothing else."""

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bot.config.settings import Settings, load

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
WITHOUT_DEFAULT = {
    "telegram.token",
    "telegram.token_file",
    "telegram.webhook_url",
    "approval.approved_on",
    "service.texts",
    "keys.master_file",
    "keys.master",
    "backups.folder",
    "backups.keys_folder",
    "watch.heartbeat_url",
    "watch.port",
}


def keys_of(model: type[BaseModel]) -> set[str]:
    """Return every key of the settings, as section.key; of a list of sections too."""
    sections = {
        name: (get_args(field.annotation) or (field.annotation,))[0]
        for name, field in model.model_fields.items()
    }
    return {
        f"{section}.{key}"
        for section, kind in sections.items()
        if isinstance(kind, type) and issubclass(kind, BaseModel)
        for key in kind.model_fields
    }


def keys_in(text: str) -> set[str]:
    """Return every key of a TOML text, as section.key."""
    parsed: dict[str, Any] = tomllib.loads(text)
    tables = {name: each if isinstance(each, list) else [each] for name, each in parsed.items()}
    return {f"{name}.{key}" for name, found in tables.items() for each in found for key in each}


def test_the_example_is_a_configuration_once_a_token_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", "1:given")
    assert load(EXAMPLE).token == "1:given"


def test_the_example_shows_every_key_that_the_settings_have_and_no_other() -> None:
    commented_in = re.sub(r"^# (?=\w+ = )", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.M)
    assert keys_in(commented_in) == keys_of(Settings)


def test_only_keys_without_a_default_are_commented_out() -> None:
    live = keys_in(EXAMPLE.read_text(encoding="utf-8"))
    assert live == keys_of(Settings) - WITHOUT_DEFAULT


def test_what_the_example_shows_is_what_holds_when_a_key_is_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    example, empty = tmp_path / "example.toml", tmp_path / "config.toml"
    example.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    empty.touch()
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", "1:given")
    assert load(example).model_dump() == load(empty).model_dump()


def test_every_key_of_the_example_is_explained_on_the_line_before() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    keys = [at for at, line in enumerate(lines) if re.match(r"(# )?\w+ = ", line)]
    assert [lines[at] for at in keys if not re.match(r"# .+\.$", lines[at - 1])] == []


def test_the_acute_card_begins_with_danger_to_life_and_then_the_police() -> None:
    numbers = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))["acute"]["numbers"]
    assert [each["number"] for each in numbers][:2] == ["112", "114"]


def test_a_region_may_add_its_own_line_to_the_acute_card(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_line = tmp_path / "config.toml"
    example = EXAMPLE.read_text(encoding="utf-8")
    with_line.write_text(example.replace("# { number", "{ number"), encoding="utf-8")
    monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", "1:given")
    assert "1818" in [each.number for each in load(with_line).acute.numbers]
