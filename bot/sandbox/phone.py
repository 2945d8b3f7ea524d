"""What a person can do in the chat: say, send, tap, edit, delete, block."""

import secrets
from dataclasses import dataclass
from typing import Any

from bot.sandbox import content, limits
from bot.sandbox.chat import Chat, Json, Message
from bot.sandbox.errors import PeopleApiError
from bot.sandbox.world import World


@dataclass(frozen=True)
class Circumstances:
    """How a message is sent: as a forwarded one, or as a reply."""

    forwarded: bool = False
    reply_to: int | None = None


@dataclass(frozen=True)
class Phone:
    """One person's phone; each act reaches the bot as Telegram would tell it."""

    world: World
    chat: Chat

    def say(self, text: str, whole: bool, how: Circumstances) -> list[Message]:
        """Send a text, cut into several messages where the app would cut it."""
        if not text.strip():
            raise PeopleApiError(400, "A message needs some text.")
        pieces = [text] if whole else limits.split(text)
        return [self._send("text", content.text(piece), how) for piece in pieces]

    def attach(
        self, kind: str, caption: str, how: Circumstances, place: content.Place | None = None
    ) -> list[Message]:
        """Send a message of another kind than text."""
        if place and kind not in ("location", "venue"):
            raise PeopleApiError(400, f"A {kind} has no place.")
        return [self._send(kind, content.attachment(kind, caption, place), how)]

    def move(self, message_id: int, place: content.Place) -> None:
        """Move a place that is shared live; the bot is told as of an edited message."""
        self._need_open_line()
        message = self._own(message_id)
        if "live_period" not in message.content.get("location", {}):
            raise PeopleApiError(409, f"Message {message_id} shares no place live.")
        moved = message.content | content.placed(message.content, place)
        edited = self.world.alter(self.chat, message, content=moved, edited=self.world.now())
        self.world.tell_bot("edited_message", self.chat.as_json(edited))

    def send_album(self, photos: int, caption: str, how: Circumstances) -> list[Message]:
        """Send several photos as one album; the caption stands under the first."""
        album = {"media_group_id": str(10**16 + secrets.randbelow(10**16))}
        captions = [caption] + [""] * (photos - 1)
        return [
            self._send("photo", content.attachment("photo", words) | album, how)
            for words in captions
        ]

    def start(self, payload: str) -> list[Message]:
        """Open the bot by its link, and unblock it first if it was blocked."""
        if not limits.DEEP_LINK.fullmatch(payload):
            raise PeopleApiError(
                400, "A link's payload is at most 64 letters, digits, hyphens and underscores."
            )
        self.unblock()
        return self.say(f"/start {payload}".strip(), whole=False, how=Circumstances())

    def tap_label(self, message_id: int, label: str) -> str:
        """Press the button with that label and return the callback query's id."""
        buttons = [button for row in self._stored(message_id).buttons for button in row]
        for button in buttons:
            if button["text"] == label and "callback_data" in button:
                return self.tap_data(message_id, button["callback_data"])
        labels = ", ".join(f"“{button['text']}”" for button in buttons) or "none"
        raise PeopleApiError(
            404, f"Message {message_id} has no button “{label}” to tap; its buttons: {labels}."
        )

    def tap_data(self, message_id: int, data: str) -> str:
        """Send any callback data from a message, as a forged app could."""
        self._need_open_line()
        message = self._stored(message_id)
        tap = self.world.tap(self.chat, data)
        gone = message.deleted
        query = {
            "id": tap.id,
            "from": self.chat.person.as_user(),
            "message": self.chat.as_inaccessible(message) if gone else self.chat.as_json(message),
            "chat_instance": str(self.chat.person.id * 7919),
            "data": data,
        }
        self.world.tell_bot("callback_query", query)
        return tap.id

    def edit(self, message_id: int, text: str) -> None:
        """Change the text or caption of one of the person's own messages."""
        self._need_open_line()
        message = self._own(message_id)
        if not text.strip():
            raise PeopleApiError(400, "A message needs some text.")
        if message.kind == "text":
            news = {key: value for key, value in message.content.items() if key != "entities"}
            news |= content.text(text)
        else:
            news = message.content | {"caption": text}
        edited = self.world.alter(self.chat, message, content=news, edited=self.world.now())
        self.world.tell_bot("edited_message", self.chat.as_json(edited))

    def delete(self, message_id: int) -> None:
        """Delete a message on both sides; Telegram does not tell the bot."""
        self.world.alter(self.chat, self._found(message_id), deleted=True)

    def block(self) -> None:
        """Block the bot."""
        if not self.chat.opened:
            raise PeopleApiError(409, f"{self.chat.person.name} has not opened the bot yet.")
        self._set_blocked(True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._set_blocked(False)

    def _send(self, kind: str, body: Json, how: Circumstances) -> Message:
        self._need_open_line()
        circumstances = self._forward(how.forwarded) | self._reply(how.reply_to)
        self.chat.opened = True
        message = self.world.post(self.chat, by_bot=False, kind=kind, content=body | circumstances)
        self.world.tell_bot("message", self.chat.as_json(message))
        return message

    def _forward(self, forwarded: bool) -> Json:
        if not forwarded:
            return {}
        date = int(self.world.now().timestamp()) - 60
        return {"forward_origin": {"type": "hidden_user", "sender_user_name": "Nabo", "date": date}}

    def _reply(self, message_id: int | None) -> Json:
        if message_id is None:
            return {}
        original = self.chat.as_json(self._found(message_id))
        original.pop("reply_to_message", None)
        return {"reply_to_message": original}

    def _set_blocked(self, blocked: bool) -> None:
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        here: Json = {"user": self.chat.bot.as_user(), "status": "member"}
        away: Json = {"user": self.chat.bot.as_user(), "status": "kicked", "until_date": 0}
        change: dict[str, Any] = {
            "chat": self.chat.person.as_chat(),
            "from": self.chat.person.as_user(),
            "date": int(self.world.now().timestamp()),
            "old_chat_member": here if blocked else away,
            "new_chat_member": away if blocked else here,
        }
        self.world.tell_bot("my_chat_member", change)
        self.world.changed(self.chat.person.id)

    def _need_open_line(self) -> None:
        if self.chat.blocked:
            raise PeopleApiError(
                409, f"{self.chat.person.name} has blocked the bot and must unblock it first."
            )

    def _stored(self, message_id: int) -> Message:
        message = self.chat.messages.get(message_id)
        if message is None:
            raise PeopleApiError(404, f"There is no message {message_id} in this chat.")
        return message

    def _found(self, message_id: int) -> Message:
        message = self._stored(message_id)
        if message.deleted:
            raise PeopleApiError(404, f"Message {message_id} has been deleted.")
        return message

    def _own(self, message_id: int) -> Message:
        message = self._found(message_id)
        if message.by_bot:
            raise PeopleApiError(409, f"Message {message_id} is the bot's; only it can edit it.")
        return message
