"""Inviting from outside the chats: whoever runs the service lets the first of a team in."""

from datetime import datetime

from domain.people import INVITATION_LASTS, StaffRole
from handlers.team.joining import PREFIX
from storage.invites import Invite, new_code
from storage.staff import new_id
from storage.store import Store


async def invitation(store: Store, role: StaffRole, now: datetime) -> str:
    """Let one person join the team, for 15 minutes from now; return what their link carries."""
    code, invited = new_code(), Invite(new_id(), role)
    await store.database.write(store.invites.invite(invited, code, now + INVITATION_LASTS))
    return f"{PREFIX}{code}"
