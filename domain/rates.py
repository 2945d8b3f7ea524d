"""How often something may happen within an hour, and when there is room for it again."""

from collections.abc import Iterable
from datetime import datetime, timedelta

HOUR = timedelta(hours=1)
CODES_OF_ONE = 5  # unknown codes that one account may try in an hour
CODES_OF_ALL = 30  # unknown codes that are looked up in an hour, whoever tries them


def within(times: Iterable[datetime], now: datetime) -> list[datetime]:
    """Return which moments count at `now`: those of the hour before it, and those ahead."""
    return [each for each in times if each > now - HOUR]


def has_room(times: Iterable[datetime], now: datetime, limit: int) -> bool:
    """Whether something may happen now without more than `limit` within an hour."""
    return len(within(times, now)) < limit


def next_room(times: Iterable[datetime], now: datetime, limit: int) -> datetime:
    """Return the first moment, from now on, at which something more may happen.

    Moments ahead are taken already: first come, first served.
    """
    counted = sorted(within(times, now))
    return max(now, counted[-limit] + HOUR) if len(counted) >= limit else now
