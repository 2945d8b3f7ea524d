"""What a reporter is asked, as data: one list of questions per role (S5, S12, S13).

Nothing asks what an authority would: no CPR number, no case, no earlier contact (S11).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.languages import LANGUAGES
from domain.people import Role

SUMMARY = "summary"
OWN_WORDS = "own_words"

# Earlier questions, each with the options of which at least one is chosen.
Given = Mapping[str, tuple[str, ...]]


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"  # one of the options
    MANY = "many"  # any number of the options
    WORDS = "words"  # own words, or one of the options if there are any


@dataclass(frozen=True)
class Question:
    """One question; its title and options have their words in the catalogues under its id.

    `required` questions cannot be skipped, but any words or any option lead on: no answer
    ends the conversation (S5). It is open when all of `given` holds. `words` is the
    catalogue's name for another way of asking it.

    One question may stand in a list more than once: with other words, in another place, or
    required only there. The first one that is open is asked, and the answer is the same.
    """

    id: str
    kind: Kind
    options: tuple[str, ...] = ()
    required: bool = False
    given: Given = field(default_factory=dict)
    words: str = ""

    @property
    def asks(self) -> str:
        """Return the catalogue's name for the way it is asked."""
        return self.words or self.id


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
ACUTE = Question(
    "acute",
    Kind.ONE,
    ("called", "cannot_call", "not_acute"),
    required=True,
    given={"danger": ("yes",)},
)
ROLE = Question("role", Kind.ONE, (Role.CITIZEN, Role.RELATIVE, Role.PARTNER, "ask"), required=True)
EXTRA = Question(OWN_WORDS, Kind.WORDS)

# Danger comes first (S56).
OPENING = (LANGUAGE, DANGER, ACUTE, ROLE)

_YES_NO = ("yes", "no", "unsure")
# The groups the papers name (S14, S16, S17, S18): answers, and no filter (S20).
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
_RELATIONS = ("family", "friend", "neighbour", "caretaker", "shop", "passer_by", "other", "unsaid")
_ANGRY: Given = {"worries": ("angry",)}  # then the worker's safety is asked about at once (S15)
_HOMELESS: Given = {"worries": ("homeless",)}  # then place and time are (S19)

RELATIVE = (
    Question("relation", Kind.ONE, _RELATIONS),
    Question("adult", Kind.ONE, _YES_NO, required=True),
    Question("here", Kind.ONE, _YES_NO),
    Question("children", Kind.ONE, _YES_NO),
    Question("worries", Kind.MANY, _WORRIES),
    Question("safety", Kind.WORDS, ("none",), given=_ANGRY, words="safety_angry"),
    Question(
        "where", Kind.WORDS, ("unsure",), required=True, given=_HOMELESS, words="where_homeless"
    ),
    Question("seen", Kind.WORDS),
    Question("where", Kind.WORDS, ("unsure",), required=True),
    Question("description", Kind.WORDS),
    Question("how_long", Kind.ONE, ("now", "days", "weeks", "months", "years")),
    Question("worse", Kind.ONE, _YES_NO),
    Question("knows", Kind.ONE, ("yes_wants", "yes_not", "no", "unsure")),
    Question("other_help", Kind.ONE, _YES_NO),  # no answer closes a door (S21)
    Question("safety", Kind.WORDS, ("none",)),
    Question("speaks", Kind.WORDS, ("danish", "unsure")),
    Question("may_write", Kind.ONE, ("yes", "no")),
)

_WISHES = ("talk", "shelter", "treatment", "substances", "letters", "company", "other", "unsure")
_PLACES = ("home", "outside", "cafe", "write_first", "not_yet")
_TIMES = ("morning", "forenoon", "afternoon", "evening", "weekdays", "weekend", "any_time")

# What is wished is asked openly (S24), and on whose terms to meet (S29). Only how to answer must
# be said (S31), and only who wants a call is asked for a number (S26).
CITIZEN = (
    Question("wish", Kind.MANY, _WISHES),
    Question("wish_words", Kind.WORDS),
    Question("meet_where", Kind.WORDS, _PLACES),
    Question("address", Kind.WORDS, given={"meet_where": ("home",)}, words="address_home"),
    Question("address", Kind.WORDS, given={"meet_where": ("outside", "cafe")}),
    Question("meet_when", Kind.MANY, _TIMES),
    Question("reply", Kind.WORDS, ("chat", "call", "visit", "trusted"), required=True),
    Question("reply_number", Kind.WORDS, given={"reply": ("call",)}),
    Question("reply_trusted", Kind.WORDS, given={"reply": ("trusted",)}),
    Question("alias", Kind.WORDS),
    Question("my_language", Kind.WORDS, ("danish", "english")),
    Question("consider", Kind.WORDS),
)

