"""CONTRIBUTING.md's worked examples, done as written on a copy of the house, and then tried."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fluent.syntax import FluentSerializer

from handlers.catalogue import Parts
from tests.handlers.catalogues import messages
from tests.handlers.test_partial_catalogues import REQUIRED

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("bot", "domain", "handlers", "storage", "tests", "examples", "docs")
WORDS = (
    "test_catalogues.py",
    "test_plain_words.py",
    "test_partial_catalogues.py",
    "test_phrases.py",
)


def edits(heading: str) -> list[tuple[str, str]]:
    """Return the files that a chapter edits, each with what it does to it."""
    chapter = PAGE.split(f"### … {heading}\n")[1].split("\n### ")[0]
    return re.findall(r"```edit (\S+)\n(.*?)```", chapter, re.S)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, to be changed."""
    for each in COPIED:
        shutil.copytree(ROOT / each, tmp_path / each, ignore=shutil.ignore_patterns("__pycache__"))
    for each in ("pyproject.toml", "config.example.toml"):
        shutil.copy(ROOT / each, tmp_path)
    return tmp_path


def follow(house: Path, heading: str) -> None:
    """Do in a house what a chapter says."""
    for name, steps in edits(heading):
        file = house / name
        lines = [each for each in steps.splitlines() if each]
        before = [each[1:] for each in lines if each[0] in " -"]
        text = file.read_text(encoding="utf-8")
        after = text
        for line in before:
            assert after.count(line) == 1, (
                f"{name} has no such line; change the example too: {line}"
            )
        added = ""
        for line in reversed(lines):
            if line[0] == "+":
                added = f"{line[1:]}\n{added}"
            elif line[0] == " ":
                after = after.replace(f"{line[1:]}\n", f"{line[1:]}\n{added}")
                added = ""
            else:
                after = after.replace(line[1:], added.rstrip("\n"))
                added = ""
        file.write_text(after, encoding="utf-8")


def write_the_digest(house: Path) -> None:
    """Do what the test about buttons asks for: let MEANINGS be what it found."""
    test = house / "tests" / "handlers" / "test_what_buttons_mean.py"
    said = tried(house, test)
    (meanings,) = set(re.findall(r'line here must be: (MEANINGS = \{b"\d+": "\w+"\})', said.stdout))
    text = re.sub(r"^MEANINGS = .*", meanings, test.read_text(), flags=re.M)
    test.write_text(text, encoding="utf-8")


def tried(house: Path, *tests: Path) -> "subprocess.CompletedProcess[str]":
    """Run tests of a house with its own code."""
    command = (
        sys.executable,
        "-m",
        "pytest",
        "-n0",
        "-q",
        "-p",
        "no:cacheprovider",
        *map(str, tests),
    )
    environment = {**os.environ, "PYTHONPATH": str(house)}
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True)


def well(house: Path, *names: str) -> None:
    """See that tests of a house find nothing wrong."""
    done = tried(house, *(house / "tests" / "handlers" / each for each in names))
    assert done.returncode == 0, done.stdout[-3000:]


def test_a_reminder_is_added_as_written(house: Path) -> None:
    follow(house, "a reminder")
    story = "test_reminders.py::test_the_fourth_day_is_spoken_of_too"
    well(house, f"../stories/{story}")


def test_a_state_is_added_as_written(house: Path) -> None:
    follow(house, "a state of a concern")
    rule = "test_concern.py::test_whoever_asked_waits_until_the_next_step"
    shown = "test_preview.py::test_every_text_there_is_stands_on_a_screen"
    reacting = "test_a_button_does_only_what_its_presser_may[react/{concern}/{kind}/{round}]"
    well(
        house, *WORDS, f"test_who_may_press.py::{reacting}", f"../domain/{rule}", f"../bot/{shown}"
    )


def test_a_handler_is_added_as_written(house: Path) -> None:
    follow(house, "a handler")
    story = "test_kind_answers.py::test_whoever_says_hello_is_greeted"
    shown = "test_preview.py::test_every_text_there_is_stands_on_a_screen"
    well(house, *WORDS, f"../stories/{story}", f"../bot/{shown}")


def words_that_must_be_there(like: str) -> str:
    """Return all that a partial language must say, in the words of another one."""
    known, wanted, keys = messages(like), sorted(REQUIRED), set[str]()
    while wanted:
        keys.add(key := wanted.pop())
        wanted += [each for each in Parts(known[key]).quoted if each not in keys]
    return "".join(FluentSerializer().serialize_entry(known[key]) for key in sorted(keys))


def test_a_closing_code_is_added_as_written(house: Path) -> None:
    follow(house, "a closing code")
    write_the_digest(house)
    well(house, *WORDS, "test_what_buttons_mean.py")


def test_a_question_is_added_as_written(house: Path) -> None:
    follow(house, "a question")
    write_the_digest(house)
    well(house, *WORDS, "test_what_buttons_mean.py")


def test_a_language_is_added_as_written(house: Path) -> None:
    follow(house, "a language")
    folder = house / "handlers" / "locales" / "de"
    folder.mkdir()
    words = words_that_must_be_there("en").replace(" = Yes\n", " = Ja\n")  # as in Danish
    words = words.replace(" = Send\n", " = Senden\n")
    (folder / "opening.ftl").write_text(words, encoding="utf-8")
    alike = house / "tests" / "handlers" / "test_partial_catalogues.py"
    named = alike.read_text(encoding="utf-8").replace(
        "set[str]] = {}", 'set[str]] = {"de": {"Ja"}}'
    )
    alike.write_text(named, encoding="utf-8")
    write_the_digest(house)
    well(house, *WORDS, "test_what_buttons_mean.py", "../bot/test_config_example.py")
