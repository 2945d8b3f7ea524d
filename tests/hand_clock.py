"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class HandClock:
    """Stands still until somebody moves it."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self._now

    def advance(self, step: timedelta) -> None:
        """Move it forward."""
        self._now += step
