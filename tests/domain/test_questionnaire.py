"""The questionnaire is sound: conditions look back, roles are whole, and wishes differ."""

import pytest

from domain.people import Role
from domain.questionnaire import (
    BY_ROLE,
    CARDS,
    OPENING,
    PLACES,
    Answer,
    Answers,
    Kind,
    Question,
    path,
    question,
)

every_role = pytest.mark.parametrize("role", Role)
BEFORE = {"language": Answer(("da",)), "danger": Answer(("no",))}


def asked(role: Role, **answers: str) -> dict[str, Question]:
    """Return the questions of a role that these answers open, by id."""
    given: Answers = {name: Answer((option,)) for name, option in answers.items()}
    on_the_way = path({**BEFORE, "role": Answer((role,)), **given})
    return {each.id: each for each in on_the_way if each not in OPENING}


@every_role
def test_a_condition_names_an_option_of_a_question_asked_before(role: Role) -> None:
    before: dict[str, set[str]] = {}
    for each in (*OPENING, *BY_ROLE[role]):
        for earlier, options in each.given.items():
            assert set(options) <= before[earlier]
        before.setdefault(each.id, set()).update(each.options)


@every_role
def test_whatever_stands_twice_is_opened_by_something_or_comes_last(role: Role) -> None:
    for number, each in enumerate(BY_ROLE[role]):
        again = [other for other in BY_ROLE[role][number + 1 :] if other.id == each.id]
        assert each.given or not again, each.id
        assert {other.kind for other in again} <= {each.kind}


def test_cards_belong_to_answers_there_are() -> None:
    for asked_in, option in CARDS:
        assert option in question(asked_in).options


def test_the_acute_question_comes_only_in_danger() -> None:
    assert "acute" not in {each.id for each in path(BEFORE)}
    assert "acute" in {each.id for each in path({**BEFORE, "danger": Answer(("yes",))})}


@pytest.mark.parametrize("wish", ["meeting", "visit"])
def test_planning_together_needs_a_reason_and_a_contact_at_work(wish: str) -> None:
    questions = asked(Role.PARTNER, purpose=wish)
    assert questions["relevance"].required
    assert questions["work_contact"].required
    assert "joint_time" in questions


@pytest.mark.parametrize("wish", ["notice", "visit"])
def test_the_place_must_be_told_where_somebody_is_to_come(wish: str) -> None:
    questions = asked(Role.PARTNER, purpose=wish)
    assert questions["where"].required
    assert "safety" in questions


def test_a_sparring_asks_nothing_that_names_or_finds_the_citizen() -> None:
    questions = asked(Role.PARTNER, purpose="sparring", worries="homeless")
    assert not {"where", "description", "safety", "speaks", "consent"} & questions.keys()
    assert not questions["work_contact"].required
    assert questions["work_contact"].asks == "work_contact_nameless"


@pytest.mark.parametrize("wish", ["notice", "sparring", "meeting", "visit"])
def test_no_partner_sends_without_saying_who_keeps_the_contact(wish: str) -> None:
    questions = asked(Role.PARTNER, purpose=wish)
    assert questions["contact_keeper"].required
    assert questions["not_take_over"].required


@pytest.mark.parametrize(("worry", "follows"), [("angry", "safety"), ("homeless", "where")])
@pytest.mark.parametrize("role", [Role.RELATIVE, Role.PARTNER])
def test_anger_asks_for_safety_next_and_no_home_for_the_place(
    role: Role, worry: str, follows: str
) -> None:
    ids = list(asked(role, purpose="notice", worries=worry))
    assert ids[ids.index("worries") + 1] == follows


def test_a_condition_off_the_way_opens_nothing() -> None:
    stale = {"purpose": "visit", "meet_where": "home"}
    assert "relevance" not in asked(Role.RELATIVE, **stale)
    assert "address" in asked(Role.CITIZEN, **stale)


def test_every_place_can_be_asked_for() -> None:
    everywhere = {each.id for role in Role for each in BY_ROLE[role]}
    assert set(PLACES) <= everywhere


# What the team cannot do without, and what a partner confirms; never how somebody lives.
NEEDED = {
    Role.CITIZEN: {"reply"},
    Role.RELATIVE: {"adult", "where"},
    Role.PARTNER: {
        *("purpose", "consent", "where", "relevance"),
        *("contact_keeper", "not_take_over", "work_contact"),
    },
}


@every_role
def test_nothing_about_how_somebody_lives_must_be_answered(role: Role) -> None:
    assert {each.id for each in BY_ROLE[role] if each.required} == NEEDED[role]


@pytest.mark.parametrize(
    ("role", "many"), [("citizen", "wish"), ("relative", "worries"), ("partner", "worries")]
)
def test_wishes_and_worries_are_as_many_as_there_are_and_in_own_words_too(
    role: str, many: str
) -> None:
    questions = {each.id: each for each in BY_ROLE[role]}
    assert questions[many].kind is Kind.MANY
    assert "other" in questions[many].options
    assert questions["wish_words" if role == "citizen" else "seen"].kind is Kind.WORDS
