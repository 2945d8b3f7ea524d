"""A nickname is found by any part of it, on any keyboard."""

import pytest

from domain.find import fits, folded


@pytest.mark.parametrize(
    "words", ["stille", "BÆK", "baek", "bæk stille", "ille æk", "Stílle", "stille-bæk"]
)
def test_a_part_of_it_is_enough(words: str) -> None:
    assert fits("Stille Bæk", words)


@pytest.mark.parametrize("words", ["", "  ", "ny", "stille sø", "…"])
def test_other_words_or_none_find_nothing(words: str) -> None:
    assert not fits("Stille Bæk", words)


@pytest.mark.parametrize("typed", ["blå sø", "blaa soe", "bla so", "BLÅ SØ", "bla\u030a sø"])
def test_danish_letters_can_be_typed_without(typed: str) -> None:
    assert folded(typed) == "bla so"
