"""The sections of the configuration: every key, its kind and its default."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo
from pydantic import field_validator as check

from bot.config.public_holidays import Which
from bot.config.values import (
    Day,
    Section,
    TimeOfDay,
    Token,
    TokenFile,
    WebAddress,
    Zone,
    read_token,
)
from domain.languages import LANGUAGES

_MOST_HOURS = 24 * 30  # a month; nobody's unfinished words are kept for longer


class Telegram(Section):
    """How to reach Telegram, and how it reaches us."""

    token_file: TokenFile | None = None
    token: Token | None = Field(default=None, validate_default=True)
    api_url: WebAddress = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: WebAddress | None = Field(default=None, validate_default=True)
    webhook_host: str = "127.0.0.1"
    webhook_port: Annotated[int, Field(ge=1, le=65535)] = 8080

    @check("token")
    @classmethod
    def _token_is_given(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("token_file"):
            return read_token(info.data["token_file"])
        if value is None and "token_file" in info.data:
            raise ValueError(
                "is missing; give the bot's token in BROBYGGER_TELEGRAM__TOKEN, "
                "or name a file that holds it in telegram.token_file"
            )
        return value

    @check("api_url")
    @classmethod
    def _ends_before_bot(cls, value: str) -> str:
        return value.removesuffix("/bot")

    @check("webhook_url")
    @classmethod
    def _webhook_has_url(cls, value: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("mode") == "webhook" and not value:
            raise ValueError(
                'is missing; with telegram.mode = "webhook" it must be the address Telegram calls'
            )
        return value


class Quiet(Section):
    """When the team is not nudged."""

    start: TimeOfDay = time(20)
    end: TimeOfDay = time(8)


class DraftTimes(Section):
    """Hours until an unfinished conversation is reminded of, and until it is wiped."""

    remind_hours: Annotated[int, Field(ge=1, le=_MOST_HOURS)] = 4
    wipe_hours: Annotated[int, Field(ge=2, le=_MOST_HOURS, validate_default=True)] = 24

    @check("wipe_hours")
    @classmethod
    def _later_than_the_reminder(cls, value: int, info: ValidationInfo) -> int:
        if value <= info.data.get("remind_hours", 0):
            raise ValueError("is not longer than drafts.remind_hours; allowed is longer")
        return value


class ServiceFacts(Section):
    """What the municipality decides."""

    name: str = "Opsøgende team"
    municipality: str = "kommunen"
    phone: str = ""
    address: str = ""
    language: Literal["da", "en"] = "da"
    texts: Path | None = None
    zone: Zone = "Europe/Copenhagen"
    promise: Literal["react", "visit"] = "react"
    promise_days: Annotated[int, Field(ge=1, le=60)] = 7
    closed_weekdays: frozenset[Annotated[int, Field(ge=1, le=7)]] = frozenset({6, 7})
    closed_days: frozenset[Day] = frozenset()
    holidays: Which = "public"
    tell_reaction: bool = True


class Number(Section):
    """One telephone number of the acute card."""

    number: str
    da: str
    en: str
    checked_on: Day
    pl: str | None = None
    ro: str | None = None
    ar: str | None = None
    uk: str | None = None
    kl: str | None = None

    def purposes(self) -> dict[str, str]:
        """Return what the number is for, by language."""
        return {each: getattr(self, each) for each in LANGUAGES if getattr(self, each)}


# The day of the numbers that we ship; no municipality has looked them up then.
SHIPPED_ON = date(2026, 11, 21)


def _national_numbers() -> list[Number]:
    return [
        Number(number=number, checked_on=SHIPPED_ON, **purposes)
        for number, purposes in _NATIONAL.items()
    ]


# What each number is for, in each language that has words.
_NATIONAL = {
    "112": {
        "da": "fare for liv",
        "en": "danger to life",
        "pl": "zagrożenie życia",
        "ro": "pericol de moarte",
        "ar": "خطر على الحياة",
        "uk": "загроза життю",
    },
    "114": {
        "da": "politi, når det haster",
        "en": "police, urgent",
        "pl": "policja, gdy sprawa jest pilna",
        "ro": "poliția, când este urgent",
        "ar": "الشرطة، عندما يكون الأمر عاجلًا",
        "uk": "поліція, коли терміново",
    },
    "70 201 201": {
        "da": "Livslinien, selvmordstanker",
        "en": "Livslinien, suicidal thoughts",
        "pl": "Livslinien, myśli samobójcze",
        "ro": "Livslinien, gânduri de sinucidere",
        "ar": "أفكار انتحارية، Livslinien",
        "uk": "Livslinien, думки про самогубство",
    },
    "1888": {
        "da": "vold, hele døgnet",
        "en": "violence, day and night",
        "pl": "przemoc, całą dobę",
        "ro": "violență, zi și noapte",
        "ar": "العنف، ليلًا ونهارًا",
        "uk": "насильство, цілодобово",
    },
}


class Acute(Section):
    """The numbers of the acute card, in the order shown (S56)."""

    numbers: list[Number] = Field(default_factory=_national_numbers, min_length=2)

    @check("numbers")
    @classmethod
    def _begins_with_danger_to_life(cls, value: list[Number]) -> list[Number]:
        if value[0].number != "112":
            raise ValueError(
                "does not begin with 112; allowed is 112 first, and at least one other after it"
            )
        return value


class Media(Section):
    """What may be sent besides words; documents and contacts never may."""

    allow: frozenset[Literal["photo", "voice", "video"]] = frozenset()


class Team(Section):
    """What is asked of a member before they read the words of a concern."""

    one_time_code: bool = False
    unlock_hours: Annotated[int, Field(ge=1, le=24)] = 8

    @property
    def unlocks_for(self) -> timedelta | None:
        """Return how long a code opens a member's chat, or None where no codes are asked for."""
        return timedelta(hours=self.unlock_hours) if self.one_time_code else None
