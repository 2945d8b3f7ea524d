"""Every word the bot says, from the Fluent catalogues, with the municipality's facts filled in."""

import contextlib
from collections.abc import Mapping
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import Any

from babel.dates import format_date
from fluent.runtime import FluentBundle
from fluent.syntax import ast as ftl

from domain import danger
from domain.languages import COMPLETE, PARTIAL
from domain.typed import plain, says
from handlers.catalogue import LOCALES, files, read

LABEL = 40  # characters; two texts no longer than that stand on one line, as on a button
_DATE = {
    "da": "EEEE 'den' d. MMMM",
    "en": "EEEE d MMMM",
    "pl": "EEEE, d MMMM",
    "ro": "EEEE, d MMMM",
    "ar": "EEEE، d MMMM",
    "uk": "EEEE, d MMMM",
}
_DATED = {"da": "d. MMMM y", "en": "d MMMM y"}
_BRIEF = {"da": "EEE d/M", "en": "EEE d MMM"}
_RIGHT_TO_LEFT = ("ar",)


class Voice:
    """Speaks one language, and the complete ones side by side where it has no words of its own.

    What it says is plain, says `du`, and orders nobody about (S38, S65).
    """

    def __init__(
        self,
        language: str,
        bundle: FluentBundle,
        facts: Mapping[str, str],
        complete: tuple["Voice", ...] = (),
    ) -> None:
        self.language = language
        self._bundle = bundle
        self._facts = facts
        self._complete = complete
        self._texts: dict[str, str] = {}  # what needs no values, said once

    def has(self, key: str) -> bool:
        """Whether this language has words of its own for a message."""
        return bool(self._bundle.has_message(key))

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return a message with its values; an unknown key or value is a LookupError.

        A date among the values is spoken as weekday and date, in the message's language.
        """
        if values:
            return self._say(key, values)
        if key not in self._texts:
            self._texts[key] = self._say(key, values)
        return self._texts[key]

    def _say(self, key: str, values: Mapping[str, Any]) -> str:
        if self._complete and not self.has(key):
            return side_by_side(*(each(key, **values) for each in self._complete))
        message = self._bundle.get_message(key) if self.has(key) else None
        if message is None or message.value is None:
            raise LookupError(f"No message {key!r} in {self.language!r}.")
        given = {name: self._spoken(value) for name, value in values.items()}
        text, errors = self._bundle.format_pattern(message.value, {**self._facts, **given})
        if errors:
            raise LookupError(f"Message {key!r} in {self.language!r}: {errors[0]}")
        return str(text)

    def _spoken(self, value: Any) -> Any:
        if isinstance(value, time):
            return self.clock(value)
        if not isinstance(value, date):
            return value
        languages = (self.language,) if self.language in _DATE else COMPLETE
        return side_by_side(*(format_date(value, _DATE[each], locale=each) for each in languages))

    def day(self, day: date) -> str:
        """Return a day by itself as people say it: weekday and date."""
        return str(self._spoken(day))

    def brief(self, day: date) -> str:
        """Return a day as it fits a button: "fre. 27/11"."""
        language = self.language if self.language in _BRIEF else "en"
        return str(format_date(day, _BRIEF[language], locale=language))

    def clock(self, moment: time) -> str:
        """Return a time of day as people write it: in Danish "8" or "8.30", else "8:30"."""
        if self.language != "da":
            return f"{moment.hour}:{moment:%M}"
        return f"{moment.hour}.{moment:%M}" if moment.minute else str(moment.hour)

    def dated(self, day: date) -> str:
        """Return a day of the past with its year."""
        languages = (self.language,) if self.language in _DATED else COMPLETE
        return side_by_side(*(format_date(day, _DATED[each], locale=each) for each in languages))


class Phrases:
    """The catalogues of all languages, with the municipality's own texts in the place of ours."""

    def __init__(self, facts: Mapping[str, str], default: str, texts: Path | None = None) -> None:
        self._default = default
        self._voices = {each: Voice(each, _bundle(each, texts), facts) for each in COMPLETE}
        for language in PARTIAL:
            own = _bundle(language, texts)
            halves = tuple(
                Voice(each, _with_buttons_of(language, each, texts), facts) for each in COMPLETE
            )
            self._voices[language] = Voice(language, own, facts, halves)
        self._undecided = Voice("", FluentBundle([default]), facts, self.complete())
        resources = [each for language in self._voices for each in _resources(language, texts)]
        entries = [entry for resource in resources for entry in resource.body]
        self._buttons = {entry.id.name for entry in entries if _is_button(entry)}
        self.danger = danger.net(self._lines("danger-call"), self._lines("danger-words"))

    def voice(self, language: str | None) -> Voice:
        """Return the voice for a language; None or an unknown one gives the service's own."""
        return self._voices.get(language or self._default, self._voices[self._default])

    def chosen(self, language: str | None) -> Voice:
        """Return the voice a reporter chose; before that, one that says all side by side."""
        return self.voice(language) if language else self._undecided

    def all(self) -> tuple[Voice, ...]:
        """Return every voice, the complete ones first."""
        return tuple(self._voices.values())

    def complete(self) -> tuple[Voice, ...]:
        """Return the voices that have words of their own for everything."""
        return tuple(self._voices[each] for each in COMPLETE)

    def labels(self, key: str) -> tuple[str, ...]:
        """Return what a button is called in every language: what is typed may be any of them."""
        own = [voice(key) for voice in self.speaking(key)]
        return (*own, side_by_side(*(voice(key) for voice in self.complete())))

    def means(self, text: str, *keys: str) -> bool:
        """Whether a typed text is what any of these buttons is called, in any language."""
        return any(says(text, *self.labels(key)) for key in keys)

    def understood(self, voice: Voice) -> tuple[Voice, ...]:
        """Return the voices in which short words of somebody spoken to in `voice` are read.

        Not all there are: a Polish yes is the Danish thanks, and a yes may erase.
        """
        return (voice, *self.complete())

    def decided(self, voice: Voice, text: str) -> str | None:
        """Return "yes" or "no" where a typed text is that to somebody spoken to in `voice`."""
        for answer, key in (("yes", "yes-no-yes"), ("no", "yes-no-no")):
            if says(text, *(each(key) for each in self.understood(voice))):
                return answer
        return None

    def lists(self, text: str, key: str) -> bool:
        """Whether a typed text is one of the lines of a list, in any language."""
        return says(text, *self._lines(key))

    def is_label(self, text: str) -> bool:
        """Whether a typed text is what any button at all is called, in any language."""
        return plain(text) in self._labels

    @cached_property
    def _labels(self) -> frozenset[str]:
        found = set[str]()
        for key in self._buttons:
            with contextlib.suppress(LookupError):  # one that depends on a name or a number
                found |= set(map(plain, self.labels(key)))
        return frozenset(found)

    def speaking(self, *keys: str) -> tuple[Voice, ...]:
        """Return the voices with words of their own for any of these messages."""
        return tuple(voice for voice in self.all() if any(map(voice.has, keys)))

    def _lines(self, key: str) -> list[str]:
        return [line for voice in self.speaking(key) for line in voice(key).splitlines()]


