"""An album: what the real handlers would send, kept as screens instead of being sent."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from inspect import isawaitable
from pathlib import Path
from typing import Any

from handlers.house import House
from handlers.phrases import Phrases, Voice
from handlers.turn import Turn
from storage.database import Database, Write
from storage.doors import Door
from storage.keyring import Keyring
from storage.outbox import Message, Outbox
from storage.staff import Colleague

Act = Callable[[Turn], Awaitable[object] | None]


@dataclass(frozen=True)
class Shot:
    """One message as its reader sees it: the text, and the labels of its buttons by row."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Scene:
    """What one moment shows; `when` says when that moment comes, if that is not plain.

    `said` are the messages in that language its texts are made of, and whether it has words of
    its own for each.
    """

    title: str
    when: str
    shots: tuple[Shot, ...]
    said: Mapping[str, bool]


@dataclass
class Chapter:
    """Scenes that belong together, in one language."""

    title: str
    scenes: list[Scene] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    """Whose turn it is, and whose chat is looked at: their own unless another one is named."""

    door: Door
    colleague: Colleague | None = None
    looks_at: int = 0

    @property
    def chat(self) -> int:
        """Return the chat that is looked at."""
        return self.looks_at or self.door.chat_id


class Heard(Phrases):
    """The phrases, which remember what was said, by language, and if in its own words."""

    def __init__(self, facts: Mapping[str, str], default: str, texts: Path | None) -> None:
        super().__init__(facts, default, texts)
        self.said: dict[str, dict[str, bool]] = {}

    def voice(self, language: str | None) -> Voice:
        """Return the voice for a language, listened to."""
        return _Listened(super().voice(language), self.said)


class _Listened(Voice):
    def __init__(self, voice: Voice, said: dict[str, dict[str, bool]]) -> None:
        self.language = voice.language
        self._voice, self._said = voice, said

    def has(self, key: str) -> bool:
        return self._voice.has(key)

    def __call__(self, key: str, /, **values: Any) -> str:
        text = self._voice(key, **values)
        self._said.setdefault(self.language, {})[text] = self.has(key)
        return text

    def day(self, day: date) -> str:
        return self._voice.day(day)

    def brief(self, day: date) -> str:
        return self._voice.brief(day)

    def dated(self, day: date) -> str:
        return self._voice.dated(day)


class Kept(Outbox):
    """The outbox, which keeps what is put into it in sight."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        super().__init__(database, keyring)
        self.messages: list[Message] = []

    def put(self, message: Message) -> Write:
        """Put a message where it belongs, and keep it."""
        self.messages.append(message)
        return super().put(message)


class Album:
    """Scenes taken in a house whose outbox is kept and whose phrases are heard.

    `language` is the one that is looked at.
    """

    def __init__(self, house: House, now: datetime) -> None:
        self.house, self.now, self.language = house, now, ""
        self.chapters: list[Chapter] = []
        self._chats = 0

    def taken(self) -> list[Chapter]:
        """Return the chapters taken so far, and begin anew."""
        done, self.chapters = self.chapters, []
        return done

    def next_chat(self) -> int:
        """Return a chat nobody has been in."""
        self._chats += 1
        return self._chats

    def begin(self, title: str) -> None:
        """Begin a chapter."""
        self.chapters.append(Chapter(title))

    async def show(self, person: Person, title: str, act: Act, when: str = "") -> Turn:
        """Take a scene of what an act sends to the chat looked at; nothing else comes of it."""
        phrases, outbox = self.house.phrases, self.house.store.outbox
        if not isinstance(phrases, Heard) or not isinstance(outbox, Kept):
            raise TypeError("An album is made in a house that can be heard and seen.")
        phrases.said, outbox.messages = {}, []
        turn = await self._turn(person, act)
        shots = tuple(_shots(outbox.messages, person.chat))
        said = phrases.said.get(self.language, {})
        self.chapters[-1].scenes.append(Scene(title, when, shots, said))
        return turn

    async def happens(self, person: Person, act: Act) -> Turn:
        """Let something happen for good, unseen."""
        stored = await self.house.store.doors.at(person.door.chat_id)
        door = replace(person.door, version=stored.version)
        turn = await self._turn(replace(person, door=door), act)
        await self.house.store.database.write(*turn.effects())
        return turn

    async def _turn(self, person: Person, act: Act) -> Turn:
        turn = Turn(self.house, self.now, door=person.door, colleague=person.colleague)
        done = act(turn)
        if isawaitable(done):
            await done
        return turn


def _shots(messages: list[Message], chat: int) -> Iterator[Shot]:
    for each in messages:
        params = each.params
        if params["chat_id"] != chat:
            continue
        if "text" in params:
            keyboard = params.get("reply_markup", {}).get("inline_keyboard", ())
            rows = tuple(tuple(button["text"] for button in row) for row in keyboard)
            yield Shot(params["text"], rows)
        elif "caption" in params:
            yield Shot(params["caption"])
        elif "document" in params:
            yield Shot(f"{params['document']['filename']}\n\n{params['document']['text']}")
