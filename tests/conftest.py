"""The stage every story is played on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.bot_api_spec import specification
from tests.hand_clock import HandClock
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A sandbox and the bot, on a Monday morning in November."""
    async with Stage(tmp_path, HandClock()).open() as opened:
        yield opened
    spec = specification()
    assert spec is None or spec.mistakes(opened.sandbox.world.calls) == []
