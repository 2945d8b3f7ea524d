"""What is tapped and what is typed about the roster is done in one place, by the same people."""

from handlers.roster import rota
from handlers.team.access import May
from handlers.team.buttons import PRESSES

ROTA = [each for each in PRESSES if each.do is rota.tapped]


def test_every_button_of_the_roster_does_something_and_nothing_waits_for_a_button() -> None:
    assert {each.action.split("/")[0] for each in ROTA} == rota.ACTS.keys()


def test_only_a_lead_types_what_only_a_lead_taps() -> None:
    assert {each.action.split("/")[0] for each in ROTA if each.may is May.LEAD} == rota.LEADS
