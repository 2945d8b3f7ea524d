"""The journal's chain: every entry is tied to the one before, so that no change goes unseen."""

import contextlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from storage.database import Conflict, Database, Write
from storage.journal_proof import EMPTIED, EMPTY, Break, Kind, Proof, Verdict, digest, link, ranges
from storage.keyring import Keyring
from storage.schema import journal

RESTORED = "restored"
_ANCHOR = "journal"
_CUT = "journal cut"
_ADD = insert(journal)
_NEWEST = select(journal.c.number, journal.c.link).order_by(journal.c.number.desc()).limit(1)


class Chain:
    """Ties entries together under a key that only the keyring holds.

    An entry's digest is a keyed hash of what it says and a random salt; its link is one of the
    link before, its number and its digest. To forget what an entry said its words and its salt
    are emptied: the hashes stay, and a later entry names the numbers of those emptied. The
    newest link, the anchor, is noted in the keyring now and then, so that a cut end is found as
    well; what was once found cut stays noted there.
    """

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._key = keyring.key("journal")
        self._anchored = (0, "")

    def add(self, at: datetime, actor: str, action: str, concern: str | None) -> Write:
        """Return the write of one entry, tied to whatever is newest when it is committed."""
        said = {"at": at, "actor": actor, "action": action, "concern": concern}
        return _Tied(_ADD, values=said, key=self._key)

    def forget(self, concern: str, at: datetime, actor: str) -> Write:
        """Forget what all entries about a concern said, and name them in an entry of that actor.

        Which ones these are is found as it is committed, so that none slips in between.
        """
        emptied = update(journal).where(journal.c.concern == concern).values(**EMPTY, salt=None)

        def named(numbers: list[int]) -> Write:
            return self.add(at, actor, f"{EMPTIED}{ranges(numbers)}", None)

        return _Forgets(emptied, shreds=True, about=concern, named=named)

    async def adopt(self) -> None:
        """Tie entries of before there was a chain; once there was one, nothing is adopted."""
        newest = journal.c.number.desc()
        chained = select(journal.c.number).where(journal.c.link.is_not(None)).order_by(newest)
        if await self._database.read(chained.limit(1)) or await self._keyring.noted(_ANCHOR):
            return
        before, writes = "", list[Write]()
        for row in await self._database.read(select(journal).order_by(journal.c.number)):
            salt = os.urandom(16)
            of = digest(self._key, salt, row._mapping)
            before = link(self._key, before, row.number, of)
            this = journal.c.number == row.number, journal.c.link.is_(None)
            values = {"salt": salt, "digest": of, "link": before}
            writes.append(Write(update(journal).where(*this).values(values), rows=1))
        with contextlib.suppress(Conflict):  # another process was faster
            await self._database.write(*writes)
        await self.anchor()

    async def anchor(self) -> bool:
        """Note the newest link apart from the data, if it is another than before.

        False if the one noted before is not where it was: that the end was cut off stays noted.
        """
        newest = await self._newest()
        if newest == self._anchored:
            return True
        cut = None if await self._keyring.noted(_CUT) else await self._cut()
        if cut is not None:
            await self._keyring.note(_CUT, f"{cut[0]}/{cut[1]}")
        await self._note(newest)
        return cut is None

    async def restored(self, at: datetime, actor: str) -> None:
        """Let the chain go on from an older copy that was put back, and say so in an entry."""
        await self._database.write(self.add(at, actor, RESTORED, None))
        await self._note(await self._newest())
        await self._keyring.note(_CUT, "")

    async def verify(self) -> Verdict:
        """Read the whole journal and return whether it is as it was written."""
        known = (await self._keyring.noted(_CUT) or "").partition("/")
        cut = (Kind(known[0]), int(known[2])) if known[0] else await self._cut()
        proof = Proof(self._database, self._key)
        found = [each for each in (await proof.broken(), cut) if each]
        # Where an end is cut off, what it named is not looked for.
        broken = min(found, key=lambda each: each[1]) if found else await proof.unnamed()
        if broken is None:
            return Verdict(proof.entries)
        kind, number = broken
        return Verdict(proof.entries, Break(kind, number, await proof.last_before(number)))

    async def _cut(self) -> tuple[Kind, int] | None:
        """Return what is wrong with the anchored entry, and the number from which on it is."""
        number, noted = _split(await self._keyring.noted(_ANCHOR))
        there = select(journal.c.number).where(journal.c.number == number, journal.c.link == noted)
        if number == 0 or await self._database.read(there):
            return None
        (newest,) = await self._database.read(select(func.max(journal.c.number)))
        last = newest[0] or 0
        return (Kind.CHANGED, number) if last >= number else (Kind.CUT_OFF, last + 1)

    async def _newest(self) -> tuple[int, str]:
        rows = await self._database.read(_NEWEST)
        return (rows[0].number, rows[0].link or "") if rows else (0, "")

    async def _note(self, newest: tuple[int, str]) -> None:
        await self._keyring.note(_ANCHOR, f"{newest[0]}/{newest[1]}")
        self._anchored = newest


@dataclass(frozen=True, kw_only=True)
class _Tied(Write):
    """Adds an entry behind the newest one there is inside the transaction."""

    values: Mapping[str, Any]
    key: bytes

    def apply(self, connection: Connection) -> None:
        last = connection.execute(_NEWEST).first()
        number, before = (last.number + 1, last.link or "") if last else (1, "")
        salt = os.urandom(16)
        of = digest(self.key, salt, self.values)
        tied = {"salt": salt, "digest": of, "link": link(self.key, before, number, of)}
        connection.execute(self.statement, {**self.values, **tied, "number": number})


@dataclass(frozen=True, kw_only=True)
class _Forgets(Write):
    """Empties every entry about a concern that there is inside the transaction."""

    about: str
    named: Callable[[list[int]], Write]

    def apply(self, connection: Connection) -> None:
        query = select(journal.c.number).where(journal.c.concern == self.about)
        numbers = [row.number for row in connection.execute(query)]
        if numbers:
            super().apply(connection)
            self.named(numbers).apply(connection)


def _split(anchor: str | None) -> tuple[int, str]:
    number, _, of = (anchor or "0/").partition("/")
    return int(number), of
