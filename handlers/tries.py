"""Tries: who tried how many unknown codes lately, kept in memory under names that rotate."""

import hashlib
import hmac
import os
from datetime import date, datetime

from domain import rates


class Tries:
    """Counts unknown codes, per account and for the whole bot, without knowing any account.

    An account goes by a keyed hash under a random key of the day, which is stored nowhere; the
    key of the day before is kept for as long as an hour can reach back to it. A restart forgets
    everything: whoever guesses cannot bring one about.
    """

    def __init__(self) -> None:
        self._keys: dict[date, bytes] = {}
        self._of: dict[bytes, list[datetime]] = {}
        self._all: list[datetime] = []
        self._told: datetime | None = None

    def may_try(self, chat_id: int, now: datetime) -> bool:
        """Whether an account may try another code."""
        return rates.has_room(self._tried(chat_id, now), now, rates.CODES_OF_ONE)

    def turn_comes(self, now: datetime) -> datetime:
        """Return when the bot looks up the next code that may be unknown: mostly now."""
        return rates.next_room(self._all, now, rates.CODES_OF_ALL)

    def reserve(self, at: datetime, now: datetime) -> None:
        """Take a place ahead for a code that waits for its turn."""
        self._all = [*rates.within(self._all, now), at]

    def missed(self, chat_id: int, now: datetime, *, reserved: bool) -> None:
        """Count a code nobody knows; one that waited has had its place among all already."""
        name = self._name(chat_id, now.date())
        self._of[name] = [*rates.within(self._of.get(name, ()), now), now]
        if not reserved:
            self.reserve(now, now)

    def is_news(self, now: datetime) -> bool:
        """Whether the leads have not been told within the hour; they are told by asking this."""
        news = self._told is None or now - self._told > rates.HOUR
        self._told = now if news else self._told
        return news

    def _tried(self, chat_id: int, now: datetime) -> list[datetime]:
        days = ((now - rates.HOUR).date(), now.date())
        names = {self._name(chat_id, day) for day in days}
        return [each for name in names for each in self._of.get(name, ())]

    def _name(self, chat_id: int, day: date) -> bytes:
        if day not in self._keys:
            newest = sorted(self._keys)[-1:]
            self._keys = {each: self._keys[each] for each in newest} | {day: os.urandom(32)}
            self._of = {name: times for name, times in self._of.items() if times}
        return hmac.digest(self._keys[day], str(chat_id).encode(), hashlib.sha256)
