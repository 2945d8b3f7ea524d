"""Whatever is typed: reading a receipt never fails, and never turns one into another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.receipt import issue, looks_like_receipt, meant_as_receipt, read
from tests.fuzz.inputs import Counted, fuzzed

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"
ISSUED = st.binary(min_size=10, max_size=10).map(issue)
TYPED = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=SYMBOLS + "oil-– \n", max_size=40),
    st.lists(st.sampled_from(["0000-", "abcd ", "ZZZZ", "-", "*", "https://", "01:02 "])).map(
        "".join
    ),
    ISSUED,
    ISSUED.map(str.lower),
)


def test_whatever_is_typed_can_be_judged(capsys: pytest.CaptureFixture[str]) -> None:
    counted = Counted()

    @fuzzed("receipts", parts=2)
    @given(TYPED, TYPED)
    def holds(text: str, more: str) -> None:
        counted()
        for each in (text, f"{text} {more}"):
            code = read(each)
            assert code is None or (len(code) == 17 and set(code) <= set(SYMBOLS))
            assert code is None or read(code) == code
            assert isinstance(meant_as_receipt(each), bool)
            assert isinstance(looks_like_receipt(each), bool)

    holds()
    counted.says(capsys, "texts read as receipts")


def test_a_slip_in_a_receipt_never_makes_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    counted = Counted()

    @fuzzed("receipts", parts=2)
    @given(
        ISSUED,
        st.integers(0, 20),
        st.sampled_from(SYMBOLS),
        st.sampled_from(["typo", "swap", "gone"]),
    )
    def holds(receipt: str, at: int, wrong: str, slip: str) -> None:
        counted()
        code = receipt.replace("-", "")
        assert read(receipt) == code
        at %= len(code) - 1
        slipped = {
            "typo": code[:at] + wrong + code[at + 1 :],
            "swap": code[:at] + code[at + 1] + code[at] + code[at + 2 :],
            "gone": code[:at] + code[at + 1 :],
        }[slip]
        assert read(slipped) in (None, code)
        assert slipped == code or read(slipped) is None

    holds()
    counted.says(capsys, "receipts with a slip")
