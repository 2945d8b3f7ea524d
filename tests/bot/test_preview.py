"""The preview shows everything anybody can be shown, and needs nothing but its own file."""

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax.visitor import Visitor
from typer.testing import CliRunner, Result

from bot.cli import cli
from bot.config.settings import load, load_to_show
from bot.preview import taken
from bot.preview.page import Language, page, segments
from domain.languages import COMPLETE, LANGUAGES, PARTIAL
from domain.questionnaire import BY_ROLE
from handlers.phrases import Phrases
from tests.handlers.catalogues import LISTS, messages

NYBORG = Path(__file__).parents[2] / "examples" / "nyborg.toml"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
# Never shown instead of words.
NOT_WORDS = re.compile(r"[{}]|\b\w+_\w+|\bnone\b|\b(?:q|o|title|button|hint|card|told)-\w+")
OUTSIDE = re.compile(r'(?:src|href|action)\s*=\s*(?!"#)|url\(|@import|<script|<link|<iframe')
EVERY_FACT = """
[service]
name = "Broteamet"
phone = "99 01 02 80"
address = "Torvet 1"
promise = "visit"
texts = "texts"
[about]
workers = 1
provider = { da = "kommunen", en = "the council" }
hours = { da = "hverdage", en = "weekdays" }
secure_route = "Digital Post"
[second_office]
name = "Biblioteket"
phone = "99 01 02 80"
address = "Torvet 2"
email = "bro@example.org"
web = "https://example.org"
hours = { da = "hverdage", en = "weekdays" }
[complaint]
name = "Ledelsen"
phone = "99 01 02 80"
[privacy]
controller = "Broby Kommune"
adviser = "20 11 22 33"
web = "https://example.org/data"
[adviser]
name = "Rådgiveren"
phone = "99 01 02 80"
[children]
name = "Børn og Unge"
phone = "99 01 02 80"
[approval]
standard = "Standarden"
committee = "Udvalget"
approved_on = 2026-01-02
[media]
allow = ["photo", "voice", "video"]
"""
OWN_TEXT = "Farvel så længe fra Broteamet & <venner>."

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def nyborg(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """Return the file of a municipality that has given few facts, and how the command ended."""
    output = tmp_path_factory.mktemp("nyborg") / "p.html"
    words = ["preview", "--config", str(NYBORG), "--output", str(output)]
    return output, CliRunner().invoke(cli, words)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> list[Language]:
    """Return what one shows that has given every fact, and a text of its own."""
    folder = tmp_path_factory.mktemp("municipality")
    (folder / "texts" / "da").mkdir(parents=True)
    own = folder / "texts" / "da" / "own.ftl"
    own.write_text(f"stopped = {OWN_TEXT}\n", encoding="utf-8")
    (folder / "config.toml").write_text(EVERY_FACT, encoding="utf-8")
    return asyncio.run(taken(load_to_show(folder / "config.toml"), NOW))


@pytest.fixture(scope="module")
def shown(full: list[Language]) -> str:
    """Return the page of the municipality that has given every fact."""
    return page("Broby", "<svg></svg>", full)


def test_every_text_there_is_stands_on_a_screen(
    nyborg: tuple[Path, Result], full: list[Language]
) -> None:
    written = nyborg[0].read_text(encoding="utf-8")
    for language in LANGUAGES:
        few = unescape(re.sub("<[^>]*>", "", section(written, language)))
        said = "\n".join((few, *texts(full, language)))
        for key in messages(language).keys() - LISTS - not_for(language):
            longest = max(lines(messages(language)[key]), key=len, default="")
            assert longest in said, (language, key)


@every_language
def test_every_question_of_every_role_is_asked(full: list[Language], language: str) -> None:
    voice, said = (
        Phrases({"service": "Broteamet"}, "da").voice(language),
        list(texts(full, language)),
    )
    for asked in chain(*BY_ROLE.values()):
        question = voice(f"q-{asked.asks}", municipality="kommunen", phone="none")
        assert any(question in each for each in said), asked.asks


@every_language
def test_no_key_and_no_placeholder_is_shown_instead_of_words(
    full: list[Language], language: str
) -> None:
    plain = [each for each in texts(full, language) if not each.startswith(FILES)]
    assert [each for each in plain if NOT_WORDS.search(each)] == []


def test_every_moment_shows_something(full: list[Language]) -> None:
    scenes = [each for one in full for chapter in one.chapters for each in chapter.scenes]
    assert [scene.title for scene in scenes if not scene.shots] == []


def test_nothing_is_loaded_from_outside(shown: str) -> None:
    assert OUTSIDE.findall(shown) == []
    assert 'href="#ar"' in shown
    assert OUTSIDE.search('<img src="https://example.org/a.png">')


def test_every_place_the_contents_lead_to_is_there(shown: str) -> None:
    places = re.findall(r'id="([^"]+)"', shown)
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(places)
    assert len(places) == len(set(places))


def test_a_text_of_ones_own_is_shown_and_its_marks_are_only_text(shown: str) -> None:
    assert "Broteamet &amp; &lt;venner&gt;." in shown
    assert OWN_TEXT in unescape(shown)
    assert "<venner>" not in shown


def test_a_question_that_must_be_opened_says_by_what(full: list[Language]) -> None:
    english = next(each for each in full if each.code == "en")
    scenes = [scene for chapter in english.chapters for scene in chapter.scenes]
    assert any(each.title == "The place" and each.when.endswith("At home") for each in scenes)


def test_arabic_of_its_own_runs_from_right_to_left_and_fallback_does_not(shown: str) -> None:
    arabic = section(shown, "ar")
    assert "<h3>Opening</h3>" in arabic
    assert "No person has reviewed the Arabic texts." in arabic
    assert re.search(r'class="own" lang="ar" dir="rtl">[^<]*[\u0600-\u06ff]', arabic)
    assert not re.search(
        r'class="fallback" dir="ltr">[^<]*[\u0600-\u06ff]{3}[^<]*</span><p', arabic
    )


@pytest.mark.parametrize("language", PARTIAL)
def test_a_partial_language_shows_what_is_its_own(shown: str, language: str) -> None:
    part = section(shown, language)
    assert ('class="own" lang' in part) == (language != "kl")
    assert 'class="fallback" dir' in part


def test_the_longest_message_of_a_text_is_found_first() -> None:
    said = {"Tryk Send": False, "Send": True}
    assert segments("1. Send. Tryk Send", said) == [
        ("1. ", None),
        ("Send", True),
        (". ", None),
        ("Tryk Send", False),
    ]


def test_the_command_says_in_one_line_where_the_file_is_and_what_is_in_it(
    nyborg: tuple[Path, Result],
) -> None:
    output, ended = nyborg
    assert ended.exit_code == 0
    said = rf"{re.escape(str(output))}: \d+ screens in {len(LANGUAGES)} languages\.\n"
    assert re.fullmatch(said, ended.output)
    written = output.read_text(encoding="utf-8")
    assert "Nyborg Kommune" in written
    assert "<svg" in written


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--config", "elsewhere.toml"], 2, "elsewhere.toml cannot be read"),
        (["--output", "no/such/folder.html"], 1, "--output: no/such/folder.html cannot be written"),
    ],
)
def test_a_mistake_is_one_sentence_with_an_exit_code(
    words: list[str], code: int, sentence: str
) -> None:
    ended = CliRunner().invoke(cli, ["preview", *words])
    assert ended.exit_code == code
    assert re.fullmatch(rf"{re.escape(sentence)}[^\n]+\.\n", ended.output)


