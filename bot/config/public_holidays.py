"""The public holidays of Denmark, on which nobody works, for as many years as anybody plans."""

from collections.abc import Set
from datetime import date
from typing import Literal

Which = Literal["public", "all", "none"]

_YEARS = range(2020, 2101)


def days(which: Which) -> Set[date]:
    """Return the "public" holidays; "all" adds the days on which most offices are closed too.

    Those are 1 May, Grundlovsdag, Juleaftensdag and Nytårsaften; "none" is no day at all.
    """
    if which == "none":
        return frozenset()
    from holidays import country_holidays  # a quarter of a second, and help needs none

    categories = ("public", "optional") if which == "all" else ("public",)
    return frozenset(country_holidays("DK", categories=categories, years=_YEARS))
