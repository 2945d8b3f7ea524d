"""A concern and what may happen to it, as pure rules."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.people import Role


class State(StrEnum):
    """How far a concern has come; opening or taking it is not reacting (S54, T1)."""

    RECEIVED = "received"
    SEEN = "seen"
    TAKEN = "taken"
    REACTED = "reacted"


class Reaction(StrEnum):
    """What counts as a reaction within the promise (T1)."""

    VISIT = "visit"
    CALL = "call"
    REPLY = "reply"
    MEETING = "meeting"
    ASKED = "asked"
    ACUTE = "acute"
    PARTNER = "partner"


OPEN_STATES = (State.RECEIVED, State.SEEN, State.TAKEN)


class AlreadyTaken(Exception):
    """Somebody else owns the concern; carries the owner's id."""

    def __init__(self, owner: str) -> None:
        super().__init__("The concern is already taken.")
        self.owner = owner


class NotOwner(Exception):
    """Only the one who took a concern may do this."""


@dataclass(frozen=True)
class Concern:
    """What the team may know of a concern without opening its words.

    `received_at` is aware UTC; `promised_on` is the local day by whose end somebody has reacted
    (S53, S54). `version` rises with every change, so that of two changes made at once only one
    is kept. `owner` is a member's id.
    """

    id: str
    nickname: str
    role: Role
    acute: bool
    received_at: datetime
    promised_on: date
    state: State = State.RECEIVED
    owner: str | None = None
    reaction: Reaction | None = None
    version: int = 1


def is_open(concern: Concern) -> bool:
    """Whether nobody has reacted to the concern yet."""
    return concern.state in OPEN_STATES


def see(concern: Concern) -> Concern:
    """Mark a new concern as opened by someone; anything further stays as it is."""
    return replace(concern, state=State.SEEN) if concern.state is State.RECEIVED else concern


def take(concern: Concern, member: str, *, over: bool = False) -> Concern:
    """Give the concern to `member`; raises AlreadyTaken when somebody else owns it.

    `over` allows taking it over: from an owner who cannot be reached, or by a lead.
    """
    if concern.owner is not None and concern.owner != member and not over:
        raise AlreadyTaken(concern.owner)
    state = concern.state if concern.state is State.REACTED else State.TAKEN
    return replace(concern, owner=member, state=state)


def react(concern: Concern, member: str, reaction: Reaction) -> Concern:
    """Log that the owner reacted, which stops the 7-day clock; raises NotOwner for others."""
    if concern.owner != member:
        raise NotOwner("Only the one who took a concern can log a reaction.")
    return replace(concern, state=State.REACTED, reaction=concern.reaction or reaction)
