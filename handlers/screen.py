"""A screen: a text and the buttons under it, before anybody's secrets are added."""

from dataclasses import dataclass
from typing import Any

from telegram import Update

from storage.sealing import button_token

TEXT_LIMIT = 4096  # UTF-16 units, as Telegram counts
_ROW = 48  # characters of labels that stand beside each other


@dataclass(frozen=True)
class Button:
    """A label, and what pressing it means: an action of at most 32 bytes."""

    label: str
    action: str


@dataclass(frozen=True)
class Screen:
    """What one message shows."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()


def params(screen: Screen, chat_id: int, key: bytes) -> dict[str, Any]:
    """Return the screen as arguments of a Bot API call, its buttons bound to that chat."""
    rows = [
        [
            {"text": button.label, "callback_data": button_token(key, chat_id, button.action)}
            for button in row
        ]
        for row in screen.rows
    ]
    found: dict[str, Any] = {
        "chat_id": chat_id,
        "text": fitting(screen.text, TEXT_LIMIT),
        "link_preview_options": {"is_disabled": True},  # nobody's words fetch a page
    }
    if rows:
        found["reply_markup"] = {"inline_keyboard": rows}
    return found


def fitting(text: str, units: int) -> str:
    """Return as much of a text as that many UTF-16 units hold, no character cut in two."""
    return text.encode("utf-16-le", "replace")[: units * 2].decode("utf-16-le", "ignore")


def in_rows(buttons: list[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons in rows of at most `width`; fewer where their labels would be cut."""
    widest = max((len(button.label) for button in buttons), default=1)
    width = max(1, min(width, _ROW // widest))
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def action(update: Update) -> list[str]:
    """Return what a tapped button means, in parts: `take/<concern>` gives ["take", "<concern>"]."""
    query = update.callback_query
    return (query.data or "").split("/") if query else [""]


def tapped_message(update: Update) -> int:
    """Return the id of the message whose button was tapped; 0 when Telegram does not say."""
    query = update.callback_query
    return query.message.message_id if query and query.message else 0
