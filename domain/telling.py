"""Who of the team is told of a concern: when it arrives, and at each moment that comes after.

`told` are the ids of those who have been alerted to the concern already. Nobody is told twice at
one moment, and an empty team gives empty answers.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.concern import Concern, has_ended, is_open
from domain.deadlines import (
    DEADLINE_RUNGS,
    UNTAKEN_RUNGS,
    OpeningTimes,
    Reminder,
    Rung,
    next_opening,
)
from domain.people import (
    Member,
    Status,
    everyone,
    first_to_alert,
    leads,
    second_to_alert,
    takes_part,
    workers,
)
from domain.roster import DutyHours

# The most urgent last.
TEAM_RUNGS = (*UNTAKEN_RUNGS, Rung.SNOOZED, Rung.FOLLOW_UP, Rung.UNOWNED, *DEADLINE_RUNGS)
_DAILY = (Rung.OVERDUE, Rung.UNOWNED)


@dataclass(frozen=True)
class Telling:
    """Who is told at one moment: those who do not know get an alert, the others a nudge.

    `rung` is the most urgent of those due, and says why; None when there is nothing to say.
    """

    rung: Rung | None = None
    alerted: tuple[Member, ...] = ()
    nudged: tuple[Member, ...] = ()


class Heard(StrEnum):
    """Who heard of a concern as it came in, for an honest sentence to the one who wrote it."""

    ON_DUTY = "on_duty"
    NOBODY_ON_DUTY = "nobody_on_duty"  # so all others who can be told were told
    DUTY_OUT_OF_REACH = "duty_out_of_reach"  # the same, although somebody has the duty
    NOBODY = "nobody"


def heard(staff: Iterable[Member], told: Collection[Member]) -> Heard:
    """Return who heard, of the team as it is and those who were told."""
    if not told:
        return Heard.NOBODY
    if any(member.on_duty for member in told):
        return Heard.ON_DUTY
    active = (member for member in staff if member.status is Status.ACTIVE)
    has_duty = any(member.on_duty for member in active)
    return Heard.DUTY_OUT_OF_REACH if has_duty else Heard.NOBODY_ON_DUTY


def hear_of_gap(
    told: Collection[Member], instant: datetime, hours: DutyHours, times: OpeningTimes
) -> list[Member]:
    """Return who must know that nobody could be told on duty, though somebody should have it.

    The leads among those who were told, or all of them where no lead was; nobody outside duty
    hours.
    """
    local = instant.astimezone(times.zone)
    in_hours = times.is_open_day(local.date()) and hours.start <= local.time() < hours.end
    return leads(told) if in_hours and not any(each.on_duty for each in told) else []


def heeded(concern: Concern, rungs: Iterable[Rung]) -> list[Rung]:
    """Return those of the team's rungs that still mean something, in the order given."""
    if has_ended(concern):
        return []
    means = {
        **dict.fromkeys(UNTAKEN_RUNGS, concern.owner is None),
        **dict.fromkeys(DEADLINE_RUNGS, is_open(concern)),
        Rung.FOLLOW_UP: True,
        Rung.SNOOZED: concern.owner is not None,
        Rung.UNOWNED: concern.owner is None and not is_open(concern),
    }
    return [rung for rung in rungs if means.get(rung, False)]


def told_at(
    concern: Concern, rungs: Iterable[Rung], staff: Sequence[Member], told: Collection[str]
) -> Telling:
    """Return who is told at a moment at which these rungs are due, in due order.

    Of several the most urgent speaks, once to each, and none of them leaves anybody out.
    """
    due = heeded(concern, rungs)
    if not due:
        return Telling()
    search = [rung for rung in due if rung in UNTAKEN_RUNGS]
    alerted = _found(search, staff, told)
    if len(search) < len(due):
        rung = max(due, key=TEAM_RUNGS.index)
        circle = _reminded(rung, staff, concern.owner)
    else:
        rung = due[-1]
        circle = [member for member in _searched(rung, staff) if member.id in told]
    nudged = (member for member in circle if member not in alerted)
    return Telling(rung, tuple(alerted), tuple(nudged))


def following(
    concern: Concern, rungs: Iterable[Rung], now: datetime, times: OpeningTimes
) -> list[Reminder]:
    """Return the reminders that follow from those due now: some come again every working day."""
    due = heeded(concern, rungs)
    return [next_opening(rung, now, times) for rung in _DAILY if rung in due]


def hear_news(concern: Concern, staff: Sequence[Member], told: Collection[str]) -> list[Member]:
    """Return who hears that a concern has changed: its owner, if they can be reached.

    While there is none at work, also those who know of it and can be told, and if there are
    none, those who hear first.
    """
    owner = [each for each in staff if each.id == concern.owner and takes_part(each)]
    knowing = [each for each in everyone(staff) if each.id in told]
    if any(not each.away for each in owner):
        return owner
    others = knowing or first_to_alert(staff, acute=concern.acute)
    return [*owner, *(each for each in others if each not in owner)]


def in_place_of(
    member: str, concern: Concern, staff: Iterable[Member], told: Collection[str]
) -> list[Member]:
    """Return who must hear of a concern because `member` cannot be reached any more.

    All who do not know of it, unless somebody else owns it who can be reached.
    """
    rest = [each for each in staff if each.id != member]
    if any(each.id == concern.owner and takes_part(each) for each in rest):
        return []
    return [each for each in everyone(rest) if each.id not in told]


def _found(search: Iterable[Rung], staff: Sequence[Member], told: Collection[str]) -> list[Member]:
    """Return who does not know yet and is alerted by these steps, one after the other."""
    found: list[Member] = []
    for rung in search:
        known = {*told, *(member.id for member in found)}
        circle = second_to_alert(staff, known) if rung is Rung.SECOND else _searched(rung, staff)
        found += [member for member in circle if member.id not in known]
    return found


def _searched(rung: Rung, staff: Sequence[Member]) -> list[Member]:
    """Return everybody a step is for, whether they know or not; the second is never nudged."""
    circles = {Rung.TEAM: workers, Rung.LEAD: leads, Rung.EVERYONE: everyone}
    return circles[rung](staff) if rung in circles else []


def _reminded(rung: Rung, staff: Sequence[Member], owner: str | None) -> list[Member]:
    """Return who is nudged: the owner, or everyone when there is none at work; leads when late.

    Being reminded again is one person's own wish and nobody else's.
    """
    own = [member for member in staff if member.id == owner and takes_part(member)]
    if rung is Rung.SNOOZED:
        return own
    at_work = [member for member in own if not member.away]
    circle = at_work or everyone(staff)
    if rung in (Rung.DAY7, *_DAILY) or (rung is Rung.FOLLOW_UP and not at_work):
        circle = [*circle, *(lead for lead in leads(staff) if lead not in circle)]
    return circle
