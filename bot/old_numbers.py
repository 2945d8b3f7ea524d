"""Numbers of the acute card that nobody has tried for long: told at start, in the log and chat."""

import logging
from datetime import datetime

from bot.turns import Turns
from domain.service import Service, is_old
from handlers.help import acute

_log = logging.getLogger(__name__)


async def warn(turns: Turns, service: Service, now: datetime) -> None:
    """Log one line for every number whose day is too old, or ahead, and tell the leads once."""
    today = now.astimezone(service.times.zone).date()
    old = [(place, each) for place, each in enumerate(service.crisis) if is_old(each, today)]
    for place, each in old:
        _log.warning(
            "acute.numbers.%s.checked_on: %s is %s. See that %s is still right, and set "
            "checked_on to that day. Never call an emergency line to try it: look it up.",
            place,
            each.checked_on.isoformat(),
            "in the future" if each.checked_on > today else "more than 180 days ago",
            each.number,
        )
    if old:
        await turns.run(None, acute.remind_to_check)
