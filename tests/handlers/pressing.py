"""Presses every button of the team as everybody there is; what follows is tried and then undone."""

import ast
import inspect
import os
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, select
from telegram import Update

from bot.app import App
from bot.config.settings import Settings
from bot.preview.album import Kept
from bot.sandbox.server import Sandbox
from domain.concern import ENDED_STATES, Closing, Concern, Reaction, State, round_of
from domain.entry import Expected, Next
from domain.handover import ANYONE
from domain.interview import Media
from domain.obligations import obligations
from domain.people import Member, Role, StaffRole, Status
from domain.questionnaire import OWN_WORDS, Answer
from domain.receipt import issue
from domain.telling import TEAM_RUNGS
from handlers.team.access import Press
from handlers.turn import Turn, current
from handlers.work import writing
from storage.database import Check, Conflict, Database, Write
from storage.outbox import Message
from storage.routes import Route
from storage.schema import concerns, reminders
from storage.sealing import button_token, read_button
from storage.staff import Colleague
from storage.store import open_store
from storage.team_schema import staff
from tests.hand_clock import HandClock

TEAM = ("worker", "owner", "lead", "unreachable", "leaving")
STAFF = (*TEAM, "paused", "gone")
EVERYBODY = ("stranger", "reporter", *STAFF)
CHATS = {who: 9000 + number for number, who in enumerate(EVERYBODY)}
IDS = {who: f"{number:016x}" for number, who in enumerate(STAFF, 1)}
# Of every concern: how far it has come, whose it is, and whom it is offered to.
STANDING: dict[str, tuple[State, str | None, str | None]] = {
    "owned": (State.TAKEN, "owner", None),
    "free": (State.RECEIVED, None, None),
    "closed": (State.CLOSED, "owner", None),
    "reacted": (State.REACTED, "owner", "worker"),
    "nobody's": (State.REACTED, None, None),
    "given up": (State.TAKEN, "leaving", ANYONE),
}
CONCERNS = {each: f"{number:016x}" for number, each in enumerate(STANDING, 101)}
CONCERNS |= {"unknown": "0" * 16, "implausible": "ø_1"}
NUMBERS = ("0", "7", "19999999", "٣")  # the last one is a digit, too
TO_SEND = "Hvor er bænken?"  # what the owner has written and not sent
WORDS = (
    writing.digest(TO_SEND),
    *StaffRole,
    *list(Reaction)[:2],
    "0",
    str(len(Closing)),
    "bogus",
    "ø",
    "yes",
    "no",
)
SECRET = "Bænken ved stationen"  # words of every concern
MADE = {"journal", "outbox"}  # what a refusal may leave behind


@dataclass
class Outcome:
    """What a press or a command led to: who was written to, what was noted, what was changed.

    `words` is whether anybody was shown words or a picture of a concern. `broken` are concerns
    that nobody would take care of.
    """

    told: set[int] = field(default_factory=set)
    words: bool = False
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)

    def mistakes(self, who: str, *, may: bool) -> list[str]:
        """Return what is wrong with it for somebody who may, or may not."""
        own = CHATS[who]
        found = [*self.broken, *([] if own in self.told else ["was not answered"])]
        if not may:
            found += ["others were told"] * bool(self.told - {own})
            found += ["nothing was noted"] * (not any("refused: " in each for each in self.notes))
            back = {"staff"} if "reachable again" in self.notes else set()
            found += sorted(f"{each} was changed" for each in self.changed - MADE - back)
        return found


