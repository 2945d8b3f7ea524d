"""What a person's phone shows, as JSON for tests and the page."""

from typing import Any

from bot.sandbox import content
from bot.sandbox.chat import Chat, Json, Message, Person
from bot.sandbox.world import World


def of(world: World, chat: Chat) -> Json:
    """Return everything one phone shows now."""
    taps = world.taps.values()
    return {
        "person": person_as_json(chat.person),
        "opened": chat.opened,
        "blocked": chat.blocked,
        "messages": [_message(chat, message) for message in chat.visible()],
        "keyboard": chat.keyboard(),
        "toasts": [
            {"callback_query_id": toast.tap_id, "text": toast.text, "alert": toast.alert}
            for toast in chat.toasts
        ],
        "taps_unanswered": sum(
            tap.person_id == chat.person.id and not tap.answered for tap in taps
        ),
        "typing": chat.is_typing(world.now()),
    }


def person_as_json(person: Person) -> Json:
    """Return a person as the people's side names them."""
    return {
        "id": person.id,
        "name": person.name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "note": person.note,
    }


def _message(chat: Chat, message: Message) -> Json:
    return {
        "message_id": message.id,
        "from": "bot" if message.by_bot else "person",
        "kind": message.kind,
        "text": message.text,
        "html": message.html,
        "buttons": [[_button(button) for button in row] for row in message.buttons],
        "keyboard": message.keyboard,
        "edited": message.edited is not None,
        "silent": message.silent,
        "protected": message.protected,
        "reaction": message.reaction,
        "reply_to": (message.content.get("reply_to_message") or {}).get("message_id"),
        "date": message.date.isoformat(),
        "album": message.content.get("media_group_id"),
        "files": sorted(content.file_ids(message.content)),
        "document": _document(message),
        "picture": _picture(chat, message),
    }


def _document(message: Message) -> Json | None:
    """Return what opening a document shows; None for one whose text the bot did not upload."""
    if message.kind != "document" or message.upload is None:
        return None
    return {"name": message.content["document"]["file_name"], "text": message.upload}


def _picture(chat: Chat, message: Message) -> str | None:
    """Return where a picture that the bot uploaded can be fetched; None for any other."""
    if message.kind != "photo" or message.upload is None:
        return None
    return f"/sandbox/people/{chat.person.id}/pictures/{message.id}"


def _button(button: Json) -> dict[str, Any]:
    return {
        "text": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
    }
