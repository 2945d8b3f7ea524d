"""The inbox: updates from Telegram, committed before they are confirmed, done exactly once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.columns import AT_ONCE
from storage.database import Database, Write
from storage.engines import upsert
from storage.keyring import Keyring
from storage.schema import inbox
from storage.sealing import SealBroken, tag

# Telegram starts its numbering anew after a silent week, so ids are kept only a little longer.
KEEP_IDS = timedelta(days=9)

_ADD = upsert(inbox).on_conflict_do_nothing()
_NEW = select(inbox).where(inbox.c.state == "new").order_by(inbox.c.update_id)
_PAUSING = (
    select(inbox.c.lane)
    .where(inbox.c.state == "new", inbox.c.not_before > bindparam("now"))
    .scalar_subquery()
)
_WAITING = _NEW.where(
    inbox.c.lane.not_in(bindparam("busy", expanding=True)), inbox.c.lane.not_in(_PAUSING)
).limit(bindparam("most"))
_BEHIND = _NEW.where(
    inbox.c.lane == bindparam("lane"), inbox.c.update_id > bindparam("known")
).limit(bindparam("most"))
_DONE = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("known"), inbox.c.state == "new")
    .values(state="done", lane=None, sealed=None, not_before=AT_ONCE)
)


@dataclass(frozen=True)
class Received:
    """One update waiting to be handled; `raw` is None when it cannot be read any more."""

    update_id: int
    lane: str
    raw: dict[str, Any] | None
    attempts: int


class Inbox:
    """The table of what came in."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._lanes = keyring.key("inbox lanes")

    async def add(self, updates: Iterable[tuple[int, int, dict[str, Any]]], now: datetime) -> None:
        """Commit updates given as (update_id, chat id, stripped content); known ids do nothing."""
        day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        rows = [
            {
                "update_id": update_id,
                "lane": tag(self._lanes, str(chat_id)),
                "sealed": self._keyring.seal("inbox", _place(update_id), raw),
                "state": "new",
                "attempts": 0,
                "not_before": AT_ONCE,
                "received_at": day,
            }
            for update_id, chat_id, raw in updates
        ]
        if rows:
            await self._database.write(Write(_ADD, values=rows))

    def later(self, number: int, raw: dict[str, Any], not_before: datetime) -> Write:
        """Add an update of our own making that is handled at that moment, in a lane of its own.

        `number` is below zero, for Telegram numbers its updates upwards from 1; one that is
        known does nothing.
        """
        return Write(
            upsert(inbox)
            .values(
                update_id=number,
                lane=tag(self._lanes, f"later/{number}"),
                sealed=self._keyring.seal("inbox", _place(number), raw),
                state="new",
                attempts=0,
                not_before=not_before,
                received_at=not_before.replace(hour=0, minute=0, second=0, microsecond=0),
            )
            .on_conflict_do_nothing()
        )

    async def promised(self) -> list[datetime]:
        """Return the moments at which updates of our own making that wait are handled."""
        ours = select(inbox.c.not_before).where(inbox.c.state == "new", inbox.c.update_id < 0)
        return [row.not_before for row in await self._database.read(ours)]

    async def waiting(self, now: datetime, busy: Collection[str], limit: int) -> list[Received]:
        """Return the oldest waiting updates, leaving out lanes that are busy or pausing.

        A lane pauses as a whole while its first update waits for another try.
        """
        rows = await self._database.read(_WAITING, now=now, busy=list(busy), most=limit)
        received = [self._received(row) for row in rows]
        if any(each.raw is None for each in received):
            # A process that stands ready may have sealed it under keys that are newer than ours.
            await self._keyring.generations.refresh()
            received = [self._received(row) for row in rows]
        return received

    async def behind(self, row: Received, limit: int) -> list[Received]:
        """Return what waits in a row's lane behind it, in order."""
        known = {"lane": row.lane, "known": row.update_id, "most": limit}
        return [self._received(each) for each in await self._database.read(_BEHIND, **known)]

    def done(self, update_id: int) -> Write:
        """Mark an update as done and empty it; a Conflict means that it already was."""
        return Write(_DONE, rows=1, values={"known": update_id})

    def again(self, update_id: int, not_before: datetime) -> Write:
        """Let an update wait for another try."""
        return Write(
            update(inbox)
            .where(inbox.c.update_id == update_id)
            .values(attempts=inbox.c.attempts + 1, not_before=not_before)
        )

    def hurry(self) -> Write:
        """Let every update that waits be tried now; those of our own making keep their moment."""
        waits = inbox.c.state == "new", inbox.c.update_id > 0, inbox.c.not_before > AT_ONCE
        return Write(update(inbox).where(*waits).values(not_before=AT_ONCE))

    def park(self, update_id: int) -> Write:
        """Set an update aside for a person to look at; its lane goes on without it."""
        return Write(
            update(inbox)
            .where(inbox.c.update_id == update_id)
            .values(state="parked", attempts=inbox.c.attempts + 1, not_before=AT_ONCE)
        )

    def loosen(self, chat_id: int) -> Write:
        """Delete what somebody sent and nobody could handle: it may name a concern of theirs."""
        parked = inbox.c.lane == tag(self._lanes, str(chat_id)), inbox.c.state == "parked"
        return Write(delete(inbox).where(*parked), shreds=True)

    async def parked(self) -> int:
        """Return how many updates are set aside."""
        query = select(func.count()).where(inbox.c.state == "parked")
        return int((await self._database.read_long(query))[0][0])

    def sweep(self, now: datetime) -> Write:
        """Forget the ids of updates done longer ago than KEEP_IDS."""
        return Write(
            delete(inbox).where(inbox.c.received_at < now - KEEP_IDS, inbox.c.state == "done")
        )

    def _received(self, row: Any) -> Received:
        try:
            raw = self._keyring.unseal("inbox", _place(row.update_id), row.sealed)
        except SealBroken:
            raw = None
        return Received(row.update_id, row.lane, raw, row.attempts)


def _place(update_id: int) -> str:
    return f"inbox/{update_id}"
