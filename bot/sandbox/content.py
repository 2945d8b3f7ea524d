"""What a message holds, in the shape of Telegram's objects: text, or any other kind."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.limits import length

Json = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """A point on the map; `live` when it is shared while it moves, for an hour."""

    latitude: float
    longitude: float
    live: bool = False

    def as_json(self) -> Json:
        """Return what a Location object holds of it."""
        point = {"latitude": self.latitude, "longitude": self.longitude}
        return point | ({"live_period": 3600} if self.live else {})


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


def attachment(kind: str, caption: str = "", place: Place | None = None) -> Json:
    """Return the content of a message of that kind; an unknown kind is a KeyError."""
    found = KINDS[kind]() | ({"caption": caption} if caption else {})
    return found | placed(found, place) if place else found


def placed(content: Json, place: Place) -> Json:
    """Return the parts of the content that name a place, with another one in them."""
    location = content["location"] | place.as_json()
    venue = {"venue": content["venue"] | {"location": location}} if "venue" in content else {}
    return {"location": location} | venue


def uploaded(kind: str, file: Json) -> Json:
    """Return the content of a message with a file that was uploaded."""
    fresh = attachment(kind)
    if kind == "document":
        kinds = {"file_name": file["file_name"], "mime_type": "text/plain"}
        fresh["document"] |= kinds | {"file_size": file["size"]}
    return fresh


def file_ids(content: Json) -> set[str]:
    """Return the ids of all files in a message, one for each size of a photo."""
    parts = [each if isinstance(each, list) else [each] for each in content.values()]
    files = [one for part in parts for one in part if isinstance(one, dict)]
    return {one["file_id"] for one in files if "file_id" in one}


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
    "story": lambda: {"story": {"chat": {"id": -1, "type": "channel", "title": "Nyt"}, "id": 1}},
    "unheard_of": lambda: {"hologram": _file(9_000, depth=3)},  # of a Bot API still to come
}
