"""Concern media: which pictures and sounds belong to a concern, under that concern's own key."""

from collections.abc import Sequence
from dataclasses import astuple

from sqlalchemy import insert, select

from domain.interview import Media
from storage.database import Database, Write
from storage.generations import KeyForgotten
from storage.keyring import Keyring
from storage.schema import concern_media
from storage.sealing import seal, unseal


class ConcernMedia:
    """The table of file ids; the files themselves lie with Telegram."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def add(self, concern: str, media: Sequence[Media]) -> Write:
        """Return the write that keeps a new concern's media; raises KeyForgotten without a key."""
        key = await self._keyring.concern_key(concern)
        sealed = seal(key, f"concern_media/{concern}", [astuple(each) for each in media])
        return Write(insert(concern_media).values(concern=concern, sealed=sealed))

    async def any(self, concern: str) -> bool:
        """Whether a concern has pictures or sounds."""
        query = select(concern_media.c.concern).where(concern_media.c.concern == concern)
        return bool(await self._database.read(query))

    async def of(self, concern: str) -> list[Media]:
        """Return a concern's media in the order sent: none when its key was destroyed."""
        query = select(concern_media.c.sealed).where(concern_media.c.concern == concern)
        rows = await self._database.read(query)
        if not rows:
            return []
        try:
            key = await self._keyring.concern_key(concern)
        except KeyForgotten:
            return []
        return [Media(*each) for each in unseal(key, f"concern_media/{concern}", rows[0].sealed)]
