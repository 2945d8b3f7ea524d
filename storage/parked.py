"""Parked rows: what could not be handled is tried once more, or deleted, by an operator."""

from sqlalchemy import delete, update

from storage.columns import AT_ONCE
from storage.database import Write
from storage.schema import inbox, outbox


def retried() -> list[Write]:
    """Let all of it be tried again as if it had just come."""
    states = ((inbox, "new"), (outbox, "waiting"))
    return [
        Write(
            update(table)
            .where(table.c.state == "parked")
            .values(state=state, attempts=0, not_before=AT_ONCE)
        )
        for table, state in states
    ]


def discarded() -> list[Write]:
    """Delete all of it, so that nothing of it can be read any more."""
    return [
        Write(delete(table).where(table.c.state == "parked"), shreds=True)
        for table in (inbox, outbox)
    ]
