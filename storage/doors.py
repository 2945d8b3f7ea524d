"""Doors: one sealed row per person who writes, found only through a keyed hash."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import insert, select, update

from domain.interview import Interview, Media, Source
from domain.questionnaire import Answer
from storage.database import Database, Write
from storage.keyring import Keyring
from storage.rows import readable
from storage.schema import doors
from storage.sealing import seal, tag, unseal


@dataclass(frozen=True)
class Door:
    """What is kept of one person between messages.

    `language` is the one they chose, None before that. `version` is 0 for a door not stored
    yet. `awaits_edit` is the id of a message refused for a CPR-like number, else 0: its edited
    form is taken as a new message.
    """

    tag: str
    chat_id: int
    language: str | None = None
    interview: Interview | None = None
    awaits_edit: int = 0
    version: int = 0


class Doors:
    """The table of doors."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._key = keyring.key("doors")
        self._tags = keyring.key("door tags")

    def tag(self, chat_id: int) -> str:
        """Return the keyed hash under which a chat's door is found."""
        return tag(self._tags, str(chat_id))

    async def at(self, chat_id: int) -> Door:
        """Return a chat's door, or an empty one: for somebody new, or when the row is damaged."""
        door = self.tag(chat_id)
        rows = await self._database.read(select(doors).where(doors.c.tag == door))
        version = rows[0].version if rows else 0
        return next(iter(readable(rows, self._door)), Door(door, chat_id, version=version))

    async def waiting(self, since: date) -> list[Door]:
        """Return readable doors with an unfinished interview touched since that day (UTC)."""
        query = select(doors).where(doors.c.waiting.is_(True), doors.c.touched_on >= since)
        return readable(await self._database.read(query), self._door)

    def save(self, door: Door, today: date) -> Write:
        """Store a door as read; a Conflict means that it changed in between."""
        values = {
            "sealed": seal(self._key, f"doors/{door.tag}", _plain(door)),
            "waiting": door.interview is not None,
            "touched_on": today,
            "version": door.version + 1,
        }
        if door.version == 0:
            return Write(insert(doors).values(tag=door.tag, **values), rows=1)
        return Write(
            update(doors)
            .where(doors.c.tag == door.tag, doors.c.version == door.version)
            .values(**values),
            rows=1,
        )

    def _door(self, row: Any) -> Door:
        plain = unseal(self._key, f"doors/{row.tag}", row.sealed)
        interview = plain.pop("interview")
        door = Door(tag=row.tag, version=row.version, **plain)
        return replace(door, interview=_interview(interview)) if interview else door


def _plain(door: Door) -> dict[str, Any]:
    plain = asdict(door)
    return {name: plain[name] for name in ("chat_id", "language", "awaits_edit", "interview")}


def _interview(plain: dict[str, Any]) -> Interview:
    return Interview(
        id=plain["id"],
        at=plain["at"],
        answers=answers(plain["answers"]),
        editing=plain["editing"],
        sources={int(message): Source(**each) for message, each in plain["sources"].items()},
        media=tuple(Media(**each) for each in plain.get("media", ())),
    )


def answers(plain: dict[str, Any]) -> dict[str, Answer]:
    """Read answers back from JSON."""
    return {name: Answer(tuple(a["options"]), a["words"]) for name, a in plain.items()}
