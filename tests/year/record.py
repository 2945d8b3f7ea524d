"""What happened in a team, written down by whoever watches: the play, or the stage."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """How a member was told of a concern."""

    ALERT = "alert"
    NUDGE = "nudge"
    SHOWN = "shown"  # to somebody who is back, or to whom it was passed on


@dataclass(frozen=True)
class Told:
    """A member was told of a concern."""

    at: datetime
    concern: str
    member: str
    kind: Kind


@dataclass(frozen=True)
class Promised:
    """A concern came in, or was taken up again, and a promise began."""

    at: datetime
    last_day: date


@dataclass
class Story:
    """What became of one concern: promises, owners from a moment on, and moments of rest.

    `rests` are the moments at which somebody reacted, or the concern ended.
    """

    acute: bool
    promises: list[Promised] = field(default_factory=list)
    owners: list[tuple[datetime, str]] = field(default_factory=list)
    rests: list[datetime] = field(default_factory=list)


@dataclass(frozen=True)
class Wait:
    """A step of the search as it was configured: second, team, lead or everyone."""

    who: str
    minutes: int


@dataclass
class Record:
    """One team, when each of its people could be told, and all that happened until `end`.

    `people` says of each member if it is a lead, `away` when they were not at work, and `reach`
    from when on they could not be reached, or could again.
    """

    end: datetime
    holidays: frozenset[date]
    waits: tuple[Wait, ...]
    people: dict[str, bool]
    away: dict[str, list[tuple[datetime, datetime]]] = field(default_factory=dict)
    reach: list[tuple[datetime, str, bool]] = field(default_factory=list)
    stories: dict[str, Story] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