_WORKPLACES = (
    *("psychiatry", "doctor", "police", "job_centre", "municipality", "housing"),
    *("treatment", "shelter", "probation", "voluntary"),
)
_WHERE = ("unsure", "may_not_say")
_NOTICE: Given = {"purpose": ("notice",)}
_MEETING: Given = {"purpose": ("meeting",)}
_VISIT: Given = {"purpose": ("visit",)}
_TOGETHER: Given = {"purpose": ("meeting", "visit")}
_SOMEBODY: Given = {"purpose": ("notice", "meeting", "visit")}  # not a sparring without a name
_GO_THERE: Given = {"purpose": ("notice", "visit")}

# Nobody hands a task over (S4), and somebody keeps the contact (S46).
PARTNER = (
    Question("workplace", Kind.WORDS, _WORKPLACES),
    Question("purpose", Kind.ONE, ("notice", "sparring", "meeting", "visit"), required=True),
    Question("consent", Kind.ONE, ("yes", "no", "not_asked"), required=True, given=_SOMEBODY),
    Question("worries", Kind.MANY, _WORRIES),
    Question("safety", Kind.WORDS, ("none",), given={**_GO_THERE, **_ANGRY}, words="safety_angry"),
    Question(
        *("where", Kind.WORDS, _WHERE),
        required=True,
        given={**_NOTICE, **_HOMELESS},
        words="where_partner_homeless",
    ),
    Question("seen", Kind.WORDS, given=_SOMEBODY),
    Question("seen", Kind.WORDS, words="seen_nameless"),
    Question("relevance", Kind.WORDS, required=True, given=_MEETING, words="relevance_meeting"),
    Question("relevance", Kind.WORDS, required=True, given=_VISIT, words="relevance_visit"),
    Question("joint_time", Kind.WORDS, given=_MEETING, words="joint_time_meeting"),
    Question("joint_time", Kind.WORDS, given=_VISIT, words="joint_time_visit"),
    Question("where", Kind.WORDS, _WHERE, required=True, given=_NOTICE, words="where_partner"),
    Question("where", Kind.WORDS, _WHERE, required=True, given=_VISIT, words="where_visit"),
    Question("where", Kind.WORDS, _WHERE, given=_MEETING, words="where_meeting"),
    Question("under_way", Kind.WORDS),
    Question("contact_keeper", Kind.WORDS, required=True),
    Question("not_take_over", Kind.ONE, ("understood",), required=True),
    Question("children", Kind.ONE, _YES_NO, words="children_partner"),
    Question("safety", Kind.WORDS, ("none",), given=_GO_THERE),
    Question("speaks", Kind.WORDS, ("danish", "unsure"), given=_SOMEBODY, words="speaks_partner"),
    Question("work_contact", Kind.WORDS, required=True, given=_TOGETHER),
    Question("work_contact", Kind.WORDS, given=_NOTICE, words="work_contact_notice"),
    Question("work_contact", Kind.WORDS, words="work_contact_nameless"),
)

BY_ROLE: Mapping[str, tuple[Question, ...]] = {
    Role.CITIZEN: CITIZEN,
    Role.RELATIVE: RELATIVE,
    Role.PARTNER: PARTNER,
}

# Questions whose answer is a place, the one that says most first.
PLACES = ("address", "meet_where", "where")

# Answers after which a card is shown before the next question; never instead of it (S5, S56).
CARDS: Mapping[tuple[str, str], str] = {
    ("danger", "unsure"): "card-unsure",
    ("acute", "cannot_call"): "card-cannot-call",
    ("adult", "no"): "card-under-18",
    ("here", "no"): "card-elsewhere",
    ("children", "yes"): "card-children",
    ("consent", "no"): "card-no-name",
    ("consent", "not_asked"): "card-no-name",
}


def path(answers: Answers) -> tuple[Question, ...]:
    """Return every question on the way that these answers open, in order."""
    opening = _open(OPENING, answers)
    extra = (EXTRA,) if answers.get(OWN_WORDS, Answer()) != Answer() else ()
    return (*opening, *role_questions(answers), *extra)


def role_questions(answers: Answers) -> tuple[Question, ...]:
    """Return the open questions of the chosen role, or none while no role is chosen."""
    role = answers.get(ROLE.id, Answer()).option
    return _open(BY_ROLE.get(role, ()), answers)


def question(question_id: str) -> Question:
    """Return a question with that id, for its words; an unknown id is a KeyError."""
    return _ALL[question_id]


def _open(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Return the open ones: what is not on the way opens nothing either."""
    found: dict[str, Question] = {}
    for each in questions:
        if each.id not in found and all(
            earlier in found and set(options) & set(answers.get(earlier, Answer()).options)
            for earlier, options in each.given.items()
        ):
            found[each.id] = each
    return tuple(found.values())


_ALL = {each.id: each for each in (*OPENING, *CITIZEN, *PARTNER, *RELATIVE, EXTRA)}
