"""A conversation under way: answers so far, and what is asked next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.people import Role
from domain.questionnaire import (
    ACUTE,
    DANGER,
    OWN_WORDS,
    SUMMARY,
    Answer,
    Answers,
    Kind,
    Question,
    path,
    role_questions,
)


class NotAnswerable(Exception):
    """The answer does not fit the question that is being asked."""


@dataclass(frozen=True)
class Source:
    """What one message gave: words in the answer to a question."""

    question: str
    words: str


@dataclass(frozen=True)
class Media:
    """A picture or a sound that was sent along: its kind, and Telegram's id of the file."""

    kind: str
    file: str


@dataclass(frozen=True)
class Interview:
    """One person's unfinished concern.

    `id` binds buttons to this interview. `at` is the id of the question being asked, or
    `SUMMARY`. `editing` is true while one answer is being changed from the summary, and
    while what that change opened is asked. `sources` remembers what each message gave, so that
    an edited message changes just that. `media` are the pictures and sounds sent along, in
    order. `reminded` is true once the person was reminded of it.
    """

    id: str
    at: str = "language"
    answers: Answers = field(default_factory=dict)
    editing: bool = False
    sources: Mapping[int, Source] = field(default_factory=dict)
    reminded: bool = False
    media: tuple[Media, ...] = ()

    @property
    def role(self) -> Role | None:
        """Return the reporter's role once it is known."""
        option = self.answers.get("role", Answer()).option
        return Role(option) if option in set(Role) else None

    @property
    def acute(self) -> bool:
        """Whether the reporter said that somebody is in danger and did not take it back (S56)."""
        danger = self.answers.get("danger", Answer()).option == "yes"
        return danger and self.answers.get("acute", Answer()).option != "not_acute"


def asked(interview: Interview) -> Question | None:
    """Return the question being asked, or None at the summary.

    A question that is no longer on the way is not asked: then the summary is shown.
    """
    return next((each for each in path(interview.answers) if each.id == interview.at), None)


def progress(interview: Interview) -> tuple[int, int] | None:
    """Return (number, of how many) among the role's open questions, or None outside them.

    The summary numbers them alike.
    """
    ids = [each.id for each in role_questions(interview.answers)]
    return (ids.index(interview.at) + 1, len(ids)) if interview.at in ids else None


def choose(interview: Interview, option: str) -> Interview:
    """Answer the question being asked with one option, or turn one of many on or off.

    Raises NotAnswerable when the question has no such option.
    """
    current = asked(interview)
    if current is None or option not in current.options:
        raise NotAnswerable(option)
    given = interview.answers.get(current.id, Answer())
    if current.kind is not Kind.MANY:
        return answered(interview, current, Answer((option,), given.words))
    toggled = set(given.options) ^ {option}
    kept = tuple(each for each in current.options if each in toggled)
    return with_answer(interview, current.id, Answer(kept, given.words))


def go_on(interview: Interview) -> Interview:
    """Leave the question being asked with the answer it has; required ones need an answer.

    Raises NotAnswerable when a required question would be left empty.
    """
    current = asked(interview)
    if current is None:
        return interview
    given = interview.answers.get(current.id, Answer())
    if current.required and given == Answer():
        raise NotAnswerable(current.id)
    return answered(interview, current, given)


def skip(interview: Interview) -> Interview:
    """Leave the question being asked as it is; an answer already given stays.

    Raises NotAnswerable when the question is required.
    """
    current = asked(interview)
    if current is None or current.required:
        raise NotAnswerable(interview.at)
    return answered(interview, current, interview.answers.get(current.id, Answer()))


def clear(interview: Interview) -> Interview:
    """Take the answer to the question being asked away, and ask it anew.

    Raises NotAnswerable when the question is required.
    """
    current = asked(interview)
    if current is None or current.required:
        raise NotAnswerable(interview.at)
    after = with_answer(interview, current.id, Answer())
    return after if asked(after) else replace(after, at=SUMMARY, editing=False)


def back(interview: Interview) -> Interview:
    """Return to the question before; from the first one there is nowhere to go but to stay."""
    ids = [each.id for each in path(interview.answers)]
    if interview.editing:
        return replace(interview, at=SUMMARY, editing=False)
    place = ids.index(interview.at) if interview.at in ids else len(ids)
    return replace(interview, at=ids[max(place - 1, 0)])


def edit(interview: Interview, question_id: str) -> Interview:
    """Ask one question again from the summary; afterwards the summary is shown anew.

    Raises NotAnswerable when that question is not on this interview's way.
    """
    if question_id not in {each.id for each in path(interview.answers)}:
        raise NotAnswerable(question_id)
    return replace(interview, at=question_id, editing=True)


def marked(interview: Interview, option: str) -> Interview:
    """Answer on the acute card, whatever is being asked: that somebody is in danger, or is not.

    `option` is one of ACUTE's. Where danger is being asked about, the interview moves on (S56).
    """
    given = interview.answers.get(DANGER.id, Answer())
    if option == "not_acute" and given.option != "yes":
        return interview
    danger = Answer(("yes",), given.words)
    after = with_answer(with_answer(interview, DANGER.id, danger), ACUTE.id, Answer((option,)))
    if interview.at not in (DANGER.id, ACUTE.id):
        return after
    return answered(after, ACUTE, after.answers[ACUTE.id])


def submission(interview: Interview) -> Answers:
    """Return the answers that belong to the chosen role, so that two roles never mix."""
    return {
        each.id: interview.answers[each.id]
        for each in path(interview.answers)
        if each.id in interview.answers
    }


def missing(interview: Interview) -> Question | None:
    """Return the first required question without an answer, or None when it can be sent."""
    for each in path(interview.answers):
        if each.required and interview.answers.get(each.id, Answer()) == Answer():
            return each
    return None


def answered(interview: Interview, current: Question, answer: Answer) -> Interview:
    """Keep the answer to the question being asked, and go on to what is asked next."""
    after = with_answer(interview, current.id, answer)
    steps = path(after.answers)
    if interview.editing:
        at = next((each.id for each in steps if each.id not in after.answers), SUMMARY)
        return replace(after, at=at, editing=at != SUMMARY)
    ids = [each.id for each in steps if each.id != OWN_WORDS or each.id == current.id]
    place = ids.index(current.id) + 1
    return replace(after, at=ids[place] if place < len(ids) else SUMMARY)


def with_answer(interview: Interview, question_id: str, answer: Answer) -> Interview:
    """Keep an answer in the place of the one before, and stay where the interview is."""
    return replace(interview, answers={**interview.answers, question_id: answer})
