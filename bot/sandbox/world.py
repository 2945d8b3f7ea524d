"""The sandbox's model: the people, their chats with the bot, and what both sides have done."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.sandbox.changes import Changes
from bot.sandbox.chat import Chat, Json, Message, Person, Tap
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.updates import UpdateQueue

CUT = 0


class Clock(Protocol):
    """What the sandbox needs of a clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


@dataclass(frozen=True)
class Call:
    """One Bot API call; its status is 0 when the connection ended without an answer."""

    number: int
    method: str
    params: Json
    status: int
    result: Any
    time: datetime
    fault: str | None = None


@dataclass
class World:
    """Everything that exists in the sandbox; both HTTP sides only speak to this."""

    bot: Person
    clock: Clock
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    changes: Changes = field(default_factory=Changes)
    _last_message_id: int = 0

    def now(self) -> datetime:
        """Return the present moment on the sandbox's clock."""
        return self.clock.now()

    def move_clock(self, step: timedelta) -> bool:
        """Move the clock forward; return False if it is one that cannot be moved."""
        advance = getattr(self.clock, "advance", None)
        if advance is None:
            return False
        advance(step)
        self.updates.answer()  # or the bot would think that Telegram was silent all that time
        self.changes.announce({"kind": "clock"})
        return True

    def begin_anew(self) -> None:
        """Let nobody exist, and nothing have happened; whoever watches goes on watching."""
        for each in (self.chats, self.taps, self.calls):
            each.clear()
        self.updates = UpdateQueue()

    def newest_message(self) -> tuple[int, int] | None:
        """Return the newest message of all chats, as its person's id and its own."""
        last = [(each, max(chat.messages)) for each, chat in self.chats.items() if chat.messages]
        return max(last, key=lambda each: each[1], default=None)

    def add_person(self, name: str, **facts: Any) -> Person:
        """Let a new person with a phone exist; the person has not opened the chat yet.

        `facts` are the further fields of Person: last name, username, language code, note.
        """
        number = 1_000_000_000 + secrets.randbelow(9_000_000_000)
        if number in self.chats:
            return self.add_person(name, **facts)
        person = Person(number, name, **facts)
        self.chats[number] = Chat(person, self.bot)
        self.changed(number)
        return person

    def chat(self, person_id: int) -> Chat:
        """Return a person's chat; an unknown person is a KeyError."""
        return self.chats[person_id]

    def chat_named(self, chat_id: Any) -> Chat:
        """Return the chat that a Bot API call names, or refuse."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self, chat_id: Any) -> Chat:
        """Return the chat that a Bot API call writes to, or refuse if it may not."""
        chat = self.chat_named(chat_id)
        if not chat.opened:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def post(self, chat: Chat, **message: Any) -> Message:
        """Put a new message into a chat."""
        self._last_message_id += 1
        posted = Message(id=self._last_message_id, date=self.now(), **message)
        chat.messages[posted.id] = posted
        if posted.by_bot:
            chat.typing_since = None
        self.changed(chat.person.id)
        return posted

    def alter(self, chat: Chat, message: Message, **news: Any) -> Message:
        """Put a changed version of a message in its place."""
        altered = replace(message, **news)
        chat.messages[message.id] = altered
        self.changed(chat.person.id)
        return altered

    def tap(self, chat: Chat, data: str) -> Tap:
        """Note that a person has pressed a button."""
        tap = Tap(str(10**17 + secrets.randbelow(10**18)), chat.person.id, data, self.now())
        self.taps[tap.id] = tap
        self.changed(chat.person.id)
        return tap

    def tell_bot(self, kind: str, content: Json) -> None:
        """Queue an update for the bot."""
        self.updates.add(kind, content, self.now())

    def record(self, **call: Any) -> None:
        """Keep one Bot API call."""
        number = len(self.calls) + 1
        self.calls.append(Call(number=number, time=self.now(), **call))
        self.changes.announce({"kind": "call", "n": number})

    def changed(self, person_id: int) -> None:
        """Tell everybody who watches that a person's chat has changed."""
        self.changes.announce({"kind": "chat", "person": person_id})

    def pending(self) -> int:
        """Return how many updates the bot has not confirmed yet."""
        return self.updates.pending(self.now())

    async def until(
        self,
        predicate: Callable[["World"], bool],
        timeout: float = 10.0,  # noqa: ASYNC109
    ) -> None:
        """Wait until `predicate` is true of this world, at most that many real seconds."""
        if not await self.changes.until(lambda: predicate(self), timeout):
            latest = ", ".join(f"{call.method} {call.status}" for call in self.calls[-5:])
            raise TimeoutError(
                f"After {timeout:g} s it was still not true; {self.pending()} updates are pending, "
                f"{len(self.calls)} calls were made, the last: {latest or 'none'}."
            )
