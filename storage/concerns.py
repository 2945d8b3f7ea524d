"""Concerns: what the team works on; words and way back sealed under each concern's own key."""

import contextlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, insert, or_, select, update

from domain.concern import ENDED_STATES, GOING_ON_STATES, OPEN_STATES, Concern, State, has_ended
from domain.entry import Entry, EntryKind
from domain.questionnaire import Answers
from domain.receipt import read
from storage.concern_rows import PLAIN, TOLD, columns, concern_of
from storage.database import Check, Database, Shred, Write
from storage.doors import answers
from storage.engines import upsert
from storage.generations import KeyForgotten
from storage.keyring import Keyring
from storage.routes import Route, sealed_route
from storage.schema import alerts, concern_media, concerns, entries
from storage.sealing import SealBroken, seal, tag, unseal

_ONE = select(*PLAIN).where(concerns.c.id == bindparam("concern"))


@dataclass(frozen=True)
class Alert:
    """That a member was told of a concern, and on which card."""

    member: str
    card: str


class Concerns:
    """The tables of concerns and of who was told of them."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._receipts = keyring.key("receipts")

    async def add(self, concern: Concern, given: Answers, route: Route, receipt: str) -> Write:
        """Make the concern's key, and return the write that stores the concern under it."""
        key = await self._keyring.new_concern_key(concern.id)
        words = {name: asdict(answer) for name, answer in given.items()}
        return Write(
            insert(concerns).values(
                **columns(concern),
                id=concern.id,
                receipt=self._receipt(receipt),
                words=seal(key, f"concerns/{concern.id}/words", words),
                route=await sealed_route(self._keyring, concern.id, route),
            )
        )

    def save(self, before: Concern, after: Concern) -> Write:
        """Store a changed concern, but what its reporter was told.

        A Conflict means that somebody was faster.
        """
        changed = {name: value for name, value in columns(after).items() if name not in TOLD}
        ended_on = after.ended_on if has_ended(after) else None
        values = changed | {"version": before.version + 1, "ended_on": ended_on}
        return Write(
            update(concerns)
            .where(concerns.c.id == before.id, concerns.c.version == before.version)
            .values(values),
            rows=1,
        )

    def tell(self, concern: Concern) -> Write:
        """Store what a concern's reporter was told, and nothing else."""
        values = {name: value for name, value in columns(concern).items() if name in TOLD}
        return Write(update(concerns).where(concerns.c.id == concern.id).values(values), rows=1)

    def unchanged(self, concern: Concern) -> Check:
        """Change nothing; a Conflict means that somebody changed the concern since it was read."""
        return Check(
            update(concerns)
            .where(concerns.c.id == concern.id, concerns.c.version == concern.version)
            .values(version=concern.version),
            rows=1,
        )

    async def get(self, concern: str) -> Concern | None:
        """Return one concern, or None."""
        rows = await self._database.read(_ONE, concern=concern)
        return concern_of(rows[0]) if rows else None

    async def by_receipt(self, receipt: str) -> Concern | None:
        """Return the concern a receipt belongs to, or None."""
        query = select(*PLAIN).where(concerns.c.receipt == self._receipt(receipt))
        rows = await self._database.read(query)
        return concern_of(rows[0]) if rows else None

    async def open(self) -> list[Concern]:
        """Return the concerns nobody has reacted to yet, oldest first (S40: by age only)."""
        return await self._found(concerns.c.state.in_(OPEN_STATES))

    async def going_on(self) -> list[Concern]:
        """Return the concerns that have not ended, oldest first."""
        return await self._found(concerns.c.state.in_(GOING_ON_STATES))

    async def owned_by(self, member: str) -> list[Concern]:
        """Return a member's concerns, oldest first."""
        return await self._found(concerns.c.owner == member)

    async def unowned(self) -> list[Concern]:
        """Return the concerns that nobody owns though somebody reacted, oldest first."""
        reacted = [each for each in GOING_ON_STATES if each not in OPEN_STATES]
        return await self._found(concerns.c.state.in_(reacted), concerns.c.owner.is_(None))

    async def offered(self) -> list[Concern]:
        """Return the concerns that wait for somebody to take them over, oldest first."""
        # None that has ended is offered; without saying so, all there ever were are looked at.
        goes_on = concerns.c.state.in_(GOING_ON_STATES)
        return await self._found(goes_on, concerns.c.offered_to.is_not(None))

    async def known_to(self, member: str | None) -> list[Concern]:
        """Return what has not ended, and what ended with `member` (None: anybody), newest first."""
        goes_on = concerns.c.state.not_in(ENDED_STATES)
        known = [or_(goes_on, concerns.c.owner == member)] if member is not None else []
        return (await self._found(*known, long=True))[::-1]

    async def closed(self) -> list[Concern]:
        """Return the concerns the team closed, newest first."""
        return (await self._found(concerns.c.state == State.CLOSED, long=True))[::-1]

    async def named(self, ids: Collection[str]) -> dict[str, str]:
        """Return the nicknames of these concerns by id; those unknown are left out."""
        query = select(concerns.c.id, concerns.c.nickname).where(concerns.c.id.in_(ids))
        return {row.id: row.nickname for row in await self._database.read(query)}

    async def recent(self, number: int) -> list[tuple[Concern, Answers]]:
        """Return the newest concerns that have not ended, with their words; at most `number`.

        Those that are forgotten, or damaged, are left out.
        """
        query = (
            select(*PLAIN, concerns.c.words)
            .where(concerns.c.state.in_(GOING_ON_STATES))
            .order_by(concerns.c.received_at.desc(), concerns.c.id)
            .limit(number)
        )
        found = []
        for row in await self._database.read(query):
            with contextlib.suppress(KeyForgotten, SealBroken):
                found.append((concern_of(row), await self._words(row)))
        return found

    async def nicknames_among(self, names: Collection[str]) -> set[str]:
        """Return which of these nicknames concerns have; no two concerns have the same."""
        query = select(concerns.c.nickname).where(concerns.c.nickname.in_(names))
        return {row.nickname for row in await self._database.read(query)}

    async def words(self, concern: str) -> Answers:
        """Unseal what the reporter told; raises KeyForgotten when it is forgotten."""
        query = select(concerns.c.id, concerns.c.words).where(concerns.c.id == concern)
        (row,) = await self._database.read(query)
        return await self._words(row)

    def forget(self, concern: str, receipt: str) -> list[Write]:
        """Empty the concern's rows, and destroy its keys.

        `receipt` is a new one nobody knows, in the place of the old.
        """
        emptied = {"words": b"", "route": None, "receipt": self._receipt(receipt)}
        destroy = partial(self._keyring.destroy_concern_keys, [concern])
        statement = update(concerns).where(concerns.c.id == concern).values(emptied)
        return [
            Write(delete(entries).where(entries.c.concern == concern)),
            Write(delete(concern_media).where(concern_media.c.concern == concern)),
            Shred(statement, rows=1, destroy=destroy),
        ]

    async def enter(self, concern: str, entry: Entry) -> Write:
        """Add an entry to a concern; raises KeyForgotten for a forgotten one."""
        key = await self._keyring.concern_key(concern)
        sealed = seal(key, f"entries/{concern}", [entry.kind, entry.words])
        return Write(insert(entries).values(concern=concern, day=entry.written_on, sealed=sealed))

    async def entries(self, concern: str) -> list[Entry]:
        """Return what was written after the concern was sent, oldest first."""
        query = select(entries).where(entries.c.concern == concern).order_by(entries.c.id)
        rows = await self._database.read(query)
        if not rows:
            return []
        key = await self._keyring.concern_key(concern)
        opened = [(row.day, *unseal(key, f"entries/{concern}", row.sealed)) for row in rows]
        return [Entry(EntryKind(kind), words, day) for day, kind, words in opened]

    def alert(self, concern: str, member: str, card: str) -> Write:
        """Note that a member was told of a concern on that card; once told is enough."""
        return Write(
            upsert(alerts)
            .values(concern=concern, member=member, card=card)
            .on_conflict_do_nothing()
        )

    async def alerts(self, concern: str) -> list[Alert]:
        """Return who was told of a concern."""
        rows = await self._database.read(select(alerts).where(alerts.c.concern == concern))
        return [Alert(row.member, row.card) for row in rows]

    async def cards_of(self, member: str) -> list[tuple[Concern, str]]:
        """Return the concerns that a member was told of and that have not ended, with the cards."""
        query = (
            select(*PLAIN, alerts.c.card)
            .join(alerts, alerts.c.concern == concerns.c.id)
            .where(alerts.c.member == member, concerns.c.state.not_in(ENDED_STATES))
            .order_by(concerns.c.received_at, concerns.c.id)
        )
        return [(concern_of(row), row.card) for row in await self._database.read(query)]

    async def every_card_of(self, member: str) -> list[str]:
        """Return every card a member was told of a concern on."""
        rows = await self._database.read(select(alerts.c.card).where(alerts.c.member == member))
        return [row.card for row in rows]

    async def _found(self, *which: ColumnElement[bool], long: bool = False) -> list[Concern]:
        """Return what fits, oldest first; `long`: it may be nearly all there ever were."""
        read = self._database.read_long if long else self._database.read
        query = select(*PLAIN).where(*which).order_by(concerns.c.received_at, concerns.c.id)
        return [concern_of(row) for row in await read(query)]

    async def _words(self, row: Row[Any]) -> Answers:
        key = await self._keyring.concern_key(row.id)
        return answers(unseal(key, f"concerns/{row.id}/words", row.words))

    def _receipt(self, code: str) -> str:
        return tag(self._receipts, read(code) or code)
