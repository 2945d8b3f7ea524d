"""Sealing: what is closed for one key and place opens nowhere else, and its size tells little."""

import base64
import os
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV
from hypothesis import assume, given
from hypothesis import strategies as some

from storage.sealing import SealBroken, button_token, read_button, seal, tag, unseal

KEY, OTHER_KEY = os.urandom(32), os.urandom(32)
BUTTONS = os.urandom(64)

json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    max_leaves=20,
)
plain = some.text(max_size=32).filter(lambda text: len(text.encode()) <= 32)
chats = some.integers(min_value=1, max_value=2**53)


@given(value=json, place=some.text())
def test_what_was_sealed_comes_back_as_it_was(value: Any, place: str) -> None:
    assert unseal(KEY, place, seal(KEY, place, value)) == value


@given(place=some.text(), other=some.text())
def test_a_value_moved_to_another_place_cannot_be_opened(place: str, other: str) -> None:
    assume(place != other)
    with pytest.raises(SealBroken):
        unseal(KEY, other, seal(KEY, place, "secret"))


def test_a_value_cannot_be_opened_with_another_key() -> None:
    with pytest.raises(SealBroken, match="cannot be opened with this key"):
        unseal(OTHER_KEY, "doors/1", seal(KEY, "doors/1", "secret"))


@given(at=some.integers(min_value=0, max_value=284), change=some.integers(1, 255))
def test_a_value_of_which_any_byte_changed_cannot_be_opened(at: int, change: int) -> None:
    sealed = bytearray(seal(KEY, "doors/1", "secret"))
    assert len(sealed) == 285
    sealed[at] ^= change
    with pytest.raises(SealBroken):
        unseal(KEY, "doors/1", bytes(sealed))


@given(junk=some.binary(max_size=400))
def test_junk_is_refused_as_broken_and_as_nothing_else(junk: bytes) -> None:
    with pytest.raises(SealBroken):
        unseal(KEY, "doors/1", junk)


@given(text=some.text(alphabet="abc", max_size=600))
def test_the_size_tells_only_how_many_buckets_were_filled(text: str) -> None:
    buckets = -(-(4 + 2 + len(text)) // 256)  # the length's 4 bytes, and JSON's two quotes
    assert len(seal(KEY, "doors/1", text)) == 1 + 12 + buckets * 256 + 16


def test_a_sealed_value_is_made_as_it_is_documented() -> None:
    """Read and written by hand: one byte of format, a nonce, the length, UTF-8, and zeros."""
    sealed = seal(KEY, "doors/1", {"ord": "æ"})
    opened = AESGCM(KEY).decrypt(sealed[1:13], sealed[13:], b"doors/1")
    words = '{"ord":"æ"}'.encode()
    assert sealed[:1] == b"\x01"
    assert opened == len(words).to_bytes(4, "big") + words + bytes(256 - 4 - len(words))
    nonce = os.urandom(12)
    by_hand = b"\x01" + nonce + AESGCM(KEY).encrypt(nonce, opened, b"doors/1")
    assert unseal(KEY, "doors/1", by_hand) == {"ord": "æ"}


def test_what_stands_behind_the_length_is_not_read() -> None:
    nonce = os.urandom(12)
    framed = (4).to_bytes(4, "big") + b"null" + b'"more"'
    sealed = b"\x01" + nonce + AESGCM(KEY).encrypt(nonce, framed, b"doors/1")
    assert unseal(KEY, "doors/1", sealed) is None


def test_the_same_value_never_looks_the_same_twice() -> None:
    assert seal(KEY, "doors/1", "secret") != seal(KEY, "doors/1", "secret")


@given(value=some.text())
def test_a_tag_is_found_again_with_its_key_only(value: str) -> None:
    assert tag(KEY, value) == tag(KEY, value)
    assert tag(KEY, value) != tag(OTHER_KEY, value)
    assert len(tag(KEY, value)) == 32


@given(chat=chats, text=plain)
def test_a_button_carries_its_words_unreadably_in_64_characters(chat: int, text: str) -> None:
    token = button_token(BUTTONS, chat, text)
    assert read_button(BUTTONS, chat, token) == text
    assert len(token) <= 64
    assert len(text) < 4 or text not in token


@given(chat=chats, other=chats, text=plain)
def test_a_button_of_another_chat_means_nothing(chat: int, other: int, text: str) -> None:
    assume(chat != other)
    assert read_button(BUTTONS, other, button_token(BUTTONS, chat, text)) is None


@given(chat=chats, forged=some.text(max_size=70))
def test_a_forged_button_means_nothing(chat: int, forged: str) -> None:
    assert read_button(BUTTONS, chat, forged) is None


@given(chat=chats, text=plain, at=some.integers(min_value=0, max_value=20))
def test_a_button_of_which_a_character_changed_means_nothing(chat: int, text: str, at: int) -> None:
    token = button_token(BUTTONS, chat, text)
    forged = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
    assert read_button(BUTTONS, chat, forged) is None


def test_a_button_with_signs_slipped_in_means_nothing() -> None:
    token = button_token(BUTTONS, 1, "take/x")
    assert read_button(BUTTONS, 1, token) == "take/x"
    assert read_button(BUTTONS, 1, f"{token[:5]}!!!!{token[5:]}") is None
    assert read_button(BUTTONS, 1, f"{token}====") is None


def test_a_button_cannot_carry_more_than_fits() -> None:
    with pytest.raises(ValueError, match="at most 32 bytes"):
        button_token(BUTTONS, 1, "æ" * 17)


def test_a_button_of_another_version_means_nothing() -> None:
    for bound in ([b"1"], [b"1", b"0"], [b"1", b"2"]):
        sealed = AESSIV(BUTTONS).encrypt(b"take/x", bound)
        token = base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()
        assert read_button(BUTTONS, 1, token) is None
