"""Resealing: what older generations sealed is sealed anew, and then those are destroyed."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Select, func, select, update

from storage.database import Conflict, Database, Write
from storage.keyring import Keyring
from storage.schema import cards, chat_messages, doors, inbox, outbox
from storage.sealing import SealBroken
from storage.team_schema import staff

GENERATION_LASTS = timedelta(days=7)
# Another process of ours may have read the generations a little while ago; none lives longer
# without looking again.
_OTHERS_KNOW = timedelta(minutes=10)
_BATCH = 200


@dataclass(frozen=True)
class _Sealed:
    """A column that is sealed under a generation: for which purpose, and in which place."""

    key: Column[Any]
    purpose: str
    place: str
    named_by: Column[Any]

    @property
    def blob(self) -> Column[Any]:
        return self.key.table.c.sealed


# Everything sealed under a generation; a test holds it against the tables.
SEALED = (
    _Sealed(inbox.c.update_id, "inbox", "inbox", inbox.c.update_id),
    _Sealed(outbox.c.id, "outbox", "outbox", outbox.c.lane),
    _Sealed(cards.c.id, "cards", "cards", cards.c.id),
    _Sealed(chat_messages.c.id, "chat messages", "chat_messages", chat_messages.c.id),
    _Sealed(doors.c.tag, "doors", "doors", doors.c.tag),
    _Sealed(staff.c.id, "staff", "staff", staff.c.id),
)


class Resealing:
    """Turns the generations of a keyring over, beside everything else that goes on."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def turn_over(self, now: datetime) -> None:
        """Begin a new generation when the newest is a week old, and let go of the older ones.

        Raises StorageError when the master key cannot be had; nothing is lost by that.
        """
        generations = self._keyring.generations
        await generations.refresh()
        begun_at = await generations.begun_at(now)
        if now - begun_at >= GENERATION_LASTS:
            await generations.begin(now)
            begun_at = now
        if generations.oldest == generations.newest:
            return
        if await self.everything() and now - begun_at >= _OTHERS_KNOW:
            await generations.destroy_older()

    async def everything(self) -> bool:
        """Seal everything under the newest generation; return whether nothing is left behind.

        A row that cannot be opened is left as it is: it is lost with or without its key.
        """
        while await self._keyring.move_to_newest(_BATCH):
            pass
        return all([await self._column(each) for each in SEALED])

    async def _column(self, sealed: _Sealed) -> bool:
        """Seal one column anew, in the order of its keys; a row changed meanwhile is left over."""
        after, complete = None, True
        while rows := await self._database.read_long(self._older(sealed, after)):
            # Together, so that many share one commit.
            complete &= all(await asyncio.gather(*(self._row(sealed, row) for row in rows)))
            after = rows[-1].key
        return complete

    def _older(self, sealed: _Sealed, after: Any) -> Select[Any]:
        prefix = self._keyring.prefix
        query = select(
            sealed.key.label("key"), sealed.named_by.label("name"), sealed.blob.label("blob")
        )
        query = query.where(sealed.blob.is_not(None))
        query = query.where(func.substr(sealed.blob, 1, len(prefix)) != prefix)
        if after is not None:
            query = query.where(sealed.key > after)
        return query.order_by(sealed.key).limit(_BATCH)

    async def _row(self, sealed: _Sealed, row: Any) -> bool:
        place = f"{sealed.place}/{row.name}"
        try:
            plain = self._keyring.unseal(sealed.purpose, place, row.blob)
        except SealBroken:
            return True
        anew = self._keyring.seal(sealed.purpose, place, plain)
        unchanged = sealed.key == row.key, sealed.blob == row.blob
        write = update(sealed.key.table).where(*unchanged).values(sealed=anew)
        try:
            await self._database.write(Write(write, rows=1))
        except Conflict:
            return False
        return True
