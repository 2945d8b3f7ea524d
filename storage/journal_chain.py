"""The journal's chain: every entry is tied to the one before, so that no change goes unseen."""

import hashlib
import hmac
import os
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database, Write
from storage.keyring import Keyring
from storage.schema import journal

FORGOTTEN = "forgotten"
EMPTIED = "emptied: "
_EMPTY = {"at": datetime(1970, 1, 1, tzinfo=UTC), "actor": "", "action": FORGOTTEN, "concern": None}
_NOTE = "journal"
_BATCH = 1000


class Kind(StrEnum):
    """What is wrong with an entry."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added or moved"
    EMPTIED = "emptied without a word"
    CUT_OFF = "cut off at the end"


@dataclass(frozen=True)
class Break:
    """The first thing that is wrong, and the moment (UTC) of the last good entry before it."""

    kind: Kind
    number: int
    after: datetime | None


@dataclass(frozen=True)
class Verdict:
    """How many entries are as they were written, and what is wrong with the first that is not."""

    entries: int
    broken: Break | None = None


class Chain:
    """Ties entries together under a key that only the keyring holds.

    An entry's digest is a keyed hash of what it says and a random salt; its link is one of the
    link before, its number and its digest. To forget what an entry said its words and its salt
    are emptied: the hashes stay, and a later entry names the numbers of those emptied. The
    newest link is noted in the keyring now and then, so that a cut end is found as well.
    """

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._key = keyring.key("journal")
        self._anchored = ""

    def add(self, at: datetime, actor: str, action: str, concern: str | None) -> Write:
        """Return the write of one entry, tied to whatever is newest when it is committed."""
        said = {"at": at, "actor": actor, "action": action, "concern": concern}
        return _Tied(insert(journal).values(said), key=self._key, said=said)

    def empty(self, numbers: Iterable[int]) -> Write:
        """Forget what these entries said; an entry must name them: EMPTIED and `ranges`."""
        which = list(numbers)
        emptied = update(journal).where(journal.c.number.in_(which)).values(**_EMPTY, salt=None)
        return Write(emptied, rows=len(which), shreds=True)

    async def adopt(self) -> None:
        """Tie entries of before there was a chain; once there was one, nothing is adopted."""
        chained = select(func.count()).where(journal.c.link.is_not(None))
        if (await self._database.read(chained))[0][0] or await self._keyring.noted(_NOTE):
            return
        link, writes = "", list[Write]()
        async for row in self._rows():
            salt = os.urandom(16)
            tied = _digest(self._key, salt, row._mapping)
            link = _link(self._key, link, row.number, tied)
            values = {"salt": salt, "digest": tied, "link": link}
            this = update(journal).where(journal.c.number == row.number)
            writes.append(Write(this.values(values), rows=1))
        await self._database.write(*writes)

    async def anchor(self) -> None:
        """Note the newest link apart from the data, if it is another than before."""
        newest = select(journal.c.number, journal.c.link).order_by(journal.c.number.desc()).limit(1)
        for row in await self._database.read(newest):
            anchor = f"{row.number}/{row.link}"
            if anchor != self._anchored:
                await self._keyring.note(_NOTE, anchor)
                self._anchored = anchor

    async def verify(self) -> Verdict:
        """Read the whole journal and return whether it is as it was written."""
        at, link, good, emptied, named = 0, "", None, set[int](), set[int]()
        number, anchored = _split(await self._keyring.noted(_NOTE))
        async for row in self._rows():
            kind = self._wrong(row, at, link)
            if kind is None and row.number == number and row.link != anchored:
                kind = Kind.CHANGED
            if kind is not None:
                return Verdict(at, Break(kind, at + 1, good))
            at, link = row.number, row.link
            if row.salt is None:
                emptied.add(row.number)
                continue
            good = row.at
            if row.action.startswith(EMPTIED):
                named |= _numbers(row.action.removeprefix(EMPTIED))
        if at < number:
            return Verdict(at, Break(Kind.CUT_OFF, at + 1, good))
        if emptied != named:
            return Verdict(at, Break(Kind.EMPTIED, min(emptied ^ named), good))
        return Verdict(at)

    def _wrong(self, row: Row[Any], before: int, link: str) -> Kind | None:
        if row.number != before + 1:
            return Kind.MISSING
        if row.link is None or row.digest is None:
            return Kind.ADDED
        said = row._mapping
        if row.salt is None:
            if {name: said[name] for name in _EMPTY} != _EMPTY:
                return Kind.CHANGED
        elif row.digest != _digest(self._key, row.salt, said):
            return Kind.CHANGED
        tied = _link(self._key, link, row.number, row.digest)
        return None if row.link == tied else Kind.ADDED

    async def _rows(self) -> AsyncIterator[Row[Any]]:
        after = -(2**62)
        while True:
            query = select(journal).where(journal.c.number > after).order_by(journal.c.number)
            rows = await self._database.read(query.limit(_BATCH))
            for row in rows:
                yield row
            if len(rows) < _BATCH:
                return
            after = rows[-1].number


@dataclass(frozen=True, kw_only=True)
class _Tied(Write):
    """Adds an entry behind the newest one there is inside the transaction."""

    key: bytes
    said: dict[str, Any]

    async def apply(self, connection: AsyncConnection) -> None:
        newest = select(journal.c.number, journal.c.link).order_by(journal.c.number.desc()).limit(1)
        last = (await connection.execute(newest)).first()
        number, before = (last.number + 1, last.link or "") if last else (1, "")
        salt = os.urandom(16)
        digest = _digest(self.key, salt, self.said)
        link = _link(self.key, before, number, digest)
        row = {**self.said, "number": number, "salt": salt, "digest": digest, "link": link}
        await connection.execute(insert(journal).values(row))


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers as "5-9,12"."""
    found: list[list[int]] = []
    for each in sorted(numbers):
        if found and each == found[-1][1] + 1:
            found[-1][1] = each
        else:
            found.append([each, each])
    return ",".join(f"{low}-{high}" if high > low else f"{low}" for low, high in found)


def _numbers(text: str) -> set[int]:
    pairs = (each.partition("-") for each in text.split(",") if each)
    return {n for low, _, high in pairs for n in range(int(low), int(high or low) + 1)}


def _digest(key: bytes, salt: bytes, said: Any) -> str:
    at = said["at"].astimezone(UTC).isoformat()
    parts = [salt.hex(), at, said["actor"], said["action"], said["concern"] or ""]
    return _hash(key, "\x00".join(parts))


def _link(key: bytes, before: str, number: int, digest: str) -> str:
    return _hash(key, f"{before}/{number}/{digest}")


def _hash(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _split(anchor: str | None) -> tuple[int, str]:
    number, _, link = (anchor or "0/").partition("/")
    return int(number), link
