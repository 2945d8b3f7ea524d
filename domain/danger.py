"""Words of danger in what people type: an extra net, which never blocks (domain.md 6)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_GAP = "…"  # between two words of a phrase: up to two others
_ACCENTED = {"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ى": "ي", "ة": "ه"}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\u2068\u2069\u0640"  # and Arabic's stretching
_PLAIN = str.maketrans(_ACCENTED | dict.fromkeys(f"{_INVISIBLE}'’ʼ`´", ""))


@dataclass(frozen=True)
class Net:
    """The words of danger of every language.

    `calls` are whole messages, `phrases` are found inside any text.
    """

    calls: frozenset[str]
    phrases: re.Pattern[str]

    def is_call(self, text: str) -> bool:
        """Whether a whole message is a cry for help, such as "hjælp nu" (S56)."""
        return _words(text) in self.calls

    def catches(self, text: str) -> bool:
        """Whether a text tells of danger, in any language; it misses much, and may err."""
        return self.phrases.search(_words(text)) is not None


def net(calls: Iterable[str], phrases: Iterable[str]) -> Net:
    """Return the net for these whole messages and these phrases, one each.

    In a phrase "a/b" is either word, "selvmord*" any word that begins so, and "…" up to two
    words. Case, accents and punctuation do not matter; a phrase is never found inside a word.
    """
    found = "|".join(filter(None, map(_pattern, phrases)))
    # An empty net catches nothing, not everything.
    phrase = re.compile(rf"(?<!\S)(?:{found})(?!\S)" if found else r"(?!)")
    return Net(frozenset(filter(None, map(_words, calls))), phrase)


def _pattern(phrase: str) -> str:
    pattern = ""
    for word in phrase.split():
        if word == _GAP:
            pattern += r"(?:\S+ ){0,2}"
        else:
            pattern += f"(?:{'|'.join(map(_word, word.split('/')))}) "
    return pattern.removesuffix(" ")


def _word(word: str) -> str:
    return re.escape(_words(word)) + (r"\S*" if word.endswith("*") else "")


def _words(text: str) -> str:
    """Return the words of a text, plain: "Slå mig IHJEL!" gives "sla mig ihjel"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    # Danish without a Danish keyboard: "slaa mig ihjel", "jeg vil doe".
    typed = bare.replace("aa", "a").replace("oe", "o")
    return " ".join(re.findall(r"\w+", typed))
