"""Months as people name them: on a button, in a text, and typed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_month_names

from domain.deadlines import at_wall_clock
from domain.languages import COMPLETE

_FIRST_YEAR, _LAST_YEAR = 2020, 2200


@dataclass(frozen=True, order=True)
class Month:
    """A month on the municipality's calendar."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month a day is in."""
        return cls(day.year, day.month)

    def later(self, months: int) -> "Month":
        """Return the month that many months later; earlier for a number below 0."""
        counted = self.year * 12 + self.number - 1 + months
        return Month(counted // 12, counted % 12 + 1)

    def begins(self, zone: ZoneInfo) -> datetime:
        """Return the moment (UTC) at which the month begins by the clock in that zone."""
        return at_wall_clock(date(self.year, self.number, 1), time(0), zone)

    def name(self, language: str) -> str:
        """Return the month and its year in words."""
        return format_date(date(self.year, self.number, 1), "LLLL y", locale=language)

    @property
    def key(self) -> str:
        """Return the month as counts are kept by it."""
        return f"{self.year}-{self.number:02}"

    @property
    def word(self) -> str:
        """Return the month as a button carries it."""
        return f"{self.year}_{self.number:02}"

    @property
    def file(self) -> str:
        """Return what a file with the month's figures is called, without its ending."""
        return f"brobygger-{self.year}-{self.number:02}"


def carried(word: str, today: date) -> Month | None:
    """Return the month that a button's word stands for ("now": this one), or None."""
    year, _, number = word.partition("_")
    if word == "now":
        return Month.of(today)
    if not (year.isdecimal() and number.isdecimal() and len(word) == len("2026_11")):
        return None
    return _sensible(Month(int(year), int(number)), today)


def typed(words: str, today: date) -> Month | None:
    """Return the month that typed words name: "oktober" is the latest one that has begun.

    A year may follow. None when it is no month, or none that has begun.
    """
    name, _, year = words.casefold().strip(" .!?").partition(" ")
    number = _numbers().get(name)
    if number is None or (year and not (year.isdecimal() and len(year) == len("2026"))):
        return None
    this = Month.of(today)
    if year:
        return _sensible(Month(int(year), number), today)
    return Month(this.year if number <= this.number else this.year - 1, number)


def _sensible(month: Month, today: date) -> Month | None:
    known = _FIRST_YEAR <= month.year <= _LAST_YEAR and 1 <= month.number <= 12
    return month if known and month <= Month.of(today) else None


def _numbers() -> dict[str, int]:
    return {
        name.casefold(): number
        for language in COMPLETE
        for number, name in get_month_names("wide", locale=language).items()
    }
