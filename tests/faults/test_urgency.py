"""When more waits than may leave: alerts before receipts before nudges before statistics."""

import asyncio
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import update

from bot.telegram.pace import IN_ALL
from domain.urgency import Urgency
from storage.database import Write
from storage.outbox import Message
from storage.schema import outbox
from storage.store import open_store
from tests.cast import Lead, Relative, Worker
from tests.faults import wire
from tests.postgres import on_both_engines
from tests.stage import Stage

HANGING = 16  # chats that can wait for Telegram at once and leave room for alerts
KINDS = (Urgency.STATISTICS, Urgency.NUDGE, Urgency.ANSWER, Urgency.RECEIPT, Urgency.ALERT)


@on_both_engines
async def test_what_is_most_urgent_leaves_first_whenever_it_was_written(stage: Stage) -> None:
    await stage.bot_stops()
    chats = {kind: [_a_chat(stage) for _ in range(IN_ALL)] for kind in KINDS}
    await _waits(stage, {chat: [kind] for kind in KINDS for chat in chats[kind]})
    await stage.bot_starts()
    left = {each.params["chat_id"]: each.time for each in wire.sent(stage)}
    seconds = [{left[chat] for chat in chats[kind]} for kind in reversed(KINDS)]
    assert len(left) == len(KINDS) * IN_ALL
    assert all(max(before) < min(after) for before, after in pairwise(seconds))


async def test_an_alert_brings_forward_what_stands_before_it_in_its_chat(stage: Stage) -> None:
    await stage.bot_stops()
    crowd, worker = [_a_chat(stage) for _ in range(3 * IN_ALL)], _a_chat(stage)
    waits = {chat: [Urgency.ANSWER] for chat in crowd}
    await _waits(stage, {**waits, worker: [Urgency.NUDGE, Urgency.ALERT]})
    await stage.bot_starts()
    told = [each for each in wire.sent(stage) if each.params["chat_id"] == worker]
    assert [each.params["text"] for each in told] == ["NUDGE", "ALERT"]
    first, last = wire.sent(stage)[0].time, wire.sent(stage)[-1].time
    assert told[-1].time <= first + timedelta(seconds=1) < last


async def test_an_alert_passes_while_telegram_hangs_on_others(stage: Stage) -> None:
    await stage.bot_stops()
    crowd, worker = [_a_chat(stage) for _ in range(IN_ALL - 5)], _a_chat(stage)
    await _waits(stage, {chat: [Urgency.ANSWER] for chat in crowd})
    await stage.fault("slow", "sendMessage", times=None, seconds=2.0)
    starting = asyncio.create_task(stage.bot_starts())
    await stage.sandbox.world.until(lambda _: len(wire.sent(stage)) >= HANGING)
    alert = Message("send_message", {"chat_id": worker, "text": "ALERT"}, urgency=Urgency.ALERT)
    await stage.app.store.database.write(stage.app.store.outbox.put(alert))
    stage.app.courier.lanes.wake()
    await stage.sandbox.world.until(lambda _: len(wire.sent(stage)) > HANGING)
    assert wire.sent(stage)[HANGING].params["chat_id"] == worker
    await stage.faults_end()
    await starting
    await stage.settles()
    assert len(wire.sent(stage)) == len(crowd) + 1


async def test_the_numbers_to_call_overtake_what_waits_in_their_own_chat(stage: Stage) -> None:
    await stage.bot_stops()
    chat = _a_chat(stage)
    await _waits(stage, {chat: [Urgency.ALERT, Urgency.ANSWER, Urgency.DANGER]})
    await stage.bot_starts()
    told = [each.params["text"] for each in wire.sent(stage)]
    assert told == ["DANGER", "ALERT", "ANSWER"]


async def test_every_message_is_as_urgent_as_what_it_is_for(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await stage.fault("429", "sendMessage", retry_after=30 * 86_400, times=99)
    await kim.phone.says("Send")
    await lone.phone.says("Tal")
    await wire.is_taken_in(stage)
    stage.clock.advance(timedelta(days=3, minutes=1))
    await stage.app.tick()
    waiting = await stage.app.store.outbox.due(stage.clock.now() + timedelta(days=60), (), 99)
    urgency = {
        each.message.params["text"]: each.message.urgency for each in waiting if each.message
    }
    found = {words: _of(urgency, words) for words in ("Ny henvendelse", "Din kode", "Tal for")}
    assert found == {
        "Ny henvendelse": Urgency.ALERT,
        "Din kode": Urgency.RECEIPT,
        "Tal for": Urgency.STATISTICS,
    }
    assert _of(urgency, "Ingen har taget") is Urgency.NUDGE
    await stage.faults_end()
    await stage.time_passes(days=30)
    await stage.everyone_looks()


def _of(urgency: dict[str, Urgency], words: str) -> Urgency:
    return next(found for text, found in urgency.items() if words in text)


def _a_chat(stage: Stage) -> int:
    """Let somebody have opened a chat with the bot, and return its number."""
    person = stage.sandbox.world.add_person("Somebody")
    stage.sandbox.world.chat(person.id).opened = True
    return person.id


async def _waits(stage: Stage, chats: dict[int, list[Urgency]]) -> None:
    """While the bot is down, let these messages wait for it, written in this order."""
    settings = stage.settings()
    store = await open_store(settings.storage.url, settings.keys.path)
    messages = [
        Message("send_message", {"chat_id": chat, "text": each.name}, urgency=each)
        for chat, kinds in chats.items()
        for each in kinds
    ]
    await store.database.write(*map(store.outbox.put, messages))
    await store.close()


async def test_a_damaged_urgency_holds_no_other_message_up(stage: Stage) -> None:
    await stage.bot_stops()
    chat, other = _a_chat(stage), _a_chat(stage)
    await _waits(stage, {chat: [Urgency.ALERT], other: [Urgency.NUDGE]})
    store = await open_store(stage.settings().storage.url, stage.settings().keys.path)
    damaged = update(outbox).where(outbox.c.priority == Urgency.ALERT).values(priority=77)
    await store.database.write(Write(damaged))
    await store.close()
    await stage.bot_starts()
    assert {each.params["chat_id"] for each in wire.sent(stage)} == {chat, other}
