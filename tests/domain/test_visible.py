"""What is written is kept as it can be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.visible import quoted, visible

UNSEEN = (
    *("\u202a\u202b\u202c\u202d\u202e", "\u2066\u2067\u2068\u2069", "\u200e\u200f\u061c"),
    *("\u200b\u2060\ufeff\u00ad\u180e", "\U000e0041\U000e007f", "\u115f\u1160\u3164\uffa0"),
    *("\x00\x07\x08\x1b\x7f\x9b", "\ufff9\ufffa\ufffb"),
)


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_cannot_be_seen_is_gone(unseen: str) -> None:
    assert visible(f"Bænken{unseen} ved {unseen}søen") == "Bænken ved søen"


@pytest.mark.parametrize(
    "text",
    [
        "Bænken ved søen",
        "كرسي عند المحطة",
        "👩‍👩‍👧 og 🏳️‍🌈",
        "می‌خواهم",
        "a\n\nb",
        "Ngoại ngữ",
        "1️⃣",
        "नमस्ते",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("line", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_new_line_is_one(line: str) -> None:
    assert visible(f"a{line}b") == "a\nb"


def test_empty_lines_push_nothing_off_the_screen_and_marks_cover_no_other_line() -> None:
    assert visible("a\n \n\n\t\n" + "\n" * 500 + "b") == "a\n\nb"
    assert visible("a" + "\u0301" * 500 + "b") == "a" + "\u0301" * 4 + "b"
    assert visible("\u0301" * 500) == "\u0301" * 4  # at the very beginning, too


@given(some.text())
def test_nothing_unseen_is_ever_left_and_looking_twice_changes_nothing(text: str) -> None:
    seen = visible(text)
    kinds = {unicodedata.category(each) for each in seen if each not in "\n\u200c\u200d"}
    assert not kinds & {"Cc", "Cf"}
    assert "\n\n\n" not in seen
    assert visible(seen) == seen
    assert all(each.startswith("│ ") for each in quoted(seen).splitlines()[1:])
