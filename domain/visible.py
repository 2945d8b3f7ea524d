"""What is written, as it can be seen: nothing unseen in it changes how what is around it reads."""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_EMPTY_LINES = re.compile("\n(?:[^\\S\n]*\n){2,}")
_JOINERS = "\u200c\u200d"  # without them emoji and some languages fall apart
_BLANKS = "\u115f\u1160\u3164\uffa0"  # letters that look like nothing
_MOST_MARKS = 4  # above and below one letter; more would run over other lines


def visible(text: str) -> str:
    """Return a text without control characters, and with at most one empty line in a row.

    Gone are what turns the direction of reading, what has no width, and marks piled on a letter:
    with those, a writer could make words of ours around theirs read differently.
    """
    lines = _BREAKS.sub("\n", text).replace("\t", " ")
    return _EMPTY_LINES.sub("\n\n", _without_piles("".join(filter(_is_seen, lines))))


def quoted(text: str) -> str:
    """Return somebody's words so that no line after the first can be taken for one of ours."""
    return text.replace("\n", "\n│ ")


def _is_seen(character: str) -> bool:
    if character in ("\n", *_JOINERS):
        return True
    return unicodedata.category(character) not in ("Cc", "Cf") and character not in _BLANKS


def _without_piles(text: str) -> str:
    kept, marks = [], 0
    for each in text:
        marks = marks + 1 if unicodedata.category(each) in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            kept.append(each)
    return "".join(kept)
