"""A flood: what one person types far faster than anybody answers is taken together, in order."""

from collections.abc import Callable, Iterable
from typing import Any

from storage.inbox import Received

PILED_UP = 5  # waiting messages of one chat from which on they are taken together
_MANY = 20  # from here on short ones too: whoever answers a question waits for the next
_SHORT = 3  # words
_ROOM = 3000  # characters; a single message of Telegram's has up to 4096
_SEAM = 40  # characters on both sides; a number of any kind is shorter
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

    What must be answered by itself, as a cry for help, a button's words or a code, is `alone`,
    and ends it; so does what would become that by standing beside what came before it.
    """
    waiting = list(behind)
    taken, room, before = [first], _ROOM, ""
    for row in (first, *waiting):
        words = words_of(row)
        if words is None or alone(words) or (before and alone(f"{before}\n{words[:_SEAM]}")):
            break
        room -= len(words)
        short = len(words.split()) < _SHORT and len(waiting) < _MANY
        if short or room < 0:
            break
        if row is not first:
            taken.append(row)
        before = f"{before}\n{words}"[-_SEAM:]
    return taken


def joined(rows: list[Received]) -> dict[str, Any]:
    """Return one update that says what all of them say, as the first of them.

    `parts` are the messages it is made of, so that each can still be corrected by itself.
    """
    raw = dict(rows[0].raw or {})
    parts = [((each.raw or {})["message"]["message_id"], words_of(each) or "") for each in rows]
    text = "\n".join(words for _, words in parts)
    return raw | {"message": raw["message"] | {"text": text, "parts": parts}}
