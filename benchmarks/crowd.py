"""People who walk the intake: each answers what is asked as soon as it is asked, or at a pace."""

import asyncio
import contextlib
import itertools
import json
import math
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.peers.intake import START, STEPS
from benchmarks.telegram import Params, Telegram

GATHERING = 45.0  # seconds until whoever is not there yet comes at once; a slow bot needs more


@dataclass
class Seen:
    """What was measured since `clear`: seconds of each answer and each alert, and how many."""

    answers: list[float] = field(default_factory=list)
    alerts: list[float] = field(default_factory=list)
    intakes: int = 0
    updates: int = 0
    calls: Counter[str] = field(default_factory=Counter)


class Crowd:
    """Keeps so many people on their way; whoever is done is replaced by somebody new.

    `think` is how many seconds each waits before answering.
    """

    def __init__(self, people: int, think: float = 0.0) -> None:
        self.seen = Seen()
        self.telegram: Telegram | None = None
        self._people = people
        self._worker = ""
        self._think = think
        self._numbers = itertools.count(5_000_000_001)
        self._walking: dict[str, _Walker] = {}
        self._first: _Walker | None = None
        self._to_come = people
        self._share = math.ceil(people / (len(STEPS) + 1))  # at each step
        self._between = 0  # answers since somebody came
        self._gathered = asyncio.Event()
        self._sent: deque[float] = deque()

    def listen_as(self, worker: int) -> None:
        """Learn in which chat the team is alerted."""
        self._worker = str(worker)

    async def gather(self) -> None:
        """Let everybody come, so that some are at each step at any moment, and wait for it.

        All at once would stay one lump for ever, and what they send in the end would, too; so
        would all of one step, since the bots answer in the order in which they are asked.
        """
        if self._think:
            self._to_come = 0  # by the clock, and not between the answers of others
            whole = self._think * (len(STEPS) + 1)
            for number in range(self._people):
                asyncio.get_running_loop().call_later(number * whole / self._people, self._comes)
            await asyncio.sleep(whole)
            return
        for _ in range(self._share):
            self._one_more_comes()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._gathered.wait(), GATHERING)
        while self._to_come:
            self._one_more_comes()

    def _one_more_comes(self) -> None:
        self._to_come -= 1
        self._comes()
        if not self._to_come:
            self._gathered.set()

    def _somebody_answered(self) -> None:
        """Let one more come after as many answers as the first has given.

        When the first has given three, three times as many are there as came at the beginning,
        and each answers before the first gives another. One more after every third answer is
        then as many as came at the beginning, one by one between the others; never more, lest all
        are there before the first has come to the last step.
        """
        self._between += 1
        at = self._first.at if self._first else 0
        there = self._people - self._to_come
        if self._to_come and self._between >= at and there < self._share * (at + 1):
            self._between = 0
            self._one_more_comes()

    def clear(self) -> None:
        """Begin to count anew."""
        self.seen = Seen()

    def saw(self, method: str, params: Params, message_id: int) -> None:
        """Take note of a call to Telegram, and answer it if it asks."""
        self.seen.calls[method] += 1
        if method != "sendMessage":
            return
        walker = self._walking.get(params["chat_id"])
        if walker is not None:
            self._asked(walker, params, message_id)
        elif params["chat_id"] == self._worker and self._sent:
            self.seen.alerts.append(time.perf_counter() - self._sent.popleft())

    def _asked(self, walker: "_Walker", params: Params, message_id: int) -> None:
        if walker.at == len(STEPS):
            self.seen.answers.append(time.perf_counter() - walker.since)
            self.seen.intakes += 1
            del self._walking[params["chat_id"]]
            self._comes()
            return
        found = _button(params.get("reply_markup", ""), STEPS[walker.at][0])
        if found is not None:
            self.seen.answers.append(time.perf_counter() - walker.since)
            asyncio.get_running_loop().call_later(
                self._think, self._answers, walker, message_id, found
            )

    def _answers(self, walker: "_Walker", message_id: int, data: str) -> None:
        label, words = STEPS[walker.at]
        walker.at += 1
        self._somebody_answered()
        if label is None:
            self._happens(walker, {"message": walker.message(self._telegram.message_id(), words)})
            return
        message = walker.message(message_id, "Spørgsmål", by_bot=True)
        query = {"id": str(message_id), "from": walker.sender, "chat_instance": "1"}
        self._happens(walker, {"callback_query": {**query, "message": message, "data": data}})
        if walker.at == len(STEPS):
            self._sent.append(walker.since)

    def _comes(self) -> None:
        walker = _Walker(next(self._numbers))
        self._first = self._first or walker
        self._walking[str(walker.chat)] = walker
        self._happens(walker, {"message": walker.message(self._telegram.message_id(), START)})

    def _happens(self, walker: "_Walker", content: dict[str, object]) -> None:
        walker.since = time.perf_counter()
        self.seen.updates += 1
        self._telegram.update(content)

    @property
    def _telegram(self) -> Telegram:
        assert self.telegram is not None, "The crowd has no Telegram."
        return self.telegram


class _Walker:
    """Somebody on their way, and where."""

    def __init__(self, chat: int) -> None:
        self.chat = chat
        self.at = 0
        self.since = 0.0
        self.sender = {"id": chat, "is_bot": False, "first_name": "Somebody"}

    def message(self, number: int, text: str, *, by_bot: bool = False) -> dict[str, object]:
        sender = {"id": 1, "is_bot": True, "first_name": "Bench"} if by_bot else self.sender
        chat = {"id": self.chat, "type": "private", "first_name": "Somebody"}
        said = {"message_id": number, "date": int(time.time()), "chat": chat, "from": sender}
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        more = {"entities": entities} if text.startswith("/") else {}
        return {**said, "text": text, **more}


def _button(markup: str, label: str | None) -> str | None:
    """Return what the wanted button carries; of a question that is typed to, any button's."""
    for text, data in _buttons(markup):
        if label is None or text == label or text.partition(". ")[2] == label:
            return data
    return None


def _buttons(markup: str) -> Iterator[tuple[str, str]]:
    if markup and "inline_keyboard" in markup:
        for row in json.loads(markup)["inline_keyboard"]:
            for each in row:
                yield each["text"], each.get("callback_data", "")
