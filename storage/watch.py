"""What the auditor and the figures for operators count: rows and states, never a word in them."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Table, bindparam, func, select, tuple_

from domain.concern import GOING_ON_STATES, OPEN_STATES, Concern
from storage.columns import Instant, Text
from storage.concern_rows import PLAIN, concern_of
from storage.database import Database
from storage.rows import readable
from storage.schema import concerns, inbox, outbox, reminders

# A row that is tried again soon waits as well; one that Telegram asked to hold back does not.
_SOON = timedelta(minutes=1)
_LATE = timedelta(minutes=1)  # a reminder is fired within seconds
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# In the index's order, so that each page is found at once however many there are.
_PAGE = (
    select(*PLAIN)
    .where(
        concerns.c.state == bindparam("state"),
        tuple_(concerns.c.received_at, concerns.c.id)
        > tuple_(bindparam("came", type_=Instant), bindparam("id", type_=Text)),
    )
    .order_by(concerns.c.received_at, concerns.c.id)
    .limit(20)  # what is worked out of a page holds everything else up
)


@dataclass(frozen=True)
class Counts:
    """How many rows there are of what: open concerns by state, and everything that waits."""

    concerns: Mapping[str, int]
    inbox_waiting: int
    inbox_parked: int
    outbox_waiting: int
    outbox_parked: int
    reminders_waiting: int
    reminders_overdue: int


class Watch:
    """Reads over everything that has not ended, however old it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def going_on(self) -> AsyncIterator[tuple[list[Concern], int]]:
        """Yield every concern that has not ended, some at a time, and how many cannot be read."""
        for state in GOING_ON_STATES:
            after = {"came": _EPOCH, "id": ""}
            while rows := await self._database.read(_PAGE, state=state, **after):
                found = readable(rows, concern_of)
                yield found, len(rows) - len(found)
                after = {"came": rows[-1].received_at, "id": rows[-1].id}

    async def waiting(self, now: datetime) -> set[tuple[str, int]]:
        """Return the rows of inbox and outbox that should be done soon, each with its table."""
        soon = now + _SOON
        came = select(inbox.c.update_id).where(inbox.c.state == "new", inbox.c.not_before <= soon)
        goes = select(outbox.c.id).where(outbox.c.state != "parked", outbox.c.not_before <= soon)
        return {("inbox", row[0]) for row in await self._database.read(came)} | {
            ("outbox", row[0]) for row in await self._database.read(goes)
        }

    async def counts(self, now: datetime) -> Counts:
        """Count; a reminder is overdue when it waits a minute after its moment."""
        by_state = (
            select(concerns.c.state, func.count().label("number"))
            .where(concerns.c.state.in_(OPEN_STATES))
            .group_by(concerns.c.state)
        )
        found = {row.state: row.number for row in await self._database.read_long(by_state)}
        parked, still = outbox.c.state == "parked", reminders.c.state == "waiting"
        return Counts(
            concerns={state.value: found.get(state, 0) for state in OPEN_STATES},
            inbox_waiting=await self._rows(inbox, inbox.c.state == "new"),
            inbox_parked=await self._rows(inbox, inbox.c.state == "parked"),
            outbox_waiting=await self._rows(outbox, ~parked),
            outbox_parked=await self._rows(outbox, parked),
            reminders_waiting=await self._rows(reminders, still),
            reminders_overdue=await self._rows(reminders, still, reminders.c.due_at < now - _LATE),
        )

    async def _rows(self, table: Table, *which: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(*which)
        return int((await self._database.read_long(query))[0][0])
