"""Stripping: what is kept of a raw update; names, usernames, languages and files are not."""

from typing import Any

from bot.telegram_bot import WANTED_UPDATES

_KINDS = {
    "voice": "voice",
    "audio": "voice",
    "photo": "photo",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "document",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "sticker": "sticker",
}


class NotForUs(Exception):
    """The update is of a kind, or from a place, this bot has nothing to do with."""


def strip(raw: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Return (chat id, what is kept of the update).

    Raises NotForUs for groups, other bots and unwanted kinds, and KeyError, TypeError or
    ValueError when the update does not have the shape it must have.
    """
    kind = next((each for each in WANTED_UPDATES if each in raw), None)
    if kind is None:
        raise NotForUs("An update of a kind nobody asked for.")
    strippers = {"callback_query": _tap, "my_chat_member": _membership}
    chat_id, kept = strippers.get(kind, _message)(raw[kind])
    return chat_id, {"update_id": raw["update_id"], kind: kept}


def chat_of(raw: dict[str, Any]) -> int:
    """Return the chat of an update that could not be understood, or 0."""
    for content in raw.values():
        chat = content.get("chat") if isinstance(content, dict) else None
        number = chat.get("id") if isinstance(chat, dict) else None
        if isinstance(number, int):
            return number
    return 0


def _message(message: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    chat_id = _private(message["chat"], message["from"])
    kept = _skeleton(message, chat_id) | {"from": _nobody(chat_id)}
    if "text" in message:
        # Half a character, as broken clients send it, cannot be stored or sent on.
        kept["text"] = str(message["text"]).encode("utf-8", "replace").decode()
        entities = message.get("entities", [])
        kept["entities"] = [each for each in entities if each["type"] == "bot_command"]
    else:
        kept["kind"] = next((_KINDS[each] for each in _KINDS if each in message), "other")
    for name in ("edit_date", "media_group_id"):
        if name in message:
            kept[name] = message[name]
    return chat_id, kept


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
        "date": int(message.get("date", 0)),
        "chat": {"id": chat_id, "type": "private"},
    }


def _private(chat: dict[str, Any], sender: dict[str, Any]) -> int:
    if chat.get("type", "private") != "private" or sender.get("is_bot"):
        raise NotForUs("Only people in private chats are answered.")
    return int(chat["id"])


def _nobody(chat_id: int) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": ""}
