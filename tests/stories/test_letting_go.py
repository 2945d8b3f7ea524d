"""Letting go holds whenever it happens: elsewhere, with messages waiting, or cut short."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from domain.entry import Entry, EntryKind
from handlers.forgetting import forget
from handlers.screen import Button, Screen, params
from storage.database import Conflict, Write
from storage.doors import Door
from storage.outbox import Message
from storage.schema import cards, concerns, doors, entries, inbox, journal, outbox
from tests.cast import Citizen, Relative, Worker, the_code
from tests.faults import wire
from tests.stage import Stage

DAYS = 180


async def _id(stage: Stage) -> str:
    rows = await stage.app.store.database.read(select(concerns.c.id))
    return str(rows[-1].id)


async def _ended(stage: Stage, anna: Worker, kim: Relative) -> str:
    await kim.raises_a_concern()
    for button in ("Tag", "Har ringet", "Åbn", "Afslut", "Klarer sig videre selv"):
        await anna.taps(button)
    await stage.everyone_looks()
    return await _id(stage)


async def test_taking_back_does_not_tell_when_the_team_had_closed_it(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await _ended(stage, anna, kim)
    await stage.time_passes(days=100)
    await kim.walks("/fortryd", "[Ja, jeg siger stop]")
    await stage.everyone_looks()
    gone_on = stage.clock.now().date() + timedelta(days=DAYS)
    await kim.says("/status")
    seen = (await kim.screen()).text
    assert f"{gone_on.day}. " in seen.partition("sletter alt om den")[2]
    (row,) = await stage.app.store.database.read(select(concerns.c.ended_on))
    assert row.ended_on == stage.clock.now().date()
    await stage.everyone_looks()


async def test_a_phone_left_behind_knows_nothing_of_it_any_more(stage: Stage) -> None:
    kim, again = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await kim.walks("/mere")
    await again.says("/start")
    await again.says(code)
    await stage.everyone_looks()
    door = await stage.app.store.doors.at(kim.phone.person)
    assert (door.concerns, dict(door.wrote), door.expected) == ((), {}, None)
    await again.walks("/slip", "[Ja, slip sporet]")
    concern = await _id(stage)
    rows = await stage.app.store.database.read(select(doors))
    for row in rows:
        plain = stage.app.store.keyring.unseal("doors", f"doors/{row.tag}", row.sealed)
        assert concern not in str(plain)
    await stage.everyone_looks()


async def _waits(stage: Stage, chat: int, named: str, **about: Any) -> None:
    """Let a message with a button of that concern lie in the outbox, set aside."""
    store = stage.app.store
    rows = ((Button("Se", f"mine/{named}/show"), Button("Andet", "acute")),)
    arguments = params(Screen("Ord", rows), chat, store.keyring.key("buttons", 64))
    aside = Write(update(outbox).values(state="parked", not_before=stage.clock.now()))
    await store.database.write(store.outbox.put(Message("send_message", arguments, **about)), aside)


async def test_after_a_cut_no_waiting_message_names_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    concern = await _id(stage)
    await _waits(stage, kim.phone.person, concern, concern=concern)
    await _waits(stage, kim.phone.person, concern)
    store = stage.app.store
    raw = {"update_id": 7, "message": {"text": "Ord"}}
    await store.inbox.add([(7, kim.phone.person, raw)], stage.clock.now())
    await store.database.write(store.inbox.park(7))
    await kim.walks("/slip", "[Ja, slip sporet]")
    await stage.everyone_looks()
    kept = await store.database.read(select(outbox).where(outbox.c.state == "parked"))
    assert [row.concern for row in kept] == [None, None]
    for row in kept:
        _, left = store.keyring.unseal("outbox", f"outbox/{row.lane}", row.sealed)
        ((button,),) = left["reply_markup"]["inline_keyboard"]
        assert button["text"] == "Andet"
    assert await store.database.read(select(inbox).where(inbox.c.state == "parked")) == []


async def test_erasing_takes_the_words_that_wait_for_the_team(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    concern, store = await _id(stage), stage.app.store
    (alert,) = await store.concerns.alerts(concern)
    await _waits(stage, anna.phone.person, concern, member=alert.member, concern=concern)
    await _waits(stage, anna.phone.person, concern, member=alert.member, card=alert.card)
    await kim.walks("/slet", "[Ja, slet det hele]")
    await stage.everyone_looks()
    assert await store.database.read(select(outbox.c.id)) == []
    assert await stage.state() == "withdrawn"


async def test_a_cut_that_was_cut_short_is_done_by_the_same_yes(stage: Stage) -> None:
    """Its key is destroyed before its row is emptied: the bot falls over between the two."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    concern, store = await _id(stage), stage.app.store
    await kim.walks("/slip")
    await store.keyring.destroy_route_key(concern)
    await kim.taps("Ja, slip sporet")
    await stage.everyone_looks()
    (row,) = await store.database.read(select(concerns.c.route))
    assert row.route is None
    assert (await store.doors.at(kim.phone.person)).concerns == ()
    assert await stage.state() == "received"


