"""Reminding again later: what a worker wishes for is added, and no deadline ever moves (S54)."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.deadlines import OpeningTimes, Reminder, Rung, later_out_of_quiet, opening_of


class Later(StrEnum):
    """When a worker wishes to be reminded again."""

    HOUR = "hour"
    TOMORROW = "tomorrow"


def snoozed(
    now: datetime, times: OpeningTimes, wish: Later, last_call: datetime | None = None
) -> Reminder:
    """Return one more reminder at the wished time, moved later out of quiet times.

    `last_call` is when the last call of a promise that nobody has kept yet is due; while that
    lies ahead, the reminder comes no later. All other reminders stay as they are.
    """
    if wish is Later.HOUR:
        due = later_out_of_quiet(now + timedelta(hours=1), times)
    else:
        tomorrow = now.astimezone(times.zone).date() + timedelta(days=1)
        due = later_out_of_quiet(opening_of(tomorrow, times), times)
    ahead = last_call is not None and last_call > now
    return Reminder(Rung.SNOOZED, min(due, last_call) if ahead and last_call else due)
