"""A voice says what it can in its own language, and the rest in Danish and English."""

from datetime import date

import pytest

from bot.config.sections import _NATIONAL
from domain.interview import Interview
from domain.languages import COMPLETE, LANGUAGES, PARTIAL
from domain.people import Role
from domain.questionnaire import DANGER, Answer, path
from handlers.phrases import _DATE, Phrases, Voice, side_by_side
from handlers.raising import questions
from handlers.screen import TEXT_LIMIT, Button, in_rows
from tests.handlers.test_partial_catalogues import WITH_WORDS

FACTS = {"service": "Gadens Team", "municipality": "Prøve Kommune"}
PHRASES = Phrases(FACTS | {"phone": "99 01 02 80", "address": "none"}, "da")
MONDAY = date(2026, 11, 30)


def test_labels_stand_on_one_line_and_texts_below_each_other() -> None:
    assert side_by_side("Spring over", "Skip") == "Spring over / Skip"
    assert side_by_side("Stop", "Stop") == "Stop"
    assert side_by_side("En linje", "Two\nlines") == "En linje\n\nTwo\nlines"
    assert side_by_side("Det er en lang sætning, som ingen knap kan vise", "Short").count("\n") == 2


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("da", "senest mandag den 30. november."),
        ("en", "by Monday 30 November"),
        ("pl", ": poniedziałek, 30 listopada."),
        ("ro", ": luni, 30 noiembrie."),
        ("ar", ": \u2068الاثنين، 30 نوفمبر\u2069."),
        ("uk", ": понеділок, 30 листопада."),
    ],
)
def test_a_date_is_said_in_the_language_of_its_text(language: str, day: str) -> None:
    assert day in PHRASES.voice(language)("receipt", date=MONDAY)


def test_every_language_with_words_says_dates_and_what_each_number_is_for() -> None:
    for language in (*COMPLETE, *WITH_WORDS):
        assert language in _DATE, f"{language}: how is a date said? _DATE in handlers/phrases.py"
        for number, purposes in _NATIONAL.items():
            assert language in purposes, f"{language}: {number} in bot/config/sections.py"


def test_a_text_said_twice_has_each_language_its_own_date() -> None:
    danish, english = (PHRASES.voice(each)("receipt", date=MONDAY) for each in ("da", "en"))
    assert PHRASES.voice("kl")("receipt", date=MONDAY) == f"{danish}\n\n{english}"


def test_only_arabic_numbers_are_kept_apart_and_they_stay_whole() -> None:
    assert "\u206899 01 02 80\u2069" in PHRASES.voice("ar")("call-us")
    assert "على الرقم" in PHRASES.voice("ar")("call-us")
    for language in set(LANGUAGES) - {"ar"}:
        assert "\u2068" not in PHRASES.voice(language)("call-us")
        assert "99 01 02 80" in PHRASES.voice(language)("call-us")


@pytest.mark.parametrize("voice", PHRASES.all(), ids=LANGUAGES)
def test_every_name_of_a_language_is_the_same_in_all_of_them(voice: Voice) -> None:
    names = [voice(f"o-language-{each}") for each in LANGUAGES]
    assert names == [PHRASES.voice("da")(f"o-language-{each}") for each in LANGUAGES]


@pytest.mark.parametrize("language", PARTIAL)
@pytest.mark.parametrize("role", Role)
def test_the_longest_summary_still_fits_one_message(language: str, role: Role) -> None:
    start = {"role": Answer((role,)), "danger": Answer(("yes",)), "own_words": Answer(words="x")}
    answers = {each.id: Answer(each.options, "ord " * 99) for each in path(start)} | start
    shown = questions.summary(PHRASES.voice(language), Interview("1", "summary", answers))
    assert len(shown.text) <= TEXT_LIMIT


@pytest.mark.parametrize("language", PARTIAL)
@pytest.mark.parametrize("role", Role)
def test_an_answer_too_wide_for_a_button_stands_in_the_text_too(language: str, role: Role) -> None:
    voice = PHRASES.voice(language)
    answers = {"role": Answer((role,))}
    for each in path(answers):
        text = questions.screen(voice, Interview("1", each.id, answers)).text
        for number, label in enumerate(questions.labels(voice, each), 1):
            assert len(label) <= 40 or f"{number}. {label}" in text


def test_narrow_answers_stand_on_their_buttons_alone() -> None:
    shown = questions.screen(PHRASES.voice("kl"), Interview("1", DANGER.id))
    assert "1. Ja" not in shown.text


def test_wide_buttons_get_a_row_each() -> None:
    narrow, wide = (Button(label, "x") for label in ("Ret 3", "Tilbage uden at gemme / Go back"))
    assert [len(row) for row in in_rows([narrow] * 5, 4)] == [4, 1]
    assert [len(row) for row in in_rows([narrow, wide], 4)] == [1, 1]
