"""The catalogues are whole, say the same in both languages, and are easy to read."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from domain.concern import Closing, Reaction
from domain.entry import EntryKind
from domain.people import Role
from domain.questionnaire import (
    ACUTE,
    BY_ROLE,
    CARDS,
    EXTRA,
    OPENING,
    Kind,
    Question,
)
from handlers.information import COMMANDS
from handlers.mine import ACTS
from handlers.phrases import LANGUAGES, Phrases, Voice

ROOT = Path(__file__).parents[2]
FACTS = {
    "service": "Opsøgende Team",
    "municipality": "Nyborg Kommune",
    "phone": "00 00 00 00",
    "address": "Torvet 1",
}
NO_CONTACT = {"phone": "none", "address": "none"}
VALUES = {
    "answer": "Ved ikke",
    "answers": "Noget andet",
    "closing": "Bygget bro til andre",
    "latitude": "00.000",
    "longitude": "00.000",
    "code": "ABCD-EFGH-JKMN-PQRS-T",
    "date": "mandag den 30. november",
    "fact": "Huset ved Åen",
    "name": "Anna",
    "names": "Anna, Bo",
    "nickname": "Stille Bæk",
    "number": 2,
    "of": 14,
    "owner": "en kollega",
    "place": "5.3, 1.7",
    "reaction": "Har ringet",
    "role": "Mig selv",
    "time": "09.00",
}
ASKED = (*OPENING, EXTRA, *(each for role in BY_ROLE.values() for each in role))
QUESTIONS = {each.id: each for each in ASKED}
CONTROLS = ("send", "stop", "wipe", "resume", "fresh", "next", "skip", "clear", "back")
KINDS = ("voice", "audio", "photo", "video", "document", "contact", "sticker", "story", "other")
FAMILIES = {  # keys the code puts together: their beginning, and every end
    "q-": tuple(each.asks for each in ASKED),
    "title-": tuple(QUESTIONS),
    "hint-": tuple(Kind),
    "o-role-": tuple(Role),
    "receipt-": tuple(Role),
    "summary-foot-": tuple(Role),
    "receipt-acute-": ("called", "cannot_call"),
    "refuse-": KINDS,
    "button-": CONTROLS,
    "acute-alone-": ACUTE.options,
    "acute-marked-": ACUTE.options,
    "o-acute-": ACUTE.options,
    "office-": ("phone", "address", "email", "web", "hours"),
    "button-duty-": ("on", "off"),
    "button-page-": tuple(COMMANDS),
    "button-reaction-": tuple(Reaction),
    "button-closing-": tuple(Closing),
    "button-mine-": tuple(ACTS),
    "button-write-": ("send", "drop"),
    "entry-": tuple(EntryKind),
    "status-withdrawn-": ("citizen", "other"),
    "told-": tuple(Reaction),
    "told-together-": ("yes", "no"),
    "button-together-": ("yes", "no"),
    "media-": ("photo", "voice", "video"),
    "command-": (
        *("start", "akut", "status", "mere", "stop", "data", "ryd", "vagt", "aabne"),
        *COMMANDS,
    ),
}
CHAT_PROFILE = {  # Telegram shows these outside the conversation; with the most they may hold
    "bot-description": 512,
    "bot-short-description": 120,
    "command-start": 60,
    "command-akut": 60,
    "command-status": 60,
    "command-mere": 60,
    "command-stop": 60,
    "command-data": 60,
    "command-ryd": 60,
    "command-vagt": 60,
    "command-aabne": 60,
    **{f"command-{page}": 60 for page in COMMANDS},
}
FORBIDDEN = re.compile(
    r"\b(sag(en|er|erne|s)?\b|visit|henvis|ansøg|anmeld|klient|misbrug|bevil[gl]|afgørelse|bestil)"
    r"|hjælper dig nu|hjælpen er på vej",
    re.IGNORECASE,
)
ASKERS = {"voice", "_kindly", "_head", "_says", "_named"}
NO_KEYS = {"utf-16-le", "utf-8", "yes-no"}
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def test_both_languages_have_the_same_messages() -> None:
    assert messages("da").keys() == messages("en").keys()


def test_a_message_takes_the_same_values_in_both_languages() -> None:
    assert {key: variables("da", key) for key in messages("da")} == {
        key: variables("en", key) for key in messages("en")
    }


def test_no_key_stands_twice() -> None:
    for language in LANGUAGES:
        keys = [entry.id.name for entry in entries(language)]
        assert len(keys) == len(set(keys))


def test_everything_the_code_says_has_words() -> None:
    assert asked_for() - messages("da").keys() == set()


def test_the_code_puts_no_other_keys_together() -> None:
    assert composed_in_code() - FAMILIES.keys() == set()


def test_every_message_gets_the_values_it_needs() -> None:
    for call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if _name(call.func) == "voice":
            for key in strings(_arguments(call)):
                assert variables("da", key) - FACTS.keys() <= given, key


def test_no_words_wait_for_nobody() -> None:
    assert messages("da").keys() - asked_for() - quoted_by_others() == set()


@both_languages
@pytest.mark.parametrize("reachable", [True, False], ids=["with phone", "without phone"])
def test_every_message_can_be_said(language: str, reachable: bool) -> None:
    for key, text in said(language, reachable=reachable).items():
        assert text.strip() or key in quoted_by_others(), key
        assert not re.search(r"\bnone\b|[{}]", text), key


@both_languages
def test_no_message_is_longer_than_a_tired_person_reads(language: str) -> None:
    for key, text in said(language).items():
        assert len(text) <= CHAT_PROFILE.get(key, 400), key


@both_languages
def test_buttons_fit_a_small_screen(language: str) -> None:
    for key, text in said(language).items():
        widest = 28 if key.startswith("button-") else 40
        if key.startswith(("button-", "o-", "yes-no-", "title-")):
            assert len(text) <= widest, key


@both_languages
def test_no_two_answers_to_a_question_sound_alike(language: str) -> None:
    texts = said(language)
    for each in ASKED:
        labels = [texts[key].casefold() for key in options(each)]
        assert len(labels) == len(set(labels)), each.id


def test_no_answer_sounds_like_a_control() -> None:
    named = (*CONTROLS, *(f"page-{page}" for page in COMMANDS))
    controls = {said(language)[f"button-{each}"] for language in LANGUAGES for each in named}
    answers = {
        said(language)[key] for language in LANGUAGES for each in ASKED for key in options(each)
    }
    assert not controls & answers


def test_typing_one_staff_button_never_means_another() -> None:
    labels = [
        said(language)[key].casefold()
        for language in LANGUAGES
        for key in (
            *("button-open", "button-take", "button-write", "button-close"),
            *family("button-reaction-"),
            *family("button-closing-"),
        )
    ]
    for label in labels:
        assert not any(other.startswith(f"{label} ") for other in labels), label


@both_languages
def test_no_number_to_call_is_written_in_a_text(language: str) -> None:
    for key in messages(language):
        assert not re.search(r"\d[\d ]*\d\d|\d\d[\d ]*\d", plain(language, key)), key


def test_danish_texts_use_no_word_of_the_authorities() -> None:
    for key, text in said("da").items():
        assert not FORBIDDEN.search(text), key


def test_danish_texts_are_easy_to_read() -> None:
    found = {key: lix(text) for key, text in said("da").items() if len(words(text)) >= 10}
    assert {key: value for key, value in found.items() if value > 35} == {}
    assert mean(found.values()) <= 30


def test_danish_sentences_are_short() -> None:
    for key, text in said("da").items():
        for sentence in sentences(text):
            assert len(words(sentence)) <= 12, (key, sentence)


def test_an_alert_says_nothing_but_nickname_and_day() -> None:
    for language in LANGUAGES:
        assert variables(language, "alert") == {"nickname", "date"}
        assert variables(language, "alert-acute") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Du bestemmer.", 52), ("Vi er her. Du kan skrive.", 3), ("Den 30. november. Ja.", 27)],
)
def test_lix_counts_words_sentences_and_long_words(text: str, expected: int) -> None:
    assert round(lix(text)) == expected


def lix(text: str) -> float:
    """Return how hard a text is: words per sentence plus the share of words over 6 letters."""
    found = words(text)
    long = [word for word in found if len(word) > 6]
    return len(found) / len(sentences(text)) + 100 * len(long) / len(found)


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:[-’']\w+)*", text)


def sentences(text: str) -> list[str]:
    parts = re.split(r"[.!?:](?=\s+\W?[A-ZÆØÅ])|\n", text)
    return [part for part in parts if words(part)]


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    return {entry.id.name: entry for entry in entries(language)}


def entries(language: str) -> Iterator[ftl.Message]:
    """Yield every message as it stands in the files; comments and sections are passed over."""
    for file in sorted((ROOT / "handlers" / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                yield entry


class _Parts(Visitor):
    """Collects what a message is made of."""

    def __init__(self, message: ftl.Message) -> None:
        self.variables: set[str] = set()
        self.quoted: set[str] = set()
        self.text = ""
        self.visit(message)

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:  # noqa: N802
        self.quoted.add(node.id.name)

    def visit_TextElement(self, node: Any) -> None:  # noqa: N802
        self.text += f"{node.value} "


def variables(language: str, key: str) -> set[str]:
    parts = _Parts(messages(language)[key])
    return parts.variables.union(*(variables(language, each) for each in parts.quoted))


def plain(language: str, key: str) -> str:
    return _Parts(messages(language)[key]).text


def quoted_by_others() -> set[str]:
    return {key for each in messages("da").values() for key in _Parts(each).quoted}


@cache
def said(language: str, *, reachable: bool = True) -> dict[str, str]:
    """Return every message with its values filled in, as a person reads it."""
    facts = FACTS if reachable else FACTS | NO_CONTACT
    voice: Voice = Phrases(facts, "da").voice(language)
    return {
        key: voice(key, **{name: VALUES[name] for name in variables(language, key) - FACTS.keys()})
        for key in messages(language)
    }


def options(question: Question) -> list[str]:
    shared = tuple(question.options) == ("yes", "no", "unsure")
    return [f"{'yes-no' if shared else f'o-{question.id}'}-{each}" for each in question.options]


def family(beginning: str) -> set[str]:
    return {f"{beginning}{each}" for each in FAMILIES[beginning]}


def asked_for() -> set[str]:
    composed = {key for beginning in FAMILIES for key in family(beginning)}
    answers = {key for each in ASKED for key in options(each)}
    return composed | answers | set(CARDS.values()) | CHAT_PROFILE.keys() | literals()


def literals() -> set[str]:
    """Return every key written out in the code: passed to a voice, or shaped like a key."""
    passed = {text for call in calls() for text in strings(_arguments(call))}
    shaped = {
        text
        for tree in trees("handlers")
        for text in strings(tree)
        if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)
    }
    return (passed | shaped) - NO_KEYS


def composed_in_code() -> set[str]:
    """Return the beginnings of the keys that the code puts together."""
    found = [part.values[0] for call in calls() for part in fragments(_arguments(call))]
    return {str(first.value) for first in found if isinstance(first, ast.Constant)}


def calls() -> Iterator[ast.Call]:
    """Yield every call that asks for words."""
    for tree in (*trees("handlers"), *trees("bot")):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in ASKERS:
                yield node


def _arguments(call: ast.Call) -> ast.Module:
    return ast.Module([ast.Expr(each) for each in call.args], [])


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Call):  # phrases.voice(language)("key")
        return "voice"
    if isinstance(function, ast.Attribute):  # phrases.voice("da") chooses a language, says nothing
        chooses = isinstance(function.value, ast.Attribute) and function.value.attr == "phrases"
        return "" if chooses else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def trees(package: str) -> list[ast.Module]:
    files = sorted((ROOT / package).glob("*.py"))
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def fragments(tree: ast.AST) -> list[ast.JoinedStr]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]


def strings(tree: ast.AST) -> list[str]:
    """Return the strings that stand alone, not as pieces of an f-string."""
    inside = {id(part) for each in fragments(tree) for part in ast.walk(each)}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    alone = [each.value for each in found if id(each) not in inside]
    return [value for value in alone if isinstance(value, str)]
