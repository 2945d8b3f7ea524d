"""Stripping: what is kept of a raw update; names, usernames, languages and files are not."""

from collections.abc import Collection
from typing import Any

from bot.telegram.client import WANTED_UPDATES
from domain.visible import visible

# The order counts: Telegram adds a document to an animation, and a location to a venue.
_KINDS = (
    *("voice", "audio", "photo", "video", "video_note", "animation", "document"),
    *("venue", "location", "contact", "sticker", "dice", "poll", "story"),
)
# What Telegram notes in a chat although nobody said anything; it is not answered.
_NOTICES = frozenset(
    {
        "pinned_message",
        "message_auto_delete_timer_changed",
        "chat_background_set",
        "write_access_allowed",
        "proximity_alert_triggered",
    }
)
# Which allowed kind a file falls under. Documents are never among them: they hold where a
# picture was taken; nor are contacts: they hold who somebody is.
_ALLOWED_AS = {"photo": "photo", "voice": "voice", "video": "video", "video_note": "video"}
_DECIMALS = 3  # of a degree: about a hundred metres
_LATEST = 2**33  # seconds; a date after the year 2200 is none

# What `strip` raises for an update that does not have the shape it must have.
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


class NotForUs(Exception):
    """The update is of a kind, or from a place, this bot has nothing to do with."""


def strip(raw: dict[str, Any], allowed: Collection[str] = ()) -> tuple[int, dict[str, Any]]:
    """Return (chat id, what is kept of the update).

    Of files only the id is kept, and only of the `allowed` kinds: "photo", "voice", "video".

    Raises NotForUs for groups, other bots and unwanted kinds, and one of UNREADABLE when the
    update does not have the shape it must have.
    """
    kind = next((each for each in WANTED_UPDATES if each in raw), None)
    if kind is None:
        raise NotForUs("An update of a kind nobody asked for.")
    if kind == "callback_query":
        chat_id, kept = _tap(raw[kind])
    elif kind == "my_chat_member":
        chat_id, kept = _membership(raw[kind])
    else:
        chat_id, kept = _message(raw[kind], allowed)
    return chat_id, {"update_id": raw["update_id"], kind: kept}


def chat_of(raw: dict[str, Any]) -> int:
    """Return the chat of an update that could not be understood, or 0."""
    for content in raw.values():
        chat = content.get("chat") if isinstance(content, dict) else None
        number = chat.get("id") if isinstance(chat, dict) else None
        if isinstance(number, int):
            return number
    return 0


def _message(message: dict[str, Any], allowed: Collection[str]) -> tuple[int, dict[str, Any]]:
    chat_id = _private(message["chat"], message["from"])
    kept = _skeleton(message, chat_id) | {"from": _nobody(chat_id)}
    if "text" in message:
        kept["text"] = _words(message["text"])
        entities = message.get("entities", [])
        kept["entities"] = [each for each in entities if each["type"] == "bot_command"]
    else:
        kept |= _other_than_text(message, allowed)
    if "forward_origin" in message:
        kept["forwarded"] = True
    if "reply_to_message" in message:  # of what is answered, nothing but which message it is
        kept["answers"] = int(message["reply_to_message"]["message_id"])
    for name in ("edit_date", "media_group_id"):
        if name in message:
            kept[name] = message[name]
    return chat_id, kept


def _other_than_text(message: dict[str, Any], allowed: Collection[str]) -> dict[str, Any]:
    """Return the kind, the words beside it, and of a file or a place what may be kept."""
    kind = next((each for each in _KINDS if each in message), "other")
    kept: dict[str, Any] = {"kind": "notice" if _NOTICES & message.keys() else kind}
    if "caption" in message:
        kept["caption"] = _words(message["caption"])
    if _ALLOWED_AS.get(kind) in allowed:
        kept["file"] = _file_id(message[kind])
    # Where a place that is shared live moves to comes as an edit, and is nobody's business.
    if "location" in message and "edit_date" not in message:
        kept |= _place(message["location"])
    return kept


def _file_id(file: Any) -> str:
    """Return a file's id; of a photo's sizes the largest."""
    sizes = file if isinstance(file, list) else [file]
    return str(max(sizes, key=lambda each: int(each.get("width", 0)))["file_id"])


def _place(location: dict[str, Any]) -> dict[str, Any]:
    point = [round(float(location[each]), _DECIMALS) for each in ("latitude", "longitude")]
    return {"place": point} | ({"live": True} if "live_period" in location else {})


def _words(text: Any) -> str:
    # Half a character, as broken clients send it, cannot be stored or sent on.
    return visible(str(text).encode("utf-8", "replace").decode())


def _tap(query: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    message = query["message"]
    chat_id = _private(message["chat"], query["from"])
    return chat_id, {
        "id": str(query["id"]),
        "from": _nobody(chat_id),
        "chat_instance": "",
        "data": str(query.get("data", "")),
        "message": _skeleton(message, chat_id),
    }


def _membership(change: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    chat_id = _private(change["chat"], change["from"])
    status = str(change["new_chat_member"]["status"])
    us = {"id": 0, "is_bot": True, "first_name": ""}
    return chat_id, {
        "chat": {"id": chat_id, "type": "private"},
        "from": _nobody(chat_id),
        "date": int(change["date"]),
        "old_chat_member": {"status": "left", "user": us},
        "new_chat_member": {
            "user": us,
            "status": "member" if status == "member" else "left",
        },
    }


def _skeleton(message: dict[str, Any], chat_id: int) -> dict[str, Any]:
    return {
        "message_id": int(message["message_id"]),
        "date": _moment(message),
        "chat": {"id": chat_id, "type": "private"},
    }


def _moment(message: dict[str, Any]) -> int:
    moment = int(message.get("date", 0))
    if not 0 <= moment < _LATEST:
        raise ValueError("A message from no time there is.")
    return moment


def _private(chat: dict[str, Any], sender: dict[str, Any]) -> int:
    if chat.get("type", "private") != "private" or sender.get("is_bot"):
        raise NotForUs("Only people in private chats are answered.")
    return int(chat["id"])


def _nobody(chat_id: int) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": ""}
