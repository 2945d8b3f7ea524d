"""Blocks: from which chats nothing is taken in until a day, without anybody being named."""

from datetime import date

from sqlalchemy import bindparam, delete, select

from storage.database import Database, Write
from storage.engines import upsert
from storage.keyring import Keyring
from storage.schema import blocks
from storage.sealing import tag

_HOLDS = select(blocks.c.until).where(
    blocks.c.tag == bindparam("chat"), blocks.c.until > bindparam("today")
)


class Blocks:
    """The table of blocks, each behind a keyed hash that serves nothing else."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._key = keyring.key("blocks")

    async def until(self, chat_id: int, today: date) -> date | None:
        """Return the local day on which a chat's block ends, or None when there is none."""
        rows = await self._database.read(_HOLDS, chat=self._tag(chat_id), today=today)
        return rows[0].until if rows else None

    def block(self, chat_id: int, until: date) -> Write:
        """Take nothing in from a chat until that local day, in the place of what held before."""
        row = upsert(blocks).values(tag=self._tag(chat_id), until=until)
        newest = {"until": row.excluded.until}
        return Write(row.on_conflict_do_update(index_elements=[blocks.c.tag], set_=newest))

    def lift(self, chat_id: int) -> Write:
        """Take everything in again."""
        return Write(delete(blocks).where(blocks.c.tag == self._tag(chat_id)))

    def sweep(self, today: date) -> Write:
        """Forget the blocks that are over."""
        return Write(delete(blocks).where(blocks.c.until <= today))

    def _tag(self, chat_id: int) -> str:
        return tag(self._key, str(chat_id))
