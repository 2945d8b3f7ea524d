"""Signs of life: whether the bot works and can serve people, and in figures what waits in it."""

import asyncio
from collections.abc import Awaitable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.auditor import Auditor
from bot.clock import Clock
from bot.telegram.contact import Contact
from bot.ticker import Ticker
from storage import backups
from storage.places import Folders
from storage.store import Store
from storage.watch import Counts

_STILL = 30.0  # real seconds without a part of a tick, after which the ticker does not live
_REACHED = timedelta(minutes=5)
_PATIENCE = 5.0  # real seconds that a database may take to answer

_CONCERNS = ("brobygger_open_concerns", "Concerns that nobody has reacted to yet.")
_ROWS = ("brobygger_rows", "Rows that wait in a table, or are set aside there.")
_AGE = ("brobygger_seconds_since", "Seconds since something happened last.")


@dataclass(frozen=True)
class Signs:
    """Reads them off the parts of the bot; nothing here changes anything."""

    store: Store
    clock: Clock
    contact: Contact
    ticker: Ticker
    auditor: Auditor
    folders: Folders | None

    def lives(self) -> bool:
        """Whether ticks come, once they have begun, and the database's writer works."""
        still = self.ticker.still_for
        return not self.store.database.writing.done() and (still is None or still < _STILL)

    async def ready(self) -> dict[str, bool]:
        """Return what it takes to serve people, and whether it is there."""
        reached = self._age(self.contact.answered_at)
        return {
            "database": await _answers(self.store.marks.get("contact")),
            "keyring": await _answers(self.store.keyring.noted("journal")),
            "telegram": reached is not None and reached < _REACHED.total_seconds(),
        }

    async def figures(self) -> str:
        """Return what Prometheus reads; without what a database that does not answer would say."""
        try:
            counts = await asyncio.wait_for(self.store.watch.counts(self.clock.now()), _PATIENCE)
        except (SQLAlchemyError, OSError):
            counts = None
        backup = backups.newest(self.folders) if self.folders else None
        ages = {
            "telegram": self._age(self.contact.answered_at),
            "tick": self.ticker.still_for,
            "whole_audit": self._age(self.auditor.whole_at),
            "backup": self._age(backup),
        }
        return "\n".join([*(_counted(counts) if counts else ()), *_gauge(_AGE, "event", ages), ""])

    def _age(self, moment: datetime | None) -> float | None:
        return (self.clock.now() - moment).total_seconds() if moment else None


async def _answers(reading: Awaitable[object]) -> bool:
    try:
        await asyncio.wait_for(reading, _PATIENCE)
    except (SQLAlchemyError, OSError):  # a time-out is an OSError as well
        return False
    return True


def _counted(counts: Counts) -> Iterator[str]:
    rows = {
        name: getattr(counts, name)
        for name in (
            *("inbox_waiting", "inbox_parked", "outbox_waiting", "outbox_parked"),
            *("reminders_waiting", "reminders_overdue"),
        )
    }
    yield from _gauge(_CONCERNS, "state", counts.concerns)
    yield from _gauge(_ROWS, "kind", rows)


def _gauge(named: tuple[str, str], label: str, values: Mapping[str, float | None]) -> Iterator[str]:
    name, meaning = named
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} gauge"
    for each, value in values.items():
        if value is not None:
            yield f'{name}{{{label}="{each}"}} {value:g}'
