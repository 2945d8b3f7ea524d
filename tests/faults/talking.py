"""A worker and those who wrote talk, and the bot is killed as their words are sent."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from bot.sandbox.phone import Circumstances
from bot.sandbox.world import World
from storage.schema import concerns, entries
from tests.faults.judging import rows
from tests.faults.killing import PATIENCE, Killer, sent
from tests.faults.persistent import VOICE, Reporter, Taker

# The first words of what is on its way when the bot is killed.
_MOMENTS = (
    VOICE("from-worker", owner="|").partition("|")[0],
    VOICE("news-words", nickname="|").partition("|")[0],
)


@dataclass(frozen=True)
class Talk:
    """A question of the worker who has a concern, and the answer of whoever raised it."""

    worker: Taker
    card: int
    concern: str
    nickname: str
    number: int

    @property
    def question(self) -> str:
        """What the worker asks."""
        return f"Spørgsmål {self.number}: Hvor er det?"

    @property
    def answer(self) -> str:
        """What the reporter answers."""
        return f"Svar {self.number}: Ved broen."

    async def is_held(self, reporters: list[Reporter]) -> None:
        """Let one ask and the other answer; each waits for as long as it takes."""
        preview = f"{VOICE('write-preview', nickname=self.nickname)}\n\n{self.question}"
        self.worker.phone.say(self.question, whole=False, how=Circumstances(reply_to=self.card))
        await self.worker.waits_for(preview)
        self.worker.says(VOICE("button-write-send"))
        world = self.worker.world
        await world.until(lambda _: any(self._asked(reporters)), PATIENCE)
        (reporter,) = self._asked(reporters)
        reporter.says(self.answer)
        await reporter.waits_for(VOICE("passed-on-answered"))
        await self.worker.waits_for(self._news)

    def is_over(self, _world: World) -> bool:
        """Whether the worker has heard that an answer is there."""
        return bool(self.worker.sees(self._news))

    @property
    def _news(self) -> str:
        return VOICE("news-words", nickname=self.nickname)

    def _asked(self, reporters: list[Reporter]) -> Iterator[Reporter]:
        return (each for each in reporters if each.sees(self.question))


@dataclass(frozen=True)
class Talks:
    """What was asked and answered while the bot was killed, and how often it is kept."""

    held: list[Talk]
    kept: dict[str, int]
    repeated: int

    def lost(self) -> int:
        """Return how many words of theirs are not kept."""
        return sum(max(2 - self.kept.get(each.concern, 0), 0) for each in self.held)

    def doubled(self) -> int:
        """Return how many words of theirs are kept more than once."""
        return sum(max(self.kept.get(each.concern, 0) - 2, 0) for each in self.held)


async def talks_while_killed(
    url: str, killer: Killer, workers: list[Taker], reporters: list[Reporter], kills: int
) -> Talks:
    """Let one talk follow the other, and kill as the question is sent and as the answer is."""
    possible, held, end = await _possible(url, workers), list[Talk](), killer.count + kills
    while killer.count < end and possible:
        talk = possible.pop()
        held.append(talk)
        holding = asyncio.create_task(talk.is_held(reporters))
        await killer.kills([sent(each) for each in _MOMENTS], over=talk.is_over)
        await holding
    return Talks(held, await _kept(url), _repeated(workers[0].world, held))


def _repeated(world: World, held: list[Talk]) -> int:
    """Return how many questions, and words that an answer is there, came more than once."""
    texts = [
        str(each.params["text"])
        for each in world.calls
        if (each.method, each.status) == ("sendMessage", 200)
    ]
    said = [each.question for each in held]
    said += [VOICE("news-words", nickname=each.nickname) for each in held]
    head = VOICE("write-preview", nickname="|").partition("|")[0]
    sent_on = [each for each in texts if not each.startswith(head)]
    return sum(max(sum(words in text for text in sent_on) - 1, 0) for words in said)


async def _possible(url: str, workers: list[Taker]) -> list[Talk]:
    """Return a talk about each concern that a worker has taken."""
    found: list[Talk] = []
    for row in await rows(url, select(concerns).order_by(concerns.c.nickname)):
        taken = VOICE("taken", nickname=row["nickname"], date=row["promised_on"])
        cards = [(worker, card) for worker in workers for card in worker.sees(taken)[:1]]
        for worker, card in cards:
            found.append(Talk(worker, card.id, row["id"], row["nickname"], len(found) + 1))
    return found


async def _kept(url: str) -> dict[str, int]:
    """Return how many words that were written after sending are kept of each concern."""
    query = select(entries.c.concern, func.count().label("number")).group_by(entries.c.concern)
    return {each["concern"]: each["number"] for each in await rows(url, query)}
