"""A flood: what one person types far faster than anybody answers is taken together, in order."""

from collections.abc import Callable, Iterable
from typing import Any

from storage.inbox import Received

PILED_UP = 5  # waiting messages of one chat from which on they are taken together
_MANY = 20  # from here on short ones too: whoever answers a question waits for the next
_SHORT = 3  # words
_ROOM = 3000  # characters; a single message of Telegram's has up to 4096
_PLAIN = {"message_id", "date", "chat", "from", "text", "entities"}


def words_of(row: Received) -> str | None:
    """Return the text of an update that is nothing but typed words, or None."""
    message = (row.raw or {}).get("message")
    if message is None or not message.get("text") or not message.keys() <= _PLAIN:
        return None
    return None if message.get("entities") else str(message["text"])


def together(
    first: Received, behind: Iterable[Received], alone: Callable[[str], bool]
) -> list[Received]:
    """Return the updates that are handled as one: the first, and what follows it directly.

    What must be answered by itself, as a cry for help or a code, is `alone`, and ends it.
    """
    waiting = list(behind)
    taken, room = [first], _ROOM
    for row in (first, *waiting):
        words = words_of(row)
        if words is None or alone(words):
            break
        room -= len(words)
        short = len(words.split()) < _SHORT and len(waiting) < _MANY
        if short or room < 0:
            break
        if row is not first:
            taken.append(row)
    return taken


def joined(rows: list[Received]) -> dict[str, Any]:
    """Return one update that says what all of them say, as the first of them."""
    raw = dict(rows[0].raw or {})
    text = "\n".join(words_of(each) or "" for each in rows)
    return raw | {"message": raw["message"] | {"text": text}}
