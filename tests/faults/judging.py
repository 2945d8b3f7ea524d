"""What a judge finds afterwards: rows read from the database itself, and what the phones show."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from bot.sandbox.world import Call, World
from domain.deadlines import DEADLINE_RUNGS, REPORTER_RUNGS, Ladder, Rung
from storage.engines import reading_engine
from storage.schema import concerns, inbox, outbox, reminders
from tests.faults.persistent import VOICE, Taker

TAKEN = {*DEADLINE_RUNGS, *REPORTER_RUNGS}
FREE = TAKEN | {step.rung for step in Ladder().steps}


@dataclass(frozen=True)
class Judge:
    """Compares what is stored with what people were told."""

    concerns: list[Any]
    reminders: list[Any]
    left: list[Any]
    calls: list[Call]
    hurried: list[str]

    @classmethod
    async def of(cls, url: str, world: World, hurried: list[str]) -> "Judge":
        """Read the bot's database without the bot; of those `hurried` one reminder was due."""
        unfinished = select(inbox.c.update_id).where(inbox.c.state != "done")
        queries = select(concerns), select(reminders), select(outbox.c.id), unfinished
        found = [await rows(url, each) for each in queries]
        return cls(found[0], found[1], [*found[2], *found[3]], world.calls, hurried)

    def told(self, worker: Taker, key: str) -> Counter[str]:
        """Return how often Telegram took that message about each concern to a worker."""
        words = {self._say(key, each): str(each["nickname"]) for each in self.concerns}
        return Counter(words[text] for text in self._texts(worker) if text in words)

    def told_late(self, worker: Taker) -> Counter[str]:
        """Return how often each concern stands in what a worker is told after an outage."""
        return Counter(
            str(each["nickname"])
            for each in self.concerns
            for text in self._texts(worker)
            for line in text.splitlines()
            if line in [f"• {self._say(key, each)}" for key in ("late-past", "late-past-untaken")]
        )

    def reminded(self, worker: Taker) -> Counter[str]:
        """Return how often a worker was reminded of each concern that nobody has taken."""
        return self.told(worker, "nudge-untaken")

    def receipts_sent(self) -> int:
        """Return how many receipts Telegram took."""
        head = VOICE("receipt", date="|", code="|").partition("|")[0]
        return sum(
            (each.method, each.status) == ("sendMessage", 200)
            and str(each.params["text"]).startswith(head)
            for each in self.calls
        )

    def without_full_ladder(self) -> list[str]:
        """Return the concerns that do not own exactly the reminders they must own."""
        return [
            str(each["nickname"])
            for each in self.concerns
            if sorted(self._waiting(each["id"])) != sorted(self._ladder(each))
        ]

    def wrongly_owned(self, workers: Iterable[Taker]) -> list[str]:
        """Return the concerns that not exactly their owner was told to have taken."""
        tellers = list(workers)
        return [
            str(each["nickname"])
            for each in self.concerns
            if sum(self._has(worker, each) for worker in tellers) != (each["owner"] is not None)
        ]

    def _has(self, worker: Taker, concern: Any) -> bool:
        """Whether a worker's card says that it is theirs, or that they wrote to its reporter."""
        return any(worker.sees(self._say(key, concern)) for key in ("taken", "write-sent"))

    def _ladder(self, concern: Any) -> set[Rung]:
        """Return what it must own; what was hurried may be over, or put back by the auditor."""
        whole = TAKEN if concern["owner"] else FREE
        over = {Rung.DAY3} if concern["id"] in self.hurried else set[Rung]()
        return whole - (over - set(self._waiting(concern["id"])))

    def _texts(self, worker: Taker) -> list[str]:
        """Return every new message to a worker that Telegram took."""
        return [
            str(each.params["text"])
            for each in self.calls
            if (each.method, each.status) == ("sendMessage", 200)
            and each.params["chat_id"] == worker.chat.person.id
        ]

    def _waiting(self, concern: str) -> list[Rung]:
        return [
            Rung(each["rung"])
            for each in self.reminders
            if (each["concern"], each["state"]) == (concern, "waiting")
        ]

    def _say(self, key: str, concern: Any) -> str:
        return VOICE(key, nickname=concern["nickname"], date=concern["promised_on"])


async def rows(url: str, query: Select[Any]) -> list[Any]:
    """Return what a query finds in a bot's database, as mappings."""
    engine = reading_engine(url)
    try:
        async with engine.connect() as connection:
            return [each._mapping for each in await connection.execute(query)]
    finally:
        await engine.dispose()
