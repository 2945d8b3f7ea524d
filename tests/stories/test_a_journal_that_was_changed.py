"""Somebody changes the journal: the leads hear of it once, and everybody is served as before."""

from sqlalchemy import update

from storage.database import Write
from storage.schema import journal
from tests.cast import Lead, Relative, Worker
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
