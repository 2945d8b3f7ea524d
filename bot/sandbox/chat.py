"""A person, the one chat each person has with the bot, and what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

Json = dict[str, Any]

TYPING_LASTS = timedelta(seconds=5)
TAP_CAN_BE_ANSWERED = timedelta(seconds=15)


@dataclass(frozen=True)
class Person:
    """Somebody with a phone; also the bot itself, where Telegram shows it as a user."""

    id: int
    name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    note: str | None = None  # who this is in the story; Telegram does not know it
    is_bot: bool = field(default=False, kw_only=True)

    def as_user(self) -> Json:
        """Return Telegram's User object."""
        user = {"id": self.id, "is_bot": self.is_bot} | self._names()
        return user | ({"language_code": self.language_code} if self.language_code else {})

    def as_chat(self) -> Json:
        """Return Telegram's Chat object of the private chat with this person."""
        return {"id": self.id, "type": "private"} | self._names()

    def _names(self) -> Json:
        names = {"first_name": self.name, "last_name": self.last_name, "username": self.username}
        return {key: name for key, name in names.items() if name}


@dataclass(frozen=True)
class Message:
    """One message; `content` is the part of Telegram's object that depends on its kind."""

    id: int
    by_bot: bool
    date: datetime
    kind: str
    content: Json
    markup: Json | None = None
    html: str | None = None
    silent: bool = False
    protected: bool = False
    edited: datetime | None = None
    reaction: str | None = None
    upload: str | None = None  # what an uploaded file holds: text, or base64
    deleted: bool = False

    @property
    def text(self) -> str:
        """The text or caption; empty when it has none."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def buttons(self) -> list[list[Json]]:
        """The rows of inline buttons under the message."""
        return (self.markup or {}).get("inline_keyboard") or []

    @property
    def keyboard(self) -> list[list[str]] | None:
        """The labels of the reply keyboard that came with the message, row by row."""
        rows = (self.markup or {}).get("keyboard")
        if not rows:
            return None
        return [[key if isinstance(key, str) else key["text"] for key in row] for row in rows]


@dataclass(frozen=True)
class Tap:
    """A press on an inline button, which the bot should answer."""

    id: str
    person_id: int
    data: str
    at: datetime
    answered: bool = False

    def can_be_answered(self, now: datetime) -> bool:
        """Tell whether Telegram still takes an answer."""
        return not self.answered and now - self.at <= TAP_CAN_BE_ANSWERED


@dataclass(frozen=True)
class Toast:
    """The words shown over the chat when the bot answers a tap."""

    tap_id: str
    text: str
    alert: bool


@dataclass
class Chat:
    """The conversation between one person and the bot, as the person's phone holds it."""

    person: Person
    bot: Person
    opened: bool = False
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)
    typing_since: datetime | None = None

    def __post_init__(self) -> None:
        self._bot_as_user = self.bot.as_user()
        self._person_as_user = self.person.as_user()
        self._as_chat = self.person.as_chat()

    def visible(self) -> Iterator[Message]:
        """Go through the messages that nobody has deleted, oldest first."""
        return (message for message in self.messages.values() if not message.deleted)

    def find(self, message_id: Any) -> Message | None:
        """Return the message with that id unless it is gone."""
        message = self.messages.get(message_id) if isinstance(message_id, int) else None
        return message if message and not message.deleted else None

    def keyboard(self) -> list[list[str]] | None:
        """Return the reply keyboard the phone shows now, row by row."""
        used = False
        for message in reversed(list(self.visible())):
            used = used or not message.by_bot
            markup = message.markup or {}
            if message.keyboard:
                return None if used and markup.get("one_time_keyboard") else message.keyboard
            if "remove_keyboard" in markup:
                return None
        return None

    def is_typing(self, now: datetime) -> bool:
        """Tell whether the phone shows that the bot is typing."""
        return self.typing_since is not None and now - self.typing_since < TYPING_LASTS

    def as_json(self, message: Message) -> Json:
        """Return Telegram's Message object."""
        shown: Json = {
            "message_id": message.id,
            "from": self._bot_as_user if message.by_bot else self._person_as_user,
            "chat": self._as_chat,
            "date": int(message.date.timestamp()),
            **message.content,
        }
        if message.edited:
            shown["edit_date"] = int(message.edited.timestamp())
        if message.protected:
            shown["has_protected_content"] = True
        if message.buttons and message.markup:
            shown["reply_markup"] = message.markup
        return shown

    def as_inaccessible(self, message: Message) -> Json:
        """Return what Telegram shows in place of a message that is gone."""
        return {"message_id": message.id, "chat": self._as_chat, "date": 0}
