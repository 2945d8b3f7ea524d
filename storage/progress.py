"""How far long work has come, told to whoever waits for it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # how much is done, and of how much


def untold(_done: int, _of: int) -> None:
    """Tell nobody."""
