"""What was stored when: every change of the rows, beside the message that came before it."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Table

from bot.demo.cells import Cell, Json, cell, cells
from bot.demo.snapshot import TABLES, Rows, Snapshot, fingerprint, take
from bot.sandbox.world import World

How = Literal["new", "changed", "gone"]

_KEPT = 3_000  # changes
_LOOK_EVERY = 0.15  # seconds
_ABOUT_NOBODY = "marks"  # the bot's own small facts, some of which change every minute
_PART = 20  # characters of each part of a row's key


@dataclass(frozen=True)
class Change:
    """A row that is new, changed or gone, and the newest message of all chats just then."""

    number: int
    at: datetime
    beside: tuple[int, int] | None
    table: str
    key: str
    how: How
    cells: tuple[Cell, ...]

    def as_json(self, keys: frozenset[str]) -> Json:
        """Return the change; what it sealed is readable as long as its key is left."""
        return {"number": self.number, "at": self.at.isoformat()} | _as_json(
            self.table, self.key, self.how, self.beside, [each.as_json(keys) for each in self.cells]
        )


class Stored:
    """Watches what one run stores, and remembers the newest changes."""

    def __init__(
        self, folder: Path, world: World, numbers: Iterator[int], seen: Callable[[Snapshot], None]
    ) -> None:
        self.now = Snapshot()
        self._folder = folder
        self._world = world
        self._numbers = numbers
        self._seen = seen
        self._changes: deque[Change] = deque(maxlen=_KEPT)
        self._beside: dict[tuple[str, str], tuple[int, int] | None] = {}
        self._fingerprint: tuple[object, ...] | None = None
        self._one_at_a_time = asyncio.Lock()

    async def watch(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(_LOOK_EVERY)

    async def look(self) -> Snapshot:
        """Note what has changed since the last look, and return what is stored now."""
        async with self._one_at_a_time:
            found = fingerprint(self._folder)
            if found is None or found != self._fingerprint:
                snapshot = await asyncio.to_thread(take, self._folder)
                if snapshot is not None:
                    self._fingerprint = found
                    self._note(snapshot)
        return self.now

    def changes(self, after: int) -> Json:
        """Return the changes after a number, with what is readable today."""
        newer = [each.as_json(self.now.keys) for each in self._changes if each.number > after]
        last = self._changes[-1].number if self._changes else after
        return {"last": max(last, after), "changes": newer}

    def rows(self) -> Json:
        """Return everything that is stored now, table by table."""
        return {
            "tables": [
                {"name": table.name, "rows": list(self._rows(table))}
                for table in TABLES
                if self.now.rows(table)
            ]
        }

    def _rows(self, table: Table) -> Iterator[Json]:
        for key, row in self.now.rows(table).items():
            shown = [each.as_json(self.now.keys) for each in cells(table, row)]
            beside = self._beside.get((table.name, key))
            yield _as_json(table.name, key, "new", beside, shown)

    def _note(self, snapshot: Snapshot) -> None:
        before, self.now = self.now, snapshot
        beside, at = self._world.newest_message(), self._world.now()
        found = [
            Change(next(self._numbers), at, beside, table.name, *difference)
            for table in TABLES
            if table.name != _ABOUT_NOBODY
            for difference in _differences(table, before.rows(table), snapshot.rows(table))
        ]
        self._changes.extend(found)
        for change in found:
            self._beside[change.table, change.key] = beside
        for change in (each for each in found if each.how == "gone"):
            del self._beside[change.table, change.key]
        if found or before.keys != snapshot.keys:
            self._seen(snapshot)


def _differences(
    table: Table, before: Rows, after: Rows
) -> Iterator[tuple[str, How, tuple[Cell, ...]]]:
    for key in (each for each in before if each not in after):
        yield key, "gone", cells(table, before[key])
    for key, row in after.items():
        if key not in before:
            yield key, "new", cells(table, row)
        elif row != before[key]:
            other = [each for each in table.columns if row[each.name] != before[key][each.name]]
            yield key, "changed", tuple(cell(table, row, each) for each in other)


def _as_json(
    table: str, key: str, how: How, beside: tuple[int, int] | None, shown: list[Json]
) -> Json:
    person, message = beside or (None, None)
    return {
        "person": person,
        "message": message,
        "table": table,
        "key": "/".join(each[:_PART] for each in key.split("/")),
        "how": how,
        "cells": shown,
    }
