"""A month of the real bot before the same judge: what it sends is what the year has proved."""

import random
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.preview.people import filled
from domain.concern import Concern, State
from domain.deadlines import Ladder
from domain.people import Role
from domain.roster import Absence, Weekly
from handlers.raising import sending
from handlers.turn import Turn
from storage.schema import concerns, reminders
from tests.cast import Lead, Relative, Worker
from tests.faults.persistent import VOICE
from tests.hand_clock import HandClock
from tests.stage import Stage
from tests.year.judge import Judge, Verdict
from tests.year.record import Kind, Promised, Record, Story, Told, Wait
from tests.year.team import HOLIDAYS, moments

# From March to April: clocks go forward, and Easter closes five days in a row.
BEGIN = datetime(2026, 3, 16, 6, tzinfo=UTC)
END = BEGIN + timedelta(days=30)
CONCERNS = 20
SLACK = timedelta(minutes=2)  # messages leave at Telegram's pace
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_NUDGES = ("untaken", "day", "last-day", "overdue", "overdue-untaken")

Act = Callable[[], Awaitable[None]]


class Month:
    """People who act by chance on what the bot really sends them, and a record of it all."""

    def __init__(self, stage: Stage, kim: Relative, team: dict[str, Worker]) -> None:
        self.stage, self.kim, self.team = stage, kim, team
        self.chance = random.Random(4)
        self.agenda: list[tuple[datetime, Act]] = []
        self.read = 0
        self.blocked: set[str] = set()
        self.acting = ""  # whose own doing is answered: what is shown then is no alert
        self.record = Record(
            end=END,
            holidays=HOLIDAYS,
            waits=tuple(Wait(s.rung.value, s.after // _MINUTE) for s in Ladder().steps),
            people={each: isinstance(worker, Lead) for each, worker in team.items()},
        )

    async def passes(self) -> Record:
        """Go from moment to moment: whatever is due in the bot, or planned by the people."""
        while (moment := await self._next()) < END:
            await self.stage.time_is(max(moment, self.stage.clock.now()))
            await self._watch()
            due = [act for at, act in self.agenda if at <= moment]
            self.agenda = [(at, act) for at, act in self.agenda if at > moment]
            for act in due:
                await act()
                await self._watch()
        return self.record

    async def _next(self) -> datetime:
        query = select(func.min(reminders.c.due_at)).where(reminders.c.state == "waiting")
        ((due,),) = await self.stage.app.store.database.read(query)
        moment: datetime = min([END, *(at for at, _ in self.agenda), *([due] if due else [])])
        return moment

    async def arrives(self, *, acute: bool) -> None:
        """Let the relative send another concern."""
        danger = {"danger": "yes", "acute": "called"} if acute else {}
        interview = filled("da", Role.RELATIVE, **danger)

        async def submit(turn: Turn) -> None:
            turn.keep(replace(turn.person, interview=interview, language="da"))
            await sending.submit(turn, interview)

        await self.stage.app.turns.run(self.kim.phone.person, submit)
        await self.stage.settles()

    async def blocks(self, member: str) -> None:
        """Let a worker block the bot, and let it in again after a day."""
        self.record.reach.append((self.stage.clock.now(), member, False))
        self.blocked.add(member)
        await self.team[member].phone.blocks()
        await self.stage.settles()
        self.agenda.append((self.stage.clock.now() + 26 * _HOUR, lambda: self._unblocks(member)))

    async def _unblocks(self, member: str) -> None:
        self.record.reach.append((self.stage.clock.now(), member, True))
        self.blocked.discard(member)
        await self.team[member].phone.unblocks()
        await self.stage.settles()

    async def _watch(self) -> None:
        """Write down what has become of the concerns, and who was told what."""
        found = {each.id: each for each in await self._concerns()}
        for each in found.values():
            story = self.record.stories.setdefault(
                each.id, Story(each.acute, [Promised(each.received_at, each.promised_on)])
            )
            if each.owner and (not story.owners or story.owners[-1][1] != each.owner):
                story.owners.append((self.stage.clock.now(), each.owner))
            if each.state is State.REACTED and not story.rests:
                story.rests.append(self.stage.clock.now())
        calls = self.stage.sandbox.world.calls
        chats = {worker.phone.person: each for each, worker in self.team.items()}
        for call in calls[self.read :]:
            if (call.method, call.status) == ("sendMessage", 200):
                member = chats.get(int(call.params["chat_id"]))
                for concern in found.values():
                    kind = _kind(str(call.params["text"]), concern)
                    if member and kind:
                        shown = Kind.SHOWN if member == self.acting else kind
                        self.record.told.append(Told(call.time, concern.id, member, shown))
                        self._may_act(concern, member)
        self.read, self.acting = len(calls), ""

    def _may_act(self, concern: Concern, member: str) -> None:
        if self.chance.random() < (0.15 if concern.owner is None else 0.4):
            later = self.stage.clock.now() + self.chance.choice((5, 40, 300, 2000)) * _MINUTE
            self.agenda.append((later, lambda: self._acts(concern.id, member)))

    async def _acts(self, concern: str, member: str) -> None:
        """Take what is nobody's, and react to what is one's own."""
        now, self.acting = await self.stage.app.store.concerns.get(concern), member
        if member in self.blocked:
            return
        if now is not None and now.owner is None:
            await self.team[member].says(f"Tag {now.nickname}")
        elif now is not None and now.owner == member and now.state is State.TAKEN:
            await self.team[member].says(f"Har ringet {now.nickname}")

    async def _concerns(self) -> list[Concern]:
        store = self.stage.app.store
        rows = await store.database.read(select(concerns.c.id))
        return [each for row in rows if (each := await store.concerns.get(row.id))]


async def a_month(stage: Stage) -> Record:
    """Play the month on the stage."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    joined = [await Worker.joins(stage, name) for name in ("Anna", "Bo", "Carla", "Dan")]
    joined.append(await Lead.joins(stage, "Lone"))
    store = stage.app.store
    ids = {each.member.name: each.member.id for each in await store.staff.all()}
    month = Month(stage, kim, {ids[each.name]: each for each in joined})
    for person in stage.cast:
        person.puts_the_phone_away()
    for weekday, name in enumerate(("Anna", "Bo", "Anna", "Carla")):  # nobody on Fridays
        opens, shuts = datetime(2026, 1, 1, 8).time(), datetime(2026, 1, 1, 16).time()  # noqa: DTZ001
        duty = Weekly(ids[name], frozenset({weekday}), opens, shuts, id=f"w{weekday}")
        await store.database.write(store.roster.plan(duty))
    for name, day in (("Bo", 3), ("Carla", 8), ("Lone", 15)):
        away = (BEGIN + timedelta(days=day), BEGIN + timedelta(days=day + 4))
        month.record.away[ids[name]] = [away]
        await store.database.write(store.roster.be_away(Absence(ids[name], *away, id=name)))
    for number, at in enumerate(_arrivals()):
        acute = number % 7 == 3
        month.agenda.append((at, lambda acute=acute: month.arrives(acute=acute)))  # type: ignore[misc]
    for name, day in (("Anna", 5), ("Dan", 17)):
        at = BEGIN + timedelta(days=day, hours=3)
        month.agenda.append((at, lambda member=ids[name]: month.blocks(member)))  # type: ignore[misc]
    return await month.passes()


def _arrivals() -> list[datetime]:
    """Return moments by chance in the first three weeks."""
    year = moments(random.Random(9), CONCERNS)
    whole, share = year[-1] - year[0], timedelta(days=21)
    return [BEGIN + _HOUR + (at - year[0]) / whole * share for at in year]


def _kind(text: str, concern: Concern) -> Kind | None:
    """Return how a message tells of a concern, or None if it does not."""
    values = {"nickname": concern.nickname, "date": concern.promised_on}
    if VOICE("alert", **values) in text:
        return Kind.ALERT
    if any(VOICE(f"nudge-{key}", **values) in text for key in _NUDGES):
        return Kind.NUDGE
    return Kind.SHOWN if concern.nickname in text else None


async def test_what_the_bot_really_sends_in_a_month_stands_before_the_same_judge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = {"closed_days": sorted(day.isoformat() for day in HOLIDAYS)}
    async with Stage(tmp_path, HandClock(BEGIN), service=closed).open() as stage:
        record = await a_month(stage)
    verdict = Judge(record, SLACK).judge()
    with capsys.disabled():
        sys.stdout.write(_figures(verdict))
    assert verdict.faults == []
    assert verdict.concerns == CONCERNS
    assert verdict.checked > 100
    assert sum(bool(story.owners) for story in record.stories.values()) > CONCERNS / 2
    fewer = [each for each in record.told if each.kind is not Kind.NUDGE]
    assert Judge(replace(record, told=fewer), SLACK).judge().missed


def _figures(found: Verdict) -> str:
    return (
        f"\nOn the stage: {found.concerns} concerns, {found.alerts} alerts, {found.nudges} nudges, "
        f"{found.checked} moments, {len(found.faults)} faults\n"
    )
