"""The receipt: the code with which an anonymous person finds back to their own concern.

80 random bits as sixteen Crockford base 32 symbols and one check symbol: XXXX-XXXX-XXXX-XXXX-C.
The check symbol (the number mod 37) finds every wrong symbol and every swap of neighbours (S25).
"""

import re

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECK_SYMBOLS = _SYMBOLS + "*~$=U"
_BYTES = 10
_LENGTH = 16
_GROUP = 4
_FOURS = 3  # groups of four that are left where a symbol of another was lost or doubled

_HYPHEN = r"\-\u2010-\u2015\u2212"  # and the dashes a phone may put instead
_GAP = rf"\s{_HYPHEN}\u200e\u200f\u2066-\u2069"  # blanks and the marks of right-to-left text, too
_GAPS = re.compile(f"[{_GAP}]+")
_HYPHENS = re.compile(f"[{_HYPHEN}]")
_ALIKE = str.maketrans("OIL", "011")
_SHAPE = re.compile(
    rf"(?<!\w)(?=([0-9A-TV-Z]{{4}}(?:[{_GAP}]{{0,3}}[0-9A-TV-Z]{{4}}){{3}}"
    rf"[{_GAP}]{{0,3}}[0-9A-Z*~$=])(?!\w))",
    re.IGNORECASE | re.ASCII,
)


def issue(random: bytes) -> str:
    """Return the receipt for exactly 10 random bytes, grouped for reading aloud.

    Any other number of bytes raises ValueError.
    """
    if len(random) != _BYTES:
        raise ValueError("A receipt is made from exactly 10 random bytes.")
    number = int.from_bytes(random, "big")
    symbols = [_SYMBOLS[number >> 5 * place & 31] for place in reversed(range(_LENGTH))]
    groups = ["".join(symbols[at : at + _GROUP]) for at in range(0, _LENGTH, _GROUP)]
    return "-".join([*groups, _CHECK_SYMBOLS[number % 37]])


def read(text: str) -> str | None:
    """Return the receipt as 17 capitals and digits without hyphens, or None if it is not one.

    Small letters, blanks, hyphens and marks of direction do not matter; O is read as 0, I and L
    as 1.
    """
    code = _GAPS.sub("", text).upper().translate(_ALIKE)
    body, check = code[:_LENGTH], code[_LENGTH:]
    if len(body) != _LENGTH or any(symbol not in _SYMBOLS for symbol in body):
        return None
    return code if check == _check_symbol(body) else None


def ends_with(end: str, typed: str) -> bool:
    """Return whether somebody typed a receipt's end back: its last four symbols, or more.

    `end` is the last group and the check symbol as `read` returns them. Letters may be small,
    and look-alikes count as what they look like.
    """
    code = _GAPS.sub("", typed).upper().translate(_ALIKE)
    return code in (end, end[1:]) or (len(code) > len(end) and code.endswith(end))


def meant_as_receipt(text: str) -> bool:
    """Return whether a whole message has a receipt's shape, be it mistyped or cut short.

    One receipt in 400 has no digit: only its hyphens tell it from words.
    """
    code = _GAPS.sub("", text).upper()
    pieces = [piece for piece in _GAPS.split(text.strip()) if piece]
    fours = sum(len(piece) == _GROUP for piece in pieces)
    if len(pieces) > 1 and (fours < _FOURS or any(len(piece) > _GROUP + 1 for piece in pieces)):
        return False  # words, a time: codes are copied whole or in groups of four
    known = all(symbol in _SYMBOLS + "OIL" + _CHECK_SYMBOLS for symbol in code)
    no_word = any(map(str.isdigit, code)) or len(_HYPHENS.findall(text)) >= _LENGTH // _GROUP - 1
    no_number = any(map(str.isalpha, code))
    return known and no_word and no_number and _LENGTH - 1 <= len(code) <= _LENGTH + 2


def looks_like_receipt(text: str) -> bool:
    """Return whether the text holds a whole receipt, alone or among other words.

    It may be written in one piece or in groups of four. Small letters without a single digit are
    taken for words: that misses one receipt in 400, and only if it is retyped in small letters.
    """
    found = (match.group(1) for match in _SHAPE.finditer(text))
    return any(read(code) is not None and not _could_be_words(code) for code in found)


def _check_symbol(body: str) -> str:
    number = 0
    for symbol in body:
        number = number * 32 + _SYMBOLS.index(symbol)
    return _CHECK_SYMBOLS[number % 37]


def _could_be_words(code: str) -> bool:
    return code != code.upper() and not any(symbol.isdigit() for symbol in code)
