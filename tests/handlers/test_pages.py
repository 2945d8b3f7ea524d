"""Pages are built from facts: those there are, told whole, and no trace of those there are not."""

import re
from typing import Any

import pytest

from bot.config.settings import Settings
from domain.languages import COMPLETE
from domain.service import Service
from handlers.help.pages import FITS, PAGES, card, messages, page
from handlers.phrases import Phrases

WORDS = {"da": "mandag til fredag kl. 9–15", "en": "Monday to Friday 9–15"}
OFFICE = {
    "name": "Huset ved Åen",
    "phone": "20 11 22 33",
    "address": "Åvej 1, 4330 Hvalsø",
    "email": "post@example.org",
    "web": "https://example.org",
    "hours": WORDS,
}
OFFICES = ("second_office", "complaint", "adviser", "children")
ALL: dict[str, Any] = {
    "service": {"phone": "20 11 22 33", "address": "Torvet 1"},
    "about": {
        "provider": {"da": "Huset på Torvet", "en": "the house on the square"},
        "competence": {"da": "Den, der kommer, er uddannet.", "en": "The one who comes knows."},
        "hours": {"da": "hver dag kl. 9", "en": "every day at 9"},
        "workers": 3,
        "secure_route": "sikker@example.org",
    },
    **dict.fromkeys(OFFICES, OFFICE),
    "privacy": {
        "controller": "Prøve Kommune",
        "adviser": "dpo@example.org",
        "authority": "Tilsynet",
        "web": "https://example.org/data",
    },
    "approval": {"standard": "Standarden", "committee": "Udvalget", "approved_on": "2021-09-08"},
}
NONE: dict[str, Any] = {
    "children": {"closed_phone": ""},
    "privacy": {"authority": ""},
    "law": {"text": "", "sources": [], "web": ""},
}


def service(facts: dict[str, Any]) -> Service:
    return Settings.model_validate({"telegram": {"token": "1:a"}, **facts}).to_service()


def everything(facts: dict[str, Any], language: str) -> list[str]:
    """Return every page and both cards about children, as messages."""
    known = service(facts)
    told = {"service": "Teamet", "municipality": "Nyborg Kommune"}
    phone, address = known.phone or "none", known.address or "none"
    voice = Phrases({**told, "phone": phone, "address": address}, "da").voice(language)
    pages = [text for name in PAGES for text in page(voice, known, name)]
    cards = [text for key in ("card-under-18", "card-children") for text in card(voice, known, key)]
    return pages + cards


def texts_of(facts: Any) -> list[str]:
    """Return every text in nested facts."""
    if isinstance(facts, dict):
        return [text for each in facts.values() for text in texts_of(each)]
    return [facts] if isinstance(facts, str) else []


def test_every_fact_there_is_is_told() -> None:
    whole = "\n".join(everything(ALL, "da") + everything(ALL, "en"))
    told = [each for each in texts_of(ALL) if each != "2021-09-08"]
    assert [each for each in told if each not in whole] == []
    assert "8. september 2021" in whole
    assert "8 September 2021" in whole
    assert "Vi er 3 medarbejdere." in whole


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("facts", [ALL, {}, NONE], ids=["all facts", "defaults", "no facts"])
def test_a_page_is_short_messages_without_a_trace_of_what_there_is_not(
    facts: dict[str, Any], language: str
) -> None:
    for text in everything(facts, language):
        assert len(text) <= FITS, text
        assert text == text.strip()
        assert not re.search(r"\n\n\n|\bnone\b|[{}]|: *(\n\n|$)|: \.", text), text


def test_without_a_phone_the_card_about_a_child_still_says_whom_to_ask() -> None:
    for told in everything({}, "da")[-2:]:
        assert "Ring til Nyborg Kommune, og spørg efter afdelingen for børn og unge." in told
        assert "Er der lukket, så ring til 114." in told


def test_without_a_department_the_card_about_a_child_shows_the_service_s_phone() -> None:
    told = "\n".join(everything({"service": {"phone": "20 11 22 33"}}, "da")[-2:])
    assert told.count("ringe til os på 20 11 22 33") == 2


def test_paragraphs_are_put_together_as_long_as_they_fit() -> None:
    assert messages(["a" * 200, "", "b" * 198, "c"]) == [f"{'a' * 200}\n\n{'b' * 198}", "c"]
    assert messages(["a" * 500, "b"]) == ["a" * 500, "b"]


PROMISED = [
    ("about", "Vi hjælper dig med at få kontakt til andre og holde den. Du bestemmer selv."),
    ("about", "Men det er et menneske, der læser, hvad du skriver."),
    ("help", "Det kan være lægen, kommunen, et værested eller behandling."),
    ("help", "Det kan også være familie, venner eller en forening."),
    (
        "help",
        "i en kort tid. Men ingen har sat en dato for, hvornår det slutter.",
    ),
    ("help", "Vi kan ikke give støtte i lang tid efter § 85. Men vi kan vise vej til den."),
    ("help", "Vi bestemmer ikke, hvad du har ret til."),
    ("help", "Vi kan ikke erstatte den hjælp, du får fra andre."),
    ("choice", "Det er frivilligt. Du bestemmer selv, hvad du vil have hjælp til."),
    ("choice", "Du har ret til at være anonym hele vejen."),
    ("law", "Vejledning nr. 10284 af 11. december 2017"),
    ("law", "Bekendtgørelse nr. 1287 af 28. august 2020"),
    ("law", "Derfor kan der være en nyere udgave."),
    ("complaint", "må du gerne klage. Det må alle. Du skal ikke sige hvorfor."),
    ("complaint", "Det kan også være måden, vi gør det på."),
    ("complaint", "Tal eller skriv med en leder her: Huset ved Åen."),
    ("complaint", "Rådgiveren er neutral, men bestemmer ikke."),
    ("complaint", "Skriv ikke din klage i denne chat. Her læser teamet selv med."),
]


@pytest.mark.parametrize(("name", "promise"), PROMISED)
def test_a_page_says_what_the_papers_promise(name: str, promise: str) -> None:
    told = {"service": "Teamet", "municipality": "Nyborg Kommune", "phone": "none"}
    voice = Phrases(told, "da").voice("da")
    assert promise in "\n\n".join(page(voice, service(ALL), name))
