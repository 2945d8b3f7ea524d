"""The house: what every turn shares, as a member or a reporter finds it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain import one_time
from domain.service import Service
from handlers.after_sending.tries import Tries
from handlers.phrases import Phrases
from storage.one_time import shut
from storage.staff import Colleague
from storage.store import Store


@dataclass(frozen=True)
class House:
    """What every turn shares: the store, the words, the municipality's facts, our own address.

    `start_link` returns the link that opens a chat with the bot and starts it with that payload.
    """

    store: Store
    phrases: Phrases
    service: Service
    start_link: Callable[[str], str] = "https://t.me/?start={}".format
    tries: Tries = field(default_factory=Tries)

    def open_to(self, colleague: Colleague | None, now: datetime) -> "House":
        """Return the house as a member finds it: with no word of a concern until a code came."""
        if colleague is None or self.service.unlocks_for is None:
            return self
        opened = one_time.is_open(colleague.lock, now)
        return self if opened else replace(self, store=shut(self.store))
