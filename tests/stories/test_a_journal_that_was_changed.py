"""Somebody changes the journal: the leads hear of it once, and everybody is served as before."""

import sqlite3
from contextlib import closing

from sqlalchemy import delete, update

from storage.database import Write
from storage.journal_proof import Kind
from storage.schema import journal
from tests.cast import Lead, Relative, Worker
from tests.postgres import on_a_file
from tests.stage import Stage


async def test_the_leads_are_told_once_that_the_journal_was_changed(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    changed = update(journal).where(journal.c.number == 1).values(actor="somebody")
    await stage.app.store.database.write(Write(changed, rows=1))
    await stage.bot_stops()
    await stage.bot_starts()
    await lone.sees("Nogen kan have ændret i bottens logbog", "Henvendelserne er der stadig")
    await stage.bot_stops()
    await stage.bot_starts()
    await lone.sees_nothing_new()
    await kim.says("/status")
    await kim.sees("Vi reagerer")


async def test_a_journal_nobody_touched_is_never_spoken_of(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    lone = await Lead.joins(stage, "Lone")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await stage.everyone_looks()
    await stage.bot_stops()
    await stage.bot_starts()
    await lone.sees_nothing_new()
    assert (await stage.app.store.journal.chain.verify()).broken is None


async def test_an_end_cut_off_beside_the_bot_is_told_within_a_minute_and_once(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.time_passes(minutes=1)
    await stage.everyone_looks()
    database = stage.app.store.database
    await database.write(Write(delete(journal).where(journal.c.number > 1)))
    await stage.time_passes(minutes=1)
    await lone.sees("Nogen kan have ændret i bottens logbog")
    await kim.says("/status")
    await kim.sees("Vi reagerer")
    for _ in range(3):
        await stage.time_passes(minutes=1)
        await stage.bot_stops()
        await stage.bot_starts()
        await lone.sees_nothing_new()
        broken = (await stage.app.store.journal.chain.verify()).broken
        assert broken is not None
        assert (broken.kind, broken.number) == (Kind.CUT_OFF, 2)


@on_a_file
async def test_an_entry_nobody_can_read_keeps_nobody_from_being_served(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await stage.bot_stops()
    with closing(sqlite3.connect(stage.folder / "data" / "brobygger.db")) as database:
        database.execute(
            "UPDATE journal SET at = 'x', actor = CAST(x'ff' AS TEXT) WHERE number = 1"
        )
        database.commit()
    await stage.bot_starts()
    await lone.sees("Nogen kan have ændret i bottens logbog")
    await kim.says("/status")
    await kim.sees("Vi reagerer")
