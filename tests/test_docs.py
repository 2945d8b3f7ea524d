"""The documents name nothing that is not there: links, commands, targets, files, keys, drawings."""

import importlib
import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import cli
from bot.config.settings import Settings
from tests.bot.test_config_example import keys_of
from tests.handlers.catalogues import messages
from tests.test_house import PACKAGES

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path for pattern in ("*.md", "docs/**/*.md", "benchmarks/*.md") for path in ROOT.glob(pattern)
)
TOPS = (*PACKAGES, "tests", "docs", "scripts", "deploy", "examples", "benchmarks")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(
    r"^(?:[\w.]+=\S+ )*(?:sudo )?(?:\.venv/bin/|\S*exec bot )?brobygger((?: .+)?)$"
)
GIVEN = re.compile(r"-….*|^….*")  # what a page leaves for the reader to fill in
UNIT = "brobygger.service"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def spans(page: Path) -> Iterator[str]:
    """Return what a page says in code: each span, and each line of a block."""
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.S | re.M):
        yield from (line.strip() for line in block.splitlines())
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"```.*?```", "", text, flags=re.S))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as they are made on most hosts."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", each.casefold()).replace(" ", "-") for each in heads}


def commands() -> Iterator[tuple[str, str]]:
    """Return every command of ours that a page or a command's own help gives."""
    for page in PAGES:
        for span in spans(page):
            if found := COMMAND.match(span.partition(" # ")[0]):
                yield name_of(page), found[1].strip()
    for path, command in subcommands(typer.main.get_command(cli)):
        for line in (command.help or "").splitlines():
            if line.strip().startswith("Example: brobygger "):
                yield path, line.partition("brobygger ")[2].strip()


def subcommands(command: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Return a command and all beneath it, by what one types."""
    yield path, command
    for name, each in getattr(command, "commands", {}).items():
        yield from subcommands(each, f"{path} {name}".strip())


def known(words: list[str]) -> list[str]:
    """Return the words of a command line that nobody knows: a command, or an option."""
    command: Any = typer.main.get_command(cli)
    while words and (deeper := getattr(command, "commands", {}).get(words[0])):
        command, words = deeper, words[1:]
    options = {name for each in command.params for name in each.opts}
    asked = [each.partition("=")[0] for each in words if each.startswith("--")]
    wrong = [each for each in asked if each not in options and each != "--help"]
    return wrong + ([words[0]] if words and hasattr(command, "commands") and not asked else [])


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        file, _, anchor = link.partition("#")
        if "://" in link or file.startswith("mailto:"):
            continue
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_command_has_an_example_in_its_help() -> None:
    lacking = [
        path
        for path, each in subcommands(typer.main.get_command(cli))
        if not hasattr(each, "commands") and f"Example: brobygger {path}" not in (each.help or "")
    ]
    assert lacking == []


@pytest.mark.parametrize(("where", "command"), sorted(set(commands())))
def test_every_command_that_is_written_down_is_there(where: str, command: str) -> None:
    words = [each for each in shlex.split(command) if not GIVEN.match(each)]
    assert known(words) == []


def test_a_command_that_is_not_there_would_be_found() -> None:
    assert known(["db", "burn"]) == ["burn"]
    assert known(["db", "backup", "--onto", "x"]) == ["--onto"]
    assert len(set(commands())) > 20


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_target_of_make_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = {
        target
        for span in spans(page)
        for target in re.findall(r"^make (?:-C \S+ )?([a-z][\w-]*)", span)
    }
    assert named - targets == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = [each for each in spans(page) if re.fullmatch(rf"(?:{'|'.join(TOPS)})/[\w./-]*", each)]
    missing = {each for each in named if not (ROOT / each).exists()}
    assert missing <= {"handlers/locales/de/"}  # which an example makes


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_key_of_the_configuration_is_there(page: Path) -> None:
    sections, keys = Settings.model_fields.keys(), keys_of(Settings)
    named = {
        found[1]
        for span in spans(page)
        if (found := re.match(r"([a-z_]+\.[a-z_]+)(?= =|$)", span))
        and found[1].partition(".")[0] in sections
        and not (ROOT / found[1]).exists()
    }
    files = {each for each in named if each.endswith((".py", ".db", ".key"))}
    assert named - files - keys == set()
    variables = re.findall(r"BROBYGGER_(\w+?)__(\w+)", page.read_text(encoding="utf-8"))
    assert {f"{a}.{b}".casefold() for a, b in variables} - keys == set()


def test_every_message_that_contributing_names_has_words() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    kept = set(re.findall(r"^ ((?:button|title|o|q)-[\w-]+) = ", page, re.M))
    assert kept - messages("da").keys() == set()
    assert kept


def test_the_drawing_of_an_updates_way_is_the_newest_and_each_stop_is_there() -> None:
    drawn = runpy.run_path(str(ROOT / "scripts" / "way"))
    assert (ROOT / "docs" / "update.svg").read_text(encoding="utf-8") == drawn["way"]()
    for module, name, *_ in (*drawn["STOPS"], *drawn["CLOCK"]):
        assert hasattr(importlib.import_module(module), name), module
