"""The Bot API methods that send, copy, edit, delete and react to messages."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.sandbox import content, limits
from bot.sandbox.chat import Chat, Json, Message
from bot.sandbox.errors import bad_request
from bot.sandbox.markup import read_html
from bot.sandbox.world import World

DELETABLE = timedelta(hours=48)
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
        body = _text(params)
        markup = _markup(params)
        return self._send("text", body, markup, params)

    def send_attachment(self, kind: str, params: Json) -> Json:
        """Do sendPhoto, sendDocument and their like."""
        if not params.get(kind):
            raise bad_request(f"there is no {kind} in the request")
        body = content.attachment(kind) | _caption(params)
        return self._send(kind, body, _markup(params), params)

    def copy(self, params: Json) -> Json:
        """Do copyMessage."""
        markup = _markup(params)
        original = self._original(params, "copy")
        body = content.copied(original.content)
        if "caption" in params:
            body = {key: value for key, value in body.items() if not key.startswith("caption")}
            body |= _caption(params)
        return {"message_id": self._send(original.kind, body, markup, params)["message_id"]}

    def copy_all(self, params: Json) -> list[Json]:
        """Do copyMessages; messages that are gone are passed over."""
        source = self.world.chat_named(params.get("from_chat_id"))
        found = [number for number in _message_ids(params) if source.find(number)]
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
        body, markup = _text(params), _inline_markup(params)
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
            html=_html(params),
            markup=markup,
            edited=self.world.now(),
        )
        return chat.as_json(edited)

    def edit_markup(self, params: Json) -> Json:
        """Do editMessageReplyMarkup."""
        markup = _inline_markup(params)
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
        """Do deleteMessages; messages that are gone are passed over."""
        chat = self.world.chat_named(params.get("chat_id"))
        found = [chat.find(number) for number in _message_ids(params)]
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

    def _send(self, kind: str, body: Json, markup: Json | None, params: Json) -> Json:
        chat = self.world.writable_chat(params.get("chat_id"))
        message = self.world.post(
            chat,
            by_bot=True,
            kind=kind,
            content=body | _thread(params) | self._reply(chat, params),
            markup=markup,
            html=_html(params),
            silent=bool(params.get("disable_notification")),
            protected=bool(params.get("protect_content")),
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
        if any(self.world.now() - message.date >= DELETABLE for message in messages):
            raise bad_request("message can't be deleted for everyone")
        for message in messages:
            self.world.alter(chat, message, deleted=True)


def _html(params: Json) -> str | None:
    return (params.get("text") or params.get("caption")) if params.get("parse_mode") else None


def _formatted(params: Json, name: str, entities_name: str) -> tuple[str, list[Json]]:
    given = params.get(name) or ""
    mode = params.get("parse_mode")
    if not mode:
        return given.rstrip(), params.get(entities_name) or []
    if mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    words, entities = read_html(given)
    return words.rstrip(), entities


def _text(params: Json) -> Json:
    words, entities = _formatted(params, "text", "entities")
    limits.check_text(words)
    preview = params.get("link_preview_options")
    return (
        {"text": words}
        | ({"entities": entities} if entities else {})
        | ({"link_preview_options": preview} if preview else {})
    )


def _caption(params: Json) -> Json:
    words, entities = _formatted(params, "caption", "caption_entities")
    limits.check_caption(words)
    return ({"caption": words} if words else {}) | (
        {"caption_entities": entities} if entities else {}
    )


def _markup(params: Json) -> Json | None:
    if "reply_markup" not in params or params["reply_markup"] == "":
        return None
    limits.check_markup(params["reply_markup"])
    markup: Json = params["reply_markup"]
    return None if markup.get("inline_keyboard") == [] else markup


def _inline_markup(params: Json) -> Json | None:
    markup = _markup(params)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _message_ids(params: Json) -> list[Any]:
    numbers = params.get("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > limits.MESSAGES_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    return numbers


def _thread(params: Json) -> Json:
    thread = params.get("message_thread_id")
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}
