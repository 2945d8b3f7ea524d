"""Chat messages: which messages of a chat can still be deleted, for two days and not longer."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from storage.database import Database, Write
from storage.engines import upsert
from storage.keyring import Keyring
from storage.rows import readable
from storage.schema import chat_messages
from storage.sealing import tag

DELETABLE = timedelta(hours=48)  # Telegram deletes nothing that is older

_NOTE = upsert(chat_messages).on_conflict_do_nothing()


class ChatMessages:
    """The table of both sides' messages, without a word of them."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._lanes = keyring.key("chat message lanes")
        self._ids = keyring.key("chat message ids")

    def note(self, chat_id: int, message_id: int, at: datetime) -> Write:
        """Remember a message of either side, sent at that aware moment; twice is once."""
        name = self._name(chat_id, message_id)
        sent = [message_id, int(at.timestamp())]
        row = {
            "id": name,
            "lane": self._lane(chat_id),
            "sealed": self._keyring.seal("chat messages", f"chat_messages/{name}", sent),
            "day": at.astimezone(UTC).date(),
        }
        return Write(_NOTE, values=row)

    async def deletable(self, chat_id: int, now: datetime) -> list[int]:
        """Return the ids of a chat's messages that are not too old to be deleted, in order."""
        query = select(chat_messages).where(chat_messages.c.lane == self._lane(chat_id))
        sent = readable(await self._database.read(query), self._sent)
        oldest = (now - DELETABLE).timestamp()
        return sorted(message_id for message_id, at in sent if at > oldest)

    def forget(self, chat_id: int, message_ids: Iterable[int]) -> Write:
        """Forget messages that are gone."""
        names = [self._name(chat_id, each) for each in message_ids]
        return Write(delete(chat_messages).where(chat_messages.c.id.in_(names)))

    def sweep(self, now: datetime) -> Write:
        """Forget every day that lies so far back that nothing of it can be deleted."""
        return Write(delete(chat_messages).where(chat_messages.c.day < (now - DELETABLE).date()))

    def _sent(self, row: Any) -> tuple[int, int]:
        message_id, at = self._keyring.unseal(
            "chat messages", f"chat_messages/{row.id}", row.sealed
        )
        return int(message_id), int(at)

    def _lane(self, chat_id: int) -> str:
        return tag(self._lanes, str(chat_id))

    def _name(self, chat_id: int, message_id: int) -> str:
        return tag(self._ids, f"{chat_id}/{message_id}")
