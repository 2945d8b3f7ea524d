"""Faults the sandbox can be told to have: refusals, cut connections, slowness, an outage."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from bot.sandbox.errors import BotApiError, ConnectionCutError, migrated, too_many_requests

Kind = Literal[
    "429", "500", "502", "migrated", "cut_before", "cut_after", "duplicate", "slow", "down"
]
EVERY_METHOD = "*"
SERVER_ERRORS = {"500": "Internal Server Error", "502": "Bad Gateway"}


@dataclass(frozen=True)
class Fault:
    """What goes wrong with the next calls of a method, and how many times; None: until cleared."""

    kind: Kind
    method: str = EVERY_METHOD
    times: int | None = 1
    retry_after: int | None = 3
    seconds: float = 0.2
    chat_id: int | None = None

    def strikes(self, method: str, params: dict[str, Any]) -> bool:
        """Tell whether a call meets this fault; the star leaves getUpdates alone."""
        if self.chat_id is not None and params.get("chat_id") != self.chat_id:
            return False
        if self.method == EVERY_METHOD:
            return method != "getUpdates"
        return self.method.lower() == method.lower()

    def strike(self) -> None:
        """Raise what happens instead of the call; faults that come after it do nothing here."""
        if self.kind == "429":
            raise too_many_requests(self.retry_after)
        if self.kind == "migrated":
            raise migrated(-1_000_000_000_001)
        if self.kind in SERVER_ERRORS:
            raise BotApiError(int(self.kind), SERVER_ERRORS[self.kind])
        if self.kind == "cut_before":
            raise ConnectionCutError


@dataclass
class Faults:
    """The faults still to come, oldest first."""

    down: bool = False
    _waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Let a fault happen from now on."""
        if fault.kind == "down":
            self.down = True
        else:
            self._waiting.append(fault)

    def clear(self) -> None:
        """Let everything work again."""
        self.down = False
        self._waiting.clear()

    def take(self, method: str, params: dict[str, Any]) -> Fault | None:
        """Return the fault this call meets, counting it down."""
        for place, fault in enumerate(self._waiting):
            if fault.strikes(method, params):
                if fault.times == 1:
                    del self._waiting[place]
                elif fault.times is not None:
                    self._waiting[place] = replace(fault, times=fault.times - 1)
                return fault
        return None
