"""What a municipality decides: names, numbers, promise and opening times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.deadlines import Ladder, OpeningTimes
from domain.drafts import Drafts


@dataclass(frozen=True)
class CrisisNumber:
    """A telephone number for somebody in danger, with its purpose in each language (S56, T2)."""

    number: str
    purpose: Mapping[str, str]
    checked_on: date


@dataclass(frozen=True)
class Service:
    """The facts of one municipality's outreach function, apart from every text.

    `tells_reaction`: whether relatives and partners hear that somebody has reacted.
    """

    name: str
    municipality: str
    phone: str
    address: str
    language: str
    times: OpeningTimes
    ladder: Ladder
    crisis: tuple[CrisisNumber, ...]
    drafts: Drafts = field(default_factory=Drafts)
    tells_reaction: bool = True
