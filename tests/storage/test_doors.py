"""Doors: what is kept of a person comes back as it was, and goes when it leads to nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.concern import Concern
from domain.entry import Expected, Next
from domain.interview import Interview, Media, Source
from domain.people import Role
from domain.questionnaire import Answer
from storage.database import Conflict
from storage.doors import Door, prompt_of
from storage.routes import Route
from storage.schema import cards
from storage.schema import doors as table
from storage.store import Store
from tests.postgres import on_both_engines

pytestmark = on_both_engines

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
UNDER_WAY = Interview(
    id="one",
    at="where",
    answers={"seen": Answer(words="Han råber"), "worries": Answer(("mind", "other"))},
    editing=True,
    sources={7: Source("seen", "Han råber")},
    reminded=True,
    media=(Media("photo", "file"),),
)


async def kept(store: Store, chat_id: int, day: date = TODAY, **what: object) -> Door:
    """Store a door, and return it as it is read."""
    door = replace(await store.doors.at(chat_id), **what)  # type: ignore[arg-type]
    await store.database.write(store.doors.save(door, day, door.wakes_at))
    return await store.doors.at(chat_id)


async def chats(store: Store) -> set[int]:
    """Return whose doors are there."""
    numbers = range(1, 60)
    tags = {each.tag for each in await store.database.read(select(table.c.tag))}
    return {each for each in numbers if store.doors.tag(each) in tags}


async def test_a_door_comes_back_as_it_was(store: Store) -> None:
    door = replace(
        Door(store.doors.tag(5), 5),
        language="en",
        interview=UNDER_WAY,
        awaits_edit=8,
        expected=Expected(Next.ANSWER, "c1", "words"),
        concerns=("c1", "c2"),
        wrote={7: "c1"},
        wakes_at=NOW,
    )
    await store.database.write(store.doors.save(door, TODAY, NOW))
    assert await store.doors.at(5) == replace(door, version=1)
    assert await store.doors.at(6) == Door(store.doors.tag(6), 6)


async def test_only_a_door_as_it_was_read_is_saved(store: Store) -> None:
    first = await kept(store, 5)
    second = await kept(store, 5, language="da")
    assert (first.version, second.version) == (1, 2)
    with pytest.raises(Conflict):
        await store.database.write(store.doors.save(first, TODAY))
    await store.database.write(*store.doors.delete(first))
    assert await store.doors.at(5) == second


async def test_a_door_goes_with_what_shows_its_last_question(store: Store) -> None:
    one, other = await kept(store, 1), await kept(store, 2)
    for each in (one, other):
        await store.database.write(store.outbox.show(prompt_of(each), each.chat_id, 9))
    await store.database.write(*store.doors.delete(one))
    assert await chats(store) == {2}
    assert [each.id for each in await store.database.read(select(cards.c.id))] == [prompt_of(other)]


async def test_only_the_newest_forty_messages_can_be_corrected(store: Store) -> None:
    door = await kept(store, 1, wrote={90: "old", 3: "older"})
    door = door.having_written(range(50, 89), "new")
    assert door.wrote == dict.fromkeys(range(50, 89), "new") | {90: "old"}
    assert len(door.having_written([200], "newer").wrote) == 40
    assert 50 not in door.having_written([200], "newer").wrote


async def test_unfinished_interviews_are_found_by_the_day_they_were_touched(store: Store) -> None:
    await kept(store, 1, TODAY - timedelta(days=1), interview=UNDER_WAY)
    await kept(store, 2, TODAY, interview=UNDER_WAY)
    await kept(store, 3, TODAY)
    assert [each.chat_id for each in await store.doors.waiting(TODAY)] == [2]


async def test_the_longest_due_wakes_first(store: Store) -> None:
    for chat_id, minutes in ((1, 0), (2, -5), (3, -1), (4, 1)):
        wakes = NOW + timedelta(minutes=minutes)
        await kept(store, chat_id, interview=UNDER_WAY, wakes_at=wakes)
    assert [each.chat_id for each in await store.doors.waking(NOW, 9)] == [2, 3, 1]
    assert [each.chat_id for each in await store.doors.waking(NOW, 2)] == [2, 3]


async def test_old_doors_that_lead_to_nothing_go_a_few_at_a_time(store: Store) -> None:
    there = Concern("there", "Stille Bæk", Role.RELATIVE, False, NOW, TODAY, TODAY)
    await store.database.write(await store.concerns.add(there, {}, Route(1, "da", True), "code"))
    old = TODAY - timedelta(days=1)
    for chat_id in range(1, 6):
        await kept(store, chat_id, old, concerns=("there", "gone"))
    for chat_id in range(6, 9):
        await kept(store, chat_id, old, concerns=("gone",))
    await kept(store, 9, old)
    await kept(store, 10, old, interview=UNDER_WAY)
    await kept(store, 11, TODAY)
    for left in (2, 0, 0):
        await store.database.write(*await store.doors.unused(TODAY, 2))
        assert len(await chats(store) & {6, 7, 8, 9}) == left
    assert await chats(store) == {*range(1, 6), 10, 11}


async def test_doors_lead_to_known_concerns_only(store: Store) -> None:
    wakes = NOW + timedelta(hours=1)
    await kept(
        store, 1, concerns=("a", "b"), wrote={1: "a", 2: "b"}, interview=UNDER_WAY, wakes_at=wakes
    )
    same = await kept(store, 2, concerns=("a",), wrote={3: "a"})
    await store.database.write(*await store.doors.only_to({"a"}, TODAY))
    door = await store.doors.at(1)
    assert (door.concerns, door.wrote) == (("a",), {1: "a"})
    assert (door.interview, door.wakes_at) == (UNDER_WAY, wakes)
    assert await store.doors.at(2) == same