def test_only_what_is_shown_may_lack_a_token(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[telegram]\ntoken_file = "/nowhere/token"\n', encoding="utf-8")
    assert load_to_show(config).token == "0:none"
    with pytest.raises(Exception, match="from which no token can be read"):
        load(config)


FILES = ("brobygger.json",)


def texts(languages: list[Language], code: str) -> Iterator[str]:
    """Yield every text and every label of a language."""
    (found,) = (each for each in languages if each.code == code)
    for chapter in found.chapters:
        for scene in chapter.scenes:
            for shot in scene.shots:
                yield shot.text
                yield from chain(*shot.rows)


def section(shown: str, code: str) -> str:
    """Return a language's part of the page."""
    return shown.split(f'<section id="{code}"><h2>')[1].split("<h2>")[0]


def not_for(language: str) -> set[str]:
    """Return the keys that a language has and no screen in it can show."""
    drawn = {key for key in messages("da") if key.startswith("drawing-")}
    about_language = {"texts-unreviewed", "other-texts", "interpreter-possible"}
    return drawn | (about_language if language in COMPLETE else set())


def lines(message: Any) -> list[str]:
    """Return the pieces of a message that stand in it whatever its values are."""
    found = _Lines()
    found.visit(message)
    return found.found


class _Lines(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: Any) -> None:  # noqa: N802
        self.found += [line.strip() for line in node.value.splitlines() if line.strip()]
