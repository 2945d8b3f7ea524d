"""Who is told of a duty that nobody has proven, and when."""

from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.deadlines import OpeningTimes
from domain.handshake import is_left_alone, may_be_told_now, to_ask_instead
from domain.people import Member, StaffRole, Status, backup, first_to_alert, is_proven
from domain.roster import DutyHours

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
OFFICE = OpeningTimes(COPENHAGEN)
Said = dict[str, Any]  # of a member, as Member has it
SILENT: Said = {"on_duty": True, "unproven": True}


def member(name: str, number: int, **more: Any) -> Member:
    role = StaffRole.LEAD if name == "lone" else StaffRole.WORKER
    return Member(name, name, role, number, **more)


def team(**members: Said) -> list[Member]:
    """Return Anna, Bo, Cara and the lead Lone, with what is said of each."""
    names = ("lone", "anna", "bo", "cara")
    return [member(name, number, **members.get(name, {})) for number, name in enumerate(names, 1)]


def names(members: list[Member]) -> list[str]:
    return [each.id for each in members]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"anna": {"on_duty": True}}, ["anna"]),
        ({"anna": SILENT}, ["anna", "bo"]),
        ({"anna": SILENT, "bo": {"on_duty": True}}, ["anna", "bo"]),
        ({"anna": SILENT, "bo": SILENT}, ["anna", "bo", "cara"]),
        ({"anna": SILENT, "bo": {"away": True}}, ["anna", "cara"]),
        ({"anna": SILENT, "bo": {"reachable": False}, "cara": {"away": True}}, ["anna", "lone"]),
        ({"anna": {"on_duty": True, "reachable": False}}, ["lone", "bo", "cara"]),
        ({"anna": {"unproven": True}}, ["lone", "anna", "bo", "cara"]),
    ],
)
def test_a_concern_goes_to_one_more_while_nobody_on_duty_has_proven_it(
    members: dict[str, Said], told: list[str]
) -> None:
    assert names(first_to_alert(team(**members), acute=False)) == told


def test_the_leads_and_one_backup_are_asked_but_no_backup_beside_somebody_proven() -> None:
    assert names(to_ask_instead(team(anna=SILENT))) == ["lone", "bo"]
    assert names(to_ask_instead(team(anna=SILENT, bo={"on_duty": True}))) == ["lone"]
    alone = [member("anna", 1, **SILENT)]
    assert backup(alone) == []
    assert not is_proven(alone)


def test_a_duty_is_left_alone_only_if_somebody_has_it_and_none_of_them_can_be_reached() -> None:
    assert not is_left_alone(team())
    assert not is_left_alone(team(anna={"on_duty": True}))
    gone: Said = {"on_duty": True, "reachable": False}
    assert is_left_alone(team(anna=gone))
    assert is_left_alone(team(anna=gone, bo={"on_duty": True, "status": Status.PAUSED}))
    assert not is_left_alone(team(anna=gone, bo={"on_duty": True}))


@pytest.mark.parametrize(
    ("moment", "waiting", "told"),
    [
        ("2026-11-23T09:00", False, True),
        ("2026-11-23T19:00", False, True),
        ("2026-11-23T23:00", False, False),
        ("2026-11-23T23:00", True, True),
        ("2026-11-24T06:30", False, True),  # quiet still, but within the hours of duty
        ("2026-11-28T09:00", False, False),  # Saturday
    ],
)
def test_nobody_is_woken_for_a_duty_without_need(moment: str, waiting: bool, told: bool) -> None:
    instant = datetime.fromisoformat(moment).replace(tzinfo=COPENHAGEN).astimezone(UTC)
    early = DutyHours(start=time(6))
    assert may_be_told_now(instant, early, OFFICE, waiting=waiting) is told
