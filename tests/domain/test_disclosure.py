"""What each who raised a concern may know of it, state by state, and whether we may write."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.concern import Concern, Reaction, State
from domain.disclosure import CitizenView, PartnerView, RelativeView, may_be_written_to, view
from domain.people import Role
from domain.questionnaire import Answer

HERE = ZoneInfo("Europe/Copenhagen")
LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # past midnight at home
TOLD, KNOWN = date(2026, 11, 30), date(2026, 12, 1)
RAISED = Concern("id", "Stille Bæk", Role.RELATIVE, False, LATE, KNOWN, TOLD)


def seen(
    state: State, role: Role, *, told: bool = True, tells_reaction: bool = True
) -> RelativeView:
    """Return the view of a concern in a state, after its reporter was told of a reaction."""
    now = replace(RAISED, state=state, role=role, reaction=Reaction.VISIT, told_reacted=told)
    return view(now, "Anna", HERE, tells_reaction=tells_reaction)


@pytest.mark.parametrize("state", State)
def test_a_relative_knows_no_worker_no_reaction_and_no_end_of_ours(state: State) -> None:
    assert seen(state, Role.RELATIVE) == RelativeView(
        received_on=date(2026, 11, 23),
        promised_on=TOLD,
        read=state is not State.RECEIVED,
        reacted=True,
        withdrawn=state is State.WITHDRAWN,
        quiet=False,
    )
    assert seen(state, Role.RELATIVE).ended is (state is State.WITHDRAWN)


@pytest.mark.parametrize("role", [Role.RELATIVE, Role.PARTNER])
def test_where_others_are_told_of_no_reaction_they_know_of_none(role: Role) -> None:
    view = seen(State.REACTED, role, tells_reaction=False)
    assert (view.reacted, view.quiet) == (False, True)


@pytest.mark.parametrize("state", State)
def test_a_partner_knows_besides_who_took_it(state: State) -> None:
    view = seen(state, Role.PARTNER)
    assert isinstance(view, PartnerView)
    assert (view.worker, view.ended) == ("Anna", state is State.WITHDRAWN)


@pytest.mark.parametrize("tells", [True, False])
@pytest.mark.parametrize("state", State)
def test_a_citizen_knows_who_how_and_that_it_is_over(state: State, tells: bool) -> None:
    view = seen(state, Role.CITIZEN, tells_reaction=tells)
    assert isinstance(view, CitizenView)
    assert (view.worker, view.reaction, view.reacted) == ("Anna", Reaction.VISIT, True)
    assert (view.quiet, view.closed) == (False, state is State.CLOSED)
    assert view.ended is (state in (State.CLOSED, State.WITHDRAWN))


@pytest.mark.parametrize("state", [State.REACTED, State.CLOSED])
def test_a_citizen_knows_nothing_of_it_before_they_are_told(state: State) -> None:
    view = seen(state, Role.CITIZEN, told=False)
    assert isinstance(view, CitizenView)
    assert (view.reacted, view.reaction, view.closed, view.ended) == (False, None, False, False)


@pytest.mark.parametrize("role", [Role.RELATIVE, Role.PARTNER])
@pytest.mark.parametrize(("said", "may"), [("yes", True), ("no", False), ("", True)])
def test_others_are_written_to_unless_they_said_no(role: Role, said: str, may: bool) -> None:
    answer = Answer((said,)) if said else Answer()
    assert may_be_written_to(role, {"may_write": answer, "reply": Answer(("visit",))}) is may


@pytest.mark.parametrize(
    ("way", "words", "may"),
    [
        ("", {}, True),
        ("chat", {}, True),
        ("visit", {}, False),
        ("call", {}, True),
        ("call", {"reply_number": "12"}, False),
        ("call", {"reply_trusted": "min søster"}, True),
        ("trusted", {}, True),
        ("trusted", {"reply_trusted": "min søster"}, False),
        ("trusted", {"reply_number": "12"}, True),
    ],
)
def test_a_citizen_is_written_to_unless_they_named_another_way(
    way: str, words: dict[str, str], may: bool
) -> None:
    given = {name: Answer(words=said) for name, said in words.items()}
    chosen = {"reply": Answer((way,))} if way else {}
    assert may_be_written_to(Role.CITIZEN, {**given, **chosen, "may_write": Answer(("no",))}) is may
