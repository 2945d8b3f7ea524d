"""Taking back one's last step with a concern, for a few minutes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.concern import Closing, Concern, Reaction, State, see

WINDOW = timedelta(minutes=5)


@dataclass(frozen=True)
class Before:
    """What a step with a concern changes, as it was before it."""

    state: State
    owner: str | None
    offered_to: str | None
    reaction: Reaction | None
    closing: Closing | None


@dataclass(frozen=True)
class Undo:
    """A step of a member's that can be taken back until `expires_at` (UTC).

    `step` is what the journal calls it. `version` is the concern's after the step: once it has
    changed again, it is too late. `follow_up` is when the member was to be reminded before the
    step, if at all.
    """

    concern: str
    step: str
    before: Before
    version: int
    member: str
    expires_at: datetime
    follow_up: datetime | None = None

    @property
    def mark(self) -> str:
        """Return what tells this step from a member's others: its button carries it."""
        return f"{int(self.expires_at.timestamp()):x}"


def before(concern: Concern) -> Before:
    """Return what must be kept of a concern so that the next step can be taken back."""
    return Before(
        concern.state, concern.owner, concern.offered_to, concern.reaction, concern.closing
    )


def undone(concern: Concern, undo: Undo | None, member: str, now: datetime) -> Concern | None:
    """Return the concern as it was before the member's step, or None when that cannot be.

    What somebody has read stays read: its reporter was told so.
    """
    if undo is None or undo.member != member or now >= undo.expires_at:
        return None
    if (undo.concern, undo.version) != (concern.id, concern.version):
        return None
    return see(replace(concern, **vars(undo.before)))
