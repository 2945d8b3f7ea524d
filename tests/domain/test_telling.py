"""Who is told at each moment: nobody is left out, and nobody is told twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.concern import Concern, State
from domain.deadlines import UNTAKEN_RUNGS, OpeningTimes, Rung
from domain.people import Member, Role, StaffRole, Status, everyone, first_to_alert
from domain.roster import DutyHours
from domain.telling import (
    TEAM_RUNGS,
    Heard,
    Telling,
    following,
    hear_news,
    hear_of_gap,
    heard,
    in_place_of,
    told_at,
)

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
TIMES = OpeningTimes(ZoneInfo("Europe/Copenhagen"))
DAY = date(2026, 11, 30)
CONCERN = Concern("c", "Stille Bæk", Role.RELATIVE, False, NOON, DAY, DAY)


def team(workers: int, leads: int = 1) -> list[Member]:
    """Return workers w1, w2 … and leads l1, l2 …; nobody is on duty."""
    found = [Member(f"w{n}", "", StaffRole.WORKER, n) for n in range(1, workers + 1)]
    first = workers + 1
    return found + [Member(f"l{n}", "", StaffRole.LEAD, first + n) for n in range(1, leads + 1)]


def ids(members: Sequence[Member]) -> list[str]:
    return [each.id for each in members]


def said(telling: Telling) -> tuple[list[str], list[str]]:
    return ids(telling.alerted), ids(telling.nudged)


def owned(by: str, state: State = State.TAKEN) -> Concern:
    return replace(CONCERN, owner=by, state=state)


@pytest.mark.parametrize(
    ("workers", "leads", "told", "steps"),
    [
        # for each step: who is alerted, and who is nudged
        (0, 0, [], [([], []), ([], []), ([], [])]),
        (1, 0, ["w1"], [([], []), ([], ["w1"]), ([], ["w1"])]),
        (0, 1, ["l1"], [([], []), ([], ["l1"]), ([], ["l1"])]),
        (1, 1, ["w1"], [(["l1"], []), ([], ["w1"]), ([], ["l1"])]),
        (2, 1, ["w1"], [(["w2"], []), ([], ["w1", "w2"]), (["l1"], [])]),
        (
            10,
            2,
            ["w1"],
            [
                (["w2"], []),
                ([f"w{n}" for n in range(3, 11)], ["w1", "w2"]),
                (["l1", "l2"], []),
            ],
        ),
    ],
)
def test_the_steps_in_teams_of_every_size(
    workers: int, leads: int, told: list[str], steps: list[tuple[list[str], list[str]]]
) -> None:
    staff, known = team(workers, leads), list(told)
    for rung, expected in zip((Rung.SECOND, Rung.TEAM, Rung.LEAD), steps, strict=True):
        telling = told_at(CONCERN, [rung], staff, known)
        assert said(telling) == expected
        known += ids(telling.alerted)
    assert sorted(known) == sorted(ids(staff))


def test_everyone_is_a_step_too() -> None:
    assert said(told_at(CONCERN, [Rung.EVERYONE], team(2), ["w1"])) == (["w2", "l1"], ["w1"])


def test_steps_due_at_one_moment_leave_nobody_out_and_the_last_speaks() -> None:
    steps = [Rung.SECOND, Rung.TEAM, Rung.LEAD]
    assert said(told_at(CONCERN, steps, team(3), ["w1"])) == (["w2", "w3", "l1"], [])
    assert said(told_at(CONCERN, [Rung.SECOND, Rung.SECOND], team(4), ["w1"])) == (
        ["w2", "w3"],
        [],
    )


def test_a_step_and_a_deadline_at_one_moment_are_one_message_each() -> None:
    telling = told_at(CONCERN, [Rung.SECOND, Rung.DAY5], team(3), ["w1"])
    assert telling.rung is Rung.DAY5
    assert said(telling) == (["w2"], ["w1", "w3", "l1"])


@pytest.mark.parametrize(
    ("rung", "nudged"),
    [
        (Rung.DAY3, ["w2"]),
        (Rung.DAY6, ["w2"]),
        (Rung.DAY7, ["w2", "l1"]),
        (Rung.OVERDUE, ["w2", "l1"]),
        (Rung.FOLLOW_UP, ["w2"]),
    ],
)
def test_the_owner_is_nudged_and_the_lead_when_it_is_late(rung: Rung, nudged: list[str]) -> None:
    assert said(told_at(owned("w2"), [rung], team(3), ["w1", "w2"])) == ([], nudged)


@pytest.mark.parametrize(
    "missing",
    [
        {"reachable": False},
        {"away": True},
        {"status": Status.PAUSED},
        {"status": Status.GONE},
    ],
)
def test_all_others_are_nudged_in_place_of_an_owner_who_is_not_at_work(
    missing: dict[str, object],
) -> None:
    staff = [replace(each, **missing) if each.id == "w2" else each for each in team(3)]  # type: ignore[arg-type]
    for rung in (Rung.DAY3, Rung.DAY7, Rung.OVERDUE, Rung.FOLLOW_UP):
        assert said(told_at(owned("w2"), [rung], staff, [])) == ([], ["w1", "w3", "l1"])


def test_one_who_is_leaving_is_still_nudged_about_their_own() -> None:
    staff = [replace(each, status=Status.LEAVING) for each in team(1)[:1]] + team(2)[1:]
    assert said(told_at(owned("w1"), [Rung.DAY3], staff, [])) == ([], ["w1"])


def test_overdue_goes_to_somebody_even_when_every_member_is_away() -> None:
    staff = [replace(each, away=True) for each in team(2)]
    assert said(told_at(owned("w1"), [Rung.OVERDUE], staff, [])) == ([], ["w1", "w2", "l1"])


def test_what_has_lost_its_meaning_tells_nobody() -> None:
    staff = team(2)
    for rung in UNTAKEN_RUNGS:
        assert told_at(owned("w1"), [rung], staff, []) == Telling()
    for rung in TEAM_RUNGS:
        assert told_at(owned("w1", State.CLOSED), [rung], staff, []) == Telling()
    reacted = owned("w1", State.REACTED)
    assert told_at(reacted, [Rung.OVERDUE], staff, []) == Telling()
    assert following(reacted, [Rung.OVERDUE], NOON, TIMES) == []
    assert said(told_at(reacted, [Rung.OVERDUE, Rung.FOLLOW_UP], staff, [])) == ([], ["w1"])


def test_overdue_is_followed_by_the_next_working_day() -> None:
    (again,) = following(CONCERN, [Rung.DAY7, Rung.OVERDUE], NOON, TIMES)
    assert (again.rung, again.due_at) == (Rung.OVERDUE, datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert following(CONCERN, [Rung.DAY7], NOON, TIMES) == []


def test_what_nobody_has_is_said_to_all_at_work_and_the_leads_every_working_day() -> None:
    free = replace(CONCERN, state=State.REACTED)
    staff = [replace(each, away=each.id == "w1") for each in team(3)]
    assert said(told_at(free, [Rung.UNOWNED], staff, [])) == ([], ["w2", "w3", "l1"])
    (again,) = following(free, [Rung.UNOWNED], NOON, TIMES)
    assert (again.rung, again.due_at) == (Rung.UNOWNED, datetime(2026, 11, 24, 7, tzinfo=UTC))
    for other in (CONCERN, owned("w2", State.REACTED), replace(free, state=State.CLOSED)):
        assert told_at(other, [Rung.UNOWNED], staff, []) == Telling()
        assert following(other, [Rung.UNOWNED], NOON, TIMES) == []


def test_in_place_of_somebody_out_of_reach_all_who_do_not_know_hear_of_it() -> None:
    for concern in (CONCERN, owned("w1")):
        assert ids(in_place_of("w1", concern, team(3), ["w1", "w2"])) == ["w3", "l1"]
    assert in_place_of("w1", owned("w2"), team(3), []) == []


def test_the_last_who_knows_is_replaced_when_the_owner_was_lost_before() -> None:
    staff = [replace(each, reachable=each.id != "w2") for each in team(3)]
    assert ids(in_place_of("w1", owned("w2"), staff, ["w1", "w2"])) == ["w3", "l1"]


def test_news_go_to_the_owner_or_to_those_who_know_or_to_those_who_hear_first() -> None:
    staff = team(3)
    assert ids(hear_news(owned("w2"), staff, ["w1", "w2"])) == ["w2"]
    away = [replace(each, away=each.id == "w2") for each in staff]
    assert ids(hear_news(owned("w2"), away, ["w1", "w2"])) == ["w2", "w1"]
    lost = [replace(each, reachable=each.id != "w2") for each in staff]
    assert ids(hear_news(owned("w2"), lost, ["w1", "w2"])) == ["w1"]
    paused = [replace(each, status=Status.PAUSED) for each in staff[:2]] + staff[2:]
    assert ids(hear_news(owned("w2"), paused, ["w1", "w2"])) == ["w3", "l1"]
    assert ids(hear_news(CONCERN, on_duty(staff, "w3"), [])) == ["w3"]


statuses = st.sampled_from([Status.ACTIVE, Status.ACTIVE, Status.ACTIVE, *Status])


@st.composite
def teams(draw: st.DrawFn) -> list[Member]:
    staff = team(draw(st.integers(0, 10)), draw(st.integers(0, 2)))
    return [
        replace(
            each,
            reachable=draw(st.booleans()),
            away=draw(st.booleans()),
            on_duty=draw(st.booleans()),
            status=draw(statuses),
        )
        for each in staff
    ]


@given(teams(), st.lists(st.sampled_from(TEAM_RUNGS), min_size=1, max_size=4), st.data())
def test_nobody_is_told_twice_and_never_nobody_who_can_be(
    staff: list[Member], rungs: list[Rung], data: st.DataObject
) -> None:
    told = set(data.draw(st.lists(st.sampled_from([*ids(staff), "x"]))))
    owner = data.draw(st.sampled_from([*ids(staff), None]))
    concern = owned(owner) if owner else CONCERN
    telling = told_at(concern, rungs, staff, told)
    whole = [*telling.alerted, *telling.nudged]
    assert len(set(ids(whole))) == len(whole)
    assert not told & set(ids(telling.alerted))
    assert all(each.reachable and each.status in ("active", "leaving") for each in whole)
    able = {each.id for each in everyone(staff)}
    if telling.rung in TEAM_RUNGS[-5:]:
        assert whole or not able
    elif owner is None:  # the search has told somebody new, or all it is for knew already
        search = set(rungs) & set(UNTAKEN_RUNGS)
        assert whole or not able or search <= {Rung.SECOND}


def on_duty(staff: list[Member], *members: str, **changes: object) -> list[Member]:
    return [
        replace(each, on_duty=True, **changes) if each.id in members else each  # type: ignore[arg-type]
        for each in staff
    ]


@pytest.mark.parametrize(
    ("staff", "told", "who"),
    [
        (on_duty(team(2), "w1"), ["w1"], Heard.ON_DUTY),
        (team(2), ["w1", "w2", "l1"], Heard.NOBODY_ON_DUTY),
        (on_duty(team(2), "w1", reachable=False), ["w2", "l1"], Heard.DUTY_OUT_OF_REACH),
        (on_duty(team(2), "w1", status=Status.PAUSED), ["w2", "l1"], Heard.NOBODY_ON_DUTY),
        (on_duty(team(2), "w1", "w2", reachable=False), ["l1"], Heard.DUTY_OUT_OF_REACH),
        (team(0), ["l1"], Heard.NOBODY_ON_DUTY),
        (on_duty(team(1, 0), "w1", reachable=False), [], Heard.NOBODY),
        ([replace(each, away=True) for each in team(1)], ["w1", "l1"], Heard.NOBODY_ON_DUTY),
        ([], [], Heard.NOBODY),
    ],
)
def test_who_heard_is_told_as_it_was(staff: list[Member], told: list[str], who: Heard) -> None:
    first = first_to_alert(staff, acute=False)
    assert ids(first) == told
    assert heard(staff, first) is who


@pytest.mark.parametrize(
    ("when", "staff", "who"),
    [
        (NOON, team(2), ["l1"]),
        (NOON, on_duty(team(2), "w1", reachable=False), ["l1"]),
        (NOON, team(2, 0), ["w1", "w2"]),
        (NOON, on_duty(team(2), "w1"), []),
        (NOON, [], []),
        (datetime(2026, 11, 23, 7, 0, tzinfo=UTC), team(1), ["l1"]),
        (datetime(2026, 11, 23, 6, 59, tzinfo=UTC), team(1), []),
        (datetime(2026, 11, 23, 14, 59, tzinfo=UTC), team(1), ["l1"]),
        (datetime(2026, 11, 23, 15, 0, tzinfo=UTC), team(1), []),
        (datetime(2026, 11, 22, 11, 0, tzinfo=UTC), team(1), []),  # a Sunday
    ],
)
def test_the_lead_hears_of_a_gap_in_duty_hours(
    when: datetime, staff: list[Member], who: list[str]
) -> None:
    told = first_to_alert(staff, acute=False)
    assert ids(hear_of_gap(told, when, DutyHours(), TIMES)) == who
