"""What proves that the journal is as it was written, and what is wrong where it is not."""

import hmac
import json
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.schema import journal

FORGOTTEN = "forgotten"
EMPTIED = "emptied: "
EMPTY = {"at": datetime(1970, 1, 1, tzinfo=UTC), "actor": "", "action": FORGOTTEN, "concern": None}
_BATCH = 1000
# What reading fails with where a column holds something it was never made for.
_UNREADABLE = (DBAPIError, ValueError, TypeError)


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


class Proof:
    """Reads every entry once, oldest first, beside whoever writes; `entries` were good."""

    def __init__(self, database: Database, key: bytes) -> None:
        self._database = database
        self._key = key
        self._link = ""
        self._emptied: set[int] = set()
        self._named: set[int] = set()
        self.entries = 0

    async def broken(self) -> tuple[Kind, int] | None:
        """Return what is wrong with the first entry that is not as it was, and its number."""
        async for row in self._rows():
            wrong = self._wrong(row)
            if wrong is not None:
                return wrong
            self._take(row)
        return None

    async def unnamed(self) -> tuple[Kind, int] | None:
        """Return the first entry that is empty and not named, or named and not empty."""
        for number in sorted(self._emptied ^ self._named):
            # One that was emptied while the rest was being read was not empty yet when it was read.
            if number in self._emptied or not await self._is_empty_now(number):
                return Kind.EMPTIED, number
        return None

    async def last_before(self, number: int) -> datetime | None:
        """Return when the last entry before a number was made that says something (UTC)."""
        said = journal.c.number.between(1, number - 1), journal.c.salt.is_not(None)
        query = select(journal.c.at).where(*said).order_by(journal.c.number.desc()).limit(1)
        rows = await self._database.read(query)
        return rows[0].at if rows else None

    def _take(self, row: Row[Any]) -> None:
        self.entries, self._link = row.number, row.link
        if row.salt is None:
            self._emptied.add(row.number)
        elif row.action.startswith(EMPTIED):
            self._named |= _numbers(row.action.removeprefix(EMPTIED))

    def _wrong(self, row: Row[Any]) -> tuple[Kind, int] | None:
        expected = self.entries + 1
        if row.number != expected:
            return (Kind.MISSING, expected) if row.number > expected else (Kind.ADDED, row.number)
        kind = _wrong_within(self._key, row)
        if kind is None and row.link != link(self._key, self._link, row.number, row.digest):
            kind = Kind.ADDED
        return (kind, expected) if kind else None

    async def _is_empty_now(self, number: int) -> bool:
        row = (await self._batch(number - 1, 1))[0]
        return _wrong_within(self._key, row) is None and row.salt is None

    async def _rows(self) -> AsyncIterator[Row[Any]]:
        after = -(2**62)
        while rows := await self._batch(after, _BATCH):
            for row in rows:
                yield row
            after = rows[-1].number

    async def _batch(self, after: int, most: int) -> Sequence[Row[Any]]:
        """Return the next rows; one that cannot be read comes alone, as its bare number."""
        next_ones = journal.c.number > after
        try:
            query = select(journal).where(next_ones).order_by(journal.c.number).limit(most)
            return await self._database.read(query)
        except _UNREADABLE:
            if most > 1:
                return await self._batch(after, most // 2)
        bare = select(journal.c.number).where(next_ones).order_by(journal.c.number).limit(1)
        return await self._database.read(bare)


def digest(key: bytes, salt: bytes, said: Any) -> str:
    """Return the keyed hash of what an entry says and its salt."""
    at = said["at"].astimezone(UTC).isoformat()
    words = [said[name] for name in ("actor", "action", "concern")]
    return _hash(key, json.dumps([salt.hex(), at, *words], default=repr))


def link(key: bytes, before: str, number: int, of: str) -> str:
    """Return the keyed hash of the link before, an entry's number and its digest."""
    return _hash(key, f"{before}/{number}/{of}")


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


def _wrong_within(key: bytes, row: Row[Any]) -> Kind | None:
    """Return what is wrong with an entry by itself; a bare number is one nobody can read."""
    said = row._mapping
    if len(said) == 1:
        return Kind.CHANGED
    if row.link is None or row.digest is None:
        return Kind.ADDED
    if row.salt is None:
        return None if {name: said[name] for name in EMPTY} == EMPTY else Kind.CHANGED
    if not isinstance(row.salt, bytes) or row.digest != digest(key, row.salt, said):
        return Kind.CHANGED
    return None


def _hash(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()
