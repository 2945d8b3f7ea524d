"""What time it is: the one place where the system's clock is read, so that it can be moved."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; everything in the bot asks a clock, never the system."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)


class MovableClock(SystemClock):
    """The machine's clock plus what a person has put it ahead: for the demo.

    `moved` hears how far ahead it is, each time that changes.
    """

    def __init__(self) -> None:
        self.ahead = timedelta()
        self.moved: Callable[[timedelta], None] = lambda _: None

    def now(self) -> datetime:
        """Return the moved moment, aware, in UTC."""
        return super().now() + self.ahead

    def advance(self, step: timedelta) -> None:
        """Move the clock forward by `step`; a negative step is a ValueError."""
        if step < timedelta():
            raise ValueError("A clock can only be moved forward.")
        self.ahead += step
        self.moved(self.ahead)

    def begin_anew(self) -> None:
        """Show the machine's own time again: only for a world in which nothing has happened yet."""
        self.ahead = timedelta()
        self.moved(self.ahead)
