"""Whether two concerns may be about the same person: place and time, and never a town alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.likeness import Likeness, Traces, likeness, traces
from domain.questionnaire import Answer

SAID = (
    "Bænken ved stationen i Nyborg om aftenen Storegade 12 kirken bag parken søen Åen Torvet,"
    " om natten 55.312, 10.790"
)
WORDS = st.sampled_from(SAID.split())
PLACES = st.lists(WORDS, max_size=8).map(" ".join)


def at(where: str, *, towns: tuple[str, ...] = ()) -> Traces:
    return traces({"where": Answer(words=where)}, towns)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bænken ved stationen, om aftenen", "På bænken bag stationen"),
        ("Stationen", "ved station i Nyborg"),
        ("Ved åen", "Tæt på Aaen, i telt"),
        ("Storegade 12, 2. sal", "storegade 12"),
        ("Kirken i Ullerslev", "han sover ved kirken"),
        ("Biblioteket, ved indgangen", "På trappen foran biblioteket i Nyborg"),
        ("Foran Café Bro", "cafe bro, om natten"),
        ("Sted på kortet, cirka: 55.312, 10.790", "Place on the map, roughly: 55.312, 10.790"),
    ],
)
def test_the_same_place_is_found_however_it_is_written(one: str, other: str) -> None:
    assert likeness(at(one), at(other)) is Likeness.PLACE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nyborg", "Nyborg"),
        ("Torvet i Nyborg", "Strandvejen i Nyborg"),
        ("Et sted i Nyborg", "Nyborg, ved søen"),
        ("Bænken ved søen i Nyborg", "Bænken ved torvet i Nyborg"),
        ("Torvet i Nyborg", "Torvet i Ullerslev"),
        ("Kirken, 5800 Nyborg", "Skolen, 5800 Nyborg"),
        ("Storegade 12", "Storegade 45"),
        ("Storegade 12, 2. sal", "Lindevej 12, 2. sal"),
        ("På en bænk, om aftenen", "bænken, om aftenen"),
        ("Ude om natten", "Om natten, udenfor"),
        ("Sted på kortet, cirka: 55.312, 10.790", "Sted på kortet, cirka: 55.312, 10.791"),
        ("", ""),
    ],
)
def test_near_misses_are_not_alike(one: str, other: str) -> None:
    assert likeness(at(one), at(other)) is None


def test_a_town_that_is_known_is_a_town_wherever_it_stands() -> None:
    one, other = "Nyborg Strand", "Nyborg Strand"
    assert likeness(at(one), at(other)) is Likeness.PLACE
    known = ("Nyborg",)
    assert likeness(at(one, towns=known), at(other, towns=known)) is None


def test_the_same_time_of_day_is_said_too_wherever_it_was_told() -> None:
    one = traces({"where": Answer(words="Parken"), "meet_when": Answer(("evening", "any_time"))})
    other = traces(
        {"where": Answer(words="I parken"), "seen": Answer(words="Om aftenen råber han")}
    )
    assert likeness(one, other) is Likeness.PLACE_AND_TIME
    assert likeness(one, at("Parken om natten")) is Likeness.PLACE
    assert likeness(at("Om aftenen"), at("Om aftenen")) is None


@given(PLACES, PLACES)
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(at(one), at(other)) is likeness(at(other), at(one))


@given(st.text(), st.text())
def test_any_words_can_be_compared(one: str, other: str) -> None:
    assert likeness(at(one), at(other)) in (None, *Likeness)


@given(PLACES, st.sampled_from(["om aftenen", "ofte", "ved", "han sidder der"]))
def test_small_words_make_no_place(where: str, small: str) -> None:
    assert likeness(at(small), at(f"{where} {small}")) is None
