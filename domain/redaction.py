"""What must not be kept by accident: finds text that looks like a Danish personal number (CPR)."""

import re

_DASH = r"\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
_BLANK = r"\s\u200b-\u200d\u2060\ufeff"
_BETWEEN = rf"[{_BLANK}{_DASH}./\\,_]{{0,3}}"
_FULL_YEAR = rf"(?:18|19|20)\d\d[{_BLANK}]?[{_DASH}][{_BLANK}]?"

# A lookahead, so that a number beginning inside an unlikely one is found as well.
_LIKE_CPR = re.compile(
    rf"(?<!\d)(?=(\d\d){_BETWEEN}(\d\d){_BETWEEN}(?:\d\d{_BETWEEN}|{_FULL_YEAR})\d{{4}}(?!\d))"
)

_LONGEST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT = 60  # added to the day in replacement numbers for people without a CPR number


def contains_cpr(text: str) -> bool:
    """Return whether the text holds something like a CPR number: DDMMYY-XXXX (S25).

    Blanks, dots, slashes and any dash may stand between the parts, and the year may have four
    digits if a dash follows it. Ten digits whose first four are no date do not count, nor do
    phone numbers, nor a part of a longer run of digits. A date followed by a time written as
    four digits does count: asking once too often is better than keeping a number.
    """
    return any(_is_date(int(day), int(month)) for day, month in _LIKE_CPR.findall(text))


def _is_date(day: int, month: int) -> bool:
    if day > _REPLACEMENT:
        day -= _REPLACEMENT
    return 1 <= month <= 12 and 1 <= day <= _LONGEST_DAY[month - 1]
