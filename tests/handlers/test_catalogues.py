"""The complete languages have all the words the code asks for, and none that nobody does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.concern import Closing, Reaction
from domain.entry import EntryKind
from domain.field_work import Bridge, Spot
from domain.figures import Waited
from domain.languages import COMPLETE, LANGUAGES
from domain.likeness import Likeness
from domain.people import Role, StaffRole
from domain.questionnaire import (
    ACUTE,
    BY_ROLE,
    CARDS,
    EXTRA,
    OPENING,
    Kind,
    Question,
)
from domain.roster import Weeks
from domain.snooze import Later
from handlers.after_sending.mine import ACTS
from handlers.help.information import COMMANDS
from tests.handlers.catalogues import FACTS, entries, messages, quoted_by_others, said, variables
from tests.handlers.noted import slugs, with_words

ROOT = Path(__file__).parents[2]
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
    "privacy-": ("team", "relative", "thief", "hacker", "court"),
    "button-duty-": ("on", "off"),
    "button-away-": ("today", "open", "till"),
    "button-weeks-": tuple(Weeks),
    "weeks-": ("odd", "even"),
    "button-page-": tuple(COMMANDS),
    "button-reaction-": tuple(Reaction),
    "button-closing-": tuple(Closing),
    "button-mine-": tuple(ACTS),
    "button-write-": ("send", "drop"),
    "button-met-": ("yes", "no"),
    "button-spot-": tuple(Spot),
    "button-consent-": ("yes", "no"),
    "button-bridge-": tuple(Bridge),
    "button-snooze-": tuple(Later),
    "alike-": tuple(Likeness),
    "entry-": tuple(EntryKind),
    "passed-on-": ("added", "answered", "corrected"),
    "status-withdrawn-": ("citizen", "other"),
    "told-": tuple(Reaction),
    "told-together-": ("yes", "no"),
    "button-together-": ("yes", "no"),
    "button-order-": ("first", "down"),
    "figures-role-": tuple(Role),
    "figures-waited-": tuple(Waited),
    "journal-": tuple(slugs() & with_words()),
    "button-invite-": tuple(StaffRole),
    "button-person-": ("pause", "resume", "lead", "worker", "key"),
    "invite-": tuple(StaffRole),
    "invite-used-": tuple(StaffRole),
    "state-": (*StaffRole, "duty", "away", "paused", "leaving", "unreachable"),
    "you-are-": tuple(StaffRole),
    "media-": ("photo", "voice", "video"),
    "command-": (
        *("start", "akut", "status", "mere", "stop", "data", "ryd"),
        *COMMANDS,
    ),
}
CHAT_PROFILE = {  # what Telegram shows outside the conversation
    "bot-description",
    "bot-short-description",
}
ASKERS = {"means", "voice", "_kindly", "_head", "which", "words_behind"}
NO_KEYS = {"utf-16-le", "utf-8", "yes-no"}
both_languages = pytest.mark.parametrize("language", COMPLETE)


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


def test_typing_one_staff_button_never_means_another() -> None:
    labels = [
        said(language)[key].casefold()
        for language in COMPLETE
        for key in (
            *("button-open", "button-take", "button-write", "button-close"),
            *family("button-invite-"),
            *family("button-person-"),
            *family("button-reaction-"),
            *family("button-closing-"),
            *("button-again", "button-note", "button-note-drop", "button-pick-day"),
            *("button-snooze", "button-finish", "button-link-none"),
            *family("button-met-"),
            *family("button-spot-"),
            *family("button-bridge-"),
        )
    ]
    for label in labels:
        assert not any(other.startswith(f"{label} ") for other in labels), label


def test_an_alert_says_nothing_but_nickname_and_day() -> None:
    for language in COMPLETE:
        assert variables(language, "alert") == {"nickname", "date"}
        assert variables(language, "alert-acute") == set()


def options(question: Question) -> list[str]:
    shared = tuple(question.options) == ("yes", "no", "unsure")
    return [f"{'yes-no' if shared else f'o-{question.id}'}-{each}" for each in question.options]


def family(beginning: str) -> set[str]:
    return {f"{beginning}{each}" for each in FAMILIES[beginning]}


def asked_for() -> set[str]:
    composed = {key for beginning in FAMILIES for key in family(beginning)}
    answers = {key for each in ASKED for key in options(each)}
    return composed | answers | set(CARDS.values()) | CHAT_PROFILE | literals()


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
    files = sorted((ROOT / package).rglob("*.py"))
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def fragments(tree: ast.AST) -> list[ast.JoinedStr]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]


def strings(tree: ast.AST) -> list[str]:
    """Return the strings that stand alone, not as pieces of an f-string."""
    inside = {id(part) for each in fragments(tree) for part in ast.walk(each)}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    alone = [each.value for each in found if id(each) not in inside]
    return [value for value in alone if isinstance(value, str)]
