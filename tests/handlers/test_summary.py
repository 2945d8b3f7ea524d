"""The summary fits one message whatever was answered, and its numbers are those of the way."""

import pytest

from domain.interview import Interview, progress
from domain.languages import COMPLETE
from domain.people import Role
from domain.questionnaire import SUMMARY, Answer, Question, path
from handlers.phrases import Phrases
from handlers.raising import questions
from handlers.screen import TEXT_LIMIT

PHRASES = Phrases(
    {"service": "Team", "municipality": "Kommune", "phone": "none", "address": "none"}, "da"
)
every_role = pytest.mark.parametrize("role", Role)


def everything(role: Role, words: str) -> Interview:
    """Return an interview in which every open question has every option and these words."""
    opening = {
        "language": Answer(("da",)),
        "danger": Answer(("yes",)),
        "role": Answer((role,)),
        "own_words": Answer(words=words),
    }
    interview = Interview("abcd", SUMMARY, opening)
    while left := [each for each in path(interview.answers) if each.id not in interview.answers]:
        answers = {**interview.answers, left[0].id: _all_of(left[0], words)}
        interview = Interview("abcd", SUMMARY, answers)
    return interview


def _all_of(question: Question, words: str) -> Answer:
    wanted = {"purpose": ("visit",), "reply": ("call",)}
    return Answer(wanted.get(question.id, question.options), words)


@every_role
@pytest.mark.parametrize("language", COMPLETE)
def test_the_longest_answers_fit_and_every_one_has_its_line(role: Role, language: str) -> None:
    interview = everything(role, "😟" * 900)
    text = questions.screen(PHRASES.voice(language), interview).text
    assert len(text.encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert text.count("…") == len(path(interview.answers)) - len(("language", "danger", "role"))


@every_role
def test_a_number_means_the_same_on_the_way_in_the_summary_and_when_typed(role: Role) -> None:
    interview = everything(role, "Noget")
    lines = questions.screen(PHRASES.voice("da"), interview).text.splitlines()
    for each in path(interview.answers):
        number = next(n for n in range(99) if questions.edit_target(interview, n) == each.id)
        there = Interview("abcd", each.id, interview.answers)
        assert (progress(there) or (number, 0))[0] == number
        title = questions.title(PHRASES.voice("da"), each.id)
        assert any(line.startswith(f"{number}. {title}:") for line in lines)
