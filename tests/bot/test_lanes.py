"""Lanes: so many chats side by side, each in its order, and the urgent before the rest."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass

import pytest

from bot.lanes import Lanes

AT_ONCE = 4


@dataclass(frozen=True)
class Waiting:
    """A message that waits; the lower its place, the more urgent it is."""

    lane: str
    place: int


class Post:
    """Messages that wait, and somebody slow who takes them."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []
        self.under_way: list[Waiting] = []
        self.done: list[Waiting] = []
        self.refused: set[str] = set()  # lanes that may not go on
        self.looks = 0
        self._arrived = asyncio.Condition()

    async def fetch(self, busy: Collection[str], most: int) -> list[Waiting]:
        self.looks += 1
        free = (each for each in self.waiting if each.lane not in busy)
        return sorted(free, key=lambda each: each.place)[:most]

    async def handle(self, message: Waiting) -> bool:
        self.under_way.append(message)
        assert len(self.under_way) <= AT_ONCE
        async with self._arrived:
            await self._arrived.wait_for(lambda: message not in self.under_way)
        self.waiting.remove(message)
        self.done.append(message)
        return message.lane not in self.refused

    async def arrives(self, message: Waiting) -> None:
        """Let one that is under way arrive."""
        async with self._arrived:
            self.under_way.remove(message)
            self._arrived.notify_all()
        await quiet()

    async def empties(self, working: "asyncio.Task[None]") -> None:
        """Let all arrive that is under way, and whoever works on it end."""
        while self.under_way:
            await self.arrives(self.under_way[0])
        await asyncio.gather(working, return_exceptions=True)


async def quiet() -> None:
    """Let everything happen that can happen now."""
    for _ in range(50):
        await asyncio.sleep(0)


@contextlib.asynccontextmanager
async def at_work(post: Post, lanes: Lanes[Waiting]) -> AsyncIterator[None]:
    """Let them work until the block ends; all that waits is under way when it begins."""
    working = asyncio.create_task(lanes.run())
    await quiet()
    try:
        yield
    finally:
        working.cancel()
        await post.empties(working)


@pytest.fixture
async def post() -> AsyncIterator[tuple[Post, Lanes[Waiting]]]:
    """A post of four lanes at once, at work."""
    post = Post()
    lanes = Lanes(post.fetch, post.handle, AT_ONCE)
    async with at_work(post, lanes):
        yield post, lanes


async def test_what_is_urgent_waits_behind_no_more_than_are_under_way(
    post: tuple[Post, Lanes[Waiting]],
) -> None:
    office, lanes = post
    office.waiting = [Waiting(f"chat {number}", number) for number in range(1, 21)]
    lanes.wake()
    await quiet()
    assert [each.place for each in office.under_way] == [1, 2, 3, 4]
    urgent = Waiting("worker", 0)
    office.waiting.append(urgent)
    lanes.wake()
    await quiet()
    assert urgent not in office.under_way
    await office.arrives(office.under_way[2])
    assert office.under_way[-1] == urgent


async def test_one_chat_with_much_to_hear_holds_no_other_up(
    post: tuple[Post, Lanes[Waiting]],
) -> None:
    office, lanes = post
    office.waiting = [Waiting("much", number) for number in range(10)] + [Waiting("other", 99)]
    lanes.wake()
    await quiet()
    assert [each.lane for each in office.under_way] == ["much", "other"]


async def test_all_that_waits_is_done_in_each_chats_order(
    post: tuple[Post, Lanes[Waiting]],
) -> None:
    office, lanes = post
    office.waiting = [Waiting(f"chat {number % 7}", number) for number in range(30)]
    lanes.wake()
    await quiet()
    while office.under_way:
        await office.arrives(office.under_way[0])
    assert len(office.done) == 30
    for chat in range(7):
        places = [each.place for each in office.done if each.lane == f"chat {chat}"]
        assert places == sorted(places)


async def test_a_chat_that_may_not_go_on_waits_for_the_next_wake_alone(
    post: tuple[Post, Lanes[Waiting]],
) -> None:
    office, lanes = post
    office.refused = {"away"}
    office.waiting = [Waiting("away", 1), Waiting("away", 2), Waiting("here", 3)]
    lanes.wake()
    await quiet()
    await office.arrives(Waiting("away", 1))
    assert office.under_way == [Waiting("here", 3)]
    await office.arrives(Waiting("here", 3))
    assert lanes.idle.is_set()
    lanes.wake()
    await quiet()
    assert office.under_way == [Waiting("away", 2)]
    assert not lanes.idle.is_set()


@pytest.mark.parametrize(("under_way", "looks"), [(1, 9), (2, 0)])
async def test_only_in_a_crowd_it_rests_after_each_look(under_way: int, looks: int) -> None:
    office, an_hour = Post(), 3600.0
    office.waiting = [Waiting(f"chat {number}", number) for number in range(under_way)]
    lanes = Lanes(office.fetch, office.handle, AT_ONCE, an_hour)
    async with at_work(office, lanes):
        office.looks = 0
        for _ in range(9):
            lanes.wake()
            await quiet()
        assert office.looks == looks


async def test_what_comes_while_it_rests_is_not_forgotten() -> None:
    office, a_moment = Post(), 0.2
    office.waiting = [Waiting(f"chat {number}", number) for number in range(1, 4)]
    lanes = Lanes(office.fetch, office.handle, AT_ONCE, a_moment)
    async with at_work(office, lanes), asyncio.timeout(30):
        urgent = Waiting("worker", 0)
        office.waiting.append(urgent)
        lanes.wake()
        while urgent not in office.under_way:
            await quiet()


async def test_what_is_under_way_is_finished_even_if_it_is_stopped_while_it_rests() -> None:
    office, an_hour = Post(), 3600.0
    office.waiting = [Waiting(f"chat {number}", number) for number in range(3)]
    working = asyncio.create_task(Lanes(office.fetch, office.handle, AT_ONCE, an_hour).run())
    await quiet()
    working.cancel()
    await quiet()
    assert not working.done()
    await office.empties(working)
    assert len(office.done) == 3
