"""The keyring: every key but the master key, in a file of its own, apart from the data."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database, StorageError, Write
from storage.engines import upsert
from storage.generations import Generations, KeyForgotten, derived, generation_of, prefix_of
from storage.keyring_file import identity, keep, place
from storage.keyring_schema import (
    TABLES,
    concern_secrets,
    notes,
    of_the_first_version,
    secrets,
    without_the_first_version,
)
from storage.master_key import MasterKey
from storage.private_files import make_private
from storage.sealing import SealBroken, seal, tag, unseal

_WORDS, _ROUTE = "words", "route"


class Keyring:
    """Holds a root secret, generations of keys, and two keys for each concern.

    The root secret never changes: from it come the keys of hashes, buttons and receipts. What
    rows hold is sealed under the newest generation; an older one goes once nothing is sealed
    under it any more (storage/resealing.py), and with it what old backups hold. A concern's keys
    are stored before anything is sealed under them: destroying the one for its route cuts the
    trace, destroying both forgets the concern.
    """

    def __init__(self, database: Database, master: MasterKey, file: Path) -> None:
        self._database = database
        self._at, self._opened_as = file, identity(file)
        self.generations = Generations(database, master)
        self._root = b""
        self._lasting: dict[tuple[str, int], bytes] = {}
        self._concerns: dict[tuple[str, str], bytes] = {}

    @classmethod
    async def open(cls, path: Path, master: MasterKey | None = None) -> "Keyring":
        """Open the keyring at `path`, or make a new one that only its owner can read.

        A folder is given the file `keyring.db`; where no master key is named, it lies beside
        that in `master.key`. Raises StorageError with a sentence when something cannot be used.
        """
        file = place(path)
        make_private(file, "keys.path")
        try:
            database = await Database.open(f"sqlite+aiosqlite:///{file}")
        except StorageError as error:
            raise StorageError(f"keys.path: {file} is not a keyring; name another file.") from error
        keyring = cls(database, master or MasterKey(file.with_name("master.key")), file)
        async with contextlib.AsyncExitStack() as opened:
            opened.push_async_callback(database.close)
            for table in TABLES:
                await database.create(table)
            await keyring._unlock()
            opened.pop_all()
        return keyring

    async def close(self) -> None:
        """Close the keyring's file."""
        await self._database.close()

    async def stay(self) -> None:
        """See that the keyring's file is where it must be, and write it anew if it is not."""
        self._opened_as = await keep(self._database, self._at, self._opened_as)

    def key(self, purpose: str, length: int = 32) -> bytes:
        """Return the lasting key for one purpose; it tells nothing of the others."""
        if (purpose, length) not in self._lasting:
            self._lasting[purpose, length] = derived(self._root, purpose, length)
        return self._lasting[purpose, length]

    @property
    def fingerprint(self) -> str:
        """What tells this keyring from others, and nothing of its keys."""
        return tag(self.key("fingerprint"), "keyring")

    @property
    def prefix(self) -> bytes:
        """What everything begins with that is sealed under the newest generation."""
        return prefix_of(self.generations.newest)

    def seal(self, purpose: str, place: str, value: Any) -> bytes:
        """Seal a JSON value under the newest generation, for one purpose and place."""
        return self.prefix + seal(self._newest_key(purpose), place, value)

    def unseal(self, purpose: str, place: str, blob: bytes) -> Any:
        """Open what `seal` closed for the same purpose and place.

        Raises SealBroken, also when the generation it was sealed under is gone.
        """
        number = generation_of(blob)
        if number is None:
            return unseal(self.key(purpose), place, blob)
        try:
            return unseal(self.generations.key(number, purpose), place, blob[len(self.prefix) :])
        except KeyForgotten:
            raise SealBroken(f"The key of the sealed value at {place} is gone.") from None

    async def new_concern_key(self, concern: str) -> bytes:
        """Make and store both keys of a new concern, and return the one for its words."""
        made = {what: os.urandom(32) for what in (_WORDS, _ROUTE)}
        rows = [self._row(concern, *each) for each in made.items()]
        await self._database.write(Write(insert(concern_secrets).values(rows)))
        self._concerns |= {(concern, what): secret for what, secret in made.items()}
        return made[_WORDS]

    async def concern_key(self, concern: str) -> bytes:
        """Return the key of a concern's words; raises KeyForgotten when it was destroyed."""
        return await self._concern_key(concern, _WORDS)

    async def route_key(self, concern: str) -> bytes:
        """Return the key of the way back; raises KeyForgotten when it was destroyed."""
        return await self._concern_key(concern, _ROUTE)

    async def new_route_key(self, concern: str) -> bytes:
        """Return the key of the way back, made anew if the trace was cut.

        Raises KeyForgotten when the concern is forgotten.
        """
        await self.concern_key(concern)
        row = self._row(concern, _ROUTE, os.urandom(32))
        made = upsert(concern_secrets).values(row).on_conflict_do_nothing()
        await self._database.write(Write(made))
        return await self.route_key(concern)

    async def known(self, *, route: bool = False) -> set[str]:
        """Return the ids of the concerns whose words, or whose way back, can be read."""
        what = concern_secrets.c.what == (_ROUTE if route else _WORDS)
        rows = await self._database.read_long(select(concern_secrets.c.concern).where(what))
        return {row.concern for row in rows}

    async def destroy_route_key(self, concern: str) -> None:
        """Destroy the key of the way back: nobody can find the reporter any more."""
        await self._destroy([concern], [_ROUTE])

    async def destroy_concern_keys(self, concerns: Iterable[str]) -> None:
        """Destroy both keys of concerns: nothing of them can ever be read again."""
        await self._destroy(list(concerns), [_WORDS, _ROUTE])

    async def note(self, name: str, value: str) -> None:
        """Keep a small fact apart from the data, in the place of what it was."""
        row = upsert(notes).values(name=name, value=value)
        kept = {"value": row.excluded.value}
        await self._database.write(
            Write(row.on_conflict_do_update(index_elements=["name"], set_=kept))
        )

    async def noted(self, name: str) -> str | None:
        """Return a fact that is kept here, or None."""
        rows = await self._database.read(select(notes.c.value).where(notes.c.name == name))
        return str(rows[0].value) if rows else None

    async def move_to_newest(self, limit: int) -> int:
        """Seal keys anew under the newest generation, at most `limit`; return how many it was."""
        old = concern_secrets.c.generation != self.generations.newest
        rows = await self._database.read_long(select(concern_secrets).where(old).limit(limit))
        await self._database.write(*map(self._moved, rows), self._rooted())
        return len(rows)

    async def _concern_key(self, concern: str, what: str) -> bytes:
        if (concern, what) not in self._concerns:
            query = select(concern_secrets).where(*_is(concern, what))
            rows = await self._database.read(query)
            if not rows:
                raise KeyForgotten("The concern's key was destroyed.")
            self._concerns[concern, what] = self._opened(rows[0])
        return self._concerns[concern, what]

    async def _destroy(self, concerns: list[str], kinds: list[str]) -> None:
        for each in concerns:
            for what in kinds:
                self._concerns.pop((each, what), None)
        gone = concern_secrets.c.concern.in_(concerns), concern_secrets.c.what.in_(kinds)
        await self._database.write(Write(delete(concern_secrets).where(*gone), shreds=True))

    def _row(self, concern: str, what: str, secret: bytes) -> dict[str, Any]:
        place = f"concern_secrets/{concern}/{what}"
        sealed = seal(self._newest_key("concern keys"), place, secret.hex())
        number = self.generations.newest
        return {"concern": concern, "what": what, "generation": number, "sealed": sealed}

    def _opened(self, row: Row[Any]) -> bytes:
        key = self.generations.key(row.generation, "concern keys")
        return bytes.fromhex(unseal(key, f"concern_secrets/{row.concern}/{row.what}", row.sealed))

    def _moved(self, row: Row[Any]) -> Write:
        values = self._row(row.concern, row.what, self._opened(row))
        return Write(update(concern_secrets).where(*_is(row.concern, row.what)).values(values))

    def _rooted(self) -> Write:
        number = self.generations.newest
        old = secrets.c.generation != number
        values = {
            "generation": number,
            "sealed": _sealed_root(self._newest_key("root"), self._root),
        }
        return Write(update(secrets).where(old).values(values))

    def _newest_key(self, purpose: str) -> bytes:
        return self.generations.key(self.generations.newest, purpose)

    async def _unlock(self) -> None:
        before = await of_the_first_version(self._database)
        if not await self._database.read(select(secrets.c.name)):
            await self._make(before[0] if before else os.urandom(32))
        await self.generations.unlock()
        query = select(secrets.c.generation, secrets.c.sealed)
        row = (await self._database.read(query))[0]
        key = self.generations.key(row.generation, "root")
        self._root = bytes.fromhex(unseal(key, "secrets/root", row.sealed))
        if before:
            await self._take_over(before[1])

    async def _make(self, root: bytes) -> None:
        """Fill a new keyring; of two processes that do so at once, the first one's counts."""
        begun, secret = self.generations.first()
        sealed = _sealed_root(derived(secret, "root"), root)
        rooted = Write(insert(secrets).values(name="root", generation=1, sealed=sealed))
        with contextlib.suppress(IntegrityError):
            await self._database.write(begun, rooted)

    async def _take_over(self, keys: dict[str, bytes]) -> None:
        """Take the keys of the first version in, where each concern had one for everything."""
        rows = [self._row(each, what, keys[each]) for each in keys for what in (_WORDS, _ROUTE)]
        added = [Write(insert(concern_secrets).values(rows))] if rows else []
        await self._database.write(*added, *without_the_first_version())


def _is(concern: str, what: str) -> tuple[Any, ...]:
    return concern_secrets.c.concern == concern, concern_secrets.c.what == what


def _sealed_root(key: bytes, root: bytes) -> bytes:
    return seal(key, "secrets/root", root.hex())
