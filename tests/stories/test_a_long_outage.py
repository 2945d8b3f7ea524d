"""Thirty days away: everything that came due is said at once, once, and honestly."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import update

from domain.concern import Concern
from domain.deadlines import DEADLINE_RUNGS, Reminder, Rung
from handlers.work.late import LINES
from storage.database import Write
from storage.schema import concerns
from tests import many
from tests.cast import Lead, Person, Relative, Worker, a_concern, a_taken_concern
from tests.postgres import on_both_engines
from tests.stage import Stage

PAST = "Fristen var mandag den 30. november"


async def the_team(stage: Stage) -> tuple[Worker, Worker, Lead]:
    """Let Anna, Bo and the lead be there; Anna has the duty."""
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    return anna, bo, lone


async def promised(stage: Stage, found: Sequence[Concern]) -> None:
    """Let these have the reminders of a promise and no others, the last one of them first."""
    store, now = stage.app.store, stage.clock.now()
    for minutes, each in enumerate(reversed(found)):
        ladder = [
            Reminder(rung, now + timedelta(days=days, minutes=minutes))
            for days, rung in enumerate(DEADLINE_RUNGS, start=3)
        ]
        others = store.reminders.cancel(each.id, Rung)
        await store.database.write(others, *store.reminders.schedule(each.id, ladder))


async def is_away(stage: Stage, days: int = 30) -> None:
    """Let the bot be down that long."""
    await stage.bot_stops()
    stage.clock.advance(timedelta(days=days))
    await stage.bot_starts()


async def the_one(person: Person) -> str:
    """Return the one message that is new."""
    (message,) = await person.new_messages()
    await person.sees()
    return message.text


@on_both_engines
async def test_each_of_the_team_gets_one_message_in_due_order(stage: Stage) -> None:
    anna, bo, lone = await the_team(stage)
    hers = await many.taken_by(stage, anna, 12)
    his = await many.taken_by(stage, bo, 3, named=50)
    await promised(stage, [*hers, *his])
    await is_away(stage)
    for owner, own in ((anna, hers), (bo, his)):
        text = await the_one(owner)
        assert named(text, [*hers, *his]) == [each.nickname for each in reversed(own)]
        assert text.count(PAST) == len(own)
    text, in_order = await the_one(lone), [each.nickname for each in reversed([*hers, *his])]
    assert named(text, [*hers, *his]) == in_order[:LINES]
    assert f"Og {len(in_order) - LINES} flere" in text


async def test_more_than_is_read_at_once_is_still_told_together(stage: Stage) -> None:
    anna, _bo, _lone = await the_team(stage)
    hers = await many.taken_by(stage, anna, 30)
    store, now = stage.app.store, stage.clock.now()
    for hours, each in enumerate(hers):
        often = [
            Reminder(DEADLINE_RUNGS[0], now + timedelta(days=3, hours=hours, seconds=seconds))
            for seconds in range(200)
        ]
        others = store.reminders.cancel(each.id, Rung)
        await store.database.write(others, *store.reminders.schedule(each.id, often))
    await is_away(stage)
    told = [each.text for each in await anna.new_messages()]
    assert len(told) == 2
    await stage.everyone_looks()


async def test_nothing_is_said_twice_when_the_bot_starts_again(stage: Stage) -> None:
    anna, _bo, lone = await the_team(stage)
    await promised(stage, await many.taken_by(stage, anna, 5))
    await is_away(stage)
    for each in (anna, lone):
        await the_one(each)
    await is_away(stage, days=0)
    await stage.time_passes(minutes=10)
    for each in (anna, lone):
        await each.sees_nothing_new()
    assert not await stage.app.store.reminders.due(stage.clock.now(), 9)


async def test_two_hundred_concerns_are_one_message_that_leads_to_all(stage: Stage) -> None:
    anna, _bo, lone = await the_team(stage)
    await promised(stage, await many.taken_by(stage, anna, 200))
    started = stage.clock.now() + timedelta(days=30)
    await is_away(stage)
    text = await the_one(anna)
    assert text.count(PAST) == LINES
    assert f"Og {200 - LINES} flere" in text
    await the_one(lone)
    assert stage.clock.now() - started < timedelta(seconds=10)
    await anna.taps("Mine")
    await anna.sees("Side 1 af 25")


async def test_damaged_concerns_hold_up_no_other_and_the_lead_hears_of_them_once(
    stage: Stage,
) -> None:
    anna, _bo, lone = await the_team(stage)
    found = await many.taken_by(stage, anna, 6)
    await promised(stage, found)
    damaged = found[2:4]
    which = concerns.c.id.in_([each.id for each in damaged])
    await stage.app.store.database.write(Write(update(concerns).where(which).values(state="?")))
    await is_away(stage)
    text = await anna.sees()
    assert all(text.count(each.nickname) == 1 for each in found if each not in damaged)
    assert len(await anna.from_bot()) < 8
    stuck = [each for each in await lone.new_messages() if "sidder fast" in each.text]
    assert len(stuck) == 1
    await lone.sees()


async def test_whoever_has_not_heard_of_a_concern_is_still_alerted_to_it(stage: Stage) -> None:
    anna, bo, lone = await the_team(stage)
    for _ in range(2):
        await a_concern(stage)
    await anna.sees()
    await is_away(stage)
    for each in (bo, lone):
        text = await each.sees("Ny henvendelse", "Ny henvendelse")
        assert "Botten var væk" not in text
    assert (await the_one(anna)).count("Ingen har taget den") == 2


async def test_the_reporter_is_told_and_asked_in_one_message(stage: Stage) -> None:
    anna, _bo, lone = await the_team(stage)
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await stage.everyone_looks()
    await is_away(stage)
    text = await the_one(kim)
    assert text.index("Det har vi ikke nået") < text.index("Er du stadig bekymret?")
    await stage.everyone_looks()
    await kim.taps("stadig bekymret")
    await kim.sees("Tak. Teamet har fået besked")
    for each in (anna, lone):
        await each.sees()


async def test_a_draft_is_offered_once_more_before_it_is_wiped(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await is_away(stage)
    await kim.sees("ikke sendt endnu", "Vi gemmer det til torsdag den 24. december")
    await kim.taps("Fortsæt")
    await kim.sees("Hvad har du set")


async def test_follow_ups_and_promises_stand_in_the_same_message(stage: Stage) -> None:
    anna, _bo, lone = await the_team(stage)
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await anna.taps("Følg op om 7 dage")
    await promised(stage, await many.taken_by(stage, anna, 1, named=50))
    await stage.everyone_looks()
    await is_away(stage)
    text = await anna.sees()
    assert text.count("Botten var væk") == 1
    assert "Tid til at følge op" in text
    assert PAST in text
    await lone.sees()


def named(text: str, found: Sequence[Concern]) -> list[str]:
    """Return the nicknames that stand in a text, in its order."""
    there = [each.nickname for each in found if each.nickname in text]
    return sorted(there, key=text.index)
