"""Progress is for whoever sits before a terminal; in a log or a pipe there is none of it."""

import io
import os
import pty
import re
import sys

import pytest

from bot import progress


def test_on_a_terminal_long_work_shows_its_seconds_and_then_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal, monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        with progress.shown("Backing up"):
            shown = os.read(ours, 1000).decode()
            assert re.fullmatch(r"\r\x1b\[KBacking up … \d+ s", shown)
        assert os.read(ours, 1000).endswith(b"\r\x1b[K")
    os.close(ours)


def test_work_that_tells_how_far_it_is_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal, monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        with progress.shown("Backing up") as so_far:
            so_far(1, 2)
            shown = os.read(ours, 1000).decode()
            assert re.fullmatch(r"\r\x1b\[KBacking up \[#{10} {10}\] 50 % \d+ s", shown)
            so_far(0, 0)  # of nothing
            assert b"[                    ] 0 % " in os.read(ours, 1000)
        assert os.read(ours, 1000).endswith(b"\r\x1b[K")
    os.close(ours)


def test_without_a_terminal_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with progress.shown("Backing up") as so_far:
        so_far(1, 2)
    assert file.getvalue() == ""
