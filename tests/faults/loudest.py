"""The bot as a process that fails everywhere, with every library at its loudest; see its test."""

import logging
import sys
from typing import Any

from bot import cli, logs
from bot.dispatcher import Dispatcher

BUG = "fejler her"  # a message with these words meets a defect


def loudest(level: str, *secrets: str) -> None:
    """Set logging up as the bot does, and then let everything be heard that may be muted."""
    quiet(level, *secrets)
    known = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    for each in known:
        each.setLevel(logging.DEBUG)
        each.disabled, each.propagate = False, True


async def defective(self: Any, update: Any) -> None:
    """Handle an update, unless it says that this shall fail."""
    text = (update.effective_message and update.effective_message.text) or ""
    if BUG in text:
        raise ValueError(f"{text} {update!r} {self._application.bot.token}")
    await working(self, update)


if __name__ == "__main__":
    quiet, working = logs.set_up, Dispatcher._process
    logs.set_up = loudest
    Dispatcher._process = defective  # type: ignore[method-assign]
    sys.exit(cli.cli())
