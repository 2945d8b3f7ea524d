"""A rush: a crowd sends its concerns to a bot that runs as a process, behind a sandbox Telegram."""

import asyncio
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from bot.sandbox.chat import Message
from bot.sandbox.phone import Circumstances, Phone
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Call, World
from bot.telegram.pace import IN_ALL
from domain.concern import Concern
from domain.deadlines import Reminder, Rung
from storage.store import Store, open_store
from tests import many
from tests.cast import Lead, Worker
from tests.faults.killing import PATIENCE, Process, bot_process
from tests.faults.persistent import VOICE
from tests.hand_clock import HandClock
from tests.load.crowd import Somebody, answer_until_receipts
from tests.stage import Stage

NUDGES = 15  # of one member, and fewer than may come at once in one chat
FIGURES = 5  # messages full of figures that the lead asks for
NUDGE = VOICE("nudge-snoozed", nickname="|").partition("|")[0]
FIGURES_HEAD = VOICE("figures-head", month="|").partition("|")[0]
_EARLY = 10  # the tenth part of all receipts
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Size:
    """How many people, and how many answers each still has to give before sending."""

    people: int
    answers: int

    @property
    def calls(self) -> int:
        """About how many calls to Telegram they lead to: two for an answer, three for sending."""
        return self.people * (2 * self.answers + 3)

    @property
    def patience(self) -> float:
        """Seconds after which something is stuck: far more than Telegram's pace takes."""
        return PATIENCE + 5 * self.calls / IN_ALL


@dataclass
class Rush:
    """What is left when the last receipt has come, and all that was seen on the way."""

    folder: Path
    world: World
    on_duty: list[int]
    reminded: int
    lead: int
    people: list[Somebody]
    asked_at: datetime | None = None  # when nudges fell due, and figures were asked for
    calls: list[Call] = field(default_factory=list)
    resident: list[int] = field(default_factory=list)  # bytes of the bot's memory, once a second
    exit_code: int = -1


async def rush(folder: Path, sandbox: Sandbox, size: Size) -> Rush:
    """Let a crowd send at once, while nudges fall due and the lead asks for figures."""
    # Early enough that what the team does by the hand clock has happened when the bot starts.
    stage = Stage(folder, HandClock(datetime.now(UTC) - timedelta(minutes=10)))
    stage.sandbox = sandbox
    async with aiohttp.ClientSession() as stage.http:
        seen, owned = await _before(stage, size)
    before = len(sandbox.world.calls)
    async with bot_process(folder, sandbox) as process:
        await process.while_it_lives(sandbox.world.until(_is_polled, PATIENCE))
        sampling = asyncio.create_task(_sample(process, seen.resident))
        async with asyncio.timeout(size.patience):
            arriving = process.while_it_lives(_everything_arrives(seen))
            await asyncio.gather(arriving, _less_urgent(stage, seen, owned, size.patience))
        sampling.cancel()
        seen.exit_code = await process.stop()
    seen.calls = sandbox.world.calls[before:]
    return seen


async def _before(stage: Stage, size: Size) -> tuple[Rush, list[Concern]]:
    """Let the team come together, and the crowd have answered all but their last questions."""
    await stage.bot_starts()
    anna, carla = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Carla")
    bo, lone = await Worker.joins(stage, "Bo"), await Lead.joins(stage, "Lone")
    for each in (anna, carla):
        await each.goes_on_duty()
    owned = await many.taken_by(stage, bo, NUDGES)
    await stage.settles()
    await stage.bot_stops()
    world = stage.sandbox.world
    people = [Somebody(world, number, size.answers) for number in range(size.people)]
    store, today = await _store(stage), datetime.now(UTC).date()
    drafts = [store.doors.save(each.door(store), today) for each in people]
    here = store.marks.set("contact", datetime.now(UTC).isoformat())  # nobody was away
    await store.database.write(here, *drafts)
    await store.close()
    on_duty = [each.phone.person for each in (anna, carla)]
    seen = Rush(stage.folder, world, on_duty, bo.phone.person, lone.phone.person, people)
    return seen, owned


async def _fall_due(stage: Stage, owned: list[Concern]) -> None:
    """Let a reminder of each of these concerns be due now."""
    store, now = await _store(stage), datetime.now(UTC)
    due = [store.reminders.schedule(each.id, [Reminder(Rung.SNOOZED, now)]) for each in owned]
    await store.database.write(*(each for writes in due for each in writes))
    await store.close()


def _asks_for_figures(world: World, lead: int) -> None:
    phone = Phone(world, world.chat(lead))
    for _ in range(FIGURES):
        phone.say("Tal", whole=False, how=Circumstances())


async def _less_urgent(stage: Stage, seen: Rush, owned: list[Concern], patience: float) -> None:
    """While most receipts still wait, let nudges fall due and figures be asked for."""
    early = len(seen.people) // _EARLY
    await seen.world.until(
        lambda _: sum(each.receipt_at is not None for each in seen.people) > early, patience
    )
    seen.asked_at = seen.world.now()
    _asks_for_figures(seen.world, seen.lead)
    await _fall_due(stage, owned)


async def _everything_arrives(seen: Rush) -> None:
    """Return when the crowd has its receipts, and nudges and figures have come as well."""
    await answer_until_receipts(seen.world, seen.people)
    await seen.world.until(lambda _: _have_come(seen), PATIENCE)


def _have_come(seen: Rush) -> bool:
    """Whether all nudges and figures have come."""
    told = [(seen.reminded, NUDGE, NUDGES), (seen.lead, FIGURES_HEAD, FIGURES)]
    return all(len(texts(seen.world, chat, head)) == number for chat, head, number in told)


def texts(world: World, chat: int, head: str) -> list[Message]:
    """Return the bot's messages in a chat that begin so, oldest first."""
    messages = world.chat(chat).messages.values()
    return [each for each in messages if each.by_bot and each.text.startswith(head)]


def _is_polled(world: World) -> bool:
    return world.updates.is_awaited


async def _store(stage: Stage) -> Store:
    settings = stage.settings()
    return await open_store(settings.storage.url, settings.keys.path)


async def _sample(process: Process, resident: list[int]) -> None:
    """Note once a second how much memory the bot holds."""
    while True:
        resident.append(_held(process.running.pid))
        await asyncio.sleep(1)


def _held(pid: int) -> int:
    """Return how many bytes of memory a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
