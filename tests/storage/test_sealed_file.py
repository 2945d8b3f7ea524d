"""Sealed files: of one that is cut anywhere nothing is believed."""

import io
from pathlib import Path

import pytest

from storage.sealed_file import NotOpened, read, write

KEY = bytes(range(32))
CONTENT = b"brobygger"


def opened(file: Path) -> bytes:
    """Return what a sealed file holds."""
    into = io.BytesIO()
    read(file, lambda _: KEY, into)
    return into.getvalue()


def test_a_file_that_is_cut_at_any_byte_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "sealed"
    write(file, KEY, {"kind": "data"}, io.BytesIO(CONTENT))
    assert opened(file) == CONTENT
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(NotOpened):
            opened(file)


def test_a_file_of_which_whole_chunks_are_missing_is_refused(tmp_path: Path) -> None:
    file, chunk = tmp_path / "sealed", 64 * 1024
    write(file, KEY, {"kind": "data"}, io.BytesIO(bytes(3 * chunk)))
    whole = file.read_bytes()
    assert opened(file) == bytes(3 * chunk)
    for missing in (1, 2, 3):
        file.write_bytes(whole[: len(whole) - missing * (chunk + 16)])
        with pytest.raises(NotOpened, match="cut short"):
            opened(file)
