"""A concern and what may happen to it, as pure rules."""

from collections.abc import Iterable
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
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # by the one who wrote, whatever had come before (S27)


class Reaction(StrEnum):
    """What counts as a reaction within the promise (T1)."""

    VISIT = "visit"
    CALL = "call"
    REPLY = "reply"
    MEETING = "meeting"
    ASKED = "asked"
    ACUTE = "acute"
    PARTNER = "partner"


class Closing(StrEnum):
    """How a concern ended, for the team and its counts only; none of them is a failure (S28)."""

    MANAGES = "manages"
    BRIDGED = "bridged"
    REFUSED = "refused"
    STOPPED = "stopped"
    NOT_MET = "not_met"
    NOT_FOUND = "not_found"
    KNOWN = "known"
    DUPLICATE = "duplicate"
    OUTSIDE = "outside"
    ELSEWHERE = "elsewhere"
    ACUTE = "acute"
    CHILD = "child"
    PARTNER = "partner"
    WITHDRAWN = "withdrawn"
    OTHER_SUPPORT = "other_support"
    GONE = "gone"
    MISTAKE = "mistake"


OPEN_STATES = (State.RECEIVED, State.SEEN, State.TAKEN)
GOING_ON_STATES = (*OPEN_STATES, State.REACTED)
ENDED_STATES = (State.CLOSED, State.WITHDRAWN)

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


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
    is kept. `owner` is a member's id. `closing` is set when the concern has ended. `offered_to`
    is whom the owner wishes to pass it on to (domain/handover.py), None for nobody.

    `told_on` and `told_reacted` are the reporter's own side, which no step of the team moves: the
    local day last promised to them, and whether they were told of a reaction since then.

    `ended_on` is the local day on which it was noted that the concern has ended; from then on
    the time runs until it is forgotten.
    """

    id: str
    nickname: str
    role: Role
    acute: bool
    received_at: datetime
    promised_on: date
    told_on: date
    state: State = State.RECEIVED
    owner: str | None = None
    reaction: Reaction | None = None
    closing: Closing | None = None
    offered_to: str | None = None
    told_reacted: bool = False
    ended_on: date | None = None
    version: int = 1


def is_open(concern: Concern) -> bool:
    """Whether nobody has reacted to the concern yet."""
    return concern.state in OPEN_STATES


def has_ended(concern: Concern) -> bool:
    """Whether the team closed the concern or the one who wrote took it back."""
    return concern.state in ENDED_STATES


def round_of(concern: Concern) -> str:
    """Return one character that tells the promise that runs from those before it.

    A button that keeps or ends a promise carries it, so that it never does so to a later one.
    Two promises have the same only when they fall 36 days apart, or a multiple of that.
    """
    return _DIGITS[concern.promised_on.toordinal() % len(_DIGITS)]


def see(concern: Concern) -> Concern:
    """Mark a new concern as opened by someone; anything further stays as it is."""
    return replace(concern, state=State.SEEN) if concern.state is State.RECEIVED else concern


def take(concern: Concern, member: str, *, over: bool = False) -> Concern:
    """Give the concern to `member`; raises AlreadyTaken when somebody else owns it.

    `over` allows taking it over: from an owner who cannot be reached, by a lead, or because it
    was offered. An offer ends with that.
    """
    if concern.owner is not None and concern.owner != member and not over:
        raise AlreadyTaken(concern.owner)
    state = State.TAKEN if is_open(concern) else concern.state
    kept = concern.offered_to if concern.owner == member else None
    return replace(concern, owner=member, state=state, offered_to=kept)


def react(concern: Concern, member: str, reaction: Reaction) -> Concern:
    """Log that the owner reacted, which stops the 7-day clock; raises NotOwner for others."""
    if concern.owner != member:
        raise NotOwner("Only the one who took a concern can log a reaction.")
    state = State.REACTED if is_open(concern) else concern.state
    return replace(concern, state=state, reaction=concern.reaction or reaction)


def close(concern: Concern, member: str, closing: Closing) -> Concern:
    """End the concern with one of the closing codes; raises NotOwner for all but its owner.

    At any time and with any of them: no step is compulsory (S35).
    """
    if concern.owner != member:
        raise NotOwner("Only the one who took a concern can close it.")
    return replace(concern, state=State.CLOSED, closing=closing, offered_to=None)


def withdraw(concern: Concern) -> Concern:
    """End the concern because the one who wrote says so, in any state and without blame (S27).

    A citizen says no to the support; anybody else takes back what they told.
    """
    closing = Closing.STOPPED if concern.role is Role.CITIZEN else Closing.WITHDRAWN
    return replace(concern, state=State.WITHDRAWN, closing=closing, offered_to=None)


def reopen(concern: Concern, promised_on: date) -> Concern:
    """Start a new promise on a concern that was reacted to or has ended.

    It stays with the worker it had (S34). One that nobody has reacted to yet keeps its promise.
    """
    if is_open(concern):
        return concern
    unread = State.RECEIVED if concern.state is State.WITHDRAWN else State.SEEN
    state = State.TAKEN if concern.owner else unread
    return replace(concern, state=state, promised_on=promised_on, reaction=None, closing=None)


def promise(concern: Concern, day: date) -> Concern:
    """Promise the reporter that local day; what they were told before is over."""
    return replace(concern, told_on=day, told_reacted=False)


def by_nickname(found: Iterable[Concern], nickname: str) -> Concern | None:
    """Return the concern with that nickname, whatever its case, or None."""
    wanted = " ".join(nickname.casefold().split())
    return next((each for each in found if each.nickname.casefold() == wanted), None)
