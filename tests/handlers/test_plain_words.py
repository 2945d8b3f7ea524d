"""Every text is short, and the Danish ones are plain; no telephone number stands in any."""

import re
from statistics import mean

import pytest

from domain.languages import LANGUAGES
from handlers.phrases import Phrases
from tests.handlers.catalogues import FACTS, messages, plain, quoted_by_others, said
from tests.handlers.test_catalogues import CONTROLS, QUESTIONS, options

# Telegram shows these outside the conversation: the most they hold.
LONGEST = {"bot-description": 512, "bot-short-description": 120}
COMMAND = 60
FORBIDDEN = re.compile(
    r"\b(sag(en|er|erne|s)?\b|visit|henvis|ansøg|anmeld|klient|misbrug|bevil[gl]|afgørelse|afvis|bestil)"
    r"|hjælper dig nu|hjælpen er på vej",
    re.IGNORECASE,
)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
@pytest.mark.parametrize("reachable", [True, False], ids=["with phone", "without phone"])
def test_every_message_can_be_said(language: str, reachable: bool) -> None:
    for key, text in said(language, reachable=reachable).items():
        assert text.strip() or key in quoted_by_others(language), key
        assert not re.search(r"\bnone\b|[{}]", text), key


@every_language
def test_no_message_is_longer_than_a_tired_person_reads(language: str) -> None:
    for key, text in said(language).items():
        usual = COMMAND if key.startswith("command-") else 400
        assert len(text) <= LONGEST.get(key, usual), key


@every_language
def test_buttons_fit_a_small_screen(language: str) -> None:
    for key, text in said(language).items():
        widest = 28 if key.startswith("button-") else 40
        if key.startswith(("button-", "o-", "yes-no-", "title-")):
            assert len(text) <= widest, key


def test_no_two_answers_to_a_question_sound_alike_in_any_language() -> None:
    for each in QUESTIONS.values():
        meant: dict[str, str] = {}
        for language in LANGUAGES:
            for key in options(each):
                label = said(language).get(key, "").casefold()
                assert meant.setdefault(label, key) == key or not label, (each.id, label)


def test_no_answer_sounds_like_a_control_in_any_language() -> None:
    controls = {said(each).get(f"button-{name}") for each in LANGUAGES for name in CONTROLS}
    answers = {
        said(language).get(key)
        for language in LANGUAGES
        for each in QUESTIONS.values()
        for key in options(each)
    }
    assert controls & answers <= {None}


def test_only_the_button_for_urgent_help_sounds_like_a_cry_for_help() -> None:
    danger = Phrases(FACTS, "da").danger
    labels = {key for each in QUESTIONS.values() for key in options(each)}
    for language in LANGUAGES:
        for key, text in said(language).items():
            if key in labels or key.startswith("button-"):
                assert danger.is_call(text) == (key == "button-acute"), (language, key)
                assert not danger.catches(text), (language, key)


@every_language
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
