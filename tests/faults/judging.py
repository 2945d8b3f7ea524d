"""What a judge finds afterwards: rows read from the file itself, and what the phones show."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from bot.sandbox.world import World
from domain.deadlines import DEADLINE_RUNGS, REPORTER_RUNGS, Ladder
from tests.faults.persistent import VOICE, Taker

TAKEN = {*DEADLINE_RUNGS, *REPORTER_RUNGS}
FREE = TAKEN | {step.rung for step in Ladder().steps}


def rows(folder: Path, query: str) -> list[Any]:
    """Read from the bot's database without the bot and without writing."""
    file = f"file:{folder}/data/brobygger.db?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as database:
        database.row_factory = sqlite3.Row
        return database.execute(query).fetchall()


class Judge:
    """Compares what is stored with what people were told."""

    def __init__(self, folder: Path, world: World) -> None:
        self.concerns = rows(folder, "SELECT * FROM concerns")
        self.reminders = rows(folder, "SELECT * FROM reminders")
        self.left = rows(folder, "SELECT id FROM outbox")
        self.left += rows(folder, "SELECT update_id FROM inbox WHERE state != 'done'")
        self._calls = world.calls

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

    def receipts_sent(self) -> int:
        """Return how many receipts Telegram took."""
        head = VOICE("receipt", date="|", code="|").partition("|")[0]
        return sum(
            (each.method, each.status) == ("sendMessage", 200)
            and str(each.params["text"]).startswith(head)
            for each in self._calls
        )

    def without_full_ladder(self) -> list[str]:
        """Return the concerns that do not own exactly the reminders they must own."""
        return [
            str(each["nickname"])
            for each in self.concerns
            if sorted(self._waiting(each["id"])) != sorted(TAKEN if each["owner"] else FREE)
        ]

    def wrongly_owned(self, workers: Iterable[Taker]) -> list[str]:
        """Return the concerns that not exactly their owner was told to have taken."""
        tellers = list(workers)
        return [
            str(each["nickname"])
            for each in self.concerns
            if sum(bool(worker.sees(self._say("taken", each))) for worker in tellers)
            != (each["owner"] is not None)
        ]

    def _texts(self, worker: Taker) -> list[str]:
        """Return every new message to a worker that Telegram took."""
        return [
            str(each.params["text"])
            for each in self._calls
            if (each.method, each.status) == ("sendMessage", 200)
            and each.params["chat_id"] == worker.chat.person.id
        ]

    def _waiting(self, concern: str) -> list[str]:
        return [
            each["rung"]
            for each in self.reminders
            if (each["concern"], each["state"]) == (concern, "waiting")
        ]

    def _say(self, key: str, concern: Any) -> str:
        day = date.fromisoformat(concern["promised_on"])
        return VOICE(key, nickname=concern["nickname"], date=day)
