"""What a concern's row holds in the clear: nothing of what anybody wrote."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Row

from domain.concern import Closing, Concern, Reaction, State
from domain.people import Role
from storage.schema import concerns

# Everything about a concern but what is sealed.
TOLD = ("told_on", "told_reacted")  # the reporter's side: what the team saves leaves it alone
PLAIN = [each for each in concerns.c if each.name not in ("words", "route")]


def columns(concern: Concern) -> dict[str, Any]:
    """Return a concern's facts as columns, all but its id."""
    return {name: value for name, value in asdict(concern).items() if name != "id"}


def concern_of(row: Row[Any]) -> Concern:
    """Return the concern of a row that has at least the plain columns."""
    return Concern(
        id=row.id,
        nickname=row.nickname,
        role=Role(row.role),
        acute=row.acute,
        received_at=row.received_at,
        promised_on=row.promised_on,
        told_on=row.told_on,
        state=State(row.state),
        owner=row.owner,
        reaction=Reaction(row.reaction) if row.reaction else None,
        closing=Closing(row.closing) if row.closing else None,
        offered_to=row.offered_to,
        told_reacted=row.told_reacted,
        ended_on=row.ended_on,
        version=row.version,
    )
