"""Tries: which codes were tried lately, kept in memory under names that rotate."""

import hashlib
import hmac
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain import rates


@dataclass(frozen=True)
class _Try:
    account: bytes  # under the key of the day; b"" when nobody knows any more
    made_at: datetime
    looked_up_at: datetime


class Tries:
    """Counts unknown codes, per account and for the whole bot, without knowing any account.

    An account goes by a keyed hash under a random key of the day, which is stored nowhere and
    destroyed when no hour reaches back to its day. A restart forgets who tried what, but not
    which moments are promised to those who wait (`expect`).

    A place is taken before anything is read, so that codes that come at the same moment are
    counted one by one; and it belongs to the code, so that the same code, or a turn that is run
    again, takes no second one.
    """

    def __init__(self) -> None:
        self._secret = os.urandom(32)
        self._keys: dict[date, bytes] = {}
        self._tries: dict[bytes, _Try] = {}
        self._told: tuple[datetime, bytes] | None = None

    def take(self, chat_id: int, code: str, now: datetime) -> datetime | None:
        """Return when an account's code is looked up: mostly now. None: it has tried enough."""
        self._forget(now)
        which, names = self._id(chat_id, code), self._names(chat_id, now)
        if which in self._tries:
            return self._tries[which].looked_up_at
        tries = self._tries.values()
        made = [each.made_at for each in tries if each.account in names]
        if not rates.has_room(made, now, rates.CODES_OF_ONE):
            return None
        at = rates.next_room((each.looked_up_at for each in tries), now, rates.CODES_OF_ALL)
        self._tries[which] = _Try(names[-1], now, _whole_minute(at) if at > now else now)
        return self._tries[which].looked_up_at

    def give_back(self, chat_id: int, code: str, *, really: bool = True) -> None:
        """Let a code that was right, or mistyped, count for nothing; if not really, only look."""
        which = self._id(chat_id, code)
        kept = self._tries.pop(which, None)
        if not really and kept is not None:
            self._tries[which] = kept

    def number(self, chat_id: int, code: str, at: datetime) -> int:
        """Return a number below zero for a code that waits until `at`: the same for the same."""
        return -1 - int.from_bytes(self._id(chat_id, f"{code}/{at.isoformat()}")[:7])

    def expect(self, moments: Iterable[datetime], now: datetime) -> None:
        """Know of the moments at which codes are looked up that wait since before the start."""
        for at in moments:
            self._tries[os.urandom(32)] = _Try(b"", now, at)

    def is_news(self, chat_id: int, code: str, now: datetime) -> bool:
        """Whether a code that waits is the one of this hour that the leads are told of."""
        which = self._id(chat_id, code)
        if self._told is None or now - self._told[0] >= rates.HOUR:
            self._told = now, which
        return self._told[1] == which

    def _forget(self, now: datetime) -> None:
        known = self._tries.items()
        old = [key for key, each in known if not rates.within([each.looked_up_at], now)]
        for key in old:
            del self._tries[key]
        oldest = (now - rates.HOUR).date()
        self._keys = {day: key for day, key in self._keys.items() if day >= oldest}

    def _names(self, chat_id: int, now: datetime) -> list[bytes]:
        """Return what an account is called now, and before it what it was called an hour ago."""
        days = sorted({(now - rates.HOUR).date(), now.date()})
        keys = [self._keys.setdefault(day, os.urandom(32)) for day in days]
        return [hmac.digest(key, str(chat_id).encode(), hashlib.sha256) for key in keys]

    def _id(self, chat_id: int, code: str) -> bytes:
        return hmac.digest(self._secret, f"{chat_id}/{code}".encode(), hashlib.sha256)


def _whole_minute(at: datetime) -> datetime:
    """Round up, so that an answer is there at the minute it is promised for."""
    begun = at.replace(second=0, microsecond=0)
    return at if begun == at else begun + timedelta(minutes=1)
