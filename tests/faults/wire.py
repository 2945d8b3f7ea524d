"""What the stories of a faulty wire share: counting what arrived, and leaving things half done."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.sandbox.remote import Seen
from bot.sandbox.world import Call
from storage.outbox import Message
from storage.sealing import button_token
from storage.store import open_store
from tests.cast import Person, Relative, Worker
from tests.stage import Stage


class _Listening(logging.Filter):
    """Rings when certain words are logged; it keeps nothing back."""

    def __init__(self, words: str, said: asyncio.Event) -> None:
        super().__init__()
        self._words = words
        self._said = said

    def filter(self, record: logging.LogRecord) -> bool:
        """Listen."""
        if self._words in record.getMessage():
            self._said.set()
        return True


A_QUARTER = timedelta(minutes=16)


async def times_seen(person: Person, words: str) -> int:
    """Return how many of the bot's messages hold these words."""
    return sum(words in each.text for each in await person.from_bot())


def sent(stage: Stage) -> list[Call]:
    """Return the calls with which Telegram took a new message, oldest first."""
    calls = stage.sandbox.world.calls
    return [each for each in calls if (each.method, each.status) == ("sendMessage", 200)]


def arrivals(stage: Stage, person: Person) -> list[datetime]:
    """Return the moments at which Telegram took a new message to a person."""
    theirs = person.phone.person
    return [each.time for each in sent(stage) if each.params["chat_id"] == theirs]


def statuses(stage: Stage, method: str) -> list[int]:
    """Return how every call of a method ended."""
    return [each.status for each in stage.sandbox.world.calls if each.method == method]


async def is_refused(stage: Stage, status: int) -> None:
    """Wait until Telegram has refused a call so, and the bot has drawn its conclusions."""
    await stage.sandbox.world.until(
        lambda world: any(each.status == status for each in world.calls)
    )
    await stage.app.courier.lanes.idle.wait()


async def is_logged(caplog: pytest.LogCaptureFixture, words: str) -> None:
    """Wait until the bot has logged these words."""
    said = asyncio.Event()
    caplog.handler.addFilter(listening := _Listening(words, said))
    try:
        if words not in caplog.text:
            await asyncio.wait_for(said.wait(), timeout=10)
    finally:
        caplog.handler.removeFilter(listening)


async def a_minute_passes(stage: Stage) -> None:
    """Let the bot try again and again, whatever comes of it."""
    for _ in range(6):
        stage.clock.advance(timedelta(seconds=10))
        await stage.app.tick()
        await stage.app.dispatcher.lanes.idle.wait()
        await stage.app.courier.lanes.idle.wait()


async def is_back(stage: Stage) -> None:
    """Wait until the bot polls again, and let what waited go out."""
    await stage.sandbox.world.until(lambda world: world.updates.is_awaited, 40)
    await stage.settles()


async def is_taken_in(stage: Stage) -> None:
    """Wait until the bot has done what people asked for, even if no answer can leave."""
    await stage.sandbox.world.until(lambda world: world.pending() == 0)
    await stage.app.dispatcher.lanes.idle.wait()
    await stage.app.courier.lanes.idle.wait()


async def a_taken_concern(stage: Stage) -> Worker:
    """Let a concern come in and be taken by the worker on duty."""
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await (await Relative.arrives(stage, "Kim")).raises_a_concern()
    await anna.sees("Ny henvendelse")
    await anna.taps("Tag")
    return anna


async def a_concern_of(stage: Stage, name: str) -> tuple[Worker, Relative]:
    """Let somebody's concern be taken by the worker on duty; everybody has read everything."""
    anna, somebody = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, name)
    await anna.goes_on_duty()
    await somebody.raises_a_concern()
    await anna.taps("Tag")
    await everybody_looks(stage)
    return anna, somebody


async def everybody_looks(stage: Stage) -> None:
    """Let everybody read what is new."""
    for person in stage.cast:
        await person.sees()


def loses_contact(stage: Stage, person: Person) -> None:
    """Let a person have blocked the bot without the bot having been told."""
    stage.sandbox.world.chat(person.phone.person).blocked = True


async def forges_an_answer(stage: Stage, person: Person, on: Seen) -> None:
    """Press a button of the bot's own making that no handler can make sense of."""
    chat, store = person.phone.person, stage.app.store
    interview = (await store.doors.at(chat)).interview
    assert interview is not None
    plain = f"a/{interview.id}/{interview.at}/99"
    data = button_token(store.keyring.key("buttons", 64), chat, plain)
    await person.phone.forges(on.message_id, data)


def weird(person: Person) -> dict[str, Any]:
    """Return an update whose message has a command that stands nowhere."""
    message = {
        "message_id": 1,
        "date": 0,
        "chat": {"id": person.phone.person, "type": "private"},
        "from": {"id": person.phone.person, "is_bot": False, "first_name": "Kim"},
        "text": "/start",
        "entities": [{"type": "bot_command"}],
    }
    return {"update_id": 1, "message": message}


def typed(person: Person, update_id: int, text: str) -> dict[str, Any]:
    """Return an update with typed words, as Telegram numbers them."""
    plain = weird(person)["message"] | {"message_id": 10_000 + update_id, "text": text}
    del plain["entities"]
    return {"update_id": update_id, "message": plain}


def album_part(person: Person, update_id: int) -> dict[str, Any]:
    """Return an update with one photo of an album."""
    message = weird(person)["message"] | {"message_id": update_id, "media_group_id": "7"}
    del message["text"], message["entities"]
    size = {"file_id": str(update_id), "file_unique_id": "u", "width": 90, "height": 67}
    return {"update_id": update_id, "message": message | {"photo": [size]}}


async def gives_up(stage: Stage) -> None:
    """Let the time pass in which the bot tries an update again."""
    await stage.settles()
    for seconds in (1, 3, 11, 1):
        await stage.time_passes(seconds=seconds)


async def a_crash_left(stage: Stage, person: Person, text: str, *, repeatable: bool) -> None:
    """While the bot is down, leave a message behind that was perhaps being sent."""
    settings, params = stage.settings(), {"chat_id": person.phone.person, "text": text}
    store = await open_store(settings.storage.url, settings.keys.path)
    message = Message("send_message", params, repeatable=repeatable)
    await store.database.write(store.outbox.put(message))
    [(row,)] = await store.database.read_all_of("SELECT max(id) FROM outbox")
    await store.database.write(store.outbox.sending(row))
    await store.close()
