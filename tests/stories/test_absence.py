"""Absence: told in a tap or two, never why; a colleague who is away is left in peace."""

from tests.cast import Lead, Relative, Worker
from tests.postgres import on_both_engines
from tests.stage import Stage
from tests.stories.test_duty_roster import plans


@on_both_engines
async def test_somebody_away_is_not_on_duty_and_not_alerted(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna)
    await anna.says("Fravær")
    await anna.taps("Fra i dag indtil videre")
    await anna.sees("Vi spørger ikke hvorfor", "Fravær er noteret: fra nu af og indtil videre")
    await bo.sees("Ingen har vagten nu")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    kim.puts_the_phone_away()
    await bo.sees("Ny henvendelse")
    await anna.sees_nothing_new()


async def test_the_leads_hear_of_a_gap_at_once_and_fill_it_with_one_tap(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await plans(anna)
    await bo.goes_on_duty()
    await anna.says("Fravær")
    await anna.says("I dag")
    await anna.sees("Fravær er noteret: i dag")
    await lone.sees_nothing_new()
    await anna.says("Fravær")
    await anna.says("24/11 til 25. november")
    await anna.sees("fra tirsdag den 24. november til og med onsdag den 25. november")
    await lone.sees("Planen for Anna er ændret. Nu mangler der nogen på vagt")
    await bo.sees_nothing_new()
    await lone.taps("Tag tirs. 24/11")
    await lone.sees("Lone har vagten tirsdag den 24. november kl. 8–16")


async def test_an_absence_ends_by_itself_on_the_day_that_was_said(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await plans(anna)
    for typed in ("Fravær", "Til og med en dato", "24. november"):
        await anna.says(typed)
    await anna.sees("Fravær er noteret: til og med tirsdag den 24. november")
    await anna.says("Vagten")
    await anna.sees("Ingen er på vagt", "Næste: Anna, onsdag den 25. november kl. 8–16")
    await stage.time_passes(days=2)
    await anna.says("Vagten")
    await anna.sees("På vagt: Anna til kl. 16")


async def test_coming_back_and_taking_the_duty_both_end_an_absence(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await plans(anna)
    for back in ("Jeg er tilbage", "Tag vagten"):
        await anna.says("Fravær")
        await anna.taps("I dag")
        await anna.sees("Fravær er noteret: i dag")
        await anna.says(back)
        await anna.says("Vagten")
        await anna.sees("På vagt: Anna til kl. 16")


async def test_an_announced_absence_is_cancelled(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await plans(anna)
    for typed in ("Fravær", "12/12 til og med 20. december", "Fravær"):
        await anna.says(typed)
    await anna.sees("Noteret: fra lørdag den 12. december til og med søndag den 20. december")
    await anna.taps("Slet lør. 12/12–søn. 20/12")
    await anna.sees("Fraværet er slettet")
    await anna.taps("Slet lør. 12/12–søn. 20/12")
    await anna.sees("Det fravær findes ikke mere")


async def test_a_day_that_has_passed_is_asked_for_again(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    for typed in ("Fravær", "1/11-2026"):
        await anna.says(typed)
    await anna.sees("Den dag er forbi")
    await anna.taps("Til og med en dato")
    await anna.says("1/12")
    await anna.sees("til og med tirsdag den 1. december")


async def test_a_lead_notes_it_for_a_colleague_who_is_told(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await plans(anna)
    for typed in ("Fravær", "Noter for en kollega", "Anna", "I dag"):
        await lone.says(typed)
    await lone.sees("Anna: Fravær er noteret: i dag", "Planen for Anna er ændret")
    await anna.sees("Lone har ændret dit fravær", "Fravær er noteret: i dag")
    await anna.taps("Jeg er tilbage")
    await anna.sees("Velkommen tilbage")
    for action in ("away/2/today", "away/2/20261224", "for/away/0"):
        await anna.presses(action)
    assert (await anna.sees("kun en teamleder")).count("Det kan kun en teamleder") == 3
    await stage.everyone_looks()


async def test_somebody_away_is_asked_for_no_duty_meanwhile(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "8-16", "man-tors")
    for typed in ("Fravær", "23/11 til 27/11", "Huller", "1"):
        await bo.says(typed)
    await bo.sees("Fravær er noteret", "Bo har fravær på den tid")
    await anna.says("Byt vagt")
    await anna.taps("tirs. 24/11")
    await anna.sees("Der er ingen kollega, det kan være lige nu")


async def test_a_day_alone_is_that_day_and_not_from_now_until_it(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await plans(anna)
    await anna.says("Fravær")
    await anna.says("22. december")
    await anna.sees("Fravær er noteret: fra tirsdag den 22. december til og med tirsdag")
    await anna.says("Vagten")
    await anna.sees("På vagt: Anna")
