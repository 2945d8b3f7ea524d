"""The net of danger words catches what people write in need, and leaves other words alone."""

import pytest

from handlers.phrases import Phrases

FACTS = dict.fromkeys(("service", "municipality", "phone", "address"), "none")
DANGER = Phrases(FACTS, "da").danger


@pytest.mark.parametrize(
    "text",
    [
        # Danish
        "Han taler om selvmord",
        "Hun har selvmordstanker, siger naboen",
        "jeg vil TAGE MIT EGET LIV",
        "jeg vil ikke leve mere",
        "Jeg orker bare ikke at leve længere.",
        "jeg vil bare gerne dø",
        "Jeg ville ønske, jeg var død",
        "han vil slå mig ihjel",
        "han siger han vil slaa mig og boernene ihjel",
        "Hun vil slå sin nabo ihjel",
        "Han har taget en overdosis",
        "hun ligger bevidstløs på gulvet",
        "HAN TRÆKKER IKKE VEJRET",
        "jeg kan ikke få vejret",
        "Jeg er blevet voldtaget",
        "min mand slår mig",
        "min mand slår mig hver dag",
        "han truer med kniv",
        "Han truede os med en stor kniv i går",
        "Hun skærer i sig selv",
        "Han sover ude og er ved at fryse ihjel",
        "han har låst mig inde",
        "det hele er lige meget de har det bedre uden mig",
        # English
        "I want to die",
        "he said he will kill himself",
        "I can't breathe",
        "she took too many pills",
        "She’s unconscious",
        "my husband beats me",
        "he threatened her with a knife",
        "I was raped",
        # Polish, with and without its accents
        "nie chcę już żyć",
        "NIE CHCE ZYC",
        "on grozi mi nożem",
        "ona nie oddycha",
        "mówi o samobójstwie",
        "mąż mnie bije",
        # Romanian
        "nu mai vreau să trăiesc",
        "nu mai vreau sa traiesc",
        "vrea să se sinucidă",
        "nu respiră",
        "m-a amenințat cu un cuțit",
        # Arabic
        "لا أريد أن أعيش",
        "أريد أن أموت",
        "يفكر في الانتحار",
        "زوجي يضربني",
        "هو لا يتنفّس",
        # Ukrainian
        "я не хочу жити",
        "він не дихає",
        "чоловік мене б'є",
        "Думає про самогубство",
        "погрожує мені ножем",
    ],
)
def test_danger_is_caught(text: str) -> None:
    assert DANGER.catches(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jeg er dødtræt",
        "Det er dræbende kedeligt her",
        "Han slår tiden ihjel på bænken",
        "Det slår mig, at han altid er alene",
        "akutafdelingen er lukket",
        "akut psykiatri",
        "Han har lukket sig inde i lejligheden",
        "Han er i fare for at miste sin bolig",
        "Hun kan ikke leve af sin kontanthjælp",
        "Kan I hjælpe mig med at finde et sted at bo?",
        "Han reagerer ikke på breve fra kommunen",
        "Døren står åben om natten",
        "Han lever et hårdt liv",
        "Hun vil ikke lave mad og leve sundt",
        "Han råber om natten og drikker",
        "dead tired, just killing time",
        "she is dying to see you",
        "in danger of losing his home",
        "nie reaguje na listy",
        "nu știu unde doarme",
        "لا أعرف أين ينام",
        "не знаю, де він спить",
        "112",
        "",
    ],
)
def test_words_that_only_look_like_danger_are_left_alone(text: str) -> None:
    assert not DANGER.catches(text)


@pytest.mark.parametrize(
    "text",
    [
        *("akut", "AKUT!", "Hjælp", "hjaelp nu", "hjælp, nu!", "akut hjælp", "sos", "/akut"),
        *("help", "Help me!", "Urgent help", "pomocy!", "POMOZ MI", "ajutor", "النجدة", "مساعدة!"),
        *("допоможіть", "Рятуйте!"),
    ],
)
def test_a_cry_for_help_is_a_whole_message(text: str) -> None:
    assert DANGER.is_call(text)


@pytest.mark.parametrize(
    "text",
    ["akutafdeling", "akut psykiatri", "hjælper", "Politi", "hjælp til breve", "helpful", ""],
)
def test_other_messages_are_no_cry_for_help(text: str) -> None:
    assert not DANGER.is_call(text)
