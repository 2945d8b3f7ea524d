"""The sections of the configuration that tell about the municipality; every key may be empty."""

from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationInfo
from pydantic import field_validator as check

from bot.config.values import Day, MailAddress, Section, WebPage
from domain import service
from domain.redaction import contains_cpr


class Words(Section):
    """The same fact in each language."""

    da: str = ""
    en: str = ""


class About(Section):
    """Who comes, when they read, and the way past Telegram."""

    provider: Words = Words()
    competence: Words = Words()
    hours: Words = Words()
    workers: Annotated[int, Field(ge=0)] = 0
    secure_route: str = ""


class Office(Section):
    """A door of the municipality that people can knock on."""

    name: str = ""
    phone: str = ""
    address: str = ""
    email: MailAddress = ""
    web: WebPage = ""
    hours: Words = Words()

    def known(self) -> service.Office:
        """Return the door as the rules know it."""
        keys = ("name", "phone", "address", "email", "web")
        return service.Office(**self.model_dump(include=set(keys)), hours=self.hours.model_dump())


class Children(Office):
    """The department that takes worries about children."""

    closed_phone: str = "114"


class Approval(Section):
    """The standard the service follows."""

    standard: str = ""
    committee: str = ""
    approved_on: Day | None = None


_SOURCES = (
    ("Serviceloven § 99", "the Social Services Act, section 99"),
    ("Vejledning nr. 10284 af 11. december 2017", "Guidance no. 10284 of 11 December 2017"),
    (
        "Lovbekendtgørelse nr. 1129 af 22. september 2025",
        "Consolidation Act no. 1129 of 22 September 2025",
    ),
    (
        "Bekendtgørelse nr. 1287 af 28. august 2020, en ældre udgave",
        "Consolidation Act no. 1287 of 28 August 2020, an older version",
    ),
)


class Law(Section):
    """The law's own words and where they come from."""

    text: str = (
        "§ 99. Kommunalbestyrelsen sørger for tilbud om en støtte- og kontaktperson til personer "
        "med sindslidelser, til personer med et stof- eller alkoholmisbrug samt til personer med "
        "særlige sociale problemer, der ikke har eller ikke kan opholde sig i egen bolig."
    )
    sources: list[Words] = Field(
        default_factory=lambda: [Words(da=danish, en=english) for danish, english in _SOURCES]
    )
    web: WebPage = "https://www.retsinformation.dk"


class Privacy(Section):
    """Who answers for what is held of people, and whom they can turn to."""

    controller: str = ""
    adviser: str = ""
    authority: str = "Datatilsynet"
    web: WebPage = ""


class Reply(Section):
    """A text that workers may send as it stands, and what the team calls it."""

    title: Words
    text: Words

    @check("title", "text")
    @classmethod
    def _is_said(cls, value: Words, info: ValidationInfo) -> Words:
        longest = _LONGEST[info.field_name or ""]
        if not (value.da or value.en):
            raise ValueError("is empty; allowed is words in da, en or both")
        if max(len(value.da), len(value.en)) > longest:
            raise ValueError(f"is too long; allowed are {longest} characters")
        if contains_cpr(f"{value.da} | {value.en}"):
            raise ValueError("holds something like a CPR number; allowed are words without one")
        return value


# Characters: of a title as many as a button shows, of a text as many as a person reads.
_LONGEST = {"title": 28, "text": 1000}


def _usual_replies() -> list[Reply]:
    return [
        Reply(
            title=Words(da="Spørg om sted og tid", en="Ask where and when"),
            text=Words(
                da="Tak for dine ord. Hvor og hvornår er det lettest at møde personen?",
                en="Thank you for your words. Where and when is the person easiest to meet?",
            ),
        ),
        Reply(
            title=Words(da="Sig tak", en="Say thank you"),
            text=Words(
                da="Tak, fordi du skrev. Du kan altid skrive mere her.",
                en="Thank you for writing. You can always write more here.",
            ),
        ),
    ]


class Municipality(BaseModel):
    """Every section about the municipality, as one part of the settings."""

    about: About = About()
    second_office: Office = Office()
    complaint: Office = Office()
    adviser: Office = Office()
    children: Children = Children()
    approval: Approval = Approval()
    law: Law = Field(default_factory=Law)
    privacy: Privacy = Privacy()
    replies: list[Reply] = Field(default_factory=_usual_replies)

    def to_facts(self) -> service.Facts:
        """Return the facts as the rules know them."""
        about: dict[str, Any] = self.about.model_dump()
        return service.Facts(
            **about,
            second_office=self.second_office.known(),
            complaint=self.complaint.known(),
            adviser=self.adviser.known(),
            children=self.children.known(),
            children_closed=self.children.closed_phone,
            approval=service.Approval(**self.approval.model_dump()),
            law=service.Law(
                text=self.law.text,
                sources=tuple(each.model_dump() for each in self.law.sources),
                web=self.law.web,
            ),
            privacy=service.Privacy(**self.privacy.model_dump()),
            replies=tuple(service.Reply(**each.model_dump()) for each in self.replies),
        )