async def test_an_erasing_that_was_cut_short_is_done_by_the_same_yes(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    concern, store = await _id(stage), stage.app.store
    await kim.walks("/slet")
    await store.keyring.destroy_concern_keys([concern])
    await kim.taps("Ja, slet det hele")
    await stage.everyone_looks()
    (row,) = await store.database.read(select(concerns))
    assert (row.route, row.words, row.state) == (None, b"", "withdrawn")
    assert (await store.doors.at(kim.phone.person)).concerns == ()


async def test_a_forgetting_that_was_cut_short_leaves_no_door_behind(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    concern, store = await _ended(stage, anna, kim), stage.app.store
    await stage.time_passes(days=2)
    await store.keyring.destroy_concern_keys([concern])
    await stage.bot_stops()
    await stage.bot_starts()
    await stage.time_passes(days=DAYS - 2, hours=2)
    assert await stage.app.store.concerns.get(concern) is None
    await stage.time_passes(days=1)
    theirs = doors.c.tag == stage.app.store.doors.tag(kim.phone.person)
    assert await stage.app.store.database.read(select(doors.c.tag).where(theirs)) == []
    await stage.everyone_looks()


async def test_a_damaged_way_back_keeps_nothing_from_being_forgotten(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    first = await _ended(stage, anna, kim)
    second = await _ended(stage, anna, await Relative.arrives(stage, "Sam"))
    damaged = update(concerns).where(concerns.c.id == min(first, second)).values(route=b"?" * 60)
    await stage.app.store.database.write(Write(damaged))
    await stage.time_passes(days=DAYS, hours=2)
    assert await stage.app.store.database.read(select(concerns.c.id)) == []
    await stage.everyone_looks()


async def test_what_is_written_while_it_is_forgotten_goes_too(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    concern, store = await _ended(stage, anna, kim), stage.app.store
    late = await store.concerns.enter(concern, Entry(EntryKind.NOTE, "Sent", date(2026, 12, 1)))
    await stage.time_passes(days=DAYS, hours=2)
    about = store.outbox.about(anna.phone.person, 99, concern)
    alert = store.concerns.alert(concern, "anna", "alert/late")
    shown = store.outbox.show("alert/late", anna.phone.person, 98)
    await store.database.write(late, about, alert, shown)
    await stage.time_passes(hours=2)
    assert await store.database.read(select(entries.c.id)) == []
    left = select(cards.c.id).where(cards.c.id.not_like("prompt/%"))
    assert await store.database.read(left) == []
    await stage.everyone_looks()


async def test_no_reminder_tells_the_minute_at_which_somebody_wrote(stage: Stage) -> None:
    await Worker.joins(stage, "Anna")
    kim = await Citizen.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.time_passes(hours=5)
    await stage.everyone_looks()
    of_the_clock = journal.c.actor == "clock", journal.c.concern.is_not(None)
    rows = await stage.app.store.database.read(select(journal.c.at).where(*of_the_clock))
    assert rows
    assert {row.at.timetz().isoformat() for row in rows} == {"12:00:00+00:00"}


async def test_doors_that_are_needed_hide_no_empty_ones(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    concern, store = await _id(stage), stage.app.store
    long_ago = date(2020, 1, 1)
    for chat in range(1, 5):
        door = Door(store.doors.tag(chat), chat, concerns=(concern,) if chat < 4 else ())
        await store.database.write(store.doors.save(door, long_ago))
    await store.database.write(*await store.doors.unused(date(2020, 1, 2), 1))
    left = await store.database.read(select(doors.c.tag).where(doors.c.touched_on == long_ago))
    assert {row.tag for row in left} == {store.doors.tag(chat) for chat in (1, 2, 3)}


async def test_of_an_update_tried_again_no_time_is_kept(stage: Stage) -> None:
    store, now = stage.app.store, datetime(2026, 11, 26, 10, 1, tzinfo=UTC)
    row = {"update_id": 8, "lane": "x", "sealed": b"", "state": "new", "attempts": 1}
    row |= {"not_before": now + timedelta(days=900), "received_at": now}
    await store.database.write(Write(insert(inbox).values(row)), store.inbox.done(8))
    (kept,) = await store.database.read(select(inbox.c.not_before).where(inbox.c.update_id == 8))
    assert kept.not_before < now


async def test_while_no_concern_is_there_nothing_that_waits_is_swept_away(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await stage.fault("429", method="sendMessage", retry_after=7000)
    await kim.phone.says("/start")
    await wire.is_refused(stage, 429)
    await stage.time_passes(minutes=61)
    assert await kim.from_bot() == []
    await stage.time_passes(minutes=60)
    await kim.sees("Hvilket sprog?")


async def test_of_two_concerns_only_the_forgotten_one_leaves_its_reporters_door(
    stage: Stage,
) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    first = await _ended(stage, anna, kim)
    await stage.time_passes(days=DAYS - 3)
    await kim.says("Ny henvendelse")
    await kim.raises_a_concern()
    await kim.says("/ret 1")
    await stage.time_passes(days=4)
    await stage.everyone_looks()
    (second,) = await stage.app.store.concerns.open()
    assert second.id != first
    assert (await stage.app.store.doors.at(kim.phone.person)).concerns == (second.id,)
    await kim.says("Nu fryser han")  # it was asked about the other one, and still is
    await stage.everyone_looks()
    (entry,) = await stage.app.store.concerns.entries(second.id)
    assert (entry.kind, entry.words) == (EntryKind.CORRECTED, "Nu fryser han")


async def test_what_has_not_ended_is_not_forgotten(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    concern = await _id(stage)
    await stage.app.turns.run(None, partial(forget, concern_id=concern))
    assert await _id(stage) == concern


async def test_what_goes_on_meanwhile_is_kept_with_its_keys(stage: Stage) -> None:
    """Between looking and deleting somebody may open it again."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    concern, store = await _id(stage), stage.app.store
    with pytest.raises(Conflict):
        await store.database.write(*store.forgetting.concern(concern))
    assert await _id(stage) == concern
    assert await store.concerns.words(concern)


async def test_what_ended_before_its_day_was_noted_is_forgotten_too(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await _ended(stage, anna, kim)
    await stage.app.store.database.write(Write(update(concerns).values(ended_on=None)))
    await stage.time_passes(days=1)
    await stage.time_passes(days=DAYS + 1)
    await stage.everyone_looks()
    assert await stage.app.store.database.read(select(concerns)) == []


async def test_taking_back_twice_and_erasing_then_ends_it_once(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await anna.goes_on_duty()
    await kim.raises_a_concern()
    await kim.walks("/fortryd", "[Ja, jeg siger stop]")
    await kim.says("Ja, jeg siger stop")
    await kim.sees()
    assert await wire.times_seen(anna, "er trukket tilbage") == 1
    noted = select(journal.c.actor).where(journal.c.action == "withdrawn")
    assert len(await stage.app.store.database.read(noted)) == 1
    await kim.walks("/slet", "[Ja, slet det hele]")
    await stage.everyone_looks()
    assert await wire.times_seen(anna, "slettet af henvenderen") == 1
    assert await stage.state() == "withdrawn"
    assert await stage.app.store.reminders.of(await _id(stage)) == []


async def test_a_yes_of_before_somebody_came_back_elsewhere_lets_nothing_go(stage: Stage) -> None:
    kim, again = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await kim.says("/slip")
    await again.says("/start")
    await again.says(code)
    await stage.everyone_looks()
    await kim.taps("Ja, slip sporet")
    await stage.everyone_looks()
    (row,) = await stage.app.store.database.read(select(concerns.c.route))
    assert row.route is not None
    assert len((await stage.app.store.doors.at(again.phone.person)).concerns) == 1


async def test_a_door_that_knows_nothing_of_it_stays_as_it_is(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    first, store = await _ended(stage, anna, kim), stage.app.store
    await stage.time_passes(days=DAYS - 3)
    await kim.says("Ny henvendelse")
    await kim.raises_a_concern()
    door = await store.doors.at(kim.phone.person)
    second = tuple(each for each in door.concerns if each != first)
    today = stage.clock.now().date()
    await store.database.write(store.doors.save(replace(door, concerns=second), today))
    await stage.time_passes(days=4)
    await stage.everyone_looks()
    assert [each.id for each in await store.concerns.open()] == list(second)
    assert (await store.doors.at(kim.phone.person)).concerns == second
