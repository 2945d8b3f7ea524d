"""Who of the team is let in, whose concerns others may take, and that somebody always leads."""

from dataclasses import replace

import pytest

from domain.people import Member, StaffRole, Status, is_last_lead, may_take_over, takes_part

ANNA = Member("a", "Anna", StaffRole.WORKER, 1)
BO = Member("b", "Bo", StaffRole.WORKER, 2)
LONE = Member("l", "Lone", StaffRole.LEAD, 3)


@pytest.mark.parametrize("status", Status)
def test_whoever_is_on_pause_or_gone_takes_no_part_and_may_be_followed(status: Status) -> None:
    owner = replace(ANNA, status=status)
    part = status in (Status.ACTIVE, Status.LEAVING)
    assert takes_part(owner) == part
    assert may_take_over(BO, owner) == (not part)


def test_whoever_cannot_be_reached_takes_no_part() -> None:
    assert not takes_part(replace(ANNA, reachable=False))
    assert may_take_over(BO, replace(ANNA, reachable=False))


def test_somebody_else_must_lead_before_a_lead_stops() -> None:
    assert is_last_lead(LONE, [ANNA, LONE])
    assert not is_last_lead(ANNA, [ANNA, LONE])
    other = replace(BO, role=StaffRole.LEAD)
    assert not is_last_lead(LONE, [LONE, other])
    for status in (Status.PAUSED, Status.LEAVING, Status.GONE):
        assert is_last_lead(LONE, [LONE, replace(other, status=status)])
