"""The partial languages say what keeps people safe, mean the same, and claim nothing more."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from babel import Locale
from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from domain.languages import COMPLETE, LANGUAGES, PARTIAL, UNREVIEWED
from handlers.catalogue import LOCALES
from handlers.phrases import Phrases
from handlers.raising.questions import label_keys
from tests.handlers.catalogues import FACTS, VALUES, entries, messages, said, variables
from tests.handlers.test_catalogues import QUESTIONS

WITH_WORDS = tuple(each for each in PARTIAL if messages(each))
REQUIRED = {
    *("texts-unreviewed", "other-texts", "interpreter-possible"),
    *("q-danger", "title-danger", *label_keys(QUESTIONS["danger"])),
    *("acute-head", "acute-number", "acute-foot", "card-cannot-call", "card-unsure"),
    *("q-acute", "title-acute", *label_keys(QUESTIONS["acute"])),
    *("q-role", "about-who", "choice-free", "call-us", *label_keys(QUESTIONS["role"])),
    *("really-stop", "stopped", "button-wipe", "button-resume"),
    *("receipt", "receipt-code", "receipt-acute-called", "receipt-acute-cannot_call"),
    *("button-next", "button-back", "button-skip", "button-send", "button-acute", "button-stop"),
    *("danger-call", "danger-words"),
}
# Words that are the same in Danish, by language.
ALIKE: dict[str, set[str]] = {}
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
NUMBERS = {name for name, value in VALUES.items() if isinstance(value, int)}
NO_NOUN = {"da": {"af", "flere"}, "en": {"of", "more"}, "pl": {"z"}, "ro": {"din"}, "uk": {"з"}}
NO_NOUN["ar"] = {"من"}
partial = pytest.mark.parametrize("language", WITH_WORDS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def test_kalaallisut_has_no_words_until_somebody_can_vouch_for_them() -> None:
    assert not (LOCALES / "kl").exists()


def test_every_other_language_has_words() -> None:
    missing = set(PARTIAL) - {"kl"} - set(WITH_WORDS)
    assert not missing, f"no words yet in handlers/locales: {missing}"
    assert set(UNREVIEWED) <= set(WITH_WORDS)


def test_every_folder_is_a_language_somebody_can_choose() -> None:
    assert {each.name for each in LOCALES.iterdir()} <= set(LANGUAGES)


@partial
def test_a_partial_language_says_nothing_the_complete_ones_do_not(language: str) -> None:
    assert messages(language).keys() - messages("da").keys() == set()


@partial
def test_a_partial_language_has_the_words_that_keep_people_safe(language: str) -> None:
    assert REQUIRED - messages(language).keys() == set()


@partial
def test_a_message_takes_the_same_values_in_a_partial_language(language: str) -> None:
    for key in messages(language):
        assert variables(language, key) - FACTS.keys() == variables("da", key) - FACTS.keys(), key


@partial
def test_a_question_has_all_its_answers_in_a_partial_language_or_none(language: str) -> None:
    for each in QUESTIONS.values():
        own = [key in messages(language) for key in label_keys(each)]
        assert all(own) or not any(own), each.id


@partial
def test_the_danish_words_of_the_bot_stand_in_no_partial_language(language: str) -> None:
    names = {"button-stop", "acute-number"}
    danish = {text for key, text in said("da").items() if key not in names}
    danish -= ALIKE.get(language, set())
    same = {key: text for key, text in said(language).items() if text in danish}
    assert not same, f"translate these, or name them in ALIKE if {language} says the same: {same}"


@partial
def test_a_partial_language_has_dozens_of_words_of_danger(language: str) -> None:
    words = Phrases(FACTS, "da").voice(language)("danger-words").splitlines()
    assert len(words) >= 40, f"{language} has {len(words)} only; the others have more than sixty"


def test_arabic_is_written_right_to_left_with_latin_words_kept_apart() -> None:
    for key, text in said("ar").items():
        outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", text)
        assert not re.search("[a-zA-Z0-9/]", outside), key
        assert re.search("[\u0600-\u06ff]", outside) or not text.strip("\u2068\u2069 "), key


@every_language
def test_only_arabic_carries_marks_of_direction(language: str) -> None:
    marked = any("\u2068" in text for text in said(language).values())
    assert marked == (language == "ar")


@every_language
def test_a_choice_by_number_knows_every_plural_of_its_language(language: str) -> None:
    for entry in entries(language):
        for keys in plural_choices(entry):
            assert keys >= set(Locale.parse(language).plural_form.tags), entry.id.name


@every_language
def test_a_number_beside_a_noun_chooses_its_form(language: str) -> None:
    for entry in entries(language):
        for word in words_after_numbers(entry.value):
            assert word in NO_NOUN.get(language, ()), (
                f"{entry.id.name}: choose the form of {word!r} by its number; if it is no noun, "
                "name it in NO_NOUN"
            )


def test_a_plural_that_is_missing_would_be_found() -> None:
    source = "m = { $number ->\n [one] dag\n *[other] dage\n }\nn = { $number } dage\n"
    chosen, beside = ftl_messages(source)
    assert list(plural_choices(chosen)) == [{"one", "other"}]
    assert list(words_after_numbers(beside.value)) == ["dage"]
    assert not {"one", "other"} >= set(Locale.parse("pl").plural_form.tags)


def test_the_complete_languages_are_reviewed() -> None:
    assert not set(COMPLETE) & set(UNREVIEWED)


def ftl_messages(source: str) -> list[Any]:
    return list(FluentResource(source).body)


def plural_choices(message: Any) -> Iterator[set[str]]:
    """Yield the keys of each choice that is made by a plural form."""
    for choice in _Choices(message).found:
        keys = {str(each.key.name) for each in choice.variants if hasattr(each.key, "name")}
        if keys & (CATEGORIES - {"other"}):
            yield keys


def words_after_numbers(pattern: Any) -> Iterator[str]:
    """Yield each word that stands directly after a number."""
    parts = pattern.elements if pattern else []
    for number, after in pairwise(parts):
        name = getattr(getattr(getattr(number, "expression", None), "id", None), "name", "")
        word = re.match(r"\s(\w+)", str(getattr(after, "value", "")))
        if name in NUMBERS and word:
            yield word[1]


class _Choices(Visitor):
    """Collects the choices of one message."""

    def __init__(self, message: Any) -> None:
        self.found: list[ftl.SelectExpression] = []
        self.visit(message)

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: N802
        self.found.append(node)
        self.generic_visit(node)
