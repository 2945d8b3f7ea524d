"""What time it is: the one place where the system's clock is read, so that it can be moved."""

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
    """The machine's clock plus an offset that a person may increase: for the demo."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the moved moment, aware, in UTC."""
        return super().now() + self._offset

    def advance(self, step: timedelta) -> None:
        """Move the clock forward by `step`; a negative step is a ValueError."""
        if step < timedelta():
            raise ValueError("A clock can only be moved forward.")
        self._offset += step
