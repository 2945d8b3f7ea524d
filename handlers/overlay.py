"""A municipality's own texts: what must be right before they may take the place of ours."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fluent.syntax import ast as ftl

from domain.languages import LANGUAGES
from handlers.catalogue import Parts, files, messages, read, variables
from handlers.phrases import Phrases

_KEY = "service.texts"
_FACTS = ("service", "municipality", "phone", "address")
_NUMBER_TO_CALL = re.compile(r"\d(?:[ .-]?\d){2}")


def mistakes(folder: Path) -> list[str]:
    """Return one sentence for each mistake in a folder of `<language>/*.ftl`; none if all is well.

    Each names the file, the key and what is allowed.
    """
    if not folder.is_dir():
        return [f"{_KEY} names {folder}, which is no folder; allowed is one with da/*.ftl in it."]
    found = [*_misplaced(folder), *_unreadable(folder)]
    if not found:
        found = [each for language in LANGUAGES for each in _wrong(folder, language)]
    return found or list(_unsayable(folder))


def _misplaced(folder: Path) -> Iterator[str]:
    for each in sorted(folder.iterdir()):
        if each.is_dir() and not each.name.startswith(".") and each.name not in LANGUAGES:
            yield (
                f"{_KEY} has the folder {each.name}, which is no language; "
                f"allowed are {', '.join(LANGUAGES)}."
            )
        elif each.suffix == ".ftl":
            yield f"{_KEY} has {each.name} beside the languages; allowed is da/{each.name}."


def _unreadable(folder: Path) -> Iterator[str]:
    for language in LANGUAGES:
        for file in files(folder / language):
            try:
                entries = read(file).body
            except (OSError, UnicodeDecodeError):
                yield f"{_name(file)} cannot be read; allowed is a text file in UTF-8."
                continue
            for each in entries:
                if isinstance(each, ftl.Junk):
                    begun = str(each.content).strip().splitlines()[0]
                    yield f'{_name(file)} is not Fluent at "{begun}"; allowed is key = text.'


def _wrong(folder: Path, language: str) -> Iterator[str]:
    ours = messages("da")
    known = ours | messages(language) | {each.id.name: each for _, each in _own(folder, language)}
    for file, each in _own(folder, language):
        key = each.id.name
        if isinstance(each, ftl.Term) or key not in ours:
            yield (
                f"{_name(file)} has {key}, which is no text of ours; "
                "allowed are the keys in handlers/locales/da."
            )
            continue
        needed = variables(ours[key], ours) - set(_FACTS)
        given = variables(each, known)
        for name in sorted(needed - given):
            yield f"{_name(file)} leaves ${name} out of {key}; allowed is a text that holds it."
        for name in sorted(given - needed - set(_FACTS)):
            allowed = ", ".join(f"${one}" for one in (*sorted(needed), *_FACTS))
            yield f"{_name(file)} uses ${name} in {key}; allowed there are {allowed}."
        if _NUMBER_TO_CALL.search(Parts(each).text):
            yield (
                f"{_name(file)} has a number to call in {key}; allowed are such numbers only in "
                "service.phone and acute.numbers."
            )


def _unsayable(folder: Path) -> Iterator[str]:
    """Say every text once, with a telephone and without: what then fails would fail for people."""
    ours = messages("da")
    said = [Phrases(dict.fromkeys(_FACTS, given), "da", folder) for given in ("some", "none")]
    for language in LANGUAGES:
        for file, each in _own(folder, language):
            key = each.id.name
            values = dict.fromkeys(variables(ours[key], ours) - set(_FACTS), 2)
            try:
                for phrases in said:
                    phrases.voice(language)(key, **values)
            except (LookupError, ValueError, TypeError, RecursionError) as error:
                yield f"{_name(file)} has {key}, which cannot be said: {str(error).rstrip('.')}."


def _own(folder: Path, language: str) -> Iterator[tuple[Path, Any]]:
    for file in files(folder / language):
        for entry in read(file).body:
            if isinstance(entry, ftl.Message | ftl.Term):
                yield file, entry


def _name(file: Path) -> str:
    return f"{_KEY}: {file.parent.name}/{file.name}"
