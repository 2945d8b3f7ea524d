"""The handshake: whoever comes on duty says so, and who does not is noticed before a concern comes.

A duty is proven once somebody who has it has said so, or took it by hand as it began for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.deadlines import OpeningTimes
from domain.people import Member, backup, everyone, is_proven, leads
from domain.roster import DutyHours


class Hand(StrEnum):
    """How a handshake stands; the values are stored, so they never change."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    MISSED = "missed"  # until it is confirmed after all


@dataclass(frozen=True)
class Handshake:
    """What somebody who came on duty was asked at its start, and by when they should answer.

    `told` are the members who heard that no answer came.
    """

    member: str
    starts_at: datetime
    ends_at: datetime
    due_at: datetime
    state: Hand = Hand.ASKED
    told: tuple[str, ...] = ()


def is_left_alone(staff: Iterable[Member]) -> bool:
    """Whether there are members on duty, and none of them can be reached (S41)."""
    people = list(staff)
    able = {member.id for member in everyone(people)}
    on_duty = [member for member in people if member.on_duty]
    return bool(on_duty) and not any(member.id in able for member in on_duty)


def to_ask_instead(staff: Iterable[Member]) -> list[Member]:
    """Return who hears that somebody on duty is silent or out of reach (S41).

    The leads, and one backup unless somebody else on duty has proven that they are there.
    """
    people = list(staff)
    told, more = leads(people), [] if is_proven(people) else backup(people)
    return [*told, *(member for member in more if member not in told)]


def may_be_told_now(
    instant: datetime, hours: DutyHours, times: OpeningTimes, *, waiting: bool
) -> bool:
    """Whether those who are not on duty hear of an empty or unproven duty at that instant.

    In quiet times only within the hours of duty, or when a concern waits for somebody to take it.
    """
    local = instant.astimezone(times.zone)
    in_hours = times.is_open_day(local.date()) and hours.start <= local.time() < hours.end
    return waiting or in_hours or not times.is_quiet(instant)
