"""The duty roster: who has the duty now and next, gaps, and the weekly plan built in chat."""

import re
from datetime import UTC, date, datetime

from handlers.roster import rota
from handlers.team.buttons import PRESSES
from tests.cast import Lead, Worker
from tests.postgres import on_both_engines
from tests.stage import Stage


async def plans(worker: Worker, hours: str = "8-16", days: str = "hverdage") -> None:
    """Put a weekly duty of one's own on the plan by typing."""
    await worker.says("Ugeplan")
    await worker.taps("Tilføj min faste vagt")
    await worker.says(days)
    await worker.says(hours)
    await worker.says("Hver uge")
    await worker.sees("Vagten står nu på planen")


async def test_the_duty_shows_who_has_it_until_when_and_who_is_next(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "8-12")
    await plans(bo, "12-16")
    await bo.says("/vagt")
    seen = await bo.sees("På vagt: Anna til kl. 12", "Næste: Bo, mandag den 23. november kl. 12–16")
    assert "Dine næste vagter:\nmandag den 23. november kl. 12–16\ntirsdag" in seen
    assert seen.count("kl. 12–16") == 1 + 5
    assert "Huller" not in seen
    await bo.says("Hvem har vagten?")
    await bo.sees("På vagt: Anna til kl. 12")
    await anna.sees("mangler der nogen på vagt")  # as long as only her own hours were planned


