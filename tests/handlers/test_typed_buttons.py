"""What stands on a button of an opened concern can be typed, with its nickname after it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.hand_clock import HandClock
from tests.handlers.pressing import CONCERNS, Everybody, everybody


@pytest.fixture
async def people(tmp_path: Path) -> AsyncIterator[Everybody]:
    async with everybody(tmp_path, HandClock(), writing=False) as here:
        yield here


@pytest.mark.parametrize("who", ["owner", "worker", "lead"])
async def test_every_button_of_a_concern_can_be_typed(people: Everybody, who: str) -> None:
    not_understood = people.app.house.phrases.voice("da")("staff-not-understood")
    tried = 0
    for name, concern in CONCERNS.items():
        await people.presses(who, f"open/{concern}/0")
        for label in people.buttons_of(who):
            await people.types(who, f"{label} {name} Bæk")
            assert not_understood not in people.words_of(who), f"{label} {name} Bæk"
            tried += 1
    assert tried
