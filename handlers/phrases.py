"""Every word the bot says, from the Fluent catalogues, with the municipality's facts filled in."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("da", "en")
_FOLDER = Path(__file__).parent / "locales"
_DATE = {"da": "EEEE 'den' d. MMMM", "en": "EEEE d MMMM"}
_DATED = {"da": "d. MMMM y", "en": "d MMMM y"}


class Voice:
    """Speaks one language."""

    def __init__(self, language: str, bundle: FluentBundle, facts: Mapping[str, str]) -> None:
        self.language = language
        self._bundle = bundle
        self._facts = facts

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return a message with its values; an unknown key or value is a LookupError."""
        message = self._bundle.get_message(key) if self._bundle.has_message(key) else None
        if message is None or message.value is None:
            raise LookupError(f"No message {key!r} in {self.language!r}.")
        pattern = message.value
        text, errors = self._bundle.format_pattern(pattern, {**self._facts, **values})
        if errors:
            raise LookupError(f"Message {key!r} in {self.language!r}: {errors[0]}")
        return str(text)

    def day(self, day: date) -> str:
        """Return a day as people say it: weekday and date."""
        return format_date(day, _DATE[self.language], locale=self.language)

    def dated(self, day: date) -> str:
        """Return a day of the past with its year."""
        return format_date(day, _DATED[self.language], locale=self.language)


class Phrases:
    """The catalogues of all languages."""

    def __init__(self, facts: Mapping[str, str], default: str) -> None:
        self._default = default
        self._voices = {each: Voice(each, _bundle(each), facts) for each in LANGUAGES}

    def voice(self, language: str | None) -> Voice:
        """Return the voice for a language; None or an unknown one gives the service's own."""
        return self._voices.get(language or self._default, self._voices[self._default])

    def all(self) -> tuple[Voice, ...]:
        """Return every voice: what is typed may be in any of them."""
        return tuple(self._voices.values())


def _bundle(language: str) -> FluentBundle:
    # Isolation marks would stand in the middle of numbers and codes people copy.
    bundle = FluentBundle([language], use_isolating=False)
    for resource in _catalogue(language):
        bundle.add_resource(resource)
    return bundle


@cache
def _catalogue(language: str) -> tuple[Any, ...]:
    files = sorted((_FOLDER / language).glob("*.ftl"))
    return tuple(FluentResource(file.read_text(encoding="utf-8")) for file in files)
