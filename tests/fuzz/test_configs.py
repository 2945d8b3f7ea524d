"""Whatever stands in config.toml: it is read, or each mistake is a sentence without a secret."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.config.errors import ConfigError
from bot.config.settings import Settings, load
from tests.fuzz.inputs import Counted, fuzzed

TOKEN = "1234567890:nobody-may-read-this-canary"
VALUES = st.one_of(
    st.booleans(),
    st.integers(-(2**40), 2**63),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=20),
    st.sampled_from(["20:00", "2026-11-21", "da", "Mars", "", "/", "\x00", "https://x.dk", "1:x"]),
    st.lists(st.one_of(st.integers(-5, 9), st.text("ab:0", max_size=5)), max_size=3),
    st.dictionaries(
        st.sampled_from(["da", "en", "number", "who", "x"]), st.just("ord"), max_size=3
    ),
)


def keys_of(model: type[BaseModel]) -> dict[str, list[str]]:
    """Return the keys of each section; a section of its own lists none."""
    found = {}
    for name, field in model.model_fields.items():
        kind: Any = field.annotation
        inner = isinstance(kind, type) and issubclass(kind, BaseModel)
        found[name] = sorted(kind.model_fields) if inner else []
    return found


KEYS = keys_of(Settings)
NAMES = [(section, key) for section, keys in KEYS.items() for key in keys or [""]]


@st.composite
def written(draw: st.DrawFn) -> str:
    """Return a config.toml with a few keys, mostly known ones, and values of any kind."""
    lines = [f"{draw(st.sampled_from(sorted(KEYS)))} = 5"] if draw(st.integers(0, 20)) == 0 else []
    chosen = draw(st.lists(st.sampled_from(NAMES), max_size=5, unique=True))
    for section in sorted({section for section, key in chosen if key}):
        lines.append(f"[{section}]")
        lines += [f"{key} = {toml(draw(VALUES))}" for at, key in chosen if key and at == section]
        lines += [f"kukkuk = {toml(draw(VALUES))}"] if draw(st.integers(0, 8)) == 0 else []
    text = "\n".join(lines)
    return text if draw(st.integers(0, 12)) else text + draw(st.text(max_size=10))


def toml(value: Any) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {toml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value)


def told(path: Path) -> str:
    """Return everything that a wrong or right configuration shows."""
    mistakes = None
    try:
        settings = load(path)
    except ConfigError as error:
        mistakes = error.mistakes
    if mistakes is not None:
        assert mistakes
        assert [each for each in mistakes if "\n" in each or not each.endswith(".")] == []
        return "\n".join(mistakes)
    settings.to_service()
    return f"{settings} {settings!r} {settings.model_dump()} {settings.telegram!r}"


@pytest.mark.parametrize("where", ["in the environment", "in the file"])
def test_a_configuration_is_read_or_refused_in_sentences_without_a_secret(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    counted, file = Counted(), tmp_path / "config.toml"
    if where == "in the environment":
        monkeypatch.setenv("BROBYGGER_TELEGRAM__TOKEN", TOKEN)
    line = "" if where == "in the environment" else f'\n[telegram]\ntoken = "{TOKEN}"\n'

    @fuzzed("configurations", parts=2)
    @given(st.one_of(written(), st.text(max_size=40)))
    def holds(text: str) -> None:
        counted()
        begun = text.replace("[telegram]\n", f"{line.lstrip()}") if "[telegram]" in text else ""
        file.write_text(begun or text + line, encoding="utf-8", errors="replace")
        assert "nobody-may-read-this" not in told(file)

    holds()
    counted.says(capsys, f"configurations, the token {where}")
