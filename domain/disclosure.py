"""Who may be told what of a concern, as types: what a view lacks cannot be said (domain.md 5).

A relative may be a stalker. Their view therefore has no room for how it went: not found, known,
refused or closed in any of the ways looks to them like every other reaction. It moves by what
they were told and by what they do, never by a step of the team.
"""

from dataclasses import asdict, dataclass
from datetime import date, tzinfo

from domain.concern import Concern, Reaction, State
from domain.people import Role
from domain.questionnaire import Answer, Answers


@dataclass(frozen=True)
class RelativeView:
    """What a relative, neighbour or anyone else may know of the concern they raised.

    `received_on` and `promised_on` are local days. `quiet` says that the municipality tells them
    of no reaction; then `reacted` is False. `withdrawn` is the reader's own doing.
    """

    received_on: date
    promised_on: date
    read: bool
    reacted: bool
    withdrawn: bool
    quiet: bool

    @property
    def ended(self) -> bool:
        """Whether the reader knows it to have ended: then the day it is forgotten may be told."""
        return self.withdrawn


@dataclass(frozen=True)
class PartnerView(RelativeView):
    """What a partner may know: in addition who took it, so that they can work together (S44)."""

    worker: str


@dataclass(frozen=True)
class CitizenView(RelativeView):
    """What a citizen may know of their own concern: also who took it, how, and that it is over."""

    worker: str
    reaction: Reaction | None
    closed: bool

    @property
    def ended(self) -> bool:
        """Whether they took it back, or were told that it is over."""
        return self.withdrawn or self.closed


def view(
    concern: Concern, worker: str, zone: tzinfo, *, tells_reaction: bool = True
) -> RelativeView:
    """Return what the one who raised a concern may know of it.

    `worker` is the owner's first name, or "" when nobody has taken it. `tells_reaction` is the
    municipality's choice whether others than the citizen hear that somebody has reacted.
    """
    citizen = concern.role is Role.CITIZEN
    tells = citizen or tells_reaction
    shared = RelativeView(
        received_on=concern.received_at.astimezone(zone).date(),
        promised_on=concern.told_on,
        read=concern.state is not State.RECEIVED,
        reacted=concern.told_reacted and tells,
        withdrawn=concern.state is State.WITHDRAWN,
        quiet=not tells,
    )
    if citizen:
        known = shared.reacted
        closed = known and concern.state is State.CLOSED
        return CitizenView(
            **asdict(shared),
            worker=worker,
            reaction=concern.reaction if known else None,
            closed=closed,
        )
    if concern.role is Role.PARTNER:
        return PartnerView(**asdict(shared), worker=worker)
    return shared


def may_be_written_to(role: Role, given: Answers) -> bool:
    """Whether a reporter lets us write to them by ourselves (domain.md 3a.4, 3b.12).

    A citizen who chose another way, but did not say which number or whom, is written to here.
    """
    if role is not Role.CITIZEN:
        return given.get("may_write", Answer()).option != "no"
    way = given.get("reply", Answer()).option
    missing = {"call": "reply_number", "trusted": "reply_trusted"}.get(way)
    return way in ("", "chat") or (missing is not None and not given.get(missing, Answer()).words)
