"""What the demo's bot is told: a made-up municipality, or one of the two that are examples."""

import os
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.config.sections import Acute

TOKEN = "1:sandbox"  # noqa: S105 - a made-up one; the sandbox takes no other
PROFILES = Path(__file__).parents[2] / "examples"

Given = dict[str, Any]

_MADE_UP: Given = {
    "service": {
        "name": "Opsøgende Team",
        "municipality": "Demo Kommune",
        "phone": "99 01 02 80",
        "address": "Torvet 1",
    },
    "complaint": {"name": "Demo Kommune, Socialafdelingen", "phone": "99 01 02 80"},
    "children": {"name": "Familie og Børn", "phone": "99 01 02 80"},
}


class NoProfile(Exception):
    """The example is not there; the sentence says where it was looked for."""


@dataclass(frozen=True)
class Facts:
    """Whose service is shown, and in which language the team works."""

    language: str
    profile: str | None
    municipality: Given

    @classmethod
    def of(cls, language: str, profile: str | None) -> "Facts":
        """Return the facts of an example, or of a municipality that does not exist.

        Raises NoProfile with a sentence.
        """
        return cls(language, profile, _example(profile) if profile else _MADE_UP)

    def settings(self, url: str, folder: Path, today: date) -> Given:
        """Return the whole configuration of a service that is looked after, as the bot reads it.

        Every number of the acute card was tried today.
        """
        told = self.municipality
        own = [each.model_dump() for each in Acute().numbers]
        numbers = told["acute"]["numbers"] if "acute" in told else own
        return told | {
            "telegram": {"token": TOKEN, "api_url": url},
            "storage": {"url": f"sqlite+aiosqlite:///{database(folder)}"},
            "keys": {"path": str(keyring(folder)), "master": os.urandom(32).hex()},
            "service": told["service"] | {"language": self.language},
            "acute": {"numbers": [each | {"checked_on": today} for each in numbers]},
        }


def database(folder: Path) -> Path:
    """Return where the data lies."""
    return folder / "data" / "brobygger.db"


def keyring(folder: Path) -> Path:
    """Return where the keys lie: apart from the data, as they must."""
    return folder / "keys" / "keyring.db"


def _example(profile: str) -> Given:
    file = PROFILES / f"{profile}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise NoProfile(
            f"{file} cannot be read ({error.strerror}); "
            "use the demo from the project's own folder, or without --profile."
        ) from None
