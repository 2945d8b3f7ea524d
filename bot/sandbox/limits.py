"""Telegram's limits on texts, keyboards and deep links, refused in Telegram's words."""

import re
from typing import Any

from bot.sandbox.errors import bad_request

Json = dict[str, Any]

TEXT = 4096
CAPTION = 1024
TOAST = 200
BUTTONS = 100
BUTTONS_IN_A_ROW = 8
BYTES_OF_DATA = 64
MESSAGES_AT_ONCE = 100

DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{0,64}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LINK = re.compile(r"(https?|tg)://\S+")


def length(text: str) -> int:
    """Return the length as Telegram counts it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def split(text: str) -> list[str]:
    """Cut a text into messages as Telegram's apps do before sending."""
    pieces, rest = [], text
    while length(rest) > TEXT:
        piece = rest[:TEXT]
        while length(piece) > TEXT:
            piece = piece[: -((length(piece) - TEXT + 1) // 2)]
        pieces.append(piece)
        rest = rest[len(piece) :]
    return [*pieces, rest]


def check_text(text: str) -> None:
    """Refuse a text that is empty or too long."""
    if not text.strip():
        raise bad_request("message text is empty")
    if length(text) > TEXT:
        raise bad_request("message is too long")


def check_caption(caption: str) -> None:
    """Refuse a caption that is too long."""
    if length(caption) > CAPTION:
        raise bad_request("message caption is too long")


def check_toast(text: str) -> None:
    """Refuse words over a tap that are too long."""
    if length(text) > TOAST:
        raise bad_request("MESSAGE_TOO_LONG")


def check_markup(markup: Any) -> None:
    """Refuse a keyboard that Telegram would refuse."""
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard", markup.get("keyboard"))
    if rows is None:
        if not {"remove_keyboard", "force_reply"} & markup.keys():
            raise bad_request("can't parse reply keyboard markup JSON object")
        return
    _check_rows(rows)
    check = _check_inline_button if "inline_keyboard" in markup else _check_key
    for row in rows:
        for button in row:
            check(button)


def _check_rows(rows: Any) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    if sum(map(len, rows)) > BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > BUTTONS_IN_A_ROW for row in rows):
        raise bad_request("reply markup row is too long")


def _check_inline_button(button: Any) -> None:
    if not isinstance(button, dict) or not str(button.get("text") or "").strip():
        raise bad_request(
            'can\'t parse inline keyboard button: Field "text" must be of type String'
        )
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= BYTES_OF_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not LINK.fullmatch(str(button["url"])):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid")
    elif not {"copy_text", "web_app", "login_url"} & button.keys():
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )


def _check_key(key: Any) -> None:
    label = key.get("text") if isinstance(key, dict) else key
    if not isinstance(label, str) or not label.strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
