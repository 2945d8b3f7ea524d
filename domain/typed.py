"""Answers that are typed instead of tapped: the number or the words on a button."""

import re
from collections.abc import Sequence

_NUMBERS = re.compile(r"\d{1,2}(?:\s*(?:,|،|;|\+|&|og|and|i|oraz|și|si|і|й|та|و|\s)\s*\d{1,2})*\.?")
_LEADING_NUMBER = re.compile(r"^\d{1,2}\s*[.):]?\s+")


def chosen(text: str, labels: Sequence[str]) -> tuple[int, ...]:
    """Return the positions (from 0) of the labels that `text` names, in the order typed.

    "2", "1 og 3", "1, 3" and the words of a label count, whatever their case and final
    punctuation. Anything else, or any number out of range, gives an empty tuple.
    """
    plain = _plain(text)
    if _NUMBERS.fullmatch(plain):
        numbers = [int(each) for each in re.findall(r"\d+", plain)]
        if all(1 <= number <= len(labels) for number in numbers):
            return tuple(dict.fromkeys(number - 1 for number in numbers))
        return ()
    return (
        tuple(i for i, label in enumerate(labels) if _plain(label) == plain)[:1]
        or tuple(
            i for i, label in enumerate(labels) if _plain(label) == _LEADING_NUMBER.sub("", plain)
        )[:1]
    )


def says(text: str, *labels: str) -> bool:
    """Whether `text` is one of the labels, whatever its case and final punctuation."""
    return _plain(text) in {_plain(label) for label in labels}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split()).strip(" .!?:;\"'»«")
