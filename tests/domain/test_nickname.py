import re
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.nickname import ADJECTIVES, NOUNS, nickname

WORDS = ADJECTIVES + NOUNS


def test_there_are_enough_words_and_no_word_comes_twice() -> None:
    assert len(ADJECTIVES) >= 64
    assert len(NOUNS) >= 128
    assert len(set(WORDS)) == len(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_short_capitalised_and_danish(word: str) -> None:
    assert re.fullmatch("[A-ZÆØÅ][a-zæøå]+", word)
    assert len(word) <= 9


def test_every_nickname_fits_a_narrow_screen() -> None:
    every = [f"{adjective} {noun}" for adjective, noun in product(ADJECTIVES, NOUNS)]
    assert max(map(len, every)) <= 20


@given(st.binary(min_size=4, max_size=4))
def test_a_nickname_is_one_adjective_and_one_noun(random: bytes) -> None:
    adjective, noun = nickname(random).split(" ")
    assert adjective in ADJECTIVES
    assert noun in NOUNS


def test_the_same_bytes_give_the_same_nickname() -> None:
    assert nickname(b"\x00\x00\x00\x00") == f"{ADJECTIVES[0]} {NOUNS[0]}"
    assert nickname(b"\x00\x01\x00\x02") == f"{ADJECTIVES[1]} {NOUNS[2]}"


def test_every_nickname_is_equally_likely() -> None:
    halves = [half.to_bytes(2, "big") for half in range(2**16)]
    adjectives = Counter(nickname(half + b"\x00\x00").split()[0] for half in halves)
    nouns = Counter(nickname(b"\x00\x00" + half).split()[1] for half in halves)
    assert set(adjectives.values()) == {2**16 // len(ADJECTIVES)}
    assert set(nouns.values()) == {2**16 // len(NOUNS)}


@pytest.mark.parametrize("size", [0, 3, 5])
def test_another_number_of_bytes_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="exactly 4 random bytes"):
        nickname(bytes(size))
