"""The Bot API methods that send, copy, edit, delete and react to messages."""

from dataclasses import dataclass
from datetime import timedelta

from bot.sandbox import content
from bot.sandbox import sent_params as read
from bot.sandbox.chat import Chat, Json, Message
from bot.sandbox.errors import bad_request
from bot.sandbox.world import World

DELETABLE = timedelta(hours=48)
DICE_STAY = timedelta(hours=24)
KEPT_WHEN_EDITED = ("reply_to_message", "message_thread_id", "is_topic_message")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@dataclass(frozen=True)
class BotMessages:
    """What the bot can do in the chats."""

    world: World

    def send_text(self, params: Json) -> Json:
        """Do sendMessage."""
        body = read.text(params)
        markup = read.markup(params)
        return self._send("text", body, markup, params)

    def send_attachment(self, kind: str, params: Json) -> Json:
        """Do sendPhoto, sendDocument and their like."""
        given = params.get(kind)
        if not given:
            raise bad_request(f"there is no {kind} in the request")
        known = (
            self._known(kind, given) if isinstance(given, str) else content.uploaded(kind, given)
        )
        shown = "base64" if kind == "photo" else "text"
        upload = given[shown] if isinstance(given, dict) else None
        return self._send(kind, known | read.caption(params), read.markup(params), params, upload)

    def copy(self, params: Json) -> Json:
        """Do copyMessage."""
        markup = read.markup(params)
        original = self._original(params, "copy")
        body = content.copied(original.content)
        if "caption" in params:
            body = {key: value for key, value in body.items() if not key.startswith("caption")}
            body |= read.caption(params)
        return {"message_id": self._send(original.kind, body, markup, params)["message_id"]}

    def copy_all(self, params: Json) -> list[Json]:
        """Do copyMessages; messages that are gone are passed over."""
        source = self.world.chat_named(params.get("from_chat_id"))
        found = [number for number in read.message_ids(params) if source.find(number)]
        return [self.copy(params | {"message_id": number}) for number in found]

    def forward(self, params: Json) -> Json:
        """Do forwardMessage."""
        original = self._original(params, "forward")
        if original.protected:
            raise bad_request("message has protected content and can't be forwarded")
        source = self.world.chat_named(params["from_chat_id"])
        sender = source.as_json(original)["from"]
        origin = {"type": "user", "sender_user": sender, "date": int(original.date.timestamp())}
        body = content.copied(original.content) | {"forward_origin": origin}
        return self._send(original.kind, body, None, params)

    def edit_text(self, params: Json) -> Json:
        """Do editMessageText."""
        body, markup = read.text(params), read.inline_markup(params)
        chat, message = self._editable(params)
        if message.kind != "text":
            raise bad_request("there is no text in the message to edit")
        kept = {key: message.content[key] for key in KEPT_WHEN_EDITED if key in message.content}
        if markup == message.markup and body | kept == message.content:
            raise bad_request(NOT_MODIFIED)
        edited = self.world.alter(
            chat,
            message,
            content=body | kept,
            html=read.html(params),
            markup=markup,
            edited=self.world.now(),
        )
        return chat.as_json(edited)

    def edit_markup(self, params: Json) -> Json:
        """Do editMessageReplyMarkup."""
        markup = read.inline_markup(params)
        chat, message = self._editable(params)
        if markup == message.markup:
            raise bad_request(NOT_MODIFIED)
        return chat.as_json(self.world.alter(chat, message, markup=markup))

    def delete(self, params: Json) -> bool:
        """Do deleteMessage."""
        chat = self.world.chat_named(params.get("chat_id"))
        message = chat.find(params.get("message_id"))
        if message is None:
            raise bad_request("message to delete not found")
        self._delete(chat, [message])
        return True

    def delete_all(self, params: Json) -> bool:
        """Do deleteMessages: what is gone is passed over, one that may not go refuses all."""
        chat = self.world.chat_named(params.get("chat_id"))
        found = [chat.find(number) for number in read.message_ids(params)]
        self._delete(chat, [message for message in found if message])
        return True

    def react(self, params: Json) -> bool:
        """Do setMessageReaction."""
        chat = self.world.writable_chat(params.get("chat_id"))
        message = chat.find(params.get("message_id"))
        if message is None:
            raise bad_request("message to react not found")
        reactions = params.get("reaction") or []
        if not isinstance(reactions, list) or not all(isinstance(one, dict) for one in reactions):
            raise bad_request("can't parse reaction types JSON object")
        emoji = reactions[0].get("emoji") if reactions else None
        self.world.alter(chat, message, reaction=emoji)
        return True

    def _known(self, kind: str, file_id: str) -> Json:
        """Return the content of the message in which this bot first saw a file."""
        every = (one for chat in self.world.chats.values() for one in chat.messages.values())
        message = next((one for one in every if file_id in content.file_ids(one.content)), None)
        if message is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if message.kind != kind:
            raise bad_request("type of file mismatch")
        return {kind: message.content[kind]}

    def _send(
        self,
        kind: str,
        body: Json,
        markup: Json | None,
        params: Json,
        upload: str | None = None,
    ) -> Json:
        chat = self.world.writable_chat(params.get("chat_id"))
        message = self.world.post(
            chat,
            by_bot=True,
            kind=kind,
            content=body | read.thread(params) | self._reply(chat, params),
            markup=markup,
            html=read.html(params),
            silent=bool(params.get("disable_notification")),
            protected=bool(params.get("protect_content")),
            upload=upload,
        )
        return chat.as_json(message)

    def _reply(self, chat: Chat, params: Json) -> Json:
        wanted = params.get("reply_parameters") or {}
        if not isinstance(wanted, dict):
            raise bad_request("can't parse reply parameters JSON object")
        message = chat.find(wanted.get("message_id"))
        if message is None:
            if wanted and not wanted.get("allow_sending_without_reply"):
                raise bad_request("message to be replied not found")
            return {}
        original = chat.as_json(message)
        original.pop("reply_to_message", None)
        return {"reply_to_message": original}

    def _original(self, params: Json, purpose: str) -> Message:
        source = self.world.chat_named(params.get("from_chat_id"))
        message = source.find(params.get("message_id"))
        if message is None:
            raise bad_request(f"message to {purpose} not found")
        return message

    def _editable(self, params: Json) -> tuple[Chat, Message]:
        chat = self.world.writable_chat(params.get("chat_id"))
        if not params.get("message_id"):
            raise bad_request("message identifier is not specified")
        message = chat.find(params["message_id"])
        if message is None:
            raise bad_request("message to edit not found")
        has_other_keyboard = message.markup is not None and not message.buttons
        if not message.by_bot or has_other_keyboard:
            raise bad_request("message can't be edited")
        return chat, message

    def _delete(self, chat: Chat, messages: list[Message]) -> None:
        if not all(self._may_go(message) for message in messages):
            raise bad_request("message can't be deleted for everyone")
        for message in messages:
            self.world.alter(chat, message, deleted=True)

    def _may_go(self, message: Message) -> bool:
        age = self.world.now() - message.date
        # A thrown die stays for a day, so that nobody throws until it falls as wished.
        return (DICE_STAY if message.kind == "dice" else timedelta()) <= age < DELETABLE
