"""Generations: keys that replace one another, so that what was sealed long ago stays sealed."""

import os
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Row, delete, exists, insert, select, update

from storage.database import Check, Database, StorageError, Write
from storage.keyring_schema import concern_secrets, generations, secrets
from storage.master_key import MasterKey
from storage.sealing import SealBroken, seal, unseal

_FORMAT = b"\x02"
_NUMBER = 4  # bytes of a generation's number


class KeyForgotten(Exception):
    """A key is gone, and with it all that was sealed under it."""


def prefix_of(number: int) -> bytes:
    """Return what everything begins with that is sealed under a generation."""
    return _FORMAT + number.to_bytes(_NUMBER)


def generation_of(blob: bytes) -> int | None:
    """Return the generation something is sealed under; None: of the time before there were any."""
    return int.from_bytes(blob[1 : 1 + _NUMBER]) if blob[:1] == _FORMAT else None


class Generations:
    """The generations that are left, each sealed under the master key; the newest is sealed with.

    A change is only made to what was read: if another process began a generation or changed the
    master key in between, it raises Conflict, and nothing has happened.
    """

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._master = master
        self._secrets: dict[int, bytes] = {}
        self._derived: dict[tuple[int, str], bytes] = {}

    @property
    def newest(self) -> int:
        """The number of the generation that is sealed under now."""
        return max(self._secrets)

    @property
    def oldest(self) -> int:
        """The number of the oldest generation that is left."""
        return min(self._secrets)

    def key(self, number: int, purpose: str) -> bytes:
        """Return a generation's key for one purpose; raises KeyForgotten when it is gone."""
        if number not in self._secrets:
            raise KeyForgotten(f"Generation {number} of the keys is gone.")
        if (number, purpose) not in self._derived:
            self._derived[number, purpose] = derived(self._secrets[number], purpose)
        return self._derived[number, purpose]

    async def unlock(self) -> None:
        """Read every generation; raises StorageError when the master key does not open them.

        A new master key that was made but not yet adopted is adopted if it is the one.
        """
        try:
            await self._read(self._master.read())
        except StorageError:
            following = self._master.read_next()
            if following is None:
                raise
            await self._read(following)
            self._master.adopt_next()

    async def refresh(self) -> None:
        """Learn what another process began or destroyed; raises StorageError as `unlock`."""
        found = await self._database.read(select(generations.c.number))
        if {row.number for row in found} != self._secrets.keys():
            await self.unlock()

    def first(self) -> tuple[Write, bytes]:
        """Return the write of a new keyring's first generation, and the generation's secret."""
        secret = os.urandom(32)
        return _begin(self._master.make(), 1, secret, None), secret

    async def begin(self, now: datetime) -> None:
        """Begin a new generation at that aware moment; raises StorageError without master key."""
        await self.unlock()
        rows = await self._rows()
        number, secret = self.newest + 1, os.urandom(32)
        new = _begin(self._master.read(), number, secret, now)
        await self._database.write(*_unchanged(rows), new)
        self._secrets[number] = secret

    async def begun_at(self, now: datetime) -> datetime:
        """Return when the newest generation was begun (UTC); of the very first it is now."""
        ours = generations.c.number == self.newest
        first = update(generations).where(ours, generations.c.begun_at.is_(None))
        await self._database.write(Write(first.values(begun_at=now)))
        rows = await self._database.read(select(generations.c.begun_at).where(ours))
        begun: datetime = rows[0].begun_at
        return begun

    async def destroy_older(self) -> None:
        """Destroy every generation but the newest, unless a key is still sealed under it."""
        used = select(concern_secrets.c.generation).union(select(secrets.c.generation))
        gone = generations.c.number.not_in(used), generations.c.number < self.newest
        await self._database.write(Write(delete(generations).where(*gone), shreds=True))
        left = {row.number for row in await self._rows()}
        self._secrets = {each: key for each, key in self._secrets.items() if each in left}
        self._derived = {each: key for each, key in self._derived.items() if each[0] in left}

    async def change_master(self) -> None:
        """Seal every generation under a new master key that takes the place of the old one."""
        await self.unlock()
        rows, new = await self._rows(), self._master.make_next()
        sealed = (_sealed(new, each.number, self._secrets[each.number]) for each in rows)
        moved = [
            Write(update(generations).where(generations.c.number == row.number).values(sealed=each))
            for row, each in zip(rows, sealed, strict=True)
        ]
        await self._database.write(*_unchanged(rows), *moved)
        self._master.adopt_next()

    async def _read(self, master: bytes) -> None:
        try:
            self._secrets = {
                row.number: bytes.fromhex(unseal(master, _place(row.number), row.sealed))
                for row in await self._rows()
            }
        except SealBroken:
            raise StorageError(
                "keys.master_file: this master key does not open the keyring at keys.path; "
                "put the right one back from where it was kept. Without it nothing can be read."
            ) from None
        self._derived.clear()

    async def _rows(self) -> list[Row[Any]]:
        return list(await self._database.read(select(generations).order_by(generations.c.number)))


def derived(secret: bytes, purpose: str, length: int = 32) -> bytes:
    """Return the key for one purpose: always the same, and telling nothing of the others."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose.encode()).derive(secret)


def _begin(master: bytes, number: int, secret: bytes, now: datetime | None) -> Write:
    sealed = _sealed(master, number, secret)
    return Write(insert(generations).values(number=number, begun_at=now, sealed=sealed))


def _unchanged(rows: Iterable[Row[Any]]) -> list[Write]:
    """Return what raises Conflict unless these are still the generations, as they were read."""
    seen = list(rows)
    newer = generations.alias()
    none_newer = ~exists(select(newer.c.number).where(newer.c.number > seen[-1].number))
    return [
        Check(
            update(generations)
            .where(generations.c.number == row.number, generations.c.sealed == row.sealed)
            .where(none_newer)
            .values(number=row.number),
            rows=1,
        )
        for row in seen
    ]


def _sealed(master: bytes, number: int, secret: bytes) -> bytes:
    return seal(master, _place(number), secret.hex())


def _place(number: int) -> str:
    return f"generations/{number}"
