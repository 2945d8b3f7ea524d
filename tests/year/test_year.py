"""A small year is kept, and the judge finds whatever is planted in it."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain import deadlines, escalation, people, telling
from domain.deadlines import Reminder, Rung
from domain.people import Member
from domain.telling import Telling
from tests.year.judge import Judge, Verdict
from tests.year.play import Play
from tests.year.record import Kind, Record
from tests.year.team import END, START, TIMES, Team
from tests.year.whole import play_year

Plant = Callable[[pytest.MonkeyPatch], None]
_HOUR = timedelta(hours=1)


def test_a_small_year_leaves_nobody_alone_and_wakes_nobody() -> None:
    found = play_year(2_000).verdict
    assert found.faults == []
    assert found.concerns == 2_000
    assert min(found.alerts, found.nudges, found.checked) > 5_000


def test_the_year_has_both_changes_of_the_clock_and_closed_days() -> None:
    offsets = {moment.astimezone(TIMES.zone).utcoffset() for moment in (START, START + 180 * _DAY)}
    assert len(offsets) == 2
    assert END.astimezone(TIMES.zone).utcoffset() == START.astimezone(TIMES.zone).utcoffset()
    closed = [day for day in TIMES.closed_days if day.year == 2026 and day.weekday() < 5]
    assert len(closed) >= 6


def played(concerns: int = 60) -> Record:
    """Return the record of a small team's year."""
    chance = random.Random(7)
    return Play(Team.by_chance(3, chance), concerns, chance).whole()


def judged(record: Record) -> Verdict:
    return Judge(record).judge()


_DAY = timedelta(days=1)
_escalation, _deadline_nudges, _told_at = (
    escalation.escalation,
    deadlines.deadline_nudges,
    telling.told_at,
)


def _drops(rung: Rung) -> Plant:
    """Plant that one rung is never scheduled."""

    def left(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
        return tuple(each for each in reminders if each.rung is not rung)

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(escalation, "escalation", lambda *given: left(_escalation(*given)))
        patch.setattr(deadlines, "deadline_nudges", lambda *given: left(_deadline_nudges(*given)))

    return plant


def _moves(rung: Rung, by: timedelta) -> Plant:
    """Plant that one rung comes at another moment."""

    def moved(reminders: Iterable[Reminder]) -> list[Reminder]:
        return [
            replace(each, due_at=each.due_at + by) if each.rung is rung else each
            for each in reminders
        ]

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(escalation, "escalation", lambda *given: moved(_escalation(*given)))
        patch.setattr(deadlines, "deadline_nudges", lambda *given: moved(_deadline_nudges(*given)))

    return plant


def _tells(change: Callable[[Telling], Telling]) -> Plant:
    """Plant that others are told than the rules name."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(telling, "told_at", lambda *given: change(_told_at(*given)))

    return plant


def _gives(module: Any, name: str, nothing: object) -> Plant:
    """Plant a rule that answers nothing."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(module, name, lambda *given, **named: nothing)

    return plant


def _overdue_never_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(telling, "following", lambda *given: [])


def _forgets_who_is_away(patch: pytest.MonkeyPatch) -> None:
    def everyone(staff: Sequence[Member]) -> list[Member]:
        return [each for each in staff if each.reachable and not each.away]

    patch.setattr(people, "everyone", everyone)


PLANTED = {
    **{f"{rung} is dropped": (_drops(rung), "unheard") for rung in (Rung.SECOND, Rung.TEAM)},
    "lead is dropped": (_drops(Rung.LEAD), "unheard"),
    **{
        f"{rung} is dropped": (_drops(rung), "missed")
        for rung in (Rung.DAY3, Rung.DAY5, Rung.DAY7, Rung.OVERDUE)
    },
    "a step comes in the night": (_moves(Rung.TEAM, 14 * _HOUR), "at_night"),
    "the last call comes an hour too late": (_moves(Rung.DAY7, _HOUR), "missed"),
    "a nudge comes in the night": (_moves(Rung.DAY3, 14 * _HOUR), "at_night"),
    "overdue is told once": (_overdue_never_again, "missed"),
    "one who does not know is left out": (
        _tells(lambda told: replace(told, alerted=told.alerted[:-1])),
        "unheard",
    ),
    "one who knows is left out": (
        _tells(lambda told: replace(told, nudged=told.nudged[:-1])),
        "missed",
    ),
    "somebody is told twice": (
        _tells(lambda told: replace(told, nudged=told.nudged + told.nudged[:1])),
        "doubled",
    ),
    "a new concern is told to nobody": (_gives(people, "first_to_alert", []), "unheard"),
    "nobody stands in for one who is lost": (_gives(telling, "in_place_of", []), "unheard"),
    "a team away is an empty house": (_forgets_who_is_away, "unheard"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_planted_in_the_rules_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plant, kind = PLANTED[fault]
    plant(monkeypatch)
    assert getattr(judged(played(1_500)), kind)  # some faults matter only once in a while


def test_nothing_is_found_where_nothing_is_planted() -> None:
    assert judged(played(600)).faults == []


def test_any_message_that_is_missing_at_a_step_or_deadline_is_found() -> None:
    record = played()
    steps = [each for each in record.told if each.kind is Kind.NUDGE]
    needed = 0
    for gone in steps[:150]:
        left = [each for each in record.told if each is not gone]
        needed += bool(judged(replace(record, told=left)).faults)
    assert needed > 100  # the others went to more people than are promised: leads on the last day


def test_a_message_moved_into_the_night_or_sent_again_is_found() -> None:
    record = played()
    nudge = next(each for each in record.told if each.kind is Kind.NUDGE)
    night = replace(nudge, at=_night_of(nudge.at))
    assert judged(replace(record, told=[*record.told, night])).at_night
    assert judged(replace(record, told=[*record.told, nudge])).doubled


def _night_of(moment: datetime) -> datetime:
    local = moment.astimezone(TIMES.zone)
    return local.replace(hour=3).astimezone(moment.tzinfo)
