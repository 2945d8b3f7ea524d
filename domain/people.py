"""The people around a concern: those who report and those who work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

INVITATION_LASTS = timedelta(minutes=15)


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
    `unproven` says that they are on duty and did not say so when they were asked to.
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
    unproven: bool = False


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

    Those on duty, and one more unless one of those has proven that they are there; with an acute
    mark, or with nobody on duty, everyone: a concern never waits for an empty post (S41).
    """
    reachable = everyone(staff)
    on_duty = [member for member in reachable if member.on_duty]
    if acute or not on_duty:
        return reachable
    return on_duty if is_proven(on_duty) else [*on_duty, *backup(reachable)]


def is_proven(staff: Iterable[Member]) -> bool:
    """Whether somebody has the duty, can be reached and was not silent when asked about it."""
    return any(member.on_duty and not member.unproven for member in everyone(staff))


def backup(staff: Iterable[Member]) -> list[Member]:
    """Return the one to ask when a duty is not proven: a worker who is at work, else a lead."""
    free = [member for member in everyone(staff) if not member.on_duty and not member.away]
    workers = [member for member in free if member.role is StaffRole.WORKER]
    return (workers or free)[:1]


def second_to_alert(staff: Iterable[Member], told: Iterable[str]) -> list[Member]:
    """Return the next to hear of an untaken concern: a worker not yet told, else a lead."""
    already = set(told)
    waiting = [member for member in everyone(staff) if member.id not in already]
    workers = [member for member in waiting if member.role is StaffRole.WORKER]
    return (workers or waiting)[:1]


def belongs(member: Member) -> bool:
    """Whether somebody is let in: neither on pause nor gone (S52)."""
    return member.status in (Status.ACTIVE, Status.LEAVING)


def takes_part(member: Member) -> bool:
    """Whether somebody is let in and can be reached, so that what is theirs is in good hands."""
    return member.reachable and belongs(member)


def may_take_over(member: Member, owner: Member | None) -> bool:
    """Whether `member` may take over: the owner takes no part or is away, or `member` is a lead."""
    missing = owner is None or not takes_part(owner) or owner.away
    return missing or member.role is StaffRole.LEAD


def is_last_lead(member: Member, staff: Iterable[Member]) -> bool:
    """Whether the team would have no lead without this one."""
    return member.role is StaffRole.LEAD and not any(
        each.role is StaffRole.LEAD and each.status is Status.ACTIVE and each.id != member.id
        for each in staff
    )
