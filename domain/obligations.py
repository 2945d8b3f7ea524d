"""What the team still owes a concern: the reminders that must live until somebody acts."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from domain import asking_back
from domain.concern import Concern, has_ended, is_open
from domain.deadlines import (
    DEADLINE_RUNGS,
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
from domain.handover import ANYONE, unanswered_offer
from domain.people import Role


def obligations(
    concern: Concern, now: datetime, ladder: Ladder, times: OpeningTimes
) -> tuple[Reminder, ...]:
    """Return every reminder of the team that must live from `now` on (S54).

    Until somebody has reacted: the nudges of the promise that lie ahead, and always one past it.
    Without an owner the search for one comes first, beginning now; and when somebody has reacted
    already, the next opening after the search follows, for as long as nobody has it. Otherwise
    none: how long help lasts is not fixed (S49), and after the reaction nothing is late (S50).
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


def missing(
    concern: Concern, standing: Collection[str], now: datetime, ladder: Ladder, times: OpeningTimes
) -> tuple[Reminder, ...]:
    """Return the reminders a concern must have and has not; `standing` are the rungs it has (S54).

    All that can be told from the concern itself: the search as it began at receipt, what
    `obligations` owes of the promise, what comes again for as long as nobody has it or answers an
    offer to anyone, and what its reporter hears at the end of the promise. A day or an hour that
    a worker chose for themselves cannot be known here.
    """
    if has_ended(concern):
        return ()
    owed = [*_searching(concern, now, ladder, times), *_promised(concern, now, ladder, times)]
    if concern.offered_to == ANYONE:
        owed.append(unanswered_offer(now, times))
    owed += _of_the_reporter(concern, ladder, times)
    return tuple(each for each in owed if each.due_at > now and each.rung not in standing)


def withheld(concern: Concern) -> tuple[Rung, ...]:
    """Return what its reporter must not be told by themselves as the concern stands."""
    reacted = () if not is_open(concern) else (Rung.TELL_REACTED,)
    return (*reacted, Rung.TELL_ENDED)


def _searching(
    concern: Concern, now: datetime, ladder: Ladder, times: OpeningTimes
) -> tuple[Reminder, ...]:
    if concern.owner is not None:
        return ()
    if not is_open(concern):
        return (next_opening(Rung.UNOWNED, now, times),)
    return escalation(concern.received_at, ladder, times, acute=concern.acute)


def _promised(
    concern: Concern, now: datetime, ladder: Ladder, times: OpeningTimes
) -> list[Reminder]:
    owed = obligations(concern, now, ladder, times)
    return [each for each in owed if each.rung in DEADLINE_RUNGS]


def _of_the_reporter(concern: Concern, ladder: Ladder, times: OpeningTimes) -> list[Reminder]:
    """Return what its reporter hears by themselves of the promise they know of.

    They are asked only at the end of the first one. A partner who asked for advice hears nothing;
    that stands only in their sealed words, so partners are left out.
    """
    if concern.role is Role.PARTNER:
        return []
    began_on = concern.told_on - timedelta(days=ladder.days)
    own = asking_back.moments(at_wall_clock(began_on, time(12), times.zone), ladder, times)
    is_first = promised_day(concern.received_at, times.zone, ladder.days) == concern.told_on
    return [each for each in own if is_first or each.rung is not Rung.STILL_WORRIED]


def _begun(concern: Concern, ladder: Ladder, times: OpeningTimes) -> datetime:
    """Return when the promise began: at receipt, or at that time of day when it was renewed."""
    received = concern.received_at
    if promised_day(received, times.zone, ladder.days) == concern.promised_on:
        return received
    day = concern.promised_on - timedelta(days=ladder.days)
    return at_wall_clock(day, received.astimezone(times.zone).time(), times.zone)
