"""What a button carries: forged, another chat's, cut short or changed, it means nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.sealing import TOKEN_LIMIT, button_token, read_button
from tests.fuzz.inputs import Counted, fuzzed

KEY, OTHER_KEY = bytes(range(64)), bytes(range(1, 65))
CHATS = st.integers(-(2**63), 2**63 - 1)
PLAIN = st.text(max_size=TOKEN_LIMIT).filter(
    lambda text: len(text.encode("utf-8", "replace")) <= TOKEN_LIMIT and text.isprintable()
)


def test_a_forged_button_is_never_opened(capsys: pytest.CaptureFixture[str]) -> None:
    counted = Counted()

    @fuzzed("buttons", parts=2)
    @given(CHATS, st.one_of(st.text(max_size=90), st.binary(max_size=64).map(bytes.hex)))
    def holds(chat: int, token: str) -> None:
        counted()
        assert read_button(KEY, chat, token) is None

    holds()
    counted.says(capsys, "forged buttons")


def test_a_changed_button_is_never_opened_and_an_own_one_always(
    capsys: pytest.CaptureFixture[str],
) -> None:
    counted = Counted()

    @fuzzed("buttons", parts=2)
    @given(CHATS, CHATS, PLAIN, st.integers(0, 600), st.integers(1, 60))
    def holds(chat: int, other: int, plain: str, bit: int, fewer: int) -> None:
        counted()
        token = button_token(KEY, chat, plain)
        assert len(token) <= 64
        assert read_button(KEY, chat, token) == plain
        assert read_button(OTHER_KEY, chat, token) is None
        assert other == chat or read_button(KEY, other, token) is None
        assert read_button(KEY, chat, token[:-fewer]) is None
        at = bit // 6 % len(token)
        wrong = token[:at] + chr(ord(token[at]) ^ 1 << bit % 6) + token[at + 1 :]
        # The last symbol has bits that stand for nothing: then it says what it said before.
        assert read_button(KEY, chat, wrong) in (None, *([plain] if at == len(token) - 1 else []))

    holds()
    counted.says(capsys, "changed buttons")
