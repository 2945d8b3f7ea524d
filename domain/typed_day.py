"""A day that somebody types: as a date in numbers or words, a weekday, or "i morgen"."""

import re
from datetime import date, timedelta

_MONTHS = (
    *(("januar", "january"), ("februar", "february"), ("marts", "march"), ("april",)),
    *(("maj", "may"), ("juni", "june"), ("juli", "july"), ("august",), ("september",)),
    *(("oktober", "october"), ("november",), ("december",)),
)
_WEEKDAYS = (
    *(("mandag", "monday"), ("tirsdag", "tuesday"), ("onsdag", "wednesday")),
    *(("torsdag", "thursday"), ("fredag", "friday"), ("lørdag", "saturday")),
    ("søndag", "sunday"),
)
_SOON = {"i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1}
_BEFORE = re.compile(r"^(?:(?:til og med|og med|til|fra|på|until|from|on|den|the|d\.)\s+)+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]?\s*(\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+(\d{4}))?")


def read_day(text: str, today: date) -> date | None:
    """Return the day a text means, or None; without a year the next such day from today on.

    A weekday's name means the next one after today.
    """
    plain = _BEFORE.sub("", " ".join(text.casefold().split()).strip(" .!"))
    plain = _without_weekday(plain)
    if plain in _SOON:
        return today + timedelta(days=_SOON[plain])
    for number, names in enumerate(_WEEKDAYS):
        if plain in names:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    if iso := _ISO.fullmatch(plain):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers := _NUMBERS.fullmatch(plain):
        return _in_year(int(numbers[1]), int(numbers[2]), numbers[3], today)
    if (named := _NAMED.fullmatch(plain)) and (month := _month(named[2])):
        return _in_year(int(named[1]), month, named[3], today)
    return None


def _without_weekday(text: str) -> str:
    """Return what follows a weekday's name, as in "lørdag den 12. december", or the text."""
    first, _, rest = text.partition(" ")
    named = any(first.strip(",") in names for names in _WEEKDAYS)
    return _BEFORE.sub("", rest) if named and rest else text


def _month(name: str) -> int:
    """Return the month whose name begins so, in Danish or English; 0 if none does."""
    for number, names in enumerate(_MONTHS, 1):
        if any(each.startswith(name) for each in names):
            return number
    return 0


def _in_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = (today.year + ahead for ahead in range(9))  # 29 February comes within eight
    days = (_day(each, month, day) for each in years)
    return next((each for each in days if each and each >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
