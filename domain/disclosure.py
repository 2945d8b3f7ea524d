"""Who may be told what of a concern, as types: what a view lacks cannot be said (domain.md 5).

A relative may be a stalker. Their view therefore has no room for how it went: not found, known,
refused or closed in any of the ways looks to them like every other reaction.
"""

from dataclasses import dataclass
from datetime import date, tzinfo

from domain.concern import Concern, Reaction, State, has_ended, is_open
from domain.people import Role


@dataclass(frozen=True)
class RelativeView:
    """What a relative, neighbour or anyone else may know of the concern they raised.

    `received_on` and `promised_on` are local days. `reacted` is False as well where the
    municipality does not tell of reactions. `withdrawn` is the reader's own doing.
    """

    received_on: date
    promised_on: date
    read: bool
    reacted: bool
    withdrawn: bool


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


def view(
    concern: Concern, worker: str, zone: tzinfo, *, tells_reaction: bool = True
) -> RelativeView:
    """Return what the one who raised a concern may know of it.

    `worker` is the owner's first name, or "" when nobody has taken it. `tells_reaction` is the
    municipality's choice whether others than the citizen hear that somebody has reacted.
    """
    reacted = not is_open(concern) and concern.state is not State.WITHDRAWN
    received_on = concern.received_at.astimezone(zone).date()
    read = concern.state is not State.RECEIVED
    withdrawn = concern.state is State.WITHDRAWN
    if concern.role is Role.CITIZEN:
        closed = has_ended(concern) and not withdrawn
        return CitizenView(
            received_on,
            concern.promised_on,
            read,
            reacted,
            withdrawn,
            worker,
            concern.reaction,
            closed,
        )
    told = reacted and tells_reaction
    if concern.role is Role.PARTNER:
        return PartnerView(received_on, concern.promised_on, read, told, withdrawn, worker)
    return RelativeView(received_on, concern.promised_on, read, told, withdrawn)
