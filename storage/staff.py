"""The team: who works here, and who did."""

import os
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Update, and_, bindparam, exists, func, insert, or_, select, update

from domain.concern import ENDED_STATES
from domain.one_time import Lock
from domain.people import Member, StaffRole, Status
from storage.database import Check, Database, Write
from storage.keyring import Keyring
from storage.rows import readable
from storage.schema import concerns
from storage.sealing import tag
from storage.team_schema import staff

_MOMENTS = ("open_until", "shut_until")  # of a lock

_OF_CHAT = select(staff).where(staff.c.tag == bindparam("chat"))
_AT = _OF_CHAT.where(staff.c.status.in_((Status.ACTIVE, Status.LEAVING)))
_PAUSED_AT = _OF_CHAT.where(staff.c.status == Status.PAUSED)


@dataclass(frozen=True)
class Colleague:
    """A member together with the chat they are reached in.

    `lock` is what one-time codes are checked against; None until a secret was handed out.
    `version` rises with every change, so that of two changes made at once only one is kept.
    """

    member: Member
    chat_id: int
    lock: Lock | None = None
    version: int = 1


class Staff:
    """The table of the team."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._tags = keyring.key("staff tags")

    async def at(self, chat_id: int) -> Colleague | None:
        """Return the member who writes from that chat, or None; a paused one is none (S52)."""
        return await self._found(_AT, chat_id)

    async def paused_at(self, chat_id: int) -> Colleague | None:
        """Return the paused member who writes from that chat, or None."""
        return await self._found(_PAUSED_AT, chat_id)

    async def _found(self, query: Select[Any], chat_id: int) -> Colleague | None:
        rows = await self._database.read(query, chat=tag(self._tags, str(chat_id)))
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
        """Store a member's changed facts; a Conflict means that somebody else just changed them."""
        return Write(self._changed(colleague), rows=1)

    def step_down(self, colleague: Colleague) -> Write:
        """Store somebody who leads no more; a Conflict means that nobody else would lead."""
        other = staff.alias()
        leads = select(other.c.id).where(
            other.c.id != colleague.member.id,
            other.c.role == StaffRole.LEAD,
            other.c.status == Status.ACTIVE,
        )
        return Write(self._changed(colleague).where(exists(leads)), rows=1)

    def unchanged(self, colleague: Colleague) -> Check:
        """Change nothing; a Conflict means that the member was just changed, or let out."""
        return Check(
            update(staff)
            .where(
                staff.c.id == colleague.member.id,
                staff.c.version == colleague.version,
                staff.c.status.in_((Status.ACTIVE, Status.LEAVING)),
            )
            .values(version=staff.c.version),
            rows=1,
        )

    def owning(self, member: str, number: int) -> Check:
        """Change nothing; a Conflict means that a member owns more or fewer concerns than that.

        Counted are those that have not ended: whoever brings them to others must miss none.
        """
        return Check(
            update(staff)
            .where(staff.c.id == member, _owned(member) == number)
            .values(version=staff.c.version),
            rows=1,
        )

    def reach(self, member: str, *, reachable: bool) -> Write:
        """Note whether a member's chat is there."""
        return Write(update(staff).where(staff.c.id == member).values(reachable=reachable))

    def leaves(self, member: Member) -> Write:
        """Let a member only finish what is theirs; a Conflict means that no lead would be left."""
        return Write(
            update(staff)
            .where(_may_leave(member))
            .values(status=Status.LEAVING, version=staff.c.version + 1),
            rows=1,
        )

    def forget(self, member: Member) -> Write:
        """Keep a member's id, name and number only; their chat is a stranger's from now on.

        A Conflict means that no lead would be left, or that they still own a concern.
        """
        plain = [0, member.name, member.language, None]
        return Write(
            update(staff)
            .where(_may_leave(member), _owned(member.id) == 0)
            .values(
                tag=tag(self._tags, f"gone/{member.id}"),
                sealed=self._keyring.seal("staff", f"staff/{member.id}", plain),
                reachable=False,
                status=Status.GONE,
                version=staff.c.version + 1,
            ),
            rows=1,
        )

    def _changed(self, colleague: Colleague) -> Update:
        return (
            update(staff)
            .where(staff.c.id == colleague.member.id, staff.c.version == colleague.version)
            .values(**self._values(colleague), version=colleague.version + 1)
        )

    def _values(self, colleague: Colleague) -> dict[str, Any]:
        member, lock = colleague.member, colleague.lock
        plain = [colleague.chat_id, member.name, member.language, _plain(lock) if lock else None]
        return {
            "sealed": self._keyring.seal("staff", f"staff/{member.id}", plain),
            "role": member.role,
            "reachable": member.reachable,
            "status": member.status,
        }

    def _colleague(self, row: Any) -> Colleague:
        plain = self._keyring.unseal("staff", f"staff/{row.id}", row.sealed)
        chat_id, name, language, *lock = plain  # rows of before the one-time codes end here
        member = Member(
            id=row.id,
            name=name,
            role=StaffRole(row.role),
            number=row.number,
            language=language,
            reachable=row.reachable,
            status=Status(row.status),
        )
        return Colleague(member, chat_id, _lock(lock[0]) if any(lock) else None, row.version)


def _plain(lock: Lock) -> dict[str, Any]:
    plain = asdict(lock)
    return plain | {each: plain[each] and plain[each].isoformat() for each in _MOMENTS}


def _lock(plain: dict[str, Any]) -> Lock:
    return Lock(
        **plain | {each: plain[each] and datetime.fromisoformat(plain[each]) for each in _MOMENTS}
    )


def _owned(member: str) -> Any:
    """Return how many concerns that have not ended a member owns, as a part of a statement."""
    theirs = (concerns.c.owner == member, concerns.c.state.not_in(ENDED_STATES))
    return select(func.count()).select_from(concerns).where(*theirs).scalar_subquery()


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
