"""An interview can be walked in any order and never loses an answer or its way."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.interview import (
    Interview,
    NotAnswerable,
    asked,
    back,
    choose,
    edit,
    go_on,
    marked,
    missing,
    progress,
    skip,
    submission,
)
from domain.own_words import add_words, join, rewrite, write
from domain.people import Role
from domain.questionnaire import OWN_WORDS, SUMMARY, Answer, Kind, path

Step = Callable[[Interview], Interview]


def _first(interview: Interview) -> Interview:
    """Answer the question being asked with whatever comes first, and go on."""
    current = asked(interview)
    if current is None:
        return interview
    if current.id == "role":
        return choose(interview, Role.RELATIVE)
    if current.options:
        after = choose(interview, current.options[0])
        return go_on(after) if current.kind is Kind.MANY else after
    return write(interview, "noget", 1)


def _to_the_summary(interview: Interview) -> Interview:
    for _ in range(40):
        if interview.at == SUMMARY:
            break
        interview = _first(interview)
    return interview


def _moves() -> st.SearchStrategy[Step]:
    """Any one thing a person can do, whether it fits or not."""
    words = st.text(min_size=1, max_size=20)
    return st.one_of(
        st.integers(0, 12).map(lambda n: lambda i: choose(i, _option(i, n))),
        words.map(lambda w: lambda i: write(i, w, 7)),
        words.map(lambda w: lambda i: add_words(i, w, 8)),
        words.map(lambda w: lambda i: rewrite(i, 7, w)),
        st.sampled_from([skip, back, go_on]),
        st.integers(0, 20).map(lambda n: lambda i: edit(i, _question(i, n))),
    )


def _option(interview: Interview, number: int) -> str:
    current = asked(interview)
    options = current.options if current else ()
    return options[number] if number < len(options) and options[number] != "ask" else "none"


def _question(interview: Interview, number: int) -> str:
    return path(interview.answers)[number % len(path(interview.answers))].id


@given(st.lists(_moves(), max_size=40))
def test_whatever_a_person_does_the_summary_can_be_reached_and_sent(moves: list[Step]) -> None:
    interview = Interview("1")
    for move in moves:
        try:
            interview = move(interview)
        except NotAnswerable:
            continue
    arrived = _to_the_summary(interview)
    assert arrived.at == SUMMARY
    while (gap := missing(arrived)) is not None:
        arrived = _to_the_summary(edit(arrived, gap.id))
    assert {each.id for each in path(arrived.answers)} >= set(submission(arrived))


@given(st.lists(_moves(), max_size=40))
def test_no_move_but_answering_changes_another_answer(moves: list[Step]) -> None:
    interview = Interview("1")
    for move in moves:
        before, at = interview.answers, interview.at
        try:
            interview = move(interview)
        except NotAnswerable:
            continue
        pieces = {each.question for each in interview.sources.values()}
        changed = {each for each in before if before[each] != interview.answers.get(each)}
        assert changed <= {at, OWN_WORDS, *pieces}


def test_changing_the_role_asks_the_new_role_and_never_sends_the_old_ones_answers() -> None:
    interview = _to_the_summary(Interview("1"))
    interview = choose(edit(interview, "role"), Role.PARTNER)
    assert asked(interview) is not None
    sent = submission(_to_the_summary(interview))
    assert "relation" not in sent
    assert "contact_keeper" in sent


def test_taking_back_that_it_was_acute_takes_the_mark_away() -> None:
    interview = choose(choose(Interview("1"), "da"), "yes")
    assert interview.acute
    assert not choose(interview, "not_acute").acute


@given(st.lists(_moves(), max_size=20), st.sampled_from(["called", "cannot_call"]))
def test_the_acute_card_can_be_answered_anywhere_and_taken_back(
    moves: list[Step], answer: str
) -> None:
    interview = Interview("1")
    for move in moves:
        with suppress(NotAnswerable):
            interview = move(interview)
    after = marked(interview, answer)
    assert after.acute
    assert after.at == interview.at or interview.at in ("danger", "acute")
    assert not marked(after, "not_acute").acute
    assert _to_the_summary(after).at == SUMMARY


def test_not_urgent_leaves_an_interview_without_danger_as_it_was() -> None:
    interview = _to_the_summary(choose(choose(Interview("1"), "da"), "no"))
    assert marked(interview, "not_acute") == interview


def test_a_required_question_cannot_be_left_empty() -> None:
    interview = choose(Interview("1"), "da")
    for move in (skip, go_on):
        with pytest.raises(NotAnswerable):
            move(interview)


def test_many_options_are_turned_on_and_off_in_the_order_they_are_listed() -> None:
    interview = edit(_to_the_summary(Interview("1")), "worries")
    for option in ("homeless", "angry", "alone"):
        interview = choose(interview, option)
    assert interview.answers["worries"].options == ("alone", "angry")


def test_progress_counts_the_roles_questions_only() -> None:
    interview = Interview("1")
    assert progress(interview) is None
    for _ in range(4):
        interview = _first(interview)
    assert progress(Interview("1", at="adult", answers=interview.answers)) == (2, 15)


def test_going_back_from_the_first_question_stays_there() -> None:
    assert back(Interview("1")).at == "language"


def test_words_at_a_choice_stand_beside_the_answers() -> None:
    interview = write(Interview("1"), "Min nabo har det skidt", 5)
    interview = write(interview, "meget skidt", 6)
    assert interview.at == "language"
    assert interview.answers[OWN_WORDS] == Answer(words="Min nabo har det skidt\nmeget skidt")


def test_parts_that_come_later_stand_in_the_same_answer_and_can_each_be_corrected() -> None:
    interview = write(Interview("1"), "Billede et: et telt", 5)
    interview = join(interview, 5, 6, "billede to")
    interview = rewrite(interview, 5, "Billede et: en bænk")
    assert interview.answers[OWN_WORDS].words == "Billede et: en bænk, billede to"
    with pytest.raises(NotAnswerable):
        join(interview, 99, 7, "billede tre")
