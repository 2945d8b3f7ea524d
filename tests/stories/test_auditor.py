"""The auditor: what went missing comes back, the leads hear of it once, and the heart beats."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from bot.db_commands import settle_parked
from domain.deadlines import Rung
from storage.database import Write
from storage.outbox import Message
from storage.parked import discarded, retried
from storage.schema import concerns, journal, outbox, reminders
from tests.beats import Beats, somebody_who_watches
from tests.cast import Citizen, Lead, Relative, Reporter, Worker, a_taken_concern
from tests.faults import wire
from tests.hand_clock import HandClock
from tests.postgres import on_both_engines
from tests.stage import Stage


@pytest.fixture
async def beats() -> AsyncIterator[Beats]:
    async with somebody_who_watches() as found:
        yield found


@pytest.fixture
async def stage(tmp_path: Path, data: str, beats: Beats) -> AsyncIterator[Stage]:
    watch = {"heartbeat_url": beats.url}
    async with Stage(tmp_path, HandClock(), storage={"url": data}, watch=watch).open() as opened:
        yield opened


async def waiting(stage: Stage) -> list[tuple[Any, ...]]:
    """Return every reminder that waits, as rung and moment."""
    query = select(reminders.c.rung, reminders.c.due_at).where(reminders.c.state == "waiting")
    rows = await stage.app.store.database.read(query)
    return sorted((row.rung, row.due_at) for row in rows)


async def by_hand(stage: Stage, statement: Any) -> None:
    """Change the database as somebody with a shell would."""
    await stage.app.store.database.write(Write(statement))


async def a_minute_later(stage: Stage, beats: Beats) -> int:
    """Let a minute pass; return how often the heart beat in it."""
    before = beats.number
    await stage.time_passes(minutes=1)
    return beats.number - before


@on_both_engines
async def test_a_reminder_deleted_by_hand_is_there_again_a_minute_later(
    stage: Stage, beats: Beats
) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    assert await a_minute_later(stage, beats) == 1
    before = await waiting(stage)
    await by_hand(stage, delete(reminders).where(reminders.c.rung == Rung.OVERDUE))
    assert await a_minute_later(stage, beats) == 0
    assert await waiting(stage) == before
    await lone.sees("Der manglede påmindelser", "lagt dem ind igen")
    await anna.sees_nothing_new()
    assert await a_minute_later(stage, beats) == 1
    query = select(journal.c.actor).where(journal.c.action == "reminders put back")
    assert [row.actor for row in await stage.app.store.database.read(query)] == ["clock"]


@pytest.mark.parametrize("who", [Relative, Citizen])
async def test_all_reminders_of_an_untaken_concern_come_back_as_they_were(
    stage: Stage, who: type[Reporter]
) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await who.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await lone.sees_alert()
    before = await waiting(stage)
    await by_hand(stage, delete(reminders))
    await stage.time_passes(minutes=1)
    assert await waiting(stage) == before
    await lone.sees("Der manglede påmindelser")


async def test_the_leads_hear_of_one_kind_of_finding_once_a_day_and_over_a_restart(
    stage: Stage,
) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    for _ in range(2):
        await by_hand(stage, delete(reminders).where(reminders.c.rung == Rung.OVERDUE))
        await stage.time_passes(minutes=1)
        await stage.bot_stops()
        await stage.bot_starts()
    assert (await lone.sees()).count("Der manglede påmindelser") == 1
    assert Rung.OVERDUE in [rung for rung, _ in await waiting(stage)]
    await stage.time_passes(days=1)
    await by_hand(stage, delete(reminders).where(reminders.c.rung == Rung.OVERDUE))
    await stage.time_passes(minutes=1)
    await lone.sees("Der manglede påmindelser")


async def test_what_a_reporter_took_back_is_not_put_back(stage: Stage, beats: Beats) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await lone.sees_alert()
    gone = update(reminders).where(reminders.c.rung == Rung.STILL_WORRIED)
    await by_hand(stage, gone.values(state="cancelled"))
    assert await a_minute_later(stage, beats) == 1
    assert Rung.STILL_WORRIED not in [rung for rung, _ in await waiting(stage)]


async def test_the_heart_does_not_beat_while_something_is_parked(
    stage: Stage, beats: Beats
) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await stage.app.gateway.receive([wire.weird(kim)])
    await wire.gives_up(stage)
    await stage.everyone_looks()
    assert await a_minute_later(stage, beats) == 0
    assert (await settle_parked(stage.settings(), discarded())).inbox_parked == 1
    assert await a_minute_later(stage, beats) == 1
    await lone.sees_nothing_new()


@on_both_engines
async def test_what_is_parked_can_be_tried_again(stage: Stage, beats: Beats) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    message = Message("send_message", {"chat_id": kim.phone.person, "text": "Et svar"})
    store = stage.app.store
    aside = update(outbox).values(state="parked", attempts=4)
    await store.database.write(store.outbox.put(message), Write(aside))
    await stage.app.gateway.receive([wire.weird(kim)])
    await wire.gives_up(stage)
    await stage.everyone_looks()
    assert await a_minute_later(stage, beats) == 0
    counts = await settle_parked(stage.settings(), retried())
    assert (counts.inbox_parked, counts.outbox_parked) == (1, 1)
    await wire.gives_up(stage)
    await kim.sees("Et svar", "Noget gik galt hos os")
    await lone.sees("kunne ikke behandles")


async def test_what_waits_twenty_minutes_while_telegram_answers_is_told_once(
    stage: Stage, beats: Beats
) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await stage.fault("500", "sendMessage", times=9999, chat_id=kim.phone.person)
    await kim.phone.says("/start")
    await wire.is_refused(stage, 500)
    for _ in range(25):
        stage.clock.advance(wire.A_QUARTER / 16)
        await stage.app.tick()
    beaten = beats.number
    stage.clock.advance(timedelta(minutes=1))
    await stage.app.tick()
    assert beats.number == beaten
    await stage.faults_end()
    await stage.settles()
    assert (await lone.sees()).count("Noget sidder fast") == 1
    await kim.sees("Hvilket sprog?")
    assert await a_minute_later(stage, beats) == 1


async def test_a_reminder_that_fails_is_told_and_stills_the_heart_until_it_is_fired(
    stage: Stage, beats: Beats
) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    await by_hand(stage, update(concerns).values(role="no-role"))
    await stage.time_passes(days=3, minutes=1)
    await lone.sees("Noget sidder fast")
    await by_hand(stage, update(concerns).values(role="relative"))
    assert await a_minute_later(stage, beats) == 0
    await stage.time_passes(minutes=10)
    await lone.sees("venter stadig")
    assert await a_minute_later(stage, beats) == 1


async def test_a_reminder_that_cannot_be_read_is_told_and_stills_the_heart(
    stage: Stage, beats: Beats
) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    broken = update(reminders).where(reminders.c.rung == Rung.DAY3)
    await by_hand(stage, broken.values(rung="no-rung", due_at=stage.clock.now()))
    await stage.time_passes(minutes=2)
    assert await a_minute_later(stage, beats) == 0
    await lone.sees("Noget sidder fast")


async def test_a_journal_that_was_changed_stills_the_heart(stage: Stage, beats: Beats) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    await stage.time_passes(minutes=1)
    await by_hand(stage, delete(journal).where(journal.c.number > 1))
    assert await a_minute_later(stage, beats) == 0
    await lone.sees("Nogen kan have ændret i bottens logbog")
    assert await a_minute_later(stage, beats) == 0


@pytest.mark.parametrize("status", [500, 302])
async def test_a_heartbeat_that_fails_is_one_line_without_its_address(
    stage: Stage, beats: Beats, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    await Lead.joins(stage, "Lone")
    beats.status = status
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            assert await a_minute_later(stage, beats) == 1
    lines = [each.getMessage() for each in caplog.records if each.name == "bot.health.heartbeat"]
    assert lines == [f"The heartbeat to watch.heartbeat_url does not arrive: status {status}"]
    assert beats.url not in caplog.text
    assert "a-secret" not in str(stage.settings())


async def test_after_a_quarter_of_an_hour_telegrams_silence_is_an_alarm(
    stage: Stage, beats: Beats, caplog: pytest.LogCaptureFixture
) -> None:
    lone = await Lead.joins(stage, "Lone")
    await stage.telegram_goes_away()
    for _ in range(3):
        await stage.telegram_fails_again(minutes=14)
    before = beats.number
    await stage.app.tick()
    assert beats.number == before
    alarms = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert [each.getMessage().partition(":")[0] for each in alarms] == [
        "Telegram has not been reached for 28 minutes",
        "The audit found",
    ]
    await stage.telegram_comes_back()
    assert (await lone.sees()).count("kunne ikke nå Telegram i 42 minutter") == 1
    assert await a_minute_later(stage, beats) == 1


async def test_an_alarm_is_remembered_over_a_restart(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await stage.telegram_goes_away()
    await stage.telegram_fails_again(hours=5)
    await stage.bot_stops()
    stage.clock.advance(wire.A_QUARTER)
    await stage.faults_end()
    await stage.bot_starts()
    await lone.sees("kunne ikke nå Telegram i 5 timer")
    await stage.bot_stops()
    await stage.bot_starts()
    await lone.sees_nothing_new()


async def test_after_more_than_a_day_the_leads_hear_that_words_may_be_lost(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await stage.telegram_goes_away()
    await stage.telegram_fails_again(hours=30)
    await stage.telegram_comes_back()
    await lone.sees("i 30 timer", "kan være tabt")


async def test_a_short_silence_is_no_alarm(stage: Stage, beats: Beats) -> None:
    lone = await Lead.joins(stage, "Lone")
    await stage.telegram_is_away(minutes=14)
    await lone.sees_nothing_new()
    assert await a_minute_later(stage, beats) == 1


async def test_what_falls_due_under_the_look_itself_frightens_nobody(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, lone)
    due, day3 = stage.clock.now(), reminders.c.rung == Rung.DAY3
    await by_hand(stage, update(reminders).where(day3).values(rung="x", due_at=due))
    await stage.time_passes(minutes=2)
    await stage.everyone_looks()
    await lone.sees_nothing_new()
    await stage.time_passes(minutes=1)
    await lone.sees("Noget sidder fast")
