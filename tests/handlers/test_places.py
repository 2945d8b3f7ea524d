"""A pin becomes rough words in the answer that says where, or is kept until it is asked for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.interview import Interview, clear, edit, submission
from domain.people import Role
from domain.questionnaire import SUMMARY, Answer
from handlers.raising import places
from handlers.turn import Turn
from tests.handlers.house import opened_house, turn_of

PIN = "Sted på kortet, cirka: 55.313, 10.790"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def pinned(folder: Path, interview: Interview | None) -> Turn:
    """Let somebody at that point of an interview send a pin, and return their turn."""
    async with opened_house(folder) as house:
        turn = await turn_of(house, NOW, interview)
        places.pin(turn, (55.313, 10.79), 7)
        return turn


def at(question: str, role: Role | None = None, **options: str) -> Interview:
    """Return an interview at a question, after these answers."""
    given = {"language": "da", "danger": "no", **({"role": role} if role else {}), **options}
    return Interview("abcd", question, {name: Answer((each,)) for name, each in given.items()})


@pytest.mark.parametrize(
    ("interview", "question", "next_one"),
    [
        (at("where", Role.RELATIVE), "where", "description"),
        (at("meet_where", Role.CITIZEN), "meet_where", "meet_when"),
        (at("address", Role.CITIZEN, meet_where="outside"), "address", "meet_when"),
        (at("where", Role.PARTNER, purpose="visit"), "where", "under_way"),
    ],
)
async def test_a_pin_answers_the_question_for_a_place(
    tmp_path: Path, interview: Interview, question: str, next_one: str
) -> None:
    after = (await pinned(tmp_path, interview)).person.interview
    assert after is not None
    assert after.answers[question].words == PIN
    assert after.at == next_one


@pytest.mark.parametrize(
    ("interview", "question"),
    [
        (at("seen", Role.RELATIVE), "where"),
        (at("wish", Role.CITIZEN), "meet_where"),
        (at("alias", Role.CITIZEN, meet_where="home"), "address"),
        (at(SUMMARY, Role.PARTNER, purpose="notice"), "where"),
    ],
)
async def test_a_pin_elsewhere_is_kept_for_the_place_and_the_question_stays(
    tmp_path: Path, interview: Interview, question: str
) -> None:
    after = (await pinned(tmp_path, interview)).person.interview
    assert after is not None
    assert after.answers[question].words == PIN
    assert after.at == interview.at


async def test_a_pin_before_the_role_waits_for_whichever_comes(tmp_path: Path) -> None:
    after = (await pinned(tmp_path, at("role"))).person.interview
    assert after is not None
    for role, question in (("citizen", "meet_where"), ("relative", "where")):
        chosen = {**after.answers, "role": Answer((role,))}
        assert submission(Interview("abcd", SUMMARY, chosen))[question].words == PIN


async def test_a_sparring_keeps_no_pin(tmp_path: Path) -> None:
    interview = at("seen", Role.PARTNER, purpose="sparring")
    after = (await pinned(tmp_path, interview)).person.interview
    assert after == interview


async def test_a_pin_as_the_very_first_message_is_written_down(tmp_path: Path) -> None:
    after = (await pinned(tmp_path, None)).person.interview
    assert after is not None
    assert after.answers["own_words"].words == PIN


async def test_a_pin_stands_beside_words_and_can_be_cleared(tmp_path: Path) -> None:
    interview = at("where", Role.RELATIVE)
    written = {**interview.answers, "where": Answer(words="Ved søen")}
    after = (await pinned(tmp_path, Interview("abcd", "where", written))).person.interview
    assert after is not None
    assert after.answers["where"].words == f"Ved søen\n{PIN}"
    citizen = at("meet_where", Role.CITIZEN)
    assert clear(edit(citizen, "meet_where")).answers["meet_where"] == Answer()
