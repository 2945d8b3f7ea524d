"""One-time codes: when a member's chat is open for the words of concerns, and when it is shut."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

TRIES = 5
SHUT_FOR = timedelta(minutes=15)


@dataclass(frozen=True)
class Lock:
    """What a member's codes are checked against, and how the last ones went.

    `secret` (base 32) is shared with the member's code app; `proven` once a right code has come.
    `last_step` is the time step of the last right code: none of it or before it works again.
    `wrong` counts wrong codes in a row. Both moments are aware UTC.
    """

    secret: str
    proven: bool = False
    last_step: int = 0
    wrong: int = 0
    open_until: datetime | None = None
    shut_until: datetime | None = None


def is_open(lock: Lock | None, now: datetime) -> bool:
    """Whether words may be shown and written without another code."""
    return lock is not None and lock.open_until is not None and now < lock.open_until


def is_shut(lock: Lock, now: datetime) -> bool:
    """Whether no code is looked at, after too many wrong ones."""
    return lock.shut_until is not None and now < lock.shut_until


def tried(lock: Lock, step: int | None, now: datetime, open_for: timedelta) -> Lock:
    """Return the lock after a code: `step` is the time step it belongs to, None for a wrong one.

    A right code opens the lock for that long, once; the fifth wrong one in a row shuts it for
    15 minutes.
    """
    if step is not None and step > lock.last_step:
        return replace(lock, proven=True, last_step=step, wrong=0, open_until=now + open_for)
    if lock.wrong + 1 < TRIES:
        return replace(lock, wrong=lock.wrong + 1)
    return replace(lock, wrong=0, open_until=None, shut_until=now + SHUT_FOR)
