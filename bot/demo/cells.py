"""What a stored cell is: sealed, a hash or plain, and which key opens a sealed one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Column, LargeBinary, Table

from storage.generations import generation_of

Kind = Literal["sealed", "hash", "plain"]
Json = dict[str, Any]
Row = Mapping[str, Any]

ROOT = "root"
_SHOWN = 16  # bytes of what is sealed
_LONGEST = 60  # characters of what is not
# Keyed hashes: found with the key, meaningless without it.
_HASHES = {
    "blocks": {"tag"},
    "cards": {"place"},
    "chat_messages": {"id", "lane"},
    "concerns": {"receipt"},
    "doors": {"tag"},
    "inbox": {"lane"},
    "invites": {"code"},
    "journal": {"digest", "link"},
    "outbox": {"lane"},
    "staff": {"tag"},
}
_SALTS = {("journal", "salt")}  # bytes that nothing opens: they are random


@dataclass(frozen=True)
class Cell:
    """One value of a row, short; `key` names what opens it, if it is sealed."""

    column: str
    kind: Kind
    value: str
    size: int | None = None
    key: str | None = None

    def as_json(self, keys: Collection[str]) -> Json:
        """Return the cell as it is now, when only these keys are left."""
        return {
            "column": self.column,
            "kind": self.kind,
            "value": self.value,
            "size": self.size,
            "readable": None if self.key is None else self.key in keys,
        }


def words_of(concern: str) -> str:
    """Return how the key of a concern's words is called here."""
    return f"words/{concern}"


def route_of(concern: str) -> str:
    """Return how the key of the way back to a reporter is called here."""
    return f"route/{concern}"


def generation(number: int) -> str:
    """Return how a generation of keys is called here."""
    return f"generation/{number}"


def cells(table: Table, row: Row) -> tuple[Cell, ...]:
    """Return the cells of a row that hold something."""
    return tuple(cell(table, row, each) for each in table.columns if row[each.name] is not None)


def cell(table: Table, row: Row, column: Column[Any]) -> Cell:
    """Return one cell of a row; an empty one holds an empty text."""
    value, kind = row[column.name], kind_of(table.name, column)
    if isinstance(value, bytes):
        key = _key(table.name, row, column.name) if kind == "sealed" and value else None
        return Cell(column.name, kind, value[:_SHOWN].hex(), len(value), key)
    return Cell(column.name, kind, _short(value))


def kind_of(table: str, column: Column[Any]) -> Kind:
    """Return what stands in a column."""
    if column.name in _HASHES.get(table, ()):
        return "hash"
    sealed = isinstance(column.type, LargeBinary) and (table, column.name) not in _SALTS
    return "sealed" if sealed else "plain"


def _key(table: str, row: Row, column: str) -> str:
    if table == "concerns":
        return route_of(row["id"]) if column == "route" else words_of(row["id"])
    if table in ("entries", "concern_media"):
        return words_of(row["concern"])
    number = generation_of(row[column])
    return ROOT if number is None else generation(number)


def _short(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)[:_LONGEST]
