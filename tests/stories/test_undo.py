"""Undo for five minutes: columns, reminders and cards as before, and the reporter hears nothing."""

import pytest
from sqlalchemy import select

from domain.concern import round_of
from domain.deadlines import DEADLINE_RUNGS, REPORTER_RUNGS, Ladder, Rung
from storage.schema import journal
from tests.cast import Citizen, Lead, Relative, Worker, a_concern, a_taken_concern
from tests.postgres import on_both_engines
from tests.stage import Stage


async def waiting(stage: Stage) -> set[Rung]:
    """Return the rungs of the only concern that have not fired."""
    due = await stage.app.store.reminders.due(stage.clock.now().replace(year=2100), 100)
    return {each.rung for each in due}


async def test_a_take_undone_leaves_it_free_and_the_search_begins_anew(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_concern(stage)
    await anna.taps("Tag")
    await anna.taps("Åbn")
    await anna.says("Fortryd")
    assert await stage.state() == "seen"
    search = {step.rung for step in Ladder().steps}
    assert await waiting(stage) == {*search, *DEADLINE_RUNGS, *REPORTER_RUNGS}
    assert "er ledig" in (await bo.card()).text
    assert not [each for each in await anna.has_on_the_phone() if "Bænken" in each]
    await bo.taps("Tag")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()


async def test_a_reaction_undone_is_never_told_and_the_clock_runs_on(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.sees("læst")
    await anna.taps("Har ringet")
    await stage.time_passes(minutes=3)
    await anna.taps("Fortryd")
    assert await stage.state() == "taken"
    assert await waiting(stage) == {*DEADLINE_RUNGS, *REPORTER_RUNGS}
    await stage.time_passes(hours=1)
    await kim.sees_nothing_new()
    await anna.taps("Har svaret skriftligt")
    await stage.time_passes(minutes=5)
    await kim.sees("Vi har nu reageret")
    await stage.everyone_looks()


async def test_a_closing_undone_brings_back_what_was_planned(stage: Stage) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Har været ude")
    await anna.taps("Følg op om 7 dage")
    await stage.time_passes(minutes=6)
    await mia.sees("Vi har været ude")
    await anna.taps("Afslut")
    await anna.taps("Flyttet eller død")
    await anna.taps("Fortryd")
    assert await stage.state() == "reacted"
    assert await waiting(stage) == {Rung.FOLLOW_UP, *REPORTER_RUNGS}
    await stage.time_passes(minutes=30)
    await mia.sees_nothing_new()
    await stage.everyone_looks()


@on_both_engines
async def test_an_acceptance_undone_gives_it_back_to_the_giver(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    await anna.says(f"Giv videre {await stage.nickname()} til Bo")
    await bo.taps("Tag imod")
    await bo.taps("Fortryd")
    assert await stage.owner() == "Anna"
    await anna.sees("er din igen")
    assert not [each for each in await bo.has_on_the_phone() if "Bænken" in each]
    await bo.taps("Tag imod")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()


async def test_a_release_undone_is_the_owners_again(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    await anna.taps("Læg tilbage")
    card = (await bo.card()).message_id
    assert "er ledig" in (await bo.message(card)).text
    await anna.taps("Fortryd")
    assert await stage.owner() == "Anna"
    assert "taget af Anna" in (await bo.message(card)).text
    assert "Har ringet" in (await anna.card()).buttons
    await stage.everyone_looks()
    await stage.time_passes(hours=5)
    await bo.sees_nothing_new()


@pytest.mark.parametrize(("minutes", "state"), [(4, "taken"), (5, "reacted")])
async def test_undo_lasts_five_minutes(stage: Stage, minutes: int, state: str) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await stage.time_passes(minutes=minutes)
    await anna.taps("Fortryd")
    assert await stage.state() == state
    said = await anna.sees()
    assert ("kan ikke fortrydes mere" in said) == (state == "reacted")


async def test_it_is_too_late_to_undo_what_others_built_on(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    await anna.taps("Læg tilbage")
    await bo.taps("Tag")
    await anna.says("Fortryd")
    await anna.sees("kan ikke fortrydes mere")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()


async def test_nobody_undoes_what_another_did(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    old = await anna.data_of("Fortryd")
    await lone.says(f"Tag {await stage.nickname()}")
    await anna.forges(old)
    await anna.sees("kan ikke fortrydes mere")
    assert await stage.owner() == "Lone"
    await lone.taps("Fortryd")
    assert await stage.owner() == "Anna"
    await anna.sees("er din igen")
    noted = {each.action for each in await stage.app.store.database.read(select(journal))}
    assert {"refused: undo", "undone: taken over"} <= noted
    await stage.everyone_looks()


async def test_a_second_tap_on_a_reaction_leaves_the_way_back_open(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps_twice((await anna.card()).message_id, "Har ringet")
    await stage.everyone_looks()
    await anna.taps("Fortryd")
    assert await stage.state() == "taken"
    await stage.time_passes(minutes=6)
    await kim.sees_nothing_new()
    assert await waiting(stage) == {*DEADLINE_RUNGS, *REPORTER_RUNGS}
    await stage.everyone_looks()


async def test_a_reaction_of_another_kind_is_noted_and_ends_the_undoing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    row = await stage._concern()
    await anna.presses(f"react/{row.id}/visit/{round_of(row)}")
    assert "Fortryd" not in (await anna.card()).buttons
    actions = [each.action for each in await stage.app.store.database.read(select(journal))]
    assert [each for each in actions if "reacted" in each] == ["reacted: call", "reacted: visit"]
    await stage.everyone_looks()


async def test_nothing_goes_back_to_somebody_on_pause(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    mette = await Lead.joins(stage, "Mette")
    await a_taken_concern(stage, anna)
    await lone.says(f"Tag {await stage.nickname()}")
    await mette.says("Anna")
    await mette.taps("Sæt på pause")
    await stage.everyone_looks()
    await lone.says("Fortryd")
    await lone.sees("kan ikke fortrydes mere")
    assert await stage.owner() == "Lone"


async def test_an_offer_to_somebody_gone_does_not_come_back(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone, mette = await Lead.joins(stage, "Lone"), await Lead.joins(stage, "Mette")
    await a_taken_concern(stage, anna)
    await anna.says(f"Giv videre {await stage.nickname()} til Bo")
    await lone.says(f"Tag {await stage.nickname()}")
    await mette.says("Ja, fjern Bo")
    await lone.says("Fortryd")
    concern = await stage._concern()
    assert (await stage.owner(), concern.offered_to) == ("Anna", None)
    assert Rung.OFFER not in await waiting(stage)
    await bo.sees()
    await stage.everyone_looks()
