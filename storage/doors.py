"""Doors: one sealed row per person who writes, found only through a keyed hash."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from domain.entry import Expected, Next
from domain.interview import Interview, Media, Source
from domain.questionnaire import Answer
from storage.database import Database, Write
from storage.keyring import Keyring
from storage.rows import readable
from storage.schema import cards, concerns, doors
from storage.sealing import tag

_CORRECTABLE = 40  # messages of one person that can still be corrected by editing them

_AT = select(doors).where(doors.c.tag == bindparam("door"))
_ADD = insert(doors)
_SAVE = update(doors).where(
    doors.c.tag == bindparam("door"), doors.c.version == bindparam("as_read")
)


@dataclass(frozen=True)
class Door:
    """What is kept of one person between messages.

    `language` is the one they chose, None before that. `version` is 0 for a door not stored
    yet. `awaits_edit` is the id of a message refused for a CPR-like number, else 0: its edited
    form is taken as a new message. `concerns` are the ids of the concerns they raised or came
    back to, oldest first; `wrote` says to which of them a message of theirs went. `wakes_at`
    is when their unfinished interview is due for something.
    """

    tag: str
    chat_id: int
    language: str | None = None
    interview: Interview | None = None
    awaits_edit: int = 0
    expected: Expected | None = None
    concerns: tuple[str, ...] = ()
    wrote: Mapping[int, str] = field(default_factory=dict)
    wakes_at: datetime | None = None
    version: int = 0

    def having_written(self, messages: Iterable[int], concern: str) -> "Door":
        """Return the door with messages that went to a concern; only the newest are kept.

        Telegram numbers a chat's messages upwards.
        """
        wrote = {**self.wrote, **dict.fromkeys(messages, concern)}
        return replace(self, wrote={each: wrote[each] for each in sorted(wrote)[-_CORRECTABLE:]})


class Doors:
    """The table of doors."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._tags = keyring.key("door tags")

    def tag(self, chat_id: int) -> str:
        """Return the keyed hash under which a chat's door is found."""
        return tag(self._tags, str(chat_id))

    async def at(self, chat_id: int) -> Door:
        """Return a chat's door, or an empty one: for somebody new, or when the row is damaged."""
        door = self.tag(chat_id)
        rows = await self._database.read(_AT, door=door)
        version = rows[0].version if rows else 0
        return next(iter(readable(rows, self._door)), Door(door, chat_id, version=version))

    async def waiting(self, since: date) -> list[Door]:
        """Return readable doors with an unfinished interview touched since that day (UTC)."""
        query = select(doors).where(doors.c.waiting.is_(True), doors.c.touched_on >= since)
        return readable(await self._database.read(query), self._door)

    async def waking(self, now: datetime, limit: int) -> list[Door]:
        """Return readable doors whose unfinished interview is due for a reminder or its end."""
        query = select(doors).where(doors.c.wakes_at <= now).order_by(doors.c.wakes_at)
        return readable(await self._database.read(query.limit(limit)), self._door)

    async def unused(self, since: date, limit: int) -> list[Write]:
        """Return the writes that delete doors untouched since that day (UTC) that hold nothing.

        At most `limit` doors go at once. What names only concerns that are gone holds nothing.
        """
        old, last = (doors.c.waiting.is_(False), doors.c.touched_on < since), ""
        found: list[Door] = []
        while len(found) < limit:
            query = select(doors).where(*old, doors.c.tag > last).order_by(doors.c.tag).limit(limit)
            rows = await self._database.read(query)
            if not rows:
                break
            last, page = rows[-1].tag, readable(rows, self._door)
            there = await self._there({each for door in page for each in door.concerns})
            found += [each for each in page if is_empty(each) or not there & {*each.concerns}]
        return [write for each in found[:limit] for write in self.delete(each)]

    async def _there(self, ids: set[str]) -> set[str]:
        query = select(concerns.c.id).where(concerns.c.id.in_(ids))
        return {row.id for row in await self._database.read(query)}

    async def only_to(self, known: set[str], today: date) -> list[Write]:
        """Return the writes after which no readable door leads to any but these concerns."""
        found = readable(await self._database.read(select(doors)), self._door)
        left = [(each, _only_to(each, known)) for each in found]
        return [self.save(new, today, new.wakes_at) for old, new in left if new != old]

    def delete(self, door: Door) -> list[Write]:
        """Delete a door as read, with what shows which message was its last question."""
        unchanged = doors.c.tag == door.tag, doors.c.version == door.version
        return [
            Write(delete(cards).where(cards.c.id == prompt_of(door))),
            Write(delete(doors).where(*unchanged), shreds=True),
        ]

    def save(self, door: Door, today: date, wakes_at: datetime | None = None) -> Write:
        """Store a door as read; a Conflict means that it changed in between."""
        values = {
            "sealed": self._keyring.seal("doors", f"doors/{door.tag}", _plain(door)),
            "waiting": door.interview is not None,
            "touched_on": today,
            "wakes_at": wakes_at,
            "version": door.version + 1,
        }
        if door.version == 0:
            return Write(_ADD, rows=1, values={"tag": door.tag, **values})
        return Write(_SAVE, rows=1, values={"door": door.tag, "as_read": door.version, **values})

    def _door(self, row: Any) -> Door:
        plain = self._keyring.unseal("doors", f"doors/{row.tag}", row.sealed)
        interview, expected = plain.pop("interview"), plain.pop("expected", None)
        return Door(
            tag=row.tag,
            version=row.version,
            wakes_at=row.wakes_at,
            interview=_interview(interview) if interview else None,
            expected=_expected(expected) if expected else None,
            concerns=tuple(plain.pop("concerns", ())),
            wrote={int(message): each for message, each in plain.pop("wrote", {}).items()},
            **plain,
        )


def _only_to(door: Door, known: set[str]) -> Door:
    concerns = tuple(each for each in door.concerns if each in known)
    wrote = {message: each for message, each in door.wrote.items() if each in known}
    return replace(door, concerns=concerns, wrote=wrote)


def is_empty(door: Door) -> bool:
    """Whether a door leads to nothing: no interview under way, and no concern."""
    return door.interview is None and not door.concerns


def prompt_of(door: Door) -> str:
    """Return the card that shows the last question in a person's chat."""
    return f"prompt/{door.tag}"


def _plain(door: Door) -> dict[str, Any]:
    columns = ("tag", "version", "wakes_at")
    return {name: each for name, each in asdict(door).items() if name not in columns}


def _interview(plain: dict[str, Any]) -> Interview:
    return Interview(
        id=plain["id"],
        at=plain["at"],
        answers=answers(plain["answers"]),
        editing=plain["editing"],
        sources={int(message): Source(**each) for message, each in plain["sources"].items()},
        reminded=plain.get("reminded", False),
        media=tuple(Media(**each) for each in plain.get("media", ())),
    )


def _expected(plain: dict[str, Any]) -> Expected:
    return Expected(**plain | {"what": Next(plain["what"])})


def answers(plain: dict[str, Any]) -> dict[str, Answer]:
    """Read answers back from JSON."""
    return {name: Answer(tuple(a["options"]), a["words"]) for name, a in plain.items()}
