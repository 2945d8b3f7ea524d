"""Progress: on a terminal, long work shows that it goes on; elsewhere nothing is ever written."""

import contextlib
import sys
import threading
import time
from collections.abc import Iterator

from storage.progress import Progress, untold

_PATIENCE = 1.0  # seconds of work that nobody is told of
_EVERY = 0.5  # seconds between two looks
_BAR = 20  # characters
_CLEAR = "\r\x1b[K"


@contextlib.contextmanager
def shown(what: str) -> Iterator[Progress]:
    """Show what is under way and for how many seconds until it is done, only on a terminal.

    A bar comes with it once the work tells how far it is.
    """
    if not sys.stderr.isatty():
        yield untold
        return
    showing = _Showing(what)
    showing.thread.start()
    try:
        yield showing.tell
    finally:
        showing.done.set()
        showing.thread.join()


class _Showing:
    """Draws what is under way, in a thread of its own: the work may keep the loop for itself."""

    def __init__(self, what: str) -> None:
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._show, daemon=True)
        self._what = what
        self._far: tuple[int, int] | None = None

    def tell(self, done: int, of: int) -> None:
        self._far = done, of

    def _show(self) -> None:
        began = time.monotonic()
        if self.done.wait(_PATIENCE):
            return
        while not self.done.wait(_EVERY):
            far = _bar(*self._far) if self._far else "…"
            self._write(f"{_CLEAR}{self._what} {far} {time.monotonic() - began:.0f} s")
        self._write(_CLEAR)

    @staticmethod
    def _write(drawn: str) -> None:
        sys.stderr.write(drawn)
        sys.stderr.flush()


def _bar(done: int, of: int) -> str:
    whole = max(of, 1)
    filled = _BAR * done // whole
    return f"[{'#' * filled}{' ' * (_BAR - filled)}] {100 * done // whole} %"
