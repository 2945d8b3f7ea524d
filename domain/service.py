"""What a municipality decides: names, numbers, promise and opening times."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.deadlines import Ladder, OpeningTimes


@dataclass(frozen=True)
class CrisisNumber:
    """A telephone number for somebody in danger, with its purpose by language (S56, T2).

    Danish and English are always there, others where the municipality gives them.
    """

    number: str
    purpose: Mapping[str, str]
    checked_on: date


@dataclass(frozen=True)
class Service:
    """The facts of one municipality's outreach function, apart from every text."""

    name: str
    municipality: str
    phone: str
    address: str
    language: str
    times: OpeningTimes
    ladder: Ladder
    crisis: tuple[CrisisNumber, ...]
