"""Hours and weekdays that somebody types: "8-16" or "8.30 til 15", "man og ons" or "hverdage"."""

import re
from datetime import time

_CLOCK = r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?"
_HOURS = re.compile(rf"(?:fra\s+|from\s+)?{_CLOCK}\s*(?:-|–|til|to)\s*{_CLOCK}")
_NAMES = (
    *(("man", "mandag", "mon", "monday"), ("tir", "tirs", "tirsdag", "tue", "tuesday")),
    *(("ons", "onsdag", "wed", "wednesday"), ("tor", "tors", "torsdag", "thu", "thursday")),
    *(("fre", "fredag", "fri", "friday"), ("lør", "lørdag", "sat", "saturday")),
    ("søn", "søndag", "sun", "sunday"),
)
_DAYS = {name: number for number, names in enumerate(_NAMES) for name in names}
_WORKDAYS = ("hverdage", "hverdag", "alle hverdage", "weekdays")
_EVERY_DAY = ("alle dage", "hver dag", "every day")


def read_hours(text: str) -> tuple[time, time] | None:
    """Return the two times of day a text means, or None; 24 is midnight."""
    found = _HOURS.fullmatch(text.casefold().strip(" .!"))
    if found is None:
        return None
    start, end = _time(found[1], found[2]), _time(found[3], found[4])
    return (start, end) if start is not None and end is not None and start != end else None


def read_weekdays(text: str) -> frozenset[int]:
    """Return the weekdays a text names, Monday 0, or none if it says anything else besides."""
    plain = text.casefold().strip(" .!")
    if plain in _WORKDAYS or plain in _EVERY_DAY:
        return frozenset(range(5 if plain in _WORKDAYS else 7))
    found: set[int] = set()
    for part in re.split(r"\s*,\s*|\s+og\s+|\s+and\s+", plain):
        ends = [_DAYS.get(each.strip(" .")) for each in re.split(r"-|–|\s+til\s+|\s+to\s+", part)]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            return frozenset()
        found |= {(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)}
    return frozenset(found)


def _time(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if (hours, minutes) == (24, 0):
        return time(0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
