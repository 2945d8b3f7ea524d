"""Reads what a sending call says of its message: words, keyboard, ids and thread."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.chat import Json
from bot.sandbox.errors import bad_request
from bot.sandbox.markup import read_html


def html(params: Json) -> str | None:
    """Return the words as they were written, when they are HTML."""
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


def text(params: Json) -> Json:
    """Return the content that a text makes; a faulty one is refused."""
    words, entities = _formatted(params, "text", "entities")
    limits.check_text(words)
    preview = params.get("link_preview_options")
    return (
        {"text": words}
        | ({"entities": entities} if entities else {})
        | ({"link_preview_options": preview} if preview else {})
    )


def caption(params: Json) -> Json:
    """Return the part of the content that a caption makes; a faulty one is refused."""
    words, entities = _formatted(params, "caption", "caption_entities")
    limits.check_caption(words)
    return ({"caption": words} if words else {}) | (
        {"caption_entities": entities} if entities else {}
    )


def markup(params: Json) -> Json | None:
    """Return the keyboard, or None; a faulty one is refused."""
    if "reply_markup" not in params or params["reply_markup"] == "":
        return None
    limits.check_markup(params["reply_markup"])
    markup: Json = params["reply_markup"]
    return None if markup.get("inline_keyboard") == [] else markup


def inline_markup(params: Json) -> Json | None:
    """Return the inline keyboard, or None; another one is refused."""
    found = markup(params)
    if found is not None and "inline_keyboard" not in found:
        raise bad_request("inline keyboard expected")
    return found


def message_ids(params: Json) -> list[Any]:
    """Return the ids of at most 100 messages; others are refused."""
    numbers = params.get("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > limits.MESSAGES_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    return numbers


def thread(params: Json) -> Json:
    """Return the part of the content that a thread makes."""
    thread = params.get("message_thread_id")
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}