def side_by_side(*texts: str) -> str:
    """Return texts that say the same in several languages as one: labels on one line.

    Texts that are alike, such as a name, are said once.
    """
    unlike = list(dict.fromkeys(texts))
    labels = all("\n" not in each and len(each) <= LABEL for each in unlike)
    return (" / " if labels else "\n\n").join(unlike)


def _bundle(language: str, texts: Path | None) -> FluentBundle:
    # Isolation marks keep numbers and Latin words readable in right-to-left text. Elsewhere they
    # would stand in the middle of what people copy.
    bundle = FluentBundle([language], use_isolating=language in _RIGHT_TO_LEFT)
    for resource in _resources(language, texts):
        bundle.add_resource(resource, allow_overrides=True)
    return bundle


def _with_buttons_of(partial: str, complete: str, texts: Path | None) -> FluentBundle:
    """Return a complete language that names the buttons as they stand on a partial one's screen."""
    bundle = _bundle(complete, texts)
    for resource in _resources(partial, texts):
        buttons = [each for each in resource.body if _is_button(each)]
        bundle.add_resource(ftl.Resource(buttons), allow_overrides=True)
    return bundle


def _is_button(entry: Any) -> bool:
    return isinstance(entry, ftl.Message) and entry.id.name.startswith("button-")


def _resources(language: str, texts: Path | None) -> list[Any]:
    """Return a language's catalogue files, ours first: what comes later holds."""
    folders = [LOCALES, *([texts] if texts else [])]
    return [read(file) for folder in folders for file in files(folder / language)]
