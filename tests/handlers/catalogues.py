"""Reads the catalogues as they stand, and says every message in them."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from fluent.syntax import ast as ftl

from handlers import catalogue
from handlers.phrases import Phrases, Voice

FACTS = {
    "service": "Opsøgende Team",
    "municipality": "Nyborg Kommune",
    "phone": "00 00 00 00",
    "address": "Torvet 1",
}
NO_CONTACT = {"phone": "none", "address": "none"}
VALUES = {
    "absence": "i dag",
    "answer": "Ved ikke",
    "answers": "Noget andet",
    "closing": "Bygget bro til andre",
    "code": "ABCD-EFGH-JKMN-PQRS-T",
    "date": date(2026, 11, 30),
    "days": 180,
    "first": "tirsdag kl. 22",
    "last": "onsdag kl. 6",
    "fact": "Huset ved Åen",
    "month": "oktober 2026",
    "what": "tog henvendelsen",
    "latitude": "00.000",
    "longitude": "00.000",
    "link": "https://t.me/bot?start=inv_a",
    "minutes": 15,
    "met": 1,
    "name": "Anna",
    "names": "Anna, Bo",
    "nickname": "Stille Bæk",
    "number": 2,
    "of": 14,
    "owner": "en kollega",
    "purpose": "fare for liv",
    "reaction": "Har ringet",
    "role": "Mig selv",
    "secret": "ABCD EFGH",
    "state": "medarbejder, på vagt",
    "time": "09.00",
    "when": "kl. 9",
    "uri": "otpauth://totp/team",
    "tried": 3,
    "rule": "Anna: tir.–fre. kl. 8–16",
    "span": "tir. 1/12 kl. 8–16",
    "until": "kl. 16",
}
# What people type, not what the bot says.
LISTS = {"danger-call", "danger-words", "only-greetings", "not-known", "only-thanks"}


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    return {entry.id.name: entry for entry in entries(language)}


def entries(language: str) -> Iterator[ftl.Message]:
    """Yield every message as it stands in the files; comments and sections are passed over."""
    for file in catalogue.files(catalogue.LOCALES / language):
        for entry in catalogue.read(file).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                yield entry


def variables(language: str, key: str) -> set[str]:
    return catalogue.variables(messages(language)[key], messages(language))


def plain(language: str, key: str) -> str:
    return catalogue.Parts(messages(language)[key]).text


def quoted_by_others(language: str = "da") -> set[str]:
    return {key for each in messages(language).values() for key in catalogue.Parts(each).quoted}


@cache
def said(language: str, *, reachable: bool = True) -> dict[str, str]:
    """Return every message of a language's own with its values filled in, as a person reads it."""
    facts = FACTS if reachable else FACTS | NO_CONTACT
    voice: Voice = Phrases(facts, "da").voice(language)
    return {
        key: voice(key, **{name: VALUES[name] for name in variables(language, key) - FACTS.keys()})
        for key in messages(language)
        if key not in LISTS
    }
