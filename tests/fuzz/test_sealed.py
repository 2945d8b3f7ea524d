"""Sealed values and files: changed, cut, moved or made up, they are refused in one known way."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import sealed_file
from storage.keyring import Keyring
from storage.sealed_file import NotOpened
from storage.sealing import SealBroken, seal, unseal
from tests.fuzz.inputs import Counted, fuzzed

KEY = bytes(range(32))
WORDS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=300)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)


@st.composite
def spoilt(draw: st.DrawFn, blob: bytes) -> bytes:
    """Return a blob with a bit turned, cut, lengthened, or something else altogether."""
    at = draw(st.integers(0, len(blob) - 1))
    how = draw(st.sampled_from(["bit", "cut", "more", "other", "swap"]))
    if how == "bit":
        turned = blob[at] ^ 1 << draw(st.integers(0, 7))
        return blob[:at] + bytes([turned]) + blob[at + 1 :]
    if how == "cut":
        return blob[:at]
    if how == "more":
        return blob + draw(st.binary(min_size=1, max_size=20))
    if how == "swap":
        return blob[at:] + blob[:at] if at else blob[:1]
    return draw(st.binary(max_size=400).filter(lambda each: each != blob))


def test_a_sealed_value_opens_as_it_was_or_not_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    counted = Counted()

    @fuzzed("sealed", parts=2)
    @given(WORDS, st.text(max_size=20), st.text(max_size=20), st.data())
    def holds(value: object, place: str, other: str, data: st.DataObject) -> None:
        counted()
        blob = seal(KEY, place, value)
        assert unseal(KEY, place, blob) == value
        wrong = data.draw(spoilt(blob))
        for key, where, what in ((KEY, place, wrong), (KEY, f"{place}{other}x", blob)):
            with pytest.raises(SealBroken) as refused:
                unseal(key, where, what)
            assert KEY.hex() not in str(refused.value)
        with pytest.raises(SealBroken):
            unseal(bytes(32), place, blob)
        assert (len(blob) - 29) % 256 == 0  # a length tells only which bucket it is

    holds()
    counted.says(capsys, "sealed values")


@pytest.fixture
async def keyring(tmp_path: Path) -> Keyring:
    """A keyring that was opened once: its generations are known."""
    opened = await Keyring.open(tmp_path / "keyring.db")
    await opened.close()
    return opened


async def test_the_keyring_opens_a_row_as_it_was_or_not_at_all(
    keyring: Keyring, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = Counted()

    @fuzzed("sealed", parts=4)
    @given(WORDS, st.data())
    def holds(value: object, data: st.DataObject) -> None:
        counted()
        blob = keyring.seal("doors", "doors/1", value)
        assert keyring.unseal("doors", "doors/1", blob) == value
        wrong = data.draw(spoilt(blob))
        for purpose, place, what in (
            ("doors", "doors/1", wrong),
            ("doors", "doors/2", blob),
            ("inbox", "doors/1", blob),
        ):
            with pytest.raises(SealBroken):
                keyring.unseal(purpose, place, what)

    holds()
    counted.says(capsys, "sealed rows")


@pytest.fixture
def sealed(tmp_path: Path) -> bytes:
    """A sealed file of three chunks."""
    sealed_file.write(tmp_path / "whole", KEY, {"made": "today"}, BytesIO(b"Kimcanary" * 15_000))
    return (tmp_path / "whole").read_bytes()


def test_a_sealed_file_opens_as_it_was_or_not_at_all(
    sealed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted, file = Counted(), tmp_path / "spoilt"
    assert b"Kimcanary" not in sealed

    @fuzzed("sealed", parts=4)
    @given(spoilt(sealed))
    def holds(content: bytes) -> None:
        counted()
        file.write_bytes(content)
        with pytest.raises(NotOpened) as refused:
            sealed_file.read(file, lambda _: KEY, BytesIO())
        assert "\n" not in str(refused.value)

    holds()
    counted.says(capsys, "sealed files")
