"""What a municipality decides: names, numbers, promise and opening times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from domain.deadlines import Ladder, OpeningTimes
from domain.drafts import Drafts
from domain.roster import DutyHours, Weekly

CHECK_EVERY = timedelta(days=180)

Words = Mapping[str, str]  # the same fact in several languages; empty when there is none


def in_language(words: Words, language: str) -> str:
    """Return a fact in that language, else in Danish; empty when there is no such fact."""
    return words.get(language) or words.get("da", "")


def said_in(words: Words, language: str) -> str:
    """Return a text in that language, else in Danish, else in any; there must be one."""
    spoken = (words.get(language), words.get("da"), *words.values())
    return next(each for each in spoken if each)


class Promise(StrEnum):
    """What a citizen is promised within the days of the promise (T1)."""

    REACT = "react"
    VISIT = "visit"


@dataclass(frozen=True)
class CrisisNumber:
    """A telephone number for somebody in danger, with its purpose by language (S56, T2).

    Danish and English are always there, others where the municipality gives them.
    """

    number: str
    purpose: Words
    checked_on: date


def is_old(number: CrisisNumber, today: date) -> bool:
    """Whether nobody has tried the number for over 180 days, or the day given lies ahead."""
    return not timedelta() <= today - number.checked_on <= CHECK_EVERY


@dataclass(frozen=True)
class Office:
    """A door of the municipality that people can knock on; any part may be empty (S10).

    It comes from the configuration, never from the papers that name people (S57).
    """

    name: str = ""
    phone: str = ""
    address: str = ""
    email: str = ""
    web: str = ""
    hours: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Approval:
    """The standard the service follows, who approved it and when (S63)."""

    standard: str = ""
    committee: str = ""
    approved_on: date | None = None


@dataclass(frozen=True)
class Law:
    """The law's own words, its sources and where the newest version stands (S22, S59)."""

    text: str = ""
    sources: tuple[Words, ...] = ()
    web: str = ""


@dataclass(frozen=True)
class Reply:
    """A text that workers may send as it stands, and what the team calls it."""

    title: Words
    text: Words

    def titles(self) -> tuple[str, ...]:
        """Return what it is called in every language there is."""
        return tuple(each for each in self.title.values() if each)


@dataclass(frozen=True)
class Privacy:
    """Who answers for what is held of people, whom to ask about it, and where to complain."""

    controller: str = ""
    adviser: str = ""
    authority: str = ""
    web: str = ""


@dataclass(frozen=True)
class Facts:
    """What a municipality tells about its service; a fact that is empty is not told.

    `provider` says who comes and from where (S43), `competence` is a sentence (S42), `hours`
    when people read and answer the phone, `workers` how many they are, 0 for untold (S41).
    `secure_route` leads past Telegram (S58). `complaint` and `adviser` take complaints (S61,
    S62); `children` takes worries about children, `children_closed` is whom to call when it is
    closed. `privacy` is told on the page about what we see. `replies` are what workers can send
    to a reporter as it stands.
    """

    provider: Words = field(default_factory=dict)
    competence: Words = field(default_factory=dict)
    hours: Words = field(default_factory=dict)
    workers: int = 0
    secure_route: str = ""
    second_office: Office = Office()
    complaint: Office = Office()
    adviser: Office = Office()
    children: Office = Office()
    children_closed: str = ""
    approval: Approval = Approval()
    law: Law = Law()
    privacy: Privacy = Privacy()
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True)
class Duty:
    """When somebody should be on duty, and who is by the configuration's weekly plan.

    In `weekly` a member is a name, as they told the team. Whoever comes on duty has
    `handshake_after` to say so, before others hear of it.
    """

    hours: DutyHours = field(default_factory=DutyHours)
    handshake_after: timedelta = timedelta(minutes=15)
    weekly: tuple[Weekly, ...] = ()


@dataclass(frozen=True)
class Service:
    """The facts of one municipality's outreach function, apart from every text.

    `tells_reaction`: whether relatives and partners hear that somebody has reacted.
    `unlocks_for`: how long a one-time code opens a member's chat for the words of concerns; None
    where no codes are asked for.
    `retention_days`: how long a concern is kept once it has ended.
    `block_days`: for how long somebody can be kept from writing.
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
    promise: Promise = Promise.REACT
    facts: Facts = Facts()
    duty: Duty = field(default_factory=Duty)
    unlocks_for: timedelta | None = None
    retention_days: int = 180
    block_days: int = 30