class Rehearsal:
    """A database in which every change is made, looked at and undone."""

    def __init__(self, database: Database, file: Path) -> None:
        self.read, self.read_long = database.read, database.read_long
        self.outcome = Outcome()
        self._engine = create_engine(f"sqlite:///{file}")

    async def write(self, *writes: Write) -> None:
        """Make the changes as the bot would, and take them back."""
        with self._engine.connect() as connection:
            for each in writes:
                statement: Any = each.statement
                values: Any = each.values
                rows = connection.execute(statement, values).rowcount
                if each.rows is not None and rows != each.rows:
                    raise Conflict
                if rows and not isinstance(each, Check):
                    self.outcome.changed.add(statement.table.name)
                if statement.table.name == "journal":
                    self.outcome.notes.append(values["action"])
            if self.outcome.changed - MADE:
                self.outcome.broken = left_alone(connection)
            connection.rollback()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def left_alone(connection: Connection) -> list[str]:
    """Return what is wrong with the concerns that have not ended: nobody would take care of it."""
    status = {None: Status.ACTIVE, ANYONE: Status.ACTIVE}
    status |= {each.id: Status(each.status) for each in connection.execute(select(staff))}
    waiting = select(reminders).where(reminders.c.state == "waiting")
    reminded = {
        each.concern for each in connection.execute(waiting) if each.rung in set(TEAM_RUNGS)
    }
    found = []
    for each in connection.execute(select(concerns).where(concerns.c.state.not_in(ENDED_STATES))):
        if status[each.owner] is Status.GONE:
            found.append(f"{each.nickname} is owned by somebody gone")
        if status[each.offered_to] is not Status.ACTIVE:
            found.append(f"{each.nickname} is offered to somebody who takes nothing over")
        if each.owner is None and each.id not in reminded:
            found.append(f"nobody is reminded that {each.nickname} has no owner")
    return found


class Everybody:
    """A bot with somebody of each kind, and what they press in it."""

    def __init__(self, app: App, rehearsal: Rehearsal, outbox: Kept) -> None:
        self.app, self._rehearsal, self._outbox = app, rehearsal, outbox

    async def presses(self, who: str, action: str) -> Outcome:
        """Press a button that carries this, made with the bot's own key for their chat."""
        key, chat = self.app.store.keyring.key("buttons", 64), CHATS[who]
        data = read_button(key, chat, button_token(key, chat, action))
        assert data == action
        message = _message(chat)
        query = {"id": "1", "from": message["from"], "chat_instance": "", "data": data}
        return await self._happens(who, {"callback_query": query | {"message": message}})

    async def says(self, who: str, text: str) -> Outcome:
        """Type a command."""
        length = len(text.split()[0])
        entity = {"type": "bot_command", "offset": 0, "length": length}
        return await self._happens(
            who, {"message": _message(CHATS[who]) | {"text": text, "entities": [entity]}}
        )

    async def types(self, who: str, text: str) -> Outcome:
        """Type something."""
        return await self._happens(who, {"message": _message(CHATS[who]) | {"text": text}})

    def words_of(self, who: str) -> str:
        """Return what the last thing that happened lets somebody read."""
        return "\n".join(each.params.get("text", "") for each in self._sent_to(who))

    def buttons_of(self, who: str) -> list[str]:
        """Return the labels of the buttons that came with it."""
        shown = [each.params.get("reply_markup") or {} for each in self._sent_to(who)]
        rows = [row for each in shown for row in each.get("inline_keyboard", [])]
        return [button["text"] for row in rows for button in row]

    def _sent_to(self, who: str) -> list[Message]:
        return [each for each in self._outbox.messages if each.params["chat_id"] == CHATS[who]]

    async def _happens(self, who: str, raw: dict[str, Any]) -> Outcome:
        self._rehearsal.outcome, self._outbox.messages = Outcome(), []
        update = Update.de_json({"update_id": 1, **raw}, self.app.bot)

        async def act(_: Turn) -> None:
            await self.app.application.process_update(update)
            if (error := current.get().error) is not None:
                raise error

        await self.app.turns.run(CHATS[who], act)
        outcome = self._rehearsal.outcome
        outcome.told = {each.params["chat_id"] for each in self._outbox.messages}
        outcome.words = any(
            each.method == "send_photo" or SECRET in each.params.get("text", "")
            for each in self._outbox.messages
        )
        return outcome


@asynccontextmanager
async def everybody(
    folder: Path, clock: HandClock, *, codes: bool = False, writing: bool = True
) -> AsyncIterator[Everybody]:
    """Open a bot in which somebody of each kind and a few concerns are.

    `codes` is whether words are shown to nobody without a code, `writing` whether the owner has
    begun to write to a reporter.
    """
    (folder / "keys").mkdir()
    file = folder / "brobygger.db"
    async with Sandbox("1:sandbox", "brobygger_test_bot", clock) as sandbox:
        store = await open_store(f"sqlite+aiosqlite:///{file}", folder / "keys" / "keyring.db")
        outbox, rehearsal = Kept(store.database, store.keyring), Rehearsal(store.database, file)
        settings = Settings.model_validate(
            {
                "telegram": {"token": "1:sandbox", "api_url": sandbox.url},
                "team": {"one_time_code": codes},
            }
        )
        tried: Any = rehearsal
        app = App(settings, replace(store, outbox=outbox, database=tried), clock)
        await app.application.initialize()
        try:
            await store.database.write(*await _everything(app, clock.now(), writing=writing))
            yield Everybody(app, rehearsal, outbox)
        finally:
            await app.bot.shutdown()
            rehearsal.close()
            await store.close()


