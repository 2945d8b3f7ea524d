"""Ten workers take the same concern at the same moment: exactly one owns it, and nine hear who."""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Executable, Row, func, select

from bot.turns import Turns
from domain.concern import Concern
from domain.people import Member, Role, StaffRole
from domain.questionnaire import OWN_WORDS, Answer
from domain.receipt import issue
from handlers.house import House
from handlers.turn import Turn
from handlers.work import alerts
from storage.database import Database
from storage.routes import Route
from storage.schema import concerns, journal
from storage.staff import Colleague
from tests.cast import Worker, a_concern
from tests.hand_clock import HandClock
from tests.handlers.house import opened_house
from tests.stage import Stage

WORKERS = 10
LONG = os.environ.get("BROBYGGER_WALKS") == "long"
CONCERNS, PROCESSES = (10_000, 2) if LONG else (100, 1)
AT_ONCE = 8  # concerns, each taken by everybody
CLOCK = HandClock()
_NAMES = ("Anna", "Bo", "Carla", "Dan", "Eva", "Finn", "Gry", "Hans", "Ida", "Jon")


@dataclass(frozen=True)
class Claims:
    """What came of it: owners by concern, "taken" in the journal, and what workers were told."""

    owners: dict[str, str | None]
    entries: dict[tuple[str, str], int]
    replies: Counter[tuple[str, str]]


def test_of_ten_who_take_a_concern_at_once_one_owns_it_and_nine_hear_who(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    parts = [(tmp_path / str(part), CONCERNS // PROCESSES) for part in range(PROCESSES)]
    for folder, _ in parts:
        folder.mkdir()
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = list(pool.map(_all_of, parts) if PROCESSES > 1 else map(_all_of, parts))
    with capsys.disabled():
        sys.stdout.write(_figures(found, time.monotonic() - began))
    for claims in found:
        assert len(claims.owners) == CONCERNS // PROCESSES
        assert None not in claims.owners.values()
        assert claims.entries == dict.fromkeys(claims.owners.items(), 1)
        owned = {(each, f"owned {owner}"): 1 for each, owner in claims.owners.items()}
        late = {(each, f"too late {owner}"): 9 for each, owner in claims.owners.items()}
        assert claims.replies == owned | late


async def test_ten_phones_tap_at_once_and_one_of_them_gets_the_concern(stage: Stage) -> None:
    team = [await Worker.joins(stage, name) for name in _NAMES]
    await a_concern(stage)
    cards = {each: await each.sees_alert() for each in team}
    await asyncio.gather(*(each.phone.taps(card, "Tag") for each, card in cards.items()))
    await stage.settles()
    owner = await stage.owner()
    for each in team:
        seen = await each.sees() if each.name != owner else ""
        assert each.name == owner or f"taget af {owner}" in seen
    (mine,) = [each for each in team if each.name == owner]
    assert "Har ringet" in (await mine.message(cards[mine])).buttons


def _all_of(part: tuple[Path, int]) -> Claims:
    """Let everybody take a number of concerns, over a store of its own in that folder."""
    return asyncio.run(_claims(*part))


async def _claims(folder: Path, number: int) -> Claims:
    chance, replies = random.Random(str(number)), Counter[tuple[str, str]]()
    async with opened_house(folder) as house:
        turns = Turns(house, CLOCK, committed=lambda: None)
        await house.store.database.write(*map(house.store.staff.join, _team()))
        _let_others_read(house.store.database)
        for first in range(0, number, AT_ONCE):
            batch = range(first, min(first + AT_ONCE, number))
            await _arrive(house, batch)
            await asyncio.gather(*(_everybody_takes(turns, n, replies, chance) for n in batch))
        return Claims(await _owners(house), await _taken(house), replies)


def _let_others_read(database: Database) -> None:
    """Give everybody a word in after each read, so that all have read before anybody writes."""
    at_once = database.read

    async def read(statement: Executable, **values: Any) -> Sequence[Row[Any]]:
        rows = await at_once(statement, **values)
        await asyncio.sleep(0)
        return rows

    database.read = read  # type: ignore[method-assign]


def _team() -> list[Colleague]:
    return [
        Colleague(Member(name, name, StaffRole.WORKER, number), number)
        for number, name in enumerate(_NAMES, 1)
    ]


async def _arrive(house: House, numbers: Iterable[int]) -> None:
    """Store new concerns, each known to the whole team."""
    store, now = house.store, CLOCK.now()
    for number in numbers:
        name = f"{number:016x}"
        concern = Concern(name, f"Bæk {number}", Role.RELATIVE, False, now, now.date(), now.date())
        words, route = {OWN_WORDS: Answer(words="Kom snart")}, Route(100 + number, "da", True)
        code = issue(number.to_bytes(10, "big"))
        told = (store.concerns.alert(name, each, f"alert/{name}/{each}") for each in _NAMES)
        await store.database.write(await store.concerns.add(concern, words, route, code), *told)


async def _everybody_takes(
    turns: Turns, number: int, replies: Counter[tuple[str, str]], chance: random.Random
) -> None:
    """Let everybody take one concern at once, and count what each was told in the end."""
    concern, told = f"{number:016x}", dict[int, str]()

    async def take(turn: Turn) -> None:
        before = await turn.store.concerns.get(concern)
        await alerts.take_concern(turn, concern)
        member = turn.member
        if before is None or member is None:
            raise LookupError("The concern and its team are there.")
        late = before.owner is not None
        told[member.number] = f"too late {before.owner}" if late else f"owned {member.id}"

    chats = chance.sample(range(1, WORKERS + 1), WORKERS)
    await asyncio.gather(*(turns.run(chat, take) for chat in chats))
    replies.update((concern, said) for said in told.values())


async def _owners(house: House) -> dict[str, str | None]:
    rows = await house.store.database.read(select(concerns.c.id, concerns.c.owner))
    return {row.id: row.owner for row in rows}


async def _taken(house: House) -> dict[tuple[str, str], int]:
    """Return how often the journal says of each concern that somebody took it."""
    query = (
        select(journal.c.concern, journal.c.actor, func.count().label("times"))
        .where(journal.c.action.in_(("taken", "taken over")))
        .group_by(journal.c.concern, journal.c.actor)
    )
    rows = await house.store.database.read(query)
    return {(row.concern, row.actor): row.times for row in rows}


def _figures(found: list[Claims], seconds: float) -> str:
    owners = Counter(owner for claims in found for owner in claims.owners.values())
    shares = ", ".join(f"{name} {number}" for name, number in owners.most_common())
    number, rows = owners.total(), sum(sum(claims.entries.values()) for claims in found)
    late = sum(n for claims in found for (_, said), n in claims.replies.items() if "late" in said)
    return (
        f"\n{number:,} concerns, {WORKERS * number:,} claims in {seconds:.0f} s: {rows:,} taken, "
        f"{late:,} told who was faster. Owners: {shares}\n"
    )
