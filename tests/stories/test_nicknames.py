"""Every concern has a nickname of its own, also when there are more concerns than nicknames."""

import re

from sqlalchemy import insert

from domain.nickname import ADJECTIVES, NOUNS
from domain.people import Role
from storage.database import Write
from storage.schema import concerns
from tests.cast import Relative, Worker
from tests.stage import Stage


async def every_nickname_is_taken(stage: Stage) -> None:
    """Let concerns that were closed today have all the nicknames there are."""
    now = stage.clock.now()
    alike = {"role": Role.RELATIVE, "acute": False, "state": "closed", "version": 1, "words": b""}
    days = dict.fromkeys(("promised_on", "told_on", "ended_on"), now.date())
    names = [f"{adjective} {noun}" for adjective in ADJECTIVES for noun in NOUNS]
    rows = [
        {**alike, **days, "received_at": now, "id": name, "receipt": name, "nickname": name}
        for name in names
    ]
    await stage.app.store.database.write(Write(insert(concerns), values=rows))


async def test_when_every_nickname_is_taken_a_number_stands_behind_it(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await every_nickname_is_taken(stage)
    for name in ("Kim", "Bo"):
        await (await Relative.arrives(stage, name)).raises_a_concern()
    one, other = await stage.app.store.concerns.open()
    for each in (one, other):
        adjective, noun, number = each.nickname.split(" ")
        assert adjective in ADJECTIVES
        assert noun in NOUNS
        assert re.fullmatch(r"\d+", number)
    await anna.sees(one.nickname, other.nickname)
    assert one.nickname != other.nickname
