"""Whether two concerns may be about the same person: by place and time of day, for workers only.

A hint and no more: there is no score, and what is not alike in words is not found. The same town
alone is no likeness.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from domain.questionnaire import PLACES, Answer, Answers

_TOLD_IN = (*PLACES, "seen")  # where people write a place or a time of day
_POINT = re.compile(r"(-?\d{1,3}\.\d{3}), (-?\d{1,3}\.\d{3})(?!\d)")
_TOWN = re.compile(r"(?:\b[Ii]n? |\b\d{4} )([A-ZÆØÅ][\w-]+)")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_DEFINITE = ("erne", "ene", "en", "et")  # what makes a Danish noun definite: "stationen"
_SHORTEST_STEM = 3

# Words that say nothing about where.
_SMALL_WORDS = """
af alle at bag bagved de dem den der det eller en er et foran for fra ganger gang han har hen henne
her hos hun hver i ikke ind inde kan ligge ligger lige man med mellem mest meget mod naer noget
nogle nok og ofte oftest om omkring op oppe over paa saa samme sidder sig som sover staar taet tit
til ud ude under ved vist
a about always and around at behind by close every he his in is it mostly near next of often on
outside over she sits sleeps stands the they to under usually
gade gaden hjoerne hjoernet hus huset omraade omraadet by byen sted stedet vej vejen
"""
_SMALL = frozenset(_SMALL_WORDS.split())
# Things that stand in many places: unlike they tell no two places apart, and alike they are none.
_COMMON_STEMS = "baenk bench doer indgang opgang trapp stairs entrance door skur shed"
_COMMON = frozenset(_COMMON_STEMS.split())
_TIMES = {
    f"{word}{ending}": time
    for words, time in (
        ("morgen morning", "morning"),
        ("formiddag forenoon", "forenoon"),
        ("middag noon", "noon"),
        ("eftermiddag afternoon", "afternoon"),
        ("aften evening", "evening"),
        ("nat natt night", "night"),
    )
    for word in words.split()
    for ending in ("", "en", "er", "erne", "s")
}


class Likeness(StrEnum):
    """What two concerns have in common."""

    PLACE = "place"
    PLACE_AND_TIME = "place_and_time"


@dataclass(frozen=True)
class Traces:
    """Where and at what time of day somebody is met, as words and points that can be compared.

    `nouns` are those of the words that stand in a definite form: things, and no names.
    """

    words: frozenset[str]
    nouns: frozenset[str]
    towns: frozenset[str]
    times: frozenset[str]
    points: frozenset[tuple[str, str]]


def traces(answers: Answers, towns: Collection[str] = ()) -> Traces:
    """Return what a concern's answers say about place and time; `towns` are names of towns."""
    told = _tokens("\n".join(answers.get(each, Answer()).words for each in _TOLD_IN))
    place = "\n".join(answers.get(each, Answer()).words for each in PLACES)
    written = " ".join(line for line in place.splitlines() if not _POINT.search(line))
    tokens = _tokens(written) - _SMALL - _TIMES.keys()
    chosen = set(answers.get("meet_when", Answer()).options) & set(_TIMES.values())
    named = _tokens(" ".join((*towns, *_TOWN.findall(place))))
    return Traces(
        words=frozenset(map(_stem, tokens)),
        nouns=frozenset(_stem(each) for each in tokens if each.endswith(_DEFINITE)),
        towns=frozenset(map(_stem, named & tokens)),
        times=frozenset(chosen | {_TIMES[each] for each in told if each in _TIMES}),
        points=frozenset(_POINT.findall(place)),
    )


def likeness(one: Traces, other: Traces) -> Likeness | None:
    """Return what two concerns have in common, or None; it does not matter which comes first.

    The same point on the map is the same place. So are two shared words, or one thing, unless
    each concern names something more that the other does not, or another town.
    """
    if not (one.points & other.points or _same_place(one, other)):
        return None
    return Likeness.PLACE_AND_TIME if one.times & other.times else Likeness.PLACE


def _same_place(one: Traces, other: Traces) -> bool:
    # What one of them takes for a town is none of the other's things either.
    towns = one.towns | other.towns
    mine, others = one.words - towns - _COMMON, other.words - towns - _COMMON
    shared = mine & others
    enough = len(shared) > 1 or shared & (one.nouns | other.nouns)
    apart = mine - shared and others - shared
    elsewhere = one.towns and other.towns and not one.towns & other.towns
    return bool(enough and not apart and not elsewhere)


def _tokens(text: str) -> frozenset[str]:
    """Return the words of a text in small letters without accents; "å" is "aa"."""
    danish = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", danish)
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return frozenset(re.findall(r"\w+", bare))


def _stem(word: str) -> str:
    """Return a word without what makes it definite: "stationen" is "station"."""
    for ending in (*_DEFINITE, "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
