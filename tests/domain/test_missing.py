"""Which reminders the auditor misses: none in any life of a concern, and each one that is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.asking_back import moments
from domain.concern import (
    Closing,
    Concern,
    Reaction,
    State,
    close,
    has_ended,
    is_open,
    promise,
    react,
    reopen,
    take,
    withdraw,
)
from domain.deadlines import (
    DEADLINE_RUNGS,
    UNTAKEN_RUNGS,
    Ladder,
    OpeningTimes,
    Reminder,
    Rung,
    promised_day,
)
from domain.handover import ANYONE, keep, offer, release, unanswered_offer
from domain.obligations import missing, obligations
from domain.people import Role
from domain.telling import following

ZONE = ZoneInfo("Europe/Copenhagen")
TIMES, LADDER = OpeningTimes(ZONE), Ladder()
START = datetime(2026, 10, 19, 9, tzinfo=UTC)  # clocks go back within the week
A_WEEK = 7 * 24 * 60


class Life:
    """A concern and the reminders that wait for it, kept as the handlers keep them."""

    def __init__(self, received: datetime, role: Role, acute: bool) -> None:
        day = promised_day(received, ZONE)
        self.now = received
        self.concern = Concern("1", "Stille Bæk", role, acute, received, day, day)
        owed = obligations(self.concern, received, LADDER, TIMES)
        self.waiting = [*owed, *moments(received, LADDER, TIMES)]

    def passes(self, minutes: int) -> None:
        """Let time pass, and fire what is due in due order."""
        until = self.now + timedelta(minutes=minutes)
        while due := self._due(until):
            self.now, rung = due[0]
            self.waiting.remove(Reminder(rung, self.now))
            self.waiting += following(self.concern, [rung], self.now, TIMES)
            if rung is Rung.OFFER and self.concern.offered_to == ANYONE:
                self.waiting.append(unanswered_offer(self.now, TIMES))
        self.now = until

    def _due(self, until: datetime) -> list[tuple[datetime, Rung]]:
        return sorted((each.due_at, each.rung) for each in self.waiting if each.due_at <= until)

    def missing(self) -> tuple[Reminder, ...]:
        """Return what is missing of what waits."""
        rungs = {each.rung for each in self.waiting}
        return missing(self.concern, rungs, self.now, LADDER, TIMES)

    def cancel(self, *rungs: Rung) -> None:
        """Let these wait no more."""
        self.waiting = [each for each in self.waiting if each.rung not in rungs]

    def remind(self) -> None:
        """Let exactly those of the team's wait that the concern needs."""
        self.cancel(*UNTAKEN_RUNGS, Rung.UNOWNED, *DEADLINE_RUNGS)
        self.waiting += obligations(self.concern, self.now, LADDER, TIMES)


def takes(life: Life) -> None:
    if life.concern.owner is None and not has_ended(life.concern):
        life.concern = take(life.concern, "anna")
        life.cancel(*UNTAKEN_RUNGS, Rung.UNOWNED, Rung.OFFER)


def releases(life: Life) -> None:
    if life.concern.owner and not has_ended(life.concern):
        life.concern = release(life.concern, "anna")
        life.remind()


def reacts(life: Life) -> None:
    if life.concern.owner and is_open(life.concern):
        life.concern = react(life.concern, "anna", Reaction.CALL)
        life.cancel(*UNTAKEN_RUNGS, *DEADLINE_RUNGS)


def offers(life: Life, to: str = ANYONE) -> None:
    if life.concern.owner and not has_ended(life.concern):
        life.concern = offer(life.concern, "anna", to)
        life.cancel(Rung.OFFER)
        life.waiting.append(unanswered_offer(life.now, TIMES))


def offers_bo(life: Life) -> None:
    offers(life, "bo")


def keeps(life: Life) -> None:
    life.concern = keep(life.concern)
    life.cancel(Rung.OFFER)


def closes(life: Life) -> None:
    if life.concern.owner and not has_ended(life.concern):
        life.concern = close(life.concern, "anna", Closing.KNOWN)
        life.cancel(*UNTAKEN_RUNGS, *DEADLINE_RUNGS, Rung.OFFER)


def writes_again(life: Life) -> None:
    if not is_open(life.concern):
        day = promised_day(life.now, ZONE)
        life.concern = promise(reopen(life.concern, day), day)
        life.remind()
        life.cancel(Rung.APOLOGY)
        life.waiting.append(moments(life.now, LADDER, TIMES)[1])


ACTS = st.sampled_from([takes, releases, reacts, offers, offers_bo, keeps, closes, writes_again])
steps = st.lists(st.tuples(st.integers(0, A_WEEK), ACTS), max_size=12)


@settings(deadline=None)  # a busy machine is no failure
@given(st.integers(0, A_WEEK), st.sampled_from(Role), st.booleans(), steps)
def test_in_no_life_of_a_concern_anything_is_missing(
    begins: int, role: Role, acute: bool, acts: list[tuple[int, Callable[[Life], None]]]
) -> None:
    life = Life(START + timedelta(minutes=begins), role, acute)
    assert life.missing() == ()
    for minutes, act in acts:
        life.passes(minutes)
        assert life.missing() == ()
        act(life)
        assert life.missing() == ()


@settings(deadline=None)  # a busy machine is no failure
@given(st.integers(0, A_WEEK), st.integers(1, 3 * A_WEEK), st.sampled_from([takes, keeps]))
def test_whatever_is_lost_of_a_promise_is_missed_with_its_moment(
    begins: int, minutes: int, act: Callable[[Life], None]
) -> None:
    life = Life(START + timedelta(minutes=begins), Role.RELATIVE, acute=False)
    act(life)
    life.passes(minutes)
    kept, life.waiting = life.waiting, []
    assert sorted(life.missing(), key=lambda each: each.rung) == sorted(
        kept, key=lambda each: each.rung
    )


def test_what_nobody_has_or_answers_is_missed() -> None:
    life = Life(START, Role.RELATIVE, acute=False)
    for act in (takes, reacts, offers):
        act(life)
    life.waiting = []
    assert Rung.OFFER in {each.rung for each in life.missing()}
    releases(life)
    life.waiting = []
    assert Rung.UNOWNED in {each.rung for each in life.missing()}


@pytest.mark.parametrize("end", [lambda c: close(c, "anna", Closing.KNOWN), withdraw])
def test_of_what_has_ended_nothing_is_missed(end: Callable[[Concern], Concern]) -> None:
    concern = end(take(Life(START, Role.CITIZEN, acute=True).concern, "anna"))
    assert missing(concern, (), START + timedelta(hours=1), LADDER, TIMES) == ()


def test_what_a_partner_hears_is_not_known_and_not_missed() -> None:
    life = Life(START, Role.PARTNER, acute=False)
    life.waiting = []
    lost = {each.rung for each in life.missing()}
    assert lost == {Rung.SECOND, Rung.TEAM, Rung.LEAD, *DEADLINE_RUNGS}


def test_a_question_of_the_first_promise_is_not_missed_in_a_later_one() -> None:
    life = Life(START, Role.RELATIVE, acute=False)
    later = replace(life.concern, told_on=life.concern.told_on + timedelta(days=3))
    assert later.state is State.RECEIVED
    lost = {each.rung for each in missing(later, (), START, LADDER, TIMES)}
    assert Rung.STILL_WORRIED not in lost
    assert Rung.APOLOGY in lost
