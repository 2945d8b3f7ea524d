"""A day as people type it, in Danish or English: "i morgen", "om 3 dage", "12/12", "mandag"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_DAY = timedelta(days=1)
_WEEK = 7

_NEAR = {"i dag": 0, "today": 0, "i morgen": 1, "tomorrow": 1, "i overmorgen": 2, "i går": -1}
_NEAR |= {"yesterday": -1}
_COUNTED = {"en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7}
_COUNTED |= {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_WEEKDAYS = {
    name: number
    for names in (
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, name in enumerate(names.split())
}
_MONTHS = {
    name: number
    for names in (
        "januar februar marts april maj juni juli august september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}

_IN_SOME = re.compile(r"(?:om|in) (\d{1,3}|[a-z]+) (dage?|days?|uger?|weeks?)")
_WEEKDAY = re.compile(rf"(?:på |on )?(næste |next )?({'|'.join(_WEEKDAYS)})")
_NUMBERS = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})(?:(?:[./-] ?| )(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?([a-z]+)\.?(?: (\d{4}))?")
_NAMED_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:\.|st|nd|rd|th)?(?: (\d{4}))?")
_LEADING_WEEKDAY = re.compile(rf"(?:på |on )?({'|'.join(_WEEKDAYS)}) (?:den |d\. |the )?(?=.*\d)")
_LEADING_WORD = re.compile(r"^(?:den|d\.|the|on) (?=.*\d)")
_UNTIL = re.compile(r"^(?:til og med|og med|til|until|fra|from) ")


def day(text: str, today: date) -> date | None:
    """Return the day that a text means, seen from `today`, or None when it means none.

    It may lie in the past. Without a year it is the nearest such day, before or after today;
    a bare weekday is the next one after today, and "næste fredag" is the one in the next week
    from Monday to Sunday. A weekday in front of a date must be the right one. The day comes
    before the month, in English too.
    """
    plain = " ".join(text.casefold().replace(",", " ").split()).rstrip("!?").strip()
    plain = _UNTIL.sub("", plain)
    return _near(plain, today) or _weekday(plain, today) or _on_the_calendar(plain, today)


def _near(plain: str, today: date) -> date | None:
    if plain in _NEAR:
        return today + _NEAR[plain] * _DAY
    found = _IN_SOME.fullmatch(plain)
    if found is None:
        return None
    count = int(found[1]) if found[1].isdecimal() else _COUNTED.get(found[1])
    length = _WEEK if found[2].startswith(("uge", "week")) else 1
    return None if count is None else today + count * length * _DAY


def _weekday(plain: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(plain)
    if found is None:
        return None
    wanted = _WEEKDAYS[found[2]]
    if found[1]:
        return today + (_WEEK - today.weekday() + wanted) * _DAY
    return today + ((wanted - today.weekday() - 1) % _WEEK + 1) * _DAY


def _on_the_calendar(plain: str, today: date) -> date | None:
    weekday = _LEADING_WEEKDAY.match(plain)
    rest = plain[weekday.end() :] if weekday else _LEADING_WORD.sub("", plain)
    found = _nearest(rest, today)
    wrong = weekday and found and found.weekday() != _WEEKDAYS[weekday[1]]
    return None if wrong else found


def _nearest(plain: str, today: date) -> date | None:
    parts = _parts(plain)
    if parts is None:
        return None
    number, month, year = parts
    years = (year,) if year else (today.year - 1, today.year, today.year + 1)
    return min(_days(number, month, years), key=lambda each: abs(each - today), default=None)


def _parts(plain: str) -> tuple[int, int, int] | None:
    """Return day, month and year, 0 for a year that was not said; None when it is no date."""
    if found := _ISO.fullmatch(plain):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _NUMBERS.fullmatch(plain):
        year = int(found[3] or 0)
        return int(found[1]), int(found[2]), year + 2000 if 0 < year < 100 else year
    if (found := _NAMED.fullmatch(plain)) and found[2] in _MONTHS:
        return int(found[1]), _MONTHS[found[2]], int(found[3] or 0)
    if (found := _NAMED_FIRST.fullmatch(plain)) and found[1] in _MONTHS:
        return int(found[2]), _MONTHS[found[1]], int(found[3] or 0)
    return None


def _days(number: int, month: int, years: tuple[int, ...]) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, number)
        except ValueError:
            continue  # a day that year does not have
