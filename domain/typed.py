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
    named = plain(text)
    if _NUMBERS.fullmatch(named):
        numbers = [int(each) for each in re.findall(r"\d+", named)]
        if all(1 <= number <= len(labels) for number in numbers):
            return tuple(dict.fromkeys(number - 1 for number in numbers))
        return ()
    return (
        tuple(i for i, label in enumerate(labels) if plain(label) == named)[:1]
        or tuple(
            i for i, label in enumerate(labels) if plain(label) == _LEADING_NUMBER.sub("", named)
        )[:1]
    )


def says(text: str, *labels: str) -> bool:
    """Whether `text` is one of the labels, whatever its case and final punctuation."""
    return plain(text) in {plain(label) for label in labels}


def plain(text: str) -> str:
    """Return a text as it is compared: without its case, blanks and final punctuation."""
    return " ".join(text.casefold().replace(",", " ").split()).strip(" .!?:;\"'»«")
