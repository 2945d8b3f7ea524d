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
            comes(ours, r"^\r\x1b\[KBacking up … \d+ s")
        comes(ours, r"\r\x1b\[K$")
    os.close(ours)


def test_work_that_tells_how_far_it_is_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal, monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        with progress.shown("Backing up") as so_far:
            so_far(1, 2)
            comes(ours, r"^\r\x1b\[KBacking up \[#{10} {10}\] 50 % \d+ s")
            so_far(0, 0)  # of nothing
            comes(ours, r"\[ {20}\] 0 % \d+ s")
        comes(ours, r"\r\x1b\[K$")
    os.close(ours)


def comes(terminal: int, pattern: str) -> None:
    """Read what a terminal is given until it looks like that."""
    shown = ""
    for _ in range(20):
        shown += os.read(terminal, 1000).decode()
        if re.search(pattern, shown):
            return
    raise AssertionError(f"{pattern} did not come: {shown!r}")


def test_without_a_terminal_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with progress.shown("Backing up") as so_far:
        so_far(1, 2)
    assert file.getvalue() == ""
