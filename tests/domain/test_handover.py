"""How a concern changes hands, and how a step is taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.concern import (
    Closing,
    Concern,
    NotOwner,
    Reaction,
    State,
    close,
    has_ended,
    is_open,
    react,
    take,
    withdraw,
)
from domain.deadlines import (
    DEADLINE_RUNGS,
    Ladder,
    OpeningTimes,
    Rung,
    deadline_nudges,
    promised_day,
)
from domain.escalation import escalation
from domain.handover import ANYONE, keep, may_answer, offer, release
from domain.obligations import obligations, withheld
from domain.people import Member, Role, StaffRole, Status
from domain.undo import WINDOW, Undo, before, undone

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = date(2026, 11, 30)
FREE = Concern("1", "Stille Bæk", Role.RELATIVE, False, NOW, DAY, DAY)
MINE = take(FREE, "anna")
REACTED = react(MINE, "anna", Reaction.CALL)
ENDED = (close(MINE, "anna", Closing.KNOWN), withdraw(MINE))
BO = Member("bo", "Bo", StaffRole.WORKER, 2)
ZONE = ZoneInfo("Europe/Copenhagen")
TIMES, LADDER = OpeningTimes(ZONE), Ladder()


def test_the_giver_owns_it_until_somebody_accepts() -> None:
    offered = offer(MINE, "anna", "bo")
    assert (offered.owner, offered.offered_to) == ("anna", "bo")
    accepted = take(offered, "bo", over=True)
    assert (accepted.owner, accepted.offered_to) == ("bo", None)
    assert keep(offered) == MINE


@pytest.mark.parametrize("concern", [FREE, *ENDED, take(FREE, "bo")])
def test_only_its_owner_passes_on_or_releases_what_goes_on(concern: Concern) -> None:
    with pytest.raises(NotOwner):
        offer(concern, "anna", "bo")
    with pytest.raises(NotOwner):
        release(concern, "anna")


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("to", ["bo", ANYONE, "carla", None])
def test_only_whom_it_is_offered_and_who_takes_part_answers(to: str | None, status: Status) -> None:
    offered, member = replace(MINE, offered_to=to), replace(BO, status=status)
    asked = to in ("bo", ANYONE) and status is Status.ACTIVE
    assert may_answer(offered, member) == asked
    assert not may_answer(replace(offered, owner="bo"), member)


@pytest.mark.parametrize("ended", ENDED)
def test_an_offer_ends_with_the_concern(ended: Concern) -> None:
    assert ended.offered_to is None
    assert close(offer(MINE, "anna", "bo"), "anna", Closing.KNOWN).offered_to is None
    assert not may_answer(replace(ended, offered_to="bo"), BO)


def test_what_is_released_keeps_its_promise_and_its_reaction() -> None:
    assert release(MINE, "anna") == replace(FREE, state=State.SEEN)
    assert release(REACTED, "anna") == replace(REACTED, owner=None)


def test_a_step_is_taken_back_by_whoever_made_it_in_time_and_if_nothing_followed() -> None:
    undo = Undo("1", "reacted", before(MINE), 2, "anna", NOW + WINDOW)
    after = replace(REACTED, version=2)
    assert undone(after, undo, "anna", NOW) == replace(MINE, version=2)
    assert undone(after, undo, "anna", NOW + WINDOW) is None
    assert undone(after, undo, "bo", NOW) is None
    assert undone(replace(after, version=3), undo, "anna", NOW) is None
    assert undone(replace(after, id="2"), undo, "anna", NOW) is None
    assert undone(after, None, "anna", NOW) is None


def test_what_was_read_stays_read() -> None:
    undo = Undo("1", "taken", before(FREE), 2, "anna", NOW + WINDOW)
    again = undone(replace(MINE, version=2), undo, "anna", NOW)
    assert again == replace(FREE, state=State.SEEN, version=2)


def test_a_reporter_is_not_told_what_is_not_so() -> None:
    assert withheld(MINE) == (Rung.TELL_REACTED, Rung.TELL_ENDED)
    assert withheld(REACTED) == (Rung.TELL_ENDED,)


MINUTES = 10 * 365 * 24 * 60  # ten years of them
moments = st.integers(0, MINUTES).map(lambda minutes: NOW + timedelta(minutes=minutes))


@given(moments, st.booleans())
def test_a_new_concern_owes_its_whole_ladder(received: datetime, acute: bool) -> None:
    concern = replace(
        FREE, acute=acute, received_at=received, promised_on=promised_day(received, ZONE)
    )
    assert obligations(concern, received, LADDER, TIMES) == (
        *escalation(received, LADDER, TIMES, acute=acute),
        *deadline_nudges(received, LADDER, TIMES),
    )


@given(moments, st.integers(0, 60 * 24 * 60), st.integers(0, 40))
def test_what_is_open_owes_one_past_its_promise_and_what_nobody_has_one_each_day(
    received: datetime, minutes: int, renewed: int
) -> None:
    now = received + timedelta(minutes=minutes)
    promised = promised_day(received, ZONE) + timedelta(days=renewed)
    states = product((FREE, MINE, REACTED, *ENDED), ("anna", None))
    for state, owner in states:
        concern = replace(state, owner=owner, received_at=received, promised_on=promised)
        owed = obligations(concern, now, LADDER, TIMES)
        rungs = [each.rung for each in owed]
        free = owner is None and not has_ended(concern)
        assert bool(owed) == (is_open(concern) or free)
        assert all(each.due_at >= now for each in owed)
        search = {step.rung for step in LADDER.steps}
        assert (search <= set(rungs)) == free
        assert rungs.count(Rung.UNOWNED) == (free and not is_open(concern))
        assert rungs.count(Rung.OVERDUE) == is_open(concern)
        assert len(rungs) == len(set(rungs))
        nudges = [each for each in owed if each.rung in DEADLINE_RUNGS[:-1]]
        assert all(each.due_at.astimezone(ZONE).date() <= promised for each in nudges)
        last = [each for each in owed[-1:] if each.rung is Rung.OVERDUE]
        assert all(each.due_at.astimezone(ZONE).date() > promised for each in last)


@given(moments, st.integers(0, 20))
def test_whatever_lies_ahead_of_a_promise_lives_whoever_owns_it(
    received: datetime, days: int
) -> None:
    now = received + timedelta(days=days)
    promised = promised_day(received, ZONE)
    concern = replace(MINE, received_at=received, promised_on=promised)
    ahead = {each for each in deadline_nudges(received, LADDER, TIMES) if each.due_at >= now}
    owed = set(obligations(concern, now, LADDER, TIMES))
    assert ahead <= owed
    assert {each.rung for each in owed - ahead} <= {Rung.OVERDUE}
