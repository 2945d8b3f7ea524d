"""What a worker notes of their own work: attempts to meet, and to whom a bridge was built."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.entry import Entry, EntryKind


class Spot(StrEnum):
    """The kind of place of an attempt to meet; the values are stored, so they never change."""

    HOME = "home"
    OUTSIDE = "outside"
    CAFE = "cafe"
    OTHER = "other"


class Bridge(StrEnum):
    """To whom a bridge was built (S33, S37); the values are stored, so they never change."""

    MUNICIPALITY = "municipality"
    DROP_IN = "drop_in"
    TREATMENT = "treatment"
    PSYCHIATRY = "psychiatry"
    HEALTH = "health"
    HOUSING = "housing"
    WORK = "work"
    FAMILY = "family"
    ASSOCIATION = "association"
    OTHER = "other"


@dataclass(frozen=True)
class Attempts:
    """How often somebody tried to meet the person, and how often they did (S34)."""

    tried: int
    met: int


def attempts(entries: Iterable[Entry]) -> Attempts:
    """Return how many attempts to meet stand among a concern's entries."""
    met = [each.kind is EntryKind.MET for each in entries if each.kind in _ATTEMPT]
    return Attempts(len(met), sum(met))


def ticked(mask: int) -> tuple[Bridge, ...]:
    """Return what a bit mask stands for, the first bridge being its lowest bit."""
    return tuple(each for at, each in enumerate(Bridge) if mask >> at & 1)


def with_ticks(mask: int, positions: Iterable[int]) -> int:
    """Return the mask with the ticks at these positions (from 0) set or taken away."""
    for each in positions:
        mask ^= 1 << each
    return mask


_ATTEMPT = (EntryKind.MET, EntryKind.NOT_MET)
EVERY_TICK = (1 << len(Bridge)) - 1