@on_both_engines
async def test_a_weekly_duty_is_built_with_taps_and_removed_again(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Ugeplan")
    await anna.taps("Tilføj min faste vagt")
    screen = (await anna.screen()).message_id
    for button in ("man.", "ons.", "Dagene er valgt", "8–12", "Ulige uger"):
        await anna.taps(button)
    await anna.sees("Vagten står nu på planen", "Anna: man., ons. kl. 8–12, ulige uger")
    assert "Hvilke uger" in (await anna.message(screen)).text
    await anna.taps("Fjern en fast vagt")
    await anna.taps("man., ons. kl. 8–12")
    assert "Anna:" not in await anna.sees("taget af planen", "Her står ingen vagter endnu")


async def test_a_lead_plans_for_a_colleague_and_a_worker_cannot(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await lone.says("Ugeplan")
    for typed in ("Tilføj for en kollega", "Bo", "tir og tors", "kl. 8.30 til 15", "Lige uger"):
        await lone.says(typed)
    await lone.sees("Bo: tirs., tors. kl. 8.30–15, lige uger")
    await bo.sees("Du har fået en fast vagt", "tirs., tors. kl. 8.30–15, lige uger")
    for action in ("week/2/31/08001600/every", "for/week/0", "unweek/x", "week/2/999"):
        await anna.presses(action)
    await anna.sees(
        "Det kan kun en teamleder", "Det kan kun en teamleder", "ikke på planen", "knap"
    )
    await anna.says("Ugeplan")
    seen = await anna.sees("Bo: tirs., tors.")
    assert "8–16" not in seen
    assert "Fjern en fast vagt" not in (await anna.screen()).buttons


async def test_a_gap_is_seen_and_taken_with_one_tap(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "8-16", "mandag til torsdag")
    await bo.says("Huller")
    await bo.sees("Her mangler der nogen på vagt")
    assert (await bo.screen()).buttons == (
        "1. Tag fre. 27/11 kl. 8–16",
        "2. Tag fre. 4/12 kl. 8–16",
    )
    await bo.taps("fre. 27/11")
    await bo.sees("Bo har vagten fredag den 27. november kl. 8–16")
    await bo.taps("1. Tag fre. 27/11")
    await bo.sees("Det hul findes ikke mere")
    await bo.says("Vagten")
    await bo.sees("Dine næste vagter:\nfredag den 27. november kl. 8–16", "de næste to uger: 1.")


async def test_a_lead_puts_a_colleague_into_a_gap_and_they_are_told(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await plans(anna, "8-16", "man-tors")
    for typed in ("Huller", "Sæt en kollega på", "2", "Anna"):
        await lone.says(typed)
    await lone.sees("Anna har vagten fredag den 4. december kl. 8–16")
    await anna.sees("Anna har vagten fredag den 4. december kl. 8–16")
    for action in ("gapfor/0", "gapto/0000100002", "gapto/0000100002/1", "gap/xyz"):
        await anna.presses(action)
    refused = await anna.sees("Det kan kun en teamleder")
    assert refused.count("Det kan kun en teamleder") == 3


async def test_without_a_plan_no_gaps_are_listed_but_how_to_make_one(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Huller")
    await anna.sees("Der er ingen ugeplan endnu")
    await anna.taps("Ugeplan")
    await anna.sees("Her står ingen vagter endnu")
    await plans(anna)
    await anna.says("Huller")
    await anna.sees("Der er ingen huller de næste to uger")


async def test_an_emptied_duty_is_told_at_once_and_taken_with_one_tap(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    lone = await Lead.joins(stage, "Lone")
    await plans(anna)
    await anna.says("Gå af vagt")
    await anna.sees("Du er gået af vagt", "Ingen er på vagt", "de næste to uger: 1.")
    await lone.sees("Ingen har vagten nu", "Planen for Anna er ændret")
    assert "Tag man. 23/11 kl. 10–16" in (await lone.screen()).buttons
    await bo.sees("Ingen har vagten nu. Kan du tage den?")
    await bo.taps("Tag vagten")
    await bo.sees("Du har vagten nu", "På vagt: Bo til kl. 16")
    await lone.taps("Tag man. 23/11")
    await lone.sees("Det hul findes ikke mere")


async def test_going_off_while_another_has_it_disturbs_nobody(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    await bo.goes_on_duty()
    await anna.says("Gå af vagt")
    await anna.sees("Du er gået af vagt", "På vagt: Bo")
    await bo.sees_nothing_new()


async def test_a_duty_taken_by_hand_ends_when_the_plan_puts_others_on(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "12-16")
    await bo.says("Tag vagten")
    await bo.sees("På vagt: Bo til kl. 12", "Næste: Anna")
    await stage.time_passes(hours=3)
    await bo.says("Vagten")
    await bo.sees("På vagt: Anna til kl. 16")
    await bo.says("Gå af vagt")
    await bo.sees("På vagt: Anna til kl. 16")
    await anna.sees("Du har vagten nu til kl. 16", "mangler der nogen på vagt")


async def test_ten_colleagues_and_many_gaps_come_in_pages(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    for name in ("Anna", "Bo", "Dan", "Eva", "Fie", "Gry", "Ida", "Jon", "Kaj"):
        await Worker.joins(stage, name)
    await plans(lone, "16-22")
    await lone.says("Huller")
    assert [each[:2] for each in (await lone.screen()).buttons[:8]] == [
        f"{i}." for i in range(1, 9)
    ]
    await lone.taps("Næste side")
    await lone.taps("1. Tag")
    await lone.sees("Lone har vagten")
    await lone.says("Byt vagt")
    await lone.says("Byt for en kollega")
    await lone.says("Næste side")
    await lone.says("Kaj")
    await lone.sees("Der er ingen vagter at bytte")


async def test_a_word_that_no_button_carries_is_answered_kindly(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    words = ("0", "x", "zzzzzzzzzz", "0000100002", f"{date.max:%Y%m%d}", "ÆØÅ", "٣")
    for press in (each.action for each in PRESSES if each.do is rota.tapped):
        for word in words:
            action = re.sub(r"\{\w+\}", word, press)
            if len(action.encode()) <= 32 and not press.startswith("duty"):
                await lone.presses(action)
                assert "kunne ikke behandles" not in await lone.sees(), action


async def test_with_a_plan_a_duty_taken_by_hand_ends_with_the_hours_of_duty(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "12-14")
    await stage.time_is(datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    await stage.everyone_looks()
    await bo.says("Tag vagten")
    await bo.sees("På vagt: Bo til kl. 16")
    await stage.everyone_looks()
