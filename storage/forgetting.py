"""Forgetting: everything about a concern goes, its keys with it; and whatever else is too old."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Text as AnyText
from sqlalchemy import and_, cast, delete, exists, or_, select, update

from domain.concern import ENDED_STATES, OPEN_STATES
from domain.deadlines import Rung
from storage.database import Database, Shred, Write
from storage.engines import upsert
from storage.keyring import Keyring
from storage.reminders import OVER
from storage.schema import (
    alerts,
    cards,
    concern_media,
    concerns,
    counts,
    entries,
    inbox,
    outbox,
    reminders,
)
from storage.sqlite_driver import LONG
from storage.team_schema import invites, orders, undos

_EXACT = timedelta(days=2)  # afterwards no deadline and no undoing needs the time of day
_PARKED_KEPT = timedelta(days=30)
_NOON = time(12, tzinfo=UTC)  # of a day, the same date in every zone of Europe
# As the engines write noon: SQLite always with the parts of a second, PostgreSQL where there are.
_WRITTEN = cast(concerns.c.received_at, AnyText)
_IS_EXACT = and_(*(_WRITTEN.not_like(f"%{noon}") for noon in (" 12:00:00", " 12:00:00.000000")))
_ABOUT = (alerts, entries, concern_media, reminders, orders, undos)


class Forgetting:
    """Deletes what is due to be forgotten; only counts are left."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def due(self, last: date, limit: int) -> list[str]:
        """Return the ids of concerns that ended on that local day or before; never of others."""
        ended = concerns.c.state.in_(ENDED_STATES)
        query = select(concerns.c.id).where(ended, concerns.c.ended_on <= last)
        return [row.id for row in await self._database.read(query.order_by("id").limit(limit))]

    def concern(self, concern: str, *, ended: bool = True) -> list[Write]:
        """Delete everything about a concern, and destroy its keys.

        If it must have `ended`, a Conflict means that it has not any more.
        """
        which = [concerns.c.id == concern]
        which += [concerns.c.state.in_(ENDED_STATES)] if ended else []
        shown = select(alerts.c.card).where(alerts.c.concern == concern)
        return [
            Write(delete(cards).where(or_(cards.c.concern == concern, cards.c.id.in_(shown)))),
            Write(delete(outbox).where(or_(outbox.c.concern == concern, outbox.c.card.in_(shown)))),
            *(Write(delete(table).where(table.c.concern == concern)) for table in _ABOUT),
            Shred(
                delete(concerns).where(*which),
                rows=1,
                destroy=partial(self._keyring.destroy_concern_keys, [concern]),
            ),
        ]

    def strays(self) -> list[Write]:
        """Delete what was written about a concern just after it was forgotten.

        A turn or a message may have been under way.
        """
        lost = select(alerts.c.card).where(_is_gone(alerts.c.concern))
        return [
            Write(delete(cards).where(cards.c.id.in_(lost)).prefix_with(LONG)),
            *(
                Write(delete(table).where(_is_gone(table.c.concern)).prefix_with(LONG))
                for table in (cards, outbox, *_ABOUT)
            ),
        ]

    def count(self, counted: Mapping[tuple[str, str], int]) -> list[Write]:
        """Add to what is left of forgotten concerns: numbers by (month, what is counted)."""
        return [_added(month, name, number) for (month, name), number in counted.items()]

    async def counts(self, month: str) -> dict[str, int]:
        """Return what is left of forgotten concerns for a month like "2026-11"."""
        query = select(counts.c.name, counts.c.number).where(counts.c.month == month)
        return {row.name: row.number for row in await self._database.read(query)}

    async def without_keys(self) -> list[str]:
        """Return the ids of concerns whose keys are gone although their rows are there."""
        rows = await self._database.read_long(select(concerns.c.id))
        known = await self._keyring.known()
        return sorted({row.id for row in rows} - known)

    def note_ends(self, today: date) -> list[Write]:
        """Let the clock of what has ended begin on that local day, where it has not begun."""
        ended = concerns.c.state.in_(ENDED_STATES), concerns.c.ended_on.is_(None)
        return [Write(update(concerns).where(*ended).values(ended_on=today))]

    def sweep(self, now: datetime) -> list[Write]:
        """Delete what has no use any more: old invitations, fired reminders, parked rows."""
        old, parked = now - _EXACT, now - _PARKED_KEPT
        over = reminders.c.state.in_(OVER), reminders.c.rung != Rung.FOLLOW_UP
        return [
            Write(delete(reminders).where(*over, reminders.c.due_at < old).prefix_with(LONG)),
            Write(delete(invites).where(invites.c.expires_at < parked)),
            Write(delete(undos).where(undos.c.expires_at < old)),
            Write(delete(inbox).where(inbox.c.state == "parked", inbox.c.received_at < parked)),
            Write(delete(outbox).where(outbox.c.state == "parked", outbox.c.not_before < parked)),
        ]

    async def blur(self, now: datetime, zone: Any) -> list[Write]:
        """Return the writes that keep of a concern's arrival only the local day.

        Its time is needed while nobody has reacted, and while a reaction can be taken back.
        """
        over = concerns.c.state.not_in(OPEN_STATES), concerns.c.received_at < now - _EXACT
        query = select(concerns.c.id, concerns.c.received_at).where(*over, _IS_EXACT)
        return [
            Write(
                update(concerns)
                .where(concerns.c.id == row.id, concerns.c.received_at == row.received_at)
                .values(received_at=noon_of(row.received_at.astimezone(zone).date()))
            )
            for row in await self._database.read_long(query)
        ]


def _is_gone(concern: Any) -> Any:
    """Whether a row names a concern that is there no more.

    Most messages name none at all; they stay.
    """
    return and_(concern.is_not(None), ~exists().where(concerns.c.id == concern))


def noon_of(day: date) -> datetime:
    """Return the moment that stands for a whole local day: noon in UTC."""
    return datetime.combine(day, _NOON)


def _added(month: str, name: str, number: int) -> Write:
    row = upsert(counts).values(month=month, name=name, number=number)
    more = {"number": counts.c.number + row.excluded.number}
    return Write(row.on_conflict_do_update(index_elements=["month", "name"], set_=more))
