"""Whatever Telegram sends: nothing falls over, and nothing that says who it was is kept."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.identity import UNREADABLE, NotForUs, chat_of, strip
from tests.fuzz.inputs import JSON, Counted, altered, fuzzed
from tests.fuzz.shapes import CANARIES, updates

WHO = 6_543_210_987
SHAPES = updates(WHO)
MEDIA = ("photo", "voice", "video")
ALTERED = st.sampled_from(sorted(SHAPES)).flatmap(lambda kind: altered(SHAPES[kind]))
TWICE = ALTERED.flatmap(altered)
ANYTHING = st.dictionaries(
    st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "poll"]),
    JSON,
    max_size=3,
)


def kept(raw: dict[str, Any]) -> dict[str, Any] | None:
    """Return what is kept of an update, or None when it is set aside or not for us."""
    try:
        return strip(raw, MEDIA)[1]
    except (NotForUs, *UNREADABLE):
        assert isinstance(chat_of(raw), int)
        return None


def test_of_an_update_nothing_is_kept_that_says_who_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    counted, understood = Counted(), Counted()

    @fuzzed("updates")
    @given(st.one_of(ALTERED, TWICE, ANYTHING))
    def holds(update: Any) -> None:
        counted()
        found = kept({"update_id": 1, **update}) if isinstance(update, dict) else None
        if found is not None:
            understood()
            whole = json.dumps(found, ensure_ascii=False)
            # The bot's own words and the person's own are kept; what describes anybody is not.
            assert not [each for each in CANARIES if each in whole], whole
            assert len(json.dumps(found).encode()) < 10_000 + len(json.dumps(update).encode())

    holds()
    assert understood.number > counted.number // 10
    counted.says(capsys, f"updates, of which {understood.number} were understood")


@pytest.mark.parametrize("kind", SHAPES)
def test_every_kind_is_understood_as_it_is(kind: str) -> None:
    assert kept({"update_id": 1, **SHAPES[kind]}) is not None
