"""The leaflet: plain words, the municipality's own facts, and a code that opens the chat."""

import re
from html import unescape
from pathlib import Path

import pytest
import segno
from typer.testing import CliRunner

from bot.cli import cli
from domain.languages import COMPLETE
from tests.handlers.test_plain_words import FORBIDDEN, lix

NYBORG = Path(__file__).parents[2] / "examples" / "nyborg.toml"
FACTS = """
[service]
name = "Team <Bro>"
municipality = "Brokøbing Kommune"
phone = "99 01 02 80"
address = "Torvet 1"
promise = "visit"
promise_days = 5
"""


def printed(folder: Path, config: Path, *words: str) -> str:
    """Return the leaflet that the command writes, without asking Telegram."""
    file = folder / "leaflet.html"
    options = ("--config", str(config), "--output", str(file), "--bot", "@brobygger_bot")
    ended = CliRunner().invoke(cli, ["leaflet", *options, *words])
    assert ended.exit_code == 0, ended.output
    return file.read_text(encoding="utf-8")


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text(FACTS, encoding="utf-8")
    return tmp_path / "config.toml"


def pages(html: str) -> dict[str, str]:
    """Return the words of each language's page."""
    found = re.findall(r'<section lang="(\w+)">(.*?)</section>', html, re.S)
    return {
        language: unescape(re.sub(r"<svg.*?</svg>|<[^>]+>", "", body, flags=re.S))
        for language, body in found
    }


def test_it_says_the_facts_in_both_languages(tmp_path: Path, facts: Path) -> None:
    said = pages(printed(tmp_path, facts))
    assert tuple(said) == COMPLETE
    for each in said.values():
        known = ("Team <Bro>", "Brokøbing Kommune", "99 01 02 80", "Torvet 1", "@brobygger_bot")
        assert [fact for fact in known if fact not in each] == []
    assert "Senest efter 5 dage kommer vi forbi." in said["da"]
    assert "Within 5 days we come by." in said["en"]


def test_112_is_the_first_number_and_every_other_follows(tmp_path: Path) -> None:
    html = printed(tmp_path, NYBORG)
    numbers = re.findall(r"<li><b>([\d ]+)</b>", html)
    assert numbers == ["112", "114", "70 11 07 07", "70 201 201", "1888"] * 2


def test_what_is_not_filled_in_leaves_no_empty_heading(tmp_path: Path) -> None:
    assert printed(tmp_path, NYBORG).count("<div hidden>") == 2


def test_the_danish_page_is_plain(tmp_path: Path, facts: Path) -> None:
    said = pages(printed(tmp_path, facts))["da"]
    lines = [each for each in said.splitlines() if each.strip() and "https:" not in each]
    words = "\n".join(lines[: lines.index("Har du ikke Telegram?")])
    assert lix(words) <= 30
    assert not FORBIDDEN.search(said)


def test_the_code_on_it_is_the_chats_address(tmp_path: Path, facts: Path) -> None:
    drawn = segno.make("https://t.me/brobygger_bot", error="m", micro=False)
    assert drawn.svg_inline(omitsize=True, border=4) in printed(tmp_path, facts)


@pytest.mark.parametrize(("paper", "size"), [("A5", "148mm 210mm"), ("A4", "210mm 297mm")])
def test_it_needs_nothing_but_itself_and_fits_its_paper(
    tmp_path: Path, facts: Path, paper: str, size: str
) -> None:
    html = printed(tmp_path, facts, "--paper", paper)
    assert f"@page{{size:{size};" in html
    assert not re.search(r"(src|href)=|url\(|@import|\$\w", html)


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path, facts: Path) -> None:
    options = ["leaflet", "--config", str(facts), "--bot", "b", "--output", str(tmp_path)]
    ended = CliRunner().invoke(cli, options)
    assert (ended.exit_code, "--output" in ended.output) == (1, True)


def test_the_danish_summary_is_plain_too() -> None:
    text = (NYBORG.parents[1] / "docs" / "da" / "README.md").read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|[#*\[\]]", "", text, flags=re.S)
    assert lix(prose) <= 30
