"""Whoever may not press a button or give a command is told so kindly, and nothing happens."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from domain.handover import ANYONE
from handlers.team.access import May, Press, TeamCommand
from handlers.team.buttons import PRESSES
from tests.hand_clock import HandClock
from tests.handlers.pressing import EVERYBODY, STANDING, TEAM, Everybody, actions, everybody

TRIES_OF_OUTSIDERS = 10  # what a button carries matters to nobody whom none of them lets in
OWNERS = {name: owner for name, (_, owner, _) in STANDING.items()}
Rule = Callable[[str, str], bool]  # of who presses, and which concern the button names

MAY: dict[May, Rule] = {
    May.TEAM: lambda who, concern: who in TEAM,
    May.OWNER: lambda who, concern: concern != "" and who == OWNERS.get(concern),
    May.LEAD: lambda who, concern: who == "lead",
}


def _reads(who: str, concern: str) -> bool:
    return OWNERS.get(concern) in (None, who) or who == "lead" or concern == "closed"


def _sees(who: str, concern: str) -> bool:
    return _reads(who, concern) and concern != "closed"


def _takes(who: str, concern: str) -> bool:
    offered = STANDING[concern][2] if concern in STANDING else None
    return _reads(who, concern) or offered in (who, ANYONE)


def _anything(who: str, concern: str) -> bool:
    return True


# What else must hold, where who may is not only a matter of the level.
FINER: dict[str, Rule] = {
    **dict.fromkeys(("open", "show"), _reads),
    "take": _takes,
    "media": _sees,
    "release": MAY[May.OWNER],
}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Everybody]:
    """A bot with somebody of each kind in it."""
    async with everybody(tmp_path, HandClock()) as opened:
        yield opened


def may_press(press: Press, who: str, concern: str) -> bool:
    finer = FINER.get(press.action.split("/")[0], _anything)
    return MAY[press.may](who, concern) and finer(who, concern)


@pytest.mark.parametrize("press", PRESSES, ids=lambda press: press.action)
async def test_a_button_does_only_what_its_presser_may(bot: Everybody, press: Press) -> None:
    wrong = []
    for number, (action, concern) in enumerate(actions(press)):
        for who in EVERYBODY if number < TRIES_OF_OUTSIDERS else TEAM:
            outcome = await bot.presses(who, action)
            mistakes = outcome.mistakes(who, may=may_press(press, who, concern))
            wrong += [f"{action} ({concern}) pressed by {who}: {each}" for each in mistakes]
    assert wrong == []


async def test_a_command_does_only_what_its_sender_may(bot: Everybody) -> None:
    handlers = [each for group in bot.app.application.handlers.values() for each in group]
    commands = [each for each in handlers if isinstance(each, TeamCommand)]
    assert commands
    for each in commands:
        for name in each.commands:
            for who in EVERYBODY:
                outcome = await bot.says(who, f"/{name}")
                assert outcome.mistakes(who, may=MAY[each.may](who, "")) == [], (name, who)


@pytest.mark.parametrize("codes", [False, True], ids=["without codes", "with codes"])
async def test_no_button_shows_or_writes_words_where_a_code_is_missing(
    tmp_path: Path, codes: bool
) -> None:
    shown, written = set(), set()
    async with everybody(tmp_path, HandClock(), codes=codes) as bot:
        for press in PRESSES:
            for action, _ in actions(press):
                outcome = await bot.presses("owner", action)
                shown |= {press.action} if outcome.words else set()
                written |= {press.action} if "entries" in outcome.changed else set()
    if codes:
        assert shown | written == set()
    else:
        assert {"open/{concern}/{page}", "media/{concern}", "take/{concern}"} <= shown
        assert "send/{concern}/{what}" in written


async def test_a_button_that_does_too_much_would_be_found(bot: Everybody) -> None:
    opened = await bot.presses("worker", "duty/on")
    assert opened.mistakes("worker", may=False) == [
        "nothing was noted",
        "doors was changed",
        "duty_changes was changed",
        "handshakes was changed",
    ]
    refused = await bot.presses("stranger", "duty/on")
    assert refused.mistakes("worker", may=False) == ["was not answered", "others were told"]
