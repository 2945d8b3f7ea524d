"""Following up on a day of one's own choice, and being reminded later without losing a deadline."""

import pytest
from sqlalchemy import select

from domain.deadlines import Rung
from storage.schema import reminders
from tests.cast import Lead, Worker, a_taken_concern
from tests.stage import Stage


async def a_reaction(stage: Stage) -> Worker:
    """Let Anna take a concern and call."""
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    return anna


async def waiting(stage: Stage, *rungs: Rung) -> list[str]:
    """Return when reminders of these rungs are due, in UTC."""
    query = select(reminders.c.due_at).where(
        reminders.c.state == "waiting", reminders.c.rung.in_(rungs)
    )
    return [f"{row.due_at:%d/%m %H:%M}" for row in await stage.app.store.database.read(query)]


async def test_seven_days_are_offered_first_then_a_date_then_none(stage: Stage) -> None:
    anna = await a_reaction(stage)
    offered = (await anna.card()).buttons[:3]
    assert offered == ("Følg op om 7 dage", "Vælg en dato", "Ingen opfølgning")


@pytest.mark.parametrize(
    ("button", "day"),
    [
        ("I morgen", "tirsdag den 24. november"),
        ("Om 3 dage", "torsdag den 26. november"),
        ("Om 14 dage", "mandag den 7. december"),
    ],
)
async def test_a_date_can_be_tapped(stage: Stage, button: str, day: str) -> None:
    anna = await a_reaction(stage)
    await anna.taps("Vælg en dato")
    await anna.taps(button)
    assert f"Du bliver mindet om {await stage.nickname()} {day}." in (await anna.card()).text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8/12", "tirsdag den 8. december"),
        ("12. december", "mandag den 14. december"),  # a Saturday: when the team opens next
        ("08.12.2026", "tirsdag den 8. december"),
        ("om 3 dage", "torsdag den 26. november"),
        ("i morgen", "tirsdag den 24. november"),
        ("næste mandag", "mandag den 30. november"),
        ("Friday", "fredag den 27. november"),
    ],
)
async def test_a_date_can_be_typed(stage: Stage, typed: str, day: str) -> None:
    anna = await a_reaction(stage)
    await anna.says("Vælg en dato")
    await anna.says(typed)
    assert f"{await stage.nickname()} {day}." in await anna.sees()


async def test_a_follow_up_comes_when_that_day_opens(stage: Stage) -> None:
    anna = await a_reaction(stage)
    await anna.types("Vælg en dato", "i morgen")
    await stage.time_passes(hours=20)
    await anna.sees_nothing_new()
    await stage.time_passes(hours=4)
    await anna.sees("Tid til at følge op")
    await stage.time_passes(days=30)


async def test_a_day_gone_by_or_no_day_is_answered_with_an_example(stage: Stage) -> None:
    anna = await a_reaction(stage)
    await anna.types("Vælg en dato")
    for typed in ("i dag", "20/11", "24/11 2028"):
        await anna.says(typed)
        await anna.sees("fra i morgen og et år frem", "december")
    await anna.says("32/13")
    await anna.sees("forstod botten ikke", "december")
    await anna.says("ingen opfølgning")
    await anna.sees("Ingen opfølgning")
    assert await waiting(stage, Rung.FOLLOW_UP) == []


async def test_a_day_asked_for_is_forgotten_once_the_concern_has_ended(stage: Stage) -> None:
    anna = await a_reaction(stage)
    await anna.types("Vælg en dato", "Klarer sig videre selv")
    for typed in ("i morgen", "32/13"):
        await anna.says(typed)
        await anna.sees("Det forstod botten ikke")


async def test_a_new_date_takes_the_place_of_the_old(stage: Stage) -> None:
    anna = await a_reaction(stage)
    nickname = await stage.nickname()
    await anna.types(f"Vælg en dato {nickname}", "i morgen", f"Vælg en dato {nickname}", "8/12")
    assert await waiting(stage, Rung.FOLLOW_UP) == ["08/12 07:00"]


async def test_being_reminded_later_adds_a_reminder_and_moves_no_deadline(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await stage.time_passes(days=3)
    await anna.sees("venter stadig")
    ladder = (Rung.DAY5, Rung.DAY6, Rung.DAY7, Rung.OVERDUE)
    before = await waiting(stage, *ladder)
    await anna.taps("Mind mig senere")
    await anna.taps("Om 1 time")
    await anna.sees("igen?", "torsdag den 26. november kl.", "En frist bliver, hvor den er")
    assert await waiting(stage, *ladder) == before
    await stage.time_passes(hours=1)
    await anna.sees("Du bad om at blive mindet")
    await lone.sees_nothing_new()
    assert "Mind mig senere" in (await anna.screen()).buttons


async def test_being_reminded_later_can_be_typed(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.types(f"mind mig senere {await stage.nickname()}", "i morgen")
    assert await waiting(stage, Rung.SNOOZED) == ["24/11 07:00"]
    await stage.time_passes(days=1)
    await anna.sees("Du bad om at blive mindet")


async def test_the_last_call_comes_no_later_for_a_snooze_and_speaks_alone(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await stage.time_passes(days=6, hours=20)
    await stage.everyone_looks()
    await anna.types(f"mind mig senere {await stage.nickname()}", "i morgen")
    assert await waiting(stage, Rung.SNOOZED) == []
    await stage.time_passes(hours=6)
    assert "mindet" not in await anna.sees("Sidste arbejdsdag")
    await lone.sees("Sidste arbejdsdag")


async def test_a_reaction_ends_a_snooze(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.types(f"mind mig senere {await stage.nickname()}", "i morgen")
    await anna.types("Har ringet")
    assert await waiting(stage, Rung.SNOOZED) == []
    await stage.time_passes(days=30)
