"""A crowd drawn from a seed, each with a concern: all that is theirs carries a mark to look for.

`python -m tests.faults.crowd FOLDER URL FIRST NUMBER` takes that many people's concerns in, as
raw updates from Telegram, prints how many concerns there are, and ends as by a power cut.
"""

import asyncio
import os
import random
import signal
import sys
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import func, select

from bot import logs
from storage.schema import concerns
from tests.cast import Worker
from tests.faults.scanning import NUMBER_FORMS, forms
from tests.faults.searching import Search
from tests.hand_clock import HandClock
from tests.stage import TOKEN, Stage

_AT_ONCE = 200  # people who talk to the bot at the same time
MOST = 2**16
# The high bits are the mark; below them is room for everybody's own number.
_FIRST_ID = 0xFA5C3_E197_0000
WORD, USERNAME, LANGUAGE = "Qvækkelørn", "qvikzwalrus", "qzx-Qvikzw"
PHONE = f"+999 {864_275_319}"
MARKS = (WORD, USERNAME, LANGUAGE, PHONE, PHONE.replace(" ", ""))

# What everybody says; {} stands for words of their own.
_WALK = (
    *("/start", "Dansk", "Nej", "Mig selv", "Videre", "{}", "Udenfor", "{}"),
    *("Videre", "{phone}", "{}", "{}", "Dansk", "{}", "Send"),
)


@cache
def _marks() -> tuple[dict[bytes, str], Search]:
    texts = [*MARKS, _common(lambda number: str(number).encode()).decode()]
    marks = {look: f"{each} ({form})" for each in texts for form, look in forms(each).items()}
    marks |= {_common(form): f"an id ({name})" for name, form in NUMBER_FORMS.items()}
    return marks, Search(marks)


def marked(content: bytes) -> list[str]:
    """Return every mark that stands in these bytes, and in which form."""
    marks, search = _marks()
    return [marks[each] for each in search.in_(content)]


def _common(form: Any) -> bytes:
    """Return what all ids have in common, written in this form: its beginning or its end."""
    ids = form(_FIRST_ID), form(_FIRST_ID + MOST - 1)
    begins, ends = _alike(*ids), _alike(*(each[::-1] for each in ids))[::-1]
    return max(begins, ends, key=len).strip(b"\0")


def _alike(one: bytes, other: bytes) -> bytes:
    pairs = zip(one, other, strict=True)
    return bytes(here for here, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class Somebody:
    """One of the crowd, who is the same whenever they are drawn."""

    def __init__(self, number: int) -> None:
        self._chance = random.Random(number)
        self.phone = f"{PHONE} {number:05}"
        name = {"first_name": self._word(), "last_name": self._word()}
        self.who = {"id": _FIRST_ID + number, "username": f"{USERNAME}_{number}", **name}
        self._language = f"{LANGUAGE}{number}"
        self._said = 0

    def says(self, text: str, now: int) -> dict[str, Any]:
        """Return the message as Telegram sends it, but for the update's number."""
        self._said += 1
        sender = {"is_bot": False, "language_code": self._language, **self.who}
        message = {"message_id": self._said, "date": now, "from": sender}
        message["chat"] = {"type": "private", **self.who}
        if text == "{phone}":
            number = {"phone_number": self.phone.replace(" ", ""), "user_id": self.who["id"]}
            return {**message, "contact": {**number, "first_name": self.who["first_name"]}}
        command = {"type": "bot_command", "offset": 0, "length": len(text)}
        entities = {"entities": [command]} if text.startswith("/") else {}
        return {**message, "text": text.format(self._words()), **entities}

    def _words(self) -> str:
        words = [self._word() for _ in range(self._chance.randint(2, 40))]
        return " ".join([*words, self.phone, self._chance.choice(words)])

    def _word(self) -> str:
        return WORD + "".join(self._chance.choices("abdefgiklmnoprstuvæøå", k=5))


async def come(stage: Stage, numbers: Iterable[int]) -> int:
    """Let these people raise a concern each, many at once; return how many concerns there are."""
    worker = await Worker.joins(stage, "Anna")
    await worker.goes_on_duty()
    coming, update_id = iter(numbers), 10**6
    while people := [Somebody(number) for number in islice(coming, _AT_ONCE)]:
        for text in _WALK:
            now = int(stage.clock.now().timestamp())
            said = [{"message": each.says(text, now)} for each in people]
            numbered = [{"update_id": update_id + at, **each} for at, each in enumerate(said)]
            update_id += len(people)
            await stage.app.gateway.receive(numbered)
            await stage.app.dispatcher.lanes.idle.wait()
            stage.clock.advance(timedelta(seconds=5))
    rows = await stage.app.store.database.read(select(func.count()).select_from(concerns))
    return int(rows[0][0])


async def _main(folder: Path, url: str, first: int, number: int) -> None:
    logs.set_up("DEBUG", TOKEN)
    stage = Stage(folder, HandClock(), storage={"url": url})
    async with stage.sandbox, aiohttp.ClientSession() as stage.http:
        await stage.bot_starts()
        print(await come(stage, range(first, first + number)), flush=True)  # noqa: T201
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:])))
