"""The people around a concern: those who report and those who work."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who somebody is when raising a concern (S6, S8, S9)."""

    CITIZEN = "citizen"
    RELATIVE = "relative"
    PARTNER = "partner"


class StaffRole(StrEnum):
    """What somebody is in the outreach team (S41, S52)."""

    WORKER = "worker"
    LEAD = "lead"


class Status(StrEnum):
    """Whether somebody takes part; the values are stored, so they never change."""

    ACTIVE = "active"
    PAUSED = "paused"  # by the lead: reads and does nothing until let in again
    LEAVING = "leaving"  # works on what is theirs, until others have taken it over
    GONE = "gone"  # only the name is kept, for the journal


@dataclass(frozen=True)
class Member:
    """One of the outreach team.

    `on_duty` says who gets an alert first, not who must take it (T9); `away` says that they are
    not at work. Both are read from the roster for one moment and never stored.
    `reachable` is false from the moment Telegram says that the bot is blocked.
    `number` counts the order of joining, from 1.
    """

    id: str
    name: str
    role: StaffRole
    number: int
    language: str = "da"
    reachable: bool = True
    status: Status = Status.ACTIVE
    on_duty: bool = False
    away: bool = False


def everyone(staff: Iterable[Member]) -> list[Member]:
    """Return all members who can be told of something, in order of joining.

    Those who are away are left in peace, unless everybody is: a concern never meets an empty
    house (S41).
    """
    able = [m for m in staff if m.reachable and m.status is Status.ACTIVE]
    present = [m for m in able if not m.away] or able
    return sorted(present, key=lambda member: member.number)


def workers(staff: Iterable[Member]) -> list[Member]:
    """Return the workers who can be reached, or everyone when no worker can."""
    reachable = everyone(staff)
    return [m for m in reachable if m.role is StaffRole.WORKER] or reachable


def leads(staff: Iterable[Member]) -> list[Member]:
    """Return the leads who can be reached, or everyone when no lead can."""
    reachable = everyone(staff)
    return [m for m in reachable if m.role is StaffRole.LEAD] or reachable


def first_to_alert(staff: Iterable[Member], *, acute: bool) -> list[Member]:
    """Return who hears of a new concern at once.

    Those on duty; with an acute mark, or with nobody on duty, everyone: a concern never waits
    for an empty post (S41).
    """
    reachable = everyone(staff)
    on_duty = [member for member in reachable if member.on_duty]
    return reachable if acute or not on_duty else on_duty


def second_to_alert(staff: Iterable[Member], told: Iterable[str]) -> list[Member]:
    """Return the next to hear of an untaken concern: a worker not yet told, else a lead."""
    already = set(told)
    waiting = [member for member in everyone(staff) if member.id not in already]
    workers = [member for member in waiting if member.role is StaffRole.WORKER]
    return (workers or waiting)[:1]


def is_last_lead(staff: Iterable[Member], member: Member) -> bool:
    """Whether nobody would lead the team without `member`, whether they can be reached or not."""
    others = (each for each in staff if each.id != member.id and each.status is Status.ACTIVE)
    return member.role is StaffRole.LEAD and not any(m.role is StaffRole.LEAD for m in others)


def may_take_over(member: Member, owner: Member | None) -> bool:
    """Whether `member` may take over: the owner is out of reach, or `member` is a lead."""
    gone = owner is None or not owner.reachable or owner.status in (Status.PAUSED, Status.GONE)
    return gone or member.role is StaffRole.LEAD