async def _everything(app: App, now: datetime, *, writing: bool) -> list[Write]:
    """Return what puts everybody and the concerns into the store."""
    store = app.store
    service = app.house.service
    writes = [store.staff.join(Colleague(_member(who), CHATS[who])) for who in STAFF]
    for name in STANDING:
        concern = _concern(name, now)
        given = {"purpose": Answer(("meeting",)), OWN_WORDS: Answer(words=SECRET)}
        route = Route(CHATS["reporter"], "da", may_write=True)
        writes.append(await store.concerns.add(concern, given, route, issue(os.urandom(10))))
        writes.append(await store.concern_media.add(concern.id, [Media("photo", "x")]))
        owed = obligations(concern, now, service.ladder, service.times)
        writes += store.reminders.schedule(concern.id, owed)
        writes += [store.concerns.alert(concern.id, IDS[w], f"{w}/{name}") for w in STAFF]
    doors = {who: await store.doors.at(CHATS[who]) for who in ("reporter", "owner")}
    written = Expected(Next.CONFIRM, CONCERNS["owned"], TO_SEND) if writing else None
    reporter = replace(doors["reporter"], language="da", concerns=(CONCERNS["owned"],))
    for door in (reporter, replace(doors["owner"], language="da", expected=written)):
        writes.append(store.doors.save(door, now.date()))
    return writes


def _concern(name: str, now: datetime) -> Concern:
    state, owner, offered_to = STANDING[name]
    return Concern(
        *(CONCERNS[name], f"{name} Bæk", Role.PARTNER, False, now, now.date(), now.date()),
        state=state,
        owner=IDS[owner] if owner else None,
        reaction=Reaction.CALL if state is State.REACTED else None,
        closing=Closing.MANAGES if state is State.CLOSED else None,
        offered_to=IDS.get(offered_to, offered_to) if offered_to else None,
    )


def _member(who: str) -> Member:
    role = StaffRole.LEAD if who == "lead" else StaffRole.WORKER
    status = Status(who) if who in ("leaving", "paused", "gone") else Status.ACTIVE
    number = STAFF.index(who) + 1
    return Member(IDS[who], who, role, number, reachable=who != "unreachable", status=status)


def _message(chat: int) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": ""}
    return {"message_id": 7, "date": 0, "chat": {"id": chat, "type": "private"}, "from": person}


def actions(press: Press) -> Iterator[tuple[str, str]]:
    """Yield (action, concern's name) for a press: each place in turn filled with every word."""
    places = re.findall(r"\{(\w+)\}", press.action)
    words = {each: _words(each, press.do) for each in places}
    usual = {each: found[0] for each, found in words.items()}
    named = {value: name for name, value in CONCERNS.items()}
    seen = set()
    for varied, word in [("", ""), *((each, word) for each in places for word in words[each])]:
        filled = {**usual, **({varied: word} if varied else {})}
        action = press.action.format(**filled)
        if action not in seen and len(action.encode()) <= 32:
            seen.add(action)
            yield action, named.get(filled.get("concern", ""), "")


def _words(place: str, do: Callable[..., Awaitable[None]]) -> list[str]:
    if place == "concern":
        return list(CONCERNS.values())
    if place == "round":
        return [round_of(_concern(each, HandClock().now())) for each in ("free", "closed")]
    if place in ("page", "number", "days"):
        return list(NUMBERS)
    if place == "member":
        return [*IDS.values(), "0" * 16, "bogus"]
    return [*_known_to(do.__module__), *WORDS]


def _known_to(module: str) -> list[str]:
    """Return the short words that a module compares with, or looks up."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    compared = [each for each in ast.walk(tree) if isinstance(each, ast.Compare | ast.Dict)]
    parts = [part for each in compared for part in ast.walk(each)]
    found = [each.value for each in parts if isinstance(each, ast.Constant)]
    return sorted(
        {each for each in found if isinstance(each, str) and re.fullmatch(r"\w{1,9}", each)}
    )
