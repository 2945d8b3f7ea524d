"""What is asked, in words: the groups the papers name, and nothing an authority would ask."""

import re

import pytest

from domain.languages import COMPLETE
from domain.people import Role
from domain.questionnaire import BY_ROLE, CITIZEN
from tests.handlers.catalogues import said
from tests.handlers.test_catalogues import QUESTIONS, options

# These warn; anything else that names a CPR number would ask for it.
WARNING = re.compile(r"Skriv ikke CPR-nummer\.|Don't write a CPR number\.")
AUTHORITIES_ASK = re.compile(
    r"cpr|sagsnummer|journal|diagnos|opholds|statsborger|indkomst|tidligere (kontakt|sag)"
    r"|case number|citizenship|income|earlier contact|residence permit",
    re.IGNORECASE,
)
ORDERS = re.compile(r"\bdu (skal (?!ikke)|bør|må ikke)|\bskal du (?!ikke)", re.IGNORECASE)
DUTIES = {"card-children"}  # to tell of a child in need is the law
DISTANT = re.compile(r"\b(man|Deres|Dem|brugeren|ansøgeren)\b")
NAMED = {
    "homeless": "Har ikke et sted at bo, sover ude",
    "substances": "Alkohol eller stoffer fylder meget",
    "mind": "Har det psykisk svært",
    "alone": "Er meget alene, går ikke ud",
    "different": "Opfører sig, så andre holder afstand",
    "angry": "Er vred, truer eller går over grænser",
}
AROUND = {
    Role.RELATIVE: ("relation", "Familie", "Nabo", "Andet", "Vil ikke sige det"),
    Role.PARTNER: ("workplace", "Psykiatri eller sygehus", "Politi", "Jobcenter"),
}


@pytest.mark.parametrize("worry", NAMED)
@pytest.mark.parametrize("role", [Role.RELATIVE, Role.PARTNER])
def test_each_group_the_papers_name_has_its_plain_answer(role: Role, worry: str) -> None:
    (question,) = [each for each in BY_ROLE[role] if each.id == "worries"]
    assert worry in question.options
    assert said("da")[f"o-worries-{worry}"] == NAMED[worry]


@pytest.mark.parametrize("role", AROUND)
def test_those_around_a_citizen_find_themselves(role: Role) -> None:
    asked, *labels = AROUND[role]
    (question,) = [each for each in BY_ROLE[role] if each.id == asked]
    assert {said("da")[key] for key in options(question)} >= set(labels)


@pytest.mark.parametrize("language", COMPLETE)
def test_no_question_asks_what_an_authority_would(language: str) -> None:
    texts = said(language)
    for each in QUESTIONS.values():
        for key in (f"title-{each.id}", *options(each)):
            assert not AUTHORITIES_ASK.search(texts[key]), key
    for key in [key for key in texts if key.startswith("q-")]:
        assert not AUTHORITIES_ASK.search(WARNING.sub("", texts[key])), key


@pytest.mark.parametrize("asks", ["Hvad er dit CPR-nummer?", "Har du fået en diagnose?"])
def test_what_an_authority_would_ask_is_found(asks: str) -> None:
    assert AUTHORITIES_ASK.search(WARNING.sub("", f"{asks} Skriv ikke CPR-nummer."))


def test_nobody_is_told_what_to_do_with_their_life() -> None:
    for key, text in said("da").items():
        assert not ORDERS.search(text) or key in DUTIES, key


def test_a_citizen_is_spoken_to_as_du() -> None:
    for key, text in said("da").items():
        assert not DISTANT.search(text), key
    for each in CITIZEN:
        asked = said("da")[f"q-{each.asks}"]
        assert re.search(r"\b(du|dig|din|dit)\b", asked, re.IGNORECASE), each.id
        assert not re.search(r"borgeren|personen", asked, re.IGNORECASE), each.id
