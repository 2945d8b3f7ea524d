"""The team: who works here, and the one-time invitations that let them in."""

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, func, insert, or_, select, update

from domain.people import Member, StaffRole, Status
from storage.database import Database, Write
from storage.keyring import Keyring
from storage.rows import readable
from storage.sealing import seal, tag, unseal
from storage.team_schema import invites, staff


@dataclass(frozen=True)
class Colleague:
    """A member together with the chat they are reached in."""

    member: Member
    chat_id: int


class Staff:
    """The tables of the team and its invitations."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._key = keyring.key("staff")
        self._tags = keyring.key("staff tags")
        self._codes = keyring.key("invites")

    async def at(self, chat_id: int) -> Colleague | None:
        """Return the member who writes from that chat, or None; a paused one is none (S52)."""
        query = select(staff).where(
            staff.c.tag == tag(self._tags, str(chat_id)),
            staff.c.status.in_((Status.ACTIVE, Status.LEAVING)),
        )
        rows = await self._database.read(query)
        return self._colleague(rows[0]) if rows else None

    async def all(self) -> list[Colleague]:
        """Return everybody who is or was in the team, in order of joining."""
        rows = await self._database.read(select(staff).order_by(staff.c.number))
        return readable(rows, self._colleague)

    async def next_number(self) -> int:
        """Return the number the next one to join will have."""
        query = select(func.coalesce(func.max(staff.c.number), 0) + 1)
        return int((await self._database.read(query))[0][0])

    def join(self, colleague: Colleague) -> Write:
        """Add somebody to the team; a Conflict or refusal means that another took the number."""
        return Write(
            insert(staff).values(
                tag=tag(self._tags, str(colleague.chat_id)),
                number=colleague.member.number,
                id=colleague.member.id,
                **self._values(colleague),
            )
        )

    def save(self, colleague: Colleague) -> Write:
        """Store a member's changed facts; a Conflict means that they have left the team."""
        return Write(
            update(staff)
            .where(staff.c.id == colleague.member.id, staff.c.status != Status.GONE)
            .values(**self._values(colleague)),
            rows=1,
        )

    def leaves(self, member: Member) -> Write:
        """Let a member only finish what is theirs; a Conflict means that no lead would be left."""
        return Write(
            update(staff).where(_may_leave(member)).values(status=Status.LEAVING),
            rows=1,
        )

    def forget(self, member: Member) -> Write:
        """Keep a member's id, name and number only; their chat is a stranger's from now on.

        A Conflict means that no lead would be left.
        """
        plain = [0, member.name, member.language]
        return Write(
            update(staff)
            .where(_may_leave(member))
            .values(
                tag=tag(self._tags, f"gone/{member.id}"),
                sealed=seal(self._key, f"staff/{member.id}", plain),
                reachable=False,
                status=Status.GONE,
            ),
            rows=1,
        )

    def unreachable(self, member: str) -> Write:
        """Note that a member's chat is gone."""
        return Write(update(staff).where(staff.c.id == member).values(reachable=False))

    def invite(self, role: StaffRole, code: str, expires_at: datetime) -> Write:
        """Store an invitation; only a keyed hash of its code is kept."""
        return Write(
            insert(invites).values(
                code=tag(self._codes, code), role=role, expires_at=expires_at, used=False
            )
        )

    async def invited(self, code: str, now: datetime) -> StaffRole | None:
        """Return the role an invitation gives, or None when it is unknown, used or too old."""
        query = select(invites).where(
            invites.c.code == tag(self._codes, code),
            invites.c.used.is_(False),
            invites.c.expires_at > now,
        )
        rows = await self._database.read(query)
        return StaffRole(rows[0].role) if rows else None

    def use(self, code: str) -> Write:
        """Use an invitation up; a Conflict means that somebody else just did."""
        return Write(
            update(invites)
            .where(invites.c.code == tag(self._codes, code), invites.c.used.is_(False))
            .values(used=True),
            rows=1,
        )

    def _values(self, colleague: Colleague) -> dict[str, Any]:
        member = colleague.member
        plain = [colleague.chat_id, member.name, member.language]
        return {
            "sealed": seal(self._key, f"staff/{member.id}", plain),
            "role": member.role,
            "reachable": member.reachable,
            "status": member.status,
        }

    def _colleague(self, row: Any) -> Colleague:
        chat_id, name, language = unseal(self._key, f"staff/{row.id}", row.sealed)
        member = Member(
            id=row.id,
            name=name,
            role=StaffRole(row.role),
            number=row.number,
            language=language,
            reachable=row.reachable,
            status=Status(row.status),
        )
        return Colleague(member, chat_id)


def _may_leave(member: Member) -> Any:
    """Return the condition that the member is there and the team keeps a lead at work."""
    others = staff.alias()
    lead_left = exists().where(
        others.c.id != member.id,
        others.c.role == StaffRole.LEAD,
        others.c.status == Status.ACTIVE,
    )
    needed = or_(staff.c.role != StaffRole.LEAD, lead_left)
    return and_(staff.c.id == member.id, staff.c.status != Status.GONE, needed)


def new_id() -> str:
    """Return a random id, 16 characters, for a row that others refer to."""
    return os.urandom(8).hex()
