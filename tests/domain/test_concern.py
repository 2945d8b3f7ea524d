"""What may happen to a concern, and in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from domain.concern import (
    Closing,
    Concern,
    NotOwner,
    Reaction,
    State,
    close,
    has_ended,
    is_open,
    promise,
    react,
    reopen,
    see,
    take,
    withdraw,
)
from domain.disclosure import CitizenView, PartnerView, RelativeView, view
from domain.people import Role

RECEIVED = Concern(
    id="1",
    nickname="Stille Bæk",
    role=Role.RELATIVE,
    acute=False,
    received_at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
    promised_on=date(2026, 12, 1),
    told_on=date(2026, 12, 1),
)
TAKEN = take(RECEIVED, "anna")
REACTED = react(TAKEN, "anna", Reaction.VISIT)
LATER = date(2026, 12, 20)
DENMARK = timezone(timedelta(hours=1))


@pytest.mark.parametrize("code", Closing)
def test_only_the_owner_closes_and_with_any_code(code: Closing) -> None:
    closed = close(TAKEN, "anna", code)
    assert closed.state is State.CLOSED
    assert closed.closing is code
    assert has_ended(closed)
    with pytest.raises(NotOwner):
        close(TAKEN, "bo", code)


@pytest.mark.parametrize("before", [RECEIVED, see(RECEIVED), TAKEN, REACTED])
def test_it_can_be_taken_back_in_any_state(before: Concern) -> None:
    assert withdraw(before).state is State.WITHDRAWN
    assert withdraw(before).closing is Closing.WITHDRAWN


def test_a_citizen_who_takes_it_back_says_no_to_the_support() -> None:
    citizen = Concern(**{**vars(RECEIVED), "role": Role.CITIZEN})
    assert withdraw(citizen).closing is Closing.STOPPED


def test_taken_up_again_it_stays_with_its_worker_and_has_a_new_promise() -> None:
    again = reopen(close(REACTED, "anna", Closing.NOT_MET), LATER)
    assert (again.owner, again.promised_on, again.state) == ("anna", LATER, State.TAKEN)
    assert again.reaction is None
    assert again.closing is None
    assert is_open(again)


def test_one_nobody_reacted_to_keeps_its_promise() -> None:
    assert reopen(TAKEN, LATER) == TAKEN
    assert reopen(withdraw(RECEIVED), LATER).state is State.RECEIVED


def test_what_has_ended_is_not_begun_by_taking_or_reacting() -> None:
    closed = close(REACTED, "anna", Closing.KNOWN)
    assert take(closed, "bo", over=True).state is State.CLOSED
    assert react(closed, "anna", Reaction.CALL).state is State.CLOSED


@pytest.mark.parametrize(
    ("role", "kind"),
    [(Role.RELATIVE, RelativeView), (Role.PARTNER, PartnerView), (Role.CITIZEN, CitizenView)],
)
def test_each_role_has_a_view_of_its_own(role: Role, kind: type) -> None:
    concern = Concern(**{**vars(REACTED), "role": role})
    assert type(view(concern, "Anna", DENMARK)) is kind


def test_a_view_has_local_days() -> None:
    assert view(RECEIVED, "", DENMARK).received_on == date(2026, 11, 24)


def test_a_step_of_the_team_moves_nothing_that_a_relative_or_a_partner_sees() -> None:
    for role in (Role.RELATIVE, Role.PARTNER):
        told = replace(REACTED, role=role, told_reacted=True)
        again = reopen(close(told, "anna", Closing.KNOWN), LATER)
        assert view(again, "Anna", DENMARK) == view(told, "Anna", DENMARK)
        untold = replace(told, told_reacted=False)
        assert not view(untold, "Anna", DENMARK).reacted


def test_a_new_promise_is_a_new_day_and_no_reaction_yet() -> None:
    seen = view(promise(replace(REACTED, told_reacted=True), LATER), "Anna", DENMARK)
    assert (seen.promised_on, seen.reacted) == (LATER, False)


@pytest.mark.parametrize("code", Closing)
def test_a_relative_sees_one_thing_whatever_the_ending(code: Closing) -> None:
    closed = view(close(REACTED, "anna", code), "Anna", DENMARK)
    assert closed == view(REACTED, "Anna", DENMARK)


def test_where_reactions_are_not_told_a_relative_sees_none_and_a_citizen_their_own() -> None:
    told = replace(REACTED, told_reacted=True)
    assert view(told, "Anna", DENMARK).reacted
    assert not view(told, "Anna", DENMARK, tells_reaction=False).reacted
    citizen = replace(told, role=Role.CITIZEN)
    assert view(citizen, "Anna", DENMARK, tells_reaction=False).reacted
