"""Reads Telegram's HTML: the words without the tags, and where each tag stood."""

import re
from html import unescape
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.limits import length

Json = dict[str, Any]

TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)>|<")
ATTRIBUTE = re.compile(r"""([a-z-]+)\s*=\s*["']([^"']*)["']""")
ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._words = ""
        self._open: list[tuple[str, int, Json]] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        position = 0
        for token in TOKEN.finditer(self._source):
            self._words += unescape(self._source[position : token.start()])
            position = token.end()
            self._tag(token)
        self._words += unescape(self._source[position:])
        if self._open:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self._words, self._entities

    def _tag(self, token: re.Match[str]) -> None:
        offset = len(self._source[: token.start()].encode())
        name = (token[2] or "").lower()
        if token[1]:
            self._close(name, offset)
        elif name in ENTITY_OF_TAG:
            self._open.append((name, length(self._words), _details(name, token[3])))
        else:
            raise _refusal(f'Unsupported start tag "{name}" at byte offset {offset}')

    def _close(self, name: str, offset: int) -> None:
        if not self._open:
            raise _refusal(f"Unexpected end tag at byte offset {offset}")
        opened, start, details = self._open.pop()
        if opened != name:
            found = f'expected "</{opened}>", found "</{name}>"'
            raise _refusal(f"Unmatched end tag at byte offset {offset}, {found}")
        size = length(self._words) - start
        if size and (name != "a" or "url" in details):
            self._entities.append(
                {"type": ENTITY_OF_TAG[name], "offset": start, "length": size, **details}
            )


def read_html(source: str) -> tuple[str, list[Json]]:
    """Return the words and Telegram's entities; a faulty tag is refused as Telegram refuses it."""
    return _Reader(source).read()


def _details(tag: str, attributes: str) -> Json:
    given = dict(ATTRIBUTE.findall(attributes or ""))
    if tag == "a" and given.get("href"):
        return {"url": unescape(given["href"])}
    if tag == "tg-emoji":
        return {"custom_emoji_id": given.get("emoji-id", "")}
    return {}


def _refusal(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")
