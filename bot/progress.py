"""Progress: on a terminal, long work shows that it goes on; elsewhere nothing is ever written."""

import contextlib
import sys
import threading
import time
from collections.abc import Iterator

_PATIENCE = 1.0  # seconds of work that nobody is told of
_EVERY = 0.5  # seconds between two looks
_BAR = 20  # characters
_CLEAR = "\r\x1b[K"


@contextlib.contextmanager
def shown(what: str) -> Iterator[None]:
    """Show what is under way, and for how many seconds, until it is done; only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    showing = threading.Thread(target=_show, args=(what, done), daemon=True)
    showing.start()
    try:
        yield
    finally:
        done.set()
        showing.join()


def bar(what: str, done: int, of: int) -> None:
    """Draw how much of something is done; only on a terminal, and gone once it is whole."""
    if not sys.stderr.isatty():
        return
    filled = _BAR * done // of
    drawn = f"{_CLEAR}{what} [{'#' * filled}{' ' * (_BAR - filled)}] {done} of {of}"
    sys.stderr.write(_CLEAR if done == of else drawn)
    sys.stderr.flush()


def _show(what: str, done: threading.Event) -> None:
    began = time.monotonic()
    if done.wait(_PATIENCE):
        return
    while not done.wait(_EVERY):
        sys.stderr.write(f"{_CLEAR}{what} … {time.monotonic() - began:.0f} s")
        sys.stderr.flush()
    sys.stderr.write(_CLEAR)
    sys.stderr.flush()
