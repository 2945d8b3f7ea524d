"""Invitations: one-time codes that let one person into the team; only a keyed hash is kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, insert, or_, select, update

from domain.people import StaffRole, Status
from storage.database import Database, Write
from storage.keyring import Keyring
from storage.sealing import tag
from storage.team_schema import invites, staff


@dataclass(frozen=True)
class Invite:
    """An invitation that still lets one person in; `member` made it (None: the command line)."""

    id: str
    role: StaffRole
    member: str | None = None


class Invites:
    """The table of invitations."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._codes = keyring.key("invites")

    def invite(self, invited: Invite, code: str, expires_at: datetime) -> Write:
        """Store an invitation; only a keyed hash of its code is kept."""
        return Write(
            insert(invites).values(
                code=tag(self._codes, code),
                role=invited.role,
                expires_at=expires_at,
                used=False,
                id=invited.id,
                member=invited.member,
            )
        )

    async def invited(self, code: str, now: datetime) -> Invite | None:
        """Return the invitation with that code, or None when it is unknown, used or too old."""
        query = select(invites).where(invites.c.code == tag(self._codes, code), *_still_holds(now))
        rows = await self._database.read(query)
        return _invite(rows[0]) if rows else None

    async def invited_by(self, member: str, now: datetime) -> list[Invite]:
        """Return a member's invitations that still let somebody in."""
        query = select(invites).where(invites.c.member == member, *_still_holds(now))
        return [_invite(row) for row in await self._database.read(query)]

    def use_up(self, invite: str) -> Write:
        """Let an invitation let nobody in any more; a Conflict means that it was just used."""
        return Write(
            update(invites)
            .where(invites.c.id == invite, invites.c.used.is_(False))
            .values(used=True),
            rows=1,
        )


def _still_holds(now: datetime) -> tuple[Any, ...]:
    """Return what is true of an invitation in use: whoever made it is still a lead, for one."""
    maker = select(staff.c.id).where(
        staff.c.id == invites.c.member,
        staff.c.role == StaffRole.LEAD,
        staff.c.status.in_((Status.ACTIVE, Status.LEAVING)),
    )
    trusted = or_(invites.c.member.is_(None), exists(maker))
    return invites.c.used.is_(False), invites.c.expires_at > now, trusted


def _invite(row: Any) -> Invite:
    return Invite(row.id, StaffRole(row.role), row.member)


def new_code() -> str:
    """Return an invitation's code: 128 random bits that fit a link."""
    return secrets.token_urlsafe(16)
