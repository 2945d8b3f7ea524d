"""What a reporter is asked, as data: one list of questions per role (S5, S12, S13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.languages import LANGUAGES
from domain.people import Role

SUMMARY = "summary"
OWN_WORDS = "own_words"


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"  # one of the options
    MANY = "many"  # any number of the options
    WORDS = "words"  # own words, or one of the options if there are any


@dataclass(frozen=True)
class Question:
    """One question; its words stand in the catalogues under its id.

    `required` questions cannot be skipped, but any words or any option lead on: no answer
    ends the conversation (S5).
    """

    id: str
    kind: Kind
    options: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Answer:
    """Chosen options, own words, or neither when the question was skipped."""

    options: tuple[str, ...] = ()
    words: str = ""

    @property
    def option(self) -> str:
        """Return the only chosen option, or an empty string."""
        return self.options[0] if self.options else ""


Answers = Mapping[str, Answer]

LANGUAGE = Question("language", Kind.ONE, LANGUAGES, required=True)
DANGER = Question("danger", Kind.ONE, ("yes", "no", "unsure"), required=True)
ACUTE = Question("acute", Kind.ONE, ("called", "cannot_call", "not_acute"), required=True)
ROLE = Question("role", Kind.ONE, (Role.CITIZEN, Role.RELATIVE, Role.PARTNER, "ask"), required=True)
EXTRA = Question(OWN_WORDS, Kind.WORDS)

_YES_NO = ("yes", "no", "unsure")
_WORRIES = (
    "homeless",
    "substances",
    "mind",
    "alone",
    "different",
    "angry",
    "self_neglect",
    "other",
)

RELATIVE = (
    Question(
        "relation",
        Kind.ONE,
        ("family", "friend", "neighbour", "caretaker", "shop", "passer_by", "other", "unsaid"),
    ),
    Question("adult", Kind.ONE, _YES_NO, required=True),
    Question("children", Kind.ONE, _YES_NO),
    Question("worries", Kind.MANY, _WORRIES),
    Question("seen", Kind.WORDS),
    Question("how_long", Kind.ONE, ("now", "days", "weeks", "months", "years")),
    Question("worse", Kind.ONE, _YES_NO),
    Question("where", Kind.WORDS, ("unsure",), required=True),
    Question("description", Kind.WORDS),
    Question("knows", Kind.ONE, ("yes_wants", "yes_not", "no", "unsure")),
    Question("other_help", Kind.ONE, _YES_NO),
    Question("safety", Kind.WORDS, ("none",)),
    Question("speaks", Kind.WORDS, ("danish", "unsure")),
    Question("may_write", Kind.ONE, ("yes", "no")),
)

CITIZEN = (
    Question(
        "wish",
        Kind.MANY,
        (
            "talk",
            "shelter",
            "treatment",
            "substances",
            "letters",
            "company",
            "other",
            "unsure",
        ),
    ),
    Question("wish_words", Kind.WORDS),
    Question("meet_where", Kind.WORDS, ("not_yet",)),
    Question("meet_when", Kind.MANY, ("morning", "forenoon", "afternoon", "evening", "any_time")),
    Question("reply", Kind.WORDS, ("visit", "trusted"), required=True),
    Question("alias", Kind.WORDS),
    Question("consider", Kind.WORDS),
)

PARTNER = (
    Question(
        "workplace",
        Kind.WORDS,
        (
            "psychiatry",
            "doctor",
            "police",
            "job_centre",
            "municipality",
            "housing",
            "treatment",
            "shelter",
            "probation",
            "voluntary",
        ),
    ),
    Question("purpose", Kind.ONE, ("notice", "sparring", "meeting", "visit"), required=True),
    Question("consent", Kind.ONE, ("yes", "no", "not_asked"), required=True),
    Question("worries", Kind.MANY, _WORRIES),
    Question("seen", Kind.WORDS),
    Question("where", Kind.WORDS, ("unsure",), required=True),
    Question("contact_keeper", Kind.WORDS, required=True),
    Question("not_take_over", Kind.ONE, ("understood",), required=True),
    Question("children", Kind.ONE, _YES_NO),
    Question("safety", Kind.WORDS, ("none",)),
    Question("speaks", Kind.WORDS, ("danish", "unsure")),
    Question("work_contact", Kind.WORDS),
)

_BY_ROLE: Mapping[str, tuple[Question, ...]] = {
    Role.CITIZEN: CITIZEN,
    Role.RELATIVE: RELATIVE,
    Role.PARTNER: PARTNER,
}

# Answers after which a card is shown before the next question; never instead of it (S5, S56).
CARDS: Mapping[tuple[str, str], str] = {
    ("danger", "unsure"): "card-unsure",
    ("acute", "cannot_call"): "card-cannot-call",
    ("adult", "no"): "card-under-18",
    ("children", "yes"): "card-children",
    ("consent", "no"): "card-no-name",
    ("consent", "not_asked"): "card-no-name",
}


def opening(answers: Answers) -> tuple[Question, ...]:
    """Return the questions everyone gets before those of a role; danger comes first (S56)."""
    in_danger = answers.get("danger", Answer()).option == "yes"
    return (LANGUAGE, DANGER, *((ACUTE,) if in_danger else ()), ROLE)


def role_questions(answers: Answers) -> tuple[Question, ...]:
    """Return the questions of the chosen role, or none while no role is chosen."""
    return _BY_ROLE.get(answers.get("role", Answer()).option, ())


def path(answers: Answers) -> tuple[Question, ...]:
    """Return every question on the way that these answers open, in order."""
    extra = (EXTRA,) if OWN_WORDS in answers else ()
    return (*opening(answers), *role_questions(answers), *extra)


def question(question_id: str) -> Question:
    """Return the question with that id; an unknown id is a KeyError."""
    return _ALL[question_id]


_ALL = {
    each.id: each for each in (LANGUAGE, DANGER, ACUTE, ROLE, *CITIZEN, *PARTNER, *RELATIVE, EXTRA)
}
