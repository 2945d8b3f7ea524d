"""What is counted of a concern before it is forgotten, and when that is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.concern import ENDED_STATES, Concern, State
from domain.figures import Arrival
from domain.people import Role
from domain.retention import counted, ended, forgotten_on

DAY = date(2026, 11, 2)
RAISED = Concern(
    "id", "Stille Bæk", Role.RELATIVE, False, datetime(2026, 11, 2, tzinfo=UTC), DAY, DAY
)


def test_each_arrival_counts_for_its_role_and_its_wait_in_its_month() -> None:
    arrivals = [
        Arrival(Role.RELATIVE, DAY, DAY),
        Arrival(Role.RELATIVE, DAY, DAY + timedelta(9)),
        Arrival(Role.CITIZEN, date(2026, 12, 1), None),
    ]
    assert counted(arrivals, [], 7) == {
        ("2026-11", "received: relative"): 2,
        ("2026-11", "waited: same_day"): 1,
        ("2026-11", "waited: later"): 1,
        ("2026-12", "received: citizen"): 1,
        ("2026-12", "waited: none"): 1,
    }


def test_what_was_done_counts_once_a_month_if_a_figure_shows_it() -> None:
    done = [("reopened", DAY), ("reopened", DAY), ("reopened", date(2026, 12, 1)), ("seen", DAY)]
    assert counted([], done, 7) == {
        ("2026-11", "done: reopened"): 1,
        ("2026-12", "done: reopened"): 1,
    }


@pytest.mark.parametrize("state", State)
def test_only_what_has_ended_on_a_day_is_forgotten(state: State) -> None:
    over = replace(RAISED, state=state)
    assert forgotten_on(over, 180) is None
    expected = DAY + timedelta(180) if state in ENDED_STATES else None
    assert forgotten_on(ended(over, DAY), 180) == expected
