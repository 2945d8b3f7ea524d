"""The search for somebody to take a concern: its steps, and their hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadlines import UNTAKEN_RUNGS, Ladder, OpeningTimes, Reminder, Rung, Step
from domain.escalation import escalation

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
OFFICE = OpeningTimes(COPENHAGEN)
LADDER = Ladder()

ten_years = st.timedeltas(timedelta(0), timedelta(days=3653))
instants = ten_years.map(lambda passed: datetime(2024, 1, 1, tzinfo=UTC) + passed)
hours = st.integers(0, 23).map(time)
zones = st.sampled_from(["Europe/Copenhagen", "America/Nuuk", "Atlantic/Faroe"]).map(ZoneInfo)


@st.composite
def opening_times(draw: st.DrawFn) -> OpeningTimes:
    weekdays = draw(st.frozensets(st.integers(0, 6), max_size=7))
    return OpeningTimes(draw(zones), draw(hours), draw(hours), weekdays)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    waits = sorted(draw(st.sets(st.integers(1, 600), min_size=1, max_size=6)))
    rungs, any_hour = st.sampled_from(UNTAKEN_RUNGS), st.booleans()
    steps = (Step(draw(rungs), timedelta(minutes=wait), draw(any_hour)) for wait in waits)
    return Ladder(tuple(steps))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN).astimezone(UTC)


def minutes(rung: Rung, after: int, *, any_hour: bool = False) -> Step:
    return Step(rung, timedelta(minutes=after), any_hour)


def shown(reminders: tuple[Reminder, ...]) -> list[tuple[str, str]]:
    return [
        (each.rung.value, f"{each.due_at.astimezone(COPENHAGEN):%a %d %b %H:%M}")
        for each in reminders
    ]


def test_in_daytime_the_alert_climbs_after_15_30_and_60_minutes() -> None:
    assert shown(escalation(local("2026-11-20 10:00"), LADDER, OFFICE, acute=False)) == [
        ("second", "Fri 20 Nov 10:15"),
        ("team", "Fri 20 Nov 10:30"),
        ("lead", "Fri 20 Nov 11:00"),
    ]


def test_at_night_the_steps_wait_for_the_opening_and_keep_their_distance() -> None:
    assert shown(escalation(local("2026-11-20 23:00"), LADDER, OFFICE, acute=False)) == [
        ("second", "Mon 23 Nov 08:00"),
        ("team", "Mon 23 Nov 08:15"),
        ("lead", "Mon 23 Nov 08:45"),
    ]


def test_the_steps_left_at_closing_time_go_on_in_the_morning() -> None:
    assert shown(escalation(local("2026-11-19 19:40"), LADDER, OFFICE, acute=False)) == [
        ("second", "Thu 19 Nov 19:55"),
        ("team", "Fri 20 Nov 08:00"),
        ("lead", "Fri 20 Nov 08:30"),
    ]


def test_an_acute_alert_waits_for_no_morning() -> None:
    assert shown(escalation(local("2026-11-20 23:00"), LADDER, OFFICE, acute=True)) == [
        ("second", "Fri 20 Nov 23:15"),
        ("team", "Fri 20 Nov 23:30"),
        ("lead", "Sat 21 Nov 00:00"),
    ]


def test_a_step_may_come_several_times() -> None:
    ladder = Ladder((minutes(Rung.LEAD, 60), minutes(Rung.LEAD, 240)))
    assert shown(escalation(local("2026-11-20 10:00"), ladder, OFFICE, acute=False)) == [
        ("lead", "Fri 20 Nov 11:00"),
        ("lead", "Fri 20 Nov 14:00"),
    ]


def test_a_step_at_any_hour_comes_at_night_and_moves_none_that_waits_for_the_morning() -> None:
    any_hour = minutes(Rung.LEAD, 30, any_hour=True)
    ladder = Ladder((minutes(Rung.SECOND, 15), any_hour, minutes(Rung.TEAM, 60)))
    assert shown(escalation(local("2026-11-19 23:00"), ladder, OFFICE, acute=False)) == [
        ("lead", "Thu 19 Nov 23:30"),
        ("second", "Fri 20 Nov 08:00"),
        ("team", "Fri 20 Nov 08:45"),
    ]


@given(instants, opening_times(), ladders())
def test_the_steps_never_come_closer_to_each_other_than_configured(
    received: datetime, times: OpeningTimes, ladder: Ladder
) -> None:
    due = escalation(received, ladder, times, acute=False)
    waiting = [step.after for step in ladder.steps if not step.any_hour]
    at_any_hour = {received + step.after for step in ladder.steps if step.any_hour}
    moved = [each.due_at for each in due]
    for instant in at_any_hour:
        moved.remove(instant)
    assert len(moved) == len(waiting)
    for (early, late), (before, after) in zip(
        zip([received, *moved], moved, strict=False),
        zip([timedelta(0), *waiting], waiting, strict=False),
        strict=True,
    ):
        assert late - early >= after - before


@given(instants, opening_times(), ladders())
def test_every_step_comes_once_and_in_due_order(
    received: datetime, times: OpeningTimes, ladder: Ladder
) -> None:
    for acute in (True, False):
        due = escalation(received, ladder, times, acute)
        assert sorted(each.rung for each in due) == sorted(step.rung for step in ladder.steps)
        assert list(due) == sorted(due, key=lambda each: each.due_at)


@given(instants, opening_times(), ladders())
def test_acute_steps_are_real_minutes_even_when_clocks_change(
    received: datetime, times: OpeningTimes, ladder: Ladder
) -> None:
    steps = escalation(received.astimezone(times.zone), ladder, times, acute=True)
    assert [each.due_at - received for each in steps] == [step.after for step in ladder.steps]


@given(instants, ladders())
def test_outside_acute_nobody_is_woken_but_by_a_step_at_any_hour(
    received: datetime, ladder: Ladder
) -> None:
    steps = escalation(received, ladder, OFFICE, acute=False)
    woken = [each.due_at for each in steps if OFFICE.is_quiet(each.due_at)]
    allowed = [received + step.after for step in ladder.steps if step.any_hour]
    assert set(woken) <= set(allowed)


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001
    with pytest.raises(ValueError, match="needs a time zone"):
        escalation(naive, LADDER, OFFICE, acute=True)


@pytest.mark.parametrize("waits", [(0,), (-1,), (15, 15), (30, 15), (15, 60, 30)])
def test_waits_that_do_not_grow_are_refused(waits: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="longer than the one before"):
        Ladder(tuple(minutes(Rung.LEAD, wait) for wait in waits))
