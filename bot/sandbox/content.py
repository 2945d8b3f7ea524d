"""What a message holds, in the shape of Telegram's objects: text, or any other kind."""

import re
import secrets
from collections.abc import Callable
from typing import Any

from bot.sandbox.limits import length

Json = dict[str, Any]

COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")
NOT_COPIED = frozenset(
    {
        "forward_origin",
        "reply_to_message",
        "media_group_id",
        "message_thread_id",
        "is_topic_message",
    }
)


def text(words: str) -> Json:
    """Return the content of a text message, with its commands marked."""
    entities = [
        {
            "type": "bot_command",
            "offset": length(words[: found.start()]),
            "length": len(found.group()),
        }
        for found in COMMAND.finditer(words)
    ]
    return {"text": words} | ({"entities": entities} if entities else {})


def attachment(kind: str, caption: str = "") -> Json:
    """Return the content of a message of that kind; an unknown kind is a KeyError."""
    return KINDS[kind]() | ({"caption": caption} if caption else {})


def copied(content: Json) -> Json:
    """Return the content as copyMessage takes it over."""
    return {key: value for key, value in content.items() if key not in NOT_COPIED}


def _file(size: int, **more: Any) -> Json:
    name = secrets.token_urlsafe(36)
    return {"file_id": name, "file_unique_id": name[:12], "file_size": size, **more}


def _photo() -> Json:
    return {"photo": [_file(1_800, width=90, height=67), _file(64_000, width=800, height=600)]}


def _animation() -> Json:
    clip = _file(90_000, width=320, height=240, duration=2, mime_type="video/mp4")
    return {"animation": clip, "document": _file(90_000, mime_type="video/mp4")}


def _sticker() -> Json:
    sticker = _file(9_000, width=512, height=512, is_animated=False, is_video=False)
    return {"sticker": sticker | {"type": "regular", "emoji": "👍"}}


def _location() -> Json:
    return {"location": {"latitude": 55.3126, "longitude": 10.7896}}


def _venue() -> Json:
    return {"venue": _location() | {"title": "Torvet", "address": "Torvet 1"}} | _location()


def _poll() -> Json:
    return {
        "poll": {
            "id": str(secrets.randbelow(10**18)),
            "question": "Kaffe eller te?",
            "options": [
                {"persistent_id": str(number), "text": words, "voter_count": 0}
                for number, words in enumerate(("Kaffe", "Te"))
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    }


KINDS: dict[str, Callable[[], Json]] = {
    "voice": lambda: {"voice": _file(12_000, duration=3, mime_type="audio/ogg")},
    "video_note": lambda: {"video_note": _file(300_000, duration=3, length=384)},
    "photo": _photo,
    "video": lambda: {
        "video": _file(400_000, width=640, height=480, duration=4, mime_type="video/mp4")
    },
    "audio": lambda: {"audio": _file(2_000_000, duration=120, mime_type="audio/mpeg")},
    "document": lambda: {
        "document": _file(30_000, file_name="brev.pdf", mime_type="application/pdf")
    },
    "sticker": _sticker,
    "location": _location,
    "venue": _venue,
    "contact": lambda: {"contact": {"phone_number": "+4500000000", "first_name": "Kim"}},
    "dice": lambda: {"dice": {"emoji": "🎲", "value": 1 + secrets.randbelow(6)}},
    "poll": _poll,
    "animation": _animation,
}
