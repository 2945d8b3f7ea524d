"""The one way to Telegram: python-telegram-bot's Bot, with a fixed list of methods it may call."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from telegram import InputFile
from telegram.error import BadRequest, ChatMigrated, TelegramError
from telegram.ext import ExtBot
from telegram.helpers import create_deep_linked_url

from bot.telegram.http import AiohttpRequest

# Nothing else is ever called: no getChat, no profile photos, no forwarding (they reveal people).
ALLOWED_METHODS = frozenset(
    {
        "getMe",
        "getUpdates",
        "setWebhook",
        "deleteWebhook",
        "setMyCommands",
        "setMyDescription",
        "setMyShortDescription",
        "sendMessage",
        "sendDocument",
        "sendPhoto",
        "sendVoice",
        "sendVideo",
        "sendVideoNote",
        "editMessageText",
        "editMessageReplyMarkup",
        "deleteMessages",
        "answerCallbackQuery",
    }
)
# What the outbox may hold, as python-telegram-bot spells it. What it says goes out as it lies
# there: no objects are made of it and none of the answer (measured: a tenth of an update's time).
_SENDING = {
    "send_message": "sendMessage",
    "send_document": "sendDocument",
    "send_photo": "sendPhoto",
    "send_voice": "sendVoice",
    "send_video": "sendVideo",
    "send_video_note": "sendVideoNote",
    "edit_message_text": "editMessageText",
    "edit_message_reply_markup": "editMessageReplyMarkup",
    "delete_messages": "deleteMessages",
}
WANTED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 50
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid")


def is_update(raw: Any) -> bool:
    """Whether something has the one thing every update has: a number that a row can hold."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return isinstance(number, int) and 0 <= number < 2**63


def is_gone(error: TelegramError) -> bool:
    """Whether Telegram says that a chat is there no more.

    Only groups become another chat, and nobody is written to in a group: whoever has become one
    is gone, too.
    """
    gone = isinstance(error, BadRequest) and error.message.casefold() in _GONE
    return gone or isinstance(error, ChatMigrated)


class MethodNotAllowed(Exception):
    """A Bot API method outside the list was about to be called; this is a defect."""


class TelegramBot(ExtBot[None]):
    """A Bot that reads updates raw and sends what the outbox holds."""

    def __init__(self, token: str, api_url: str) -> None:
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=1),
        )

    def __repr__(self) -> str:
        """Return what this is, without the token that python-telegram-bot would show."""
        return type(self).__name__

    def start_link(self, payload: str) -> str:
        """Return the link that opens a chat with this bot and starts it with that payload."""
        return create_deep_linked_url(self.username, payload)

    async def raw_updates(self, offset: int, wait: int) -> list[dict[str, Any]]:
        """Wait up to `wait` seconds for updates from `offset` on and return them unparsed."""
        found = await self._post(
            "getUpdates",
            {
                "offset": offset,
                "limit": 100,
                "timeout": wait,
                "allowed_updates": list(WANTED_UPDATES),
            },
            read_timeout=wait + 10,
        )
        updates = found if isinstance(found, list) else []
        return [each for each in updates if is_update(each)]

    async def deliver(self, method: str, arguments: Mapping[str, Any]) -> int | None:
        """Call one of the sending methods and return the new message's id, if there is one."""
        given = dict(arguments)
        if isinstance(given.get("photo"), dict):  # drawn here; others go by their id
            file = given["photo"]
            given["photo"] = InputFile(b64decode(file["base64"]), filename=file["filename"])
        if "document" in given:  # made here and uploaded; nobody's own document is ever sent on
            file = given["document"]
            given["document"] = InputFile(file["text"].encode(), filename=file["filename"])
        result = await self._post(_SENDING[method], given)
        return int(result["message_id"]) if isinstance(result, dict) else None

    async def answer_tap(self, query_id: str) -> None:
        """Let a button that was tapped stop turning."""
        await self._post("answerCallbackQuery", {"callback_query_id": query_id})

    async def _do_post(self, endpoint: str, data: Any, **more: Any) -> Any:
        if endpoint not in ALLOWED_METHODS:
            raise MethodNotAllowed(f"{endpoint} is not among the allowed Bot API methods.")
        return await super()._do_post(endpoint, data, **more)
