"""What the team still owes a concern: the reminders that must live until somebody acts."""

from datetime import datetime, timedelta

from domain.concern import Concern, has_ended, is_open
from domain.deadlines import (
    Ladder,
    OpeningTimes,
    Reminder,
    Rung,
    at_wall_clock,
    deadline_nudges,
    next_opening,
    promised_day,
)
from domain.escalation import escalation


def obligations(
    concern: Concern, now: datetime, ladder: Ladder, times: OpeningTimes
) -> tuple[Reminder, ...]:
    """Return every reminder of the team that must live from `now` on (S54).

    Until somebody has reacted: the nudges of the promise that lie ahead, and always one past it.
    Without an owner the search for one comes first, beginning now; and when somebody has reacted
    already, the next opening after the search follows, for as long as nobody has it. Otherwise
    none.
    """
    free = concern.owner is None and not has_ended(concern)
    search = escalation(now, ladder, times, acute=concern.acute) if free else ()
    if not is_open(concern):
        searched = max((each.due_at for each in search), default=now)
        return (*search, next_opening(Rung.UNOWNED, searched, times)) if free else ()
    *nudges, overdue = deadline_nudges(_begun(concern, ladder, times), ladder, times)
    ahead = (each for each in nudges if each.due_at >= now)
    if overdue.due_at < now:
        overdue = next_opening(Rung.OVERDUE, now, times)
    return (*search, *ahead, overdue)


def withheld(concern: Concern) -> tuple[Rung, ...]:
    """Return what its reporter must not be told by themselves as the concern stands."""
    reacted = () if not is_open(concern) else (Rung.TELL_REACTED,)
    return (*reacted, Rung.TELL_ENDED)


def _begun(concern: Concern, ladder: Ladder, times: OpeningTimes) -> datetime:
    """Return when the promise began: at receipt, or at that time of day when it was renewed."""
    received = concern.received_at
    if promised_day(received, times.zone, ladder.days) == concern.promised_on:
        return received
    day = concern.promised_on - timedelta(days=ladder.days)
    return at_wall_clock(day, received.astimezone(times.zone).time(), times.zone)
