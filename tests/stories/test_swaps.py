"""Swaps: at most three taps to ask, one to answer, and both can undo it while it is fresh."""

import asyncio

from sqlalchemy import select

from handlers.roster import agreeing
from handlers.turn import Turn
from storage.schema import journal
from tests.cast import Lead, Worker
from tests.postgres import on_both_engines
from tests.stage import Stage
from tests.stories.test_duty_roster import plans


async def asks(worker: Worker, duty: str, whom: str) -> None:
    """Ask for a swap with three taps."""
    for button in ("Byt vagt", duty, whom):
        await worker.taps(button)
    await worker.sees("Spørgsmålet er sendt")


async def a_team(stage: Stage) -> tuple[Worker, Worker]:
    """Return Anna, who has Mondays and Tuesdays, and Bo, who has the rest of the week."""
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await plans(anna, "8-16", "man-tirs")
    await plans(bo, "8-16", "ons-fre")
    for each in (anna, bo):
        await each.says("Vagten")
        await each.sees("Dine næste vagter")
    return anna, bo


async def duties(worker: Worker) -> str:
    """Return what the duty screen says of one's own next duties."""
    await worker.says("Vagten")
    return (await worker.sees("Hvem har vagten?")).split("Dine næste vagter:")[-1]


@on_both_engines
async def test_a_duty_is_given_away_once_both_agree(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    assert "tirsdag den 24. november" in await duties(anna)
    await bo.sees("Anna spørger", "Bo: tirsdag den 24. november kl. 8–16")
    await bo.taps("Ja")
    await bo.sees("Aftalt", "Bo: tirsdag den 24. november kl. 8–16")
    await anna.sees("Aftalt", "Bo: tirsdag den 24. november kl. 8–16")
    assert "tirsdag den 24. november" not in await duties(anna)
    assert "tirsdag den 24. november" in await duties(bo)


async def test_thanks_are_no_yes_to_a_swap(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.says("Tak")
    assert "Aftalt" not in await bo.sees("Anna spørger")
    assert "tirsdag den 24. november" in await duties(anna)


async def test_two_exchange_their_duties_by_typing_alone(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    for typed in ("Byt vagt", "tirs. 24/11 kl. 8–16", "Bo: fre. 27/11 kl. 8–16"):
        await anna.says(typed)
    await anna.sees("Spørgsmålet er sendt")
    await bo.sees("Bo: tirsdag den 24. november kl. 8–16\nAnna: fredag den 27. november kl. 8–16")
    await bo.says("ja")
    await bo.sees("Aftalt")
    await anna.sees("Aftalt")
    assert "fredag den 27. november" in await duties(anna)
    assert "fredag den 27. november" not in await duties(bo)


async def test_a_no_changes_nothing_and_the_asker_hears_it(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.sees("Anna spørger")
    await bo.says("Nej")
    await bo.sees("Tak for svaret")
    await anna.sees("Bo kan ikke denne gang. Vagten er stadig din")
    await bo.taps("Ja")
    await bo.sees("allerede afgjort")
    assert "tirsdag den 24. november" in await duties(anna)


async def test_whoever_is_first_gets_a_duty_that_anybody_may_have(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    eva = await Worker.joins(stage, "Eva")
    await asks(anna, "tirs. 24/11", "Hvem som helst")
    await bo.sees("Anna spørger")
    await eva.sees("Anna spørger", "Eva: tirsdag den 24. november")
    await bo.taps("Nej")
    await bo.sees("Tak for svaret")
    await eva.taps("Ja")
    await eva.sees("Aftalt")
    await anna.sees("Aftalt", "Eva: tirsdag")
    await bo.taps("Ja")
    await bo.sees("allerede afgjort")


async def test_the_asker_withdraws_and_a_late_yes_is_refused_kindly(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.sees("Anna spørger")
    await anna.says("Træk spørgsmålet tilbage")
    await anna.sees("trukket tilbage. Intet er ændret")
    await bo.sees("trukket tilbage. Intet er ændret")
    await bo.taps("Ja")
    await bo.sees("trukket tilbage. Intet er ændret")
    assert "tirsdag den 24. november" in await duties(anna)


async def test_asking_again_about_a_duty_withdraws_the_first_question(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    eva = await Worker.joins(stage, "Eva")
    await asks(anna, "tirs. 24/11", "Bo")
    await asks(anna, "tirs. 24/11", "Eva")
    await eva.sees("Anna spørger")
    await bo.taps("Ja")
    await bo.sees("Anna spørger", "trukket tilbage")
    await eva.taps("Ja")
    await eva.sees("Aftalt")
    await anna.sees("Aftalt", "Eva: tirsdag")


async def test_a_duty_that_has_begun_or_changed_is_not_swapped(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.sees("Anna spørger")
    await stage.time_passes(hours=23)
    await bo.taps("Ja")
    await bo.sees("Vagten er begyndt eller ændret")
    await asks(anna, "man. 30/11", "Bo")
    await bo.sees("Anna spørger")
    for button in ("Ugeplan", "Fjern en fast vagt", "Anna: man."):
        await anna.says("Ugeplan") if button == "Ugeplan" else await anna.taps(button)
    await anna.sees("taget af planen")
    await bo.taps("Ja")
    await bo.sees("Vagten er begyndt eller ændret")


async def test_either_undoes_a_swap_within_five_minutes_and_both_are_told(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo: ons. 25/11")
    await bo.sees("Anna spørger")
    await bo.taps("Ja")
    await bo.sees("Aftalt")
    await anna.sees("Aftalt")
    await stage.time_passes(minutes=4)
    await anna.says("Fortryd byttet")
    await anna.sees("Byttet er fortrudt")
    await bo.sees("Byttet er fortrudt")
    assert "tirsdag den 24. november" in await duties(anna)
    assert "onsdag den 25. november" in await duties(bo)


async def test_after_five_minutes_a_swap_stands(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.sees("Anna spørger")
    await bo.taps("Ja")
    await stage.time_passes(minutes=6)
    await bo.taps("Fortryd byttet")
    await bo.sees("Aftalt", "allerede afgjort")
    await anna.sees("Aftalt")
    assert "tirsdag den 24. november" in await duties(bo)


async def test_a_lead_swaps_for_others_at_once_and_both_are_told(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    lone = await Lead.joins(stage, "Lone")
    for typed in ("Byt vagt", "Byt for en kollega", "Anna", "tirs. 24/11 kl. 8–16", "Bo"):
        await lone.says(typed)
    await lone.sees("Aftalt", "Bo: tirsdag den 24. november kl. 8–16")
    await anna.sees("Aftalt", "Bo: tirsdag")
    await bo.sees("Aftalt", "Bo: tirsdag")
    await lone.taps("Fortryd byttet")
    await stage.everyone_looks()
    assert "tirsdag den 24. november" in await duties(anna)
    await anna.presses("swap/2")
    await anna.sees("Det kan kun en teamleder")


async def test_alone_there_is_nobody_to_swap_with(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Byt vagt")
    await anna.sees("Der er ingen vagter at bytte")
    await plans(anna)
    await anna.says("Byt vagt")
    await anna.taps("tirs. 24/11")
    await anna.sees("Der er ingen kollega, det kan være lige nu")


async def test_a_stranger_to_a_swap_neither_answers_nor_undoes_it(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    eva = await Worker.joins(stage, "Eva")
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.sees("Anna spørger")
    (swap,) = await stage.app.store.swaps.asked_of((await stage.app.store.staff.all())[1].member.id)
    for what in ("yes", "no", "back", "undo"):
        await eva.presses(f"trade/{swap.id}/{what}")
    refused = await eva.sees("kun for dem, der bytter")
    assert refused.count("kun for dem, der bytter") == 4
    await anna.presses(f"trade/{swap.id}/yes")
    await anna.sees("kun for dem, der bytter")


async def test_a_duty_that_came_by_a_swap_can_be_left_like_any_other(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.sees("Anna spørger")
    await bo.taps("Ja")
    await stage.time_passes(hours=24)
    await bo.says("Gå af vagt")
    await bo.sees("Aftalt", "Ingen er på vagt")
    await anna.sees("Aftalt", "Ingen har vagten nu")
    await anna.taps("Tag vagten")
    await anna.sees("På vagt: Anna til kl. 16")


async def test_the_journal_says_what_was_done_and_no_name(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    await asks(anna, "tirs. 24/11", "Bo")
    await bo.taps("Ja")
    await anna.taps("Fortryd byttet")
    await stage.everyone_looks()
    rows = await stage.app.store.database.read(select(journal.c.action).order_by(journal.c.number))
    done = [each.action for each in rows if "swap" in each.action]
    assert done == ["swap asked", "swap accepted", "swap undone"]


@on_both_engines
async def test_two_saying_yes_at_once_make_one_swap(stage: Stage) -> None:
    anna, bo = await a_team(stage)
    eva = await Worker.joins(stage, "Eva")
    await asks(anna, "tirs. 24/11", "Hvem som helst")
    questions = {each: (await each.screen()).message_id for each in (bo, eva)}
    await asyncio.gather(*(who.phone.taps(at, "Ja") for who, at in questions.items()))
    await stage.settles()
    told = await bo.sees("Anna spørger") + await eva.sees("Anna spørger")
    assert (told.count("Aftalt"), told.count("allerede afgjort")) == (1, 1)
    assert (await anna.sees("Aftalt")).count("Aftalt") == 1


async def test_a_yes_that_comes_while_another_is_taken_hears_that_it_is_settled(
    stage: Stage,
) -> None:
    anna, bo = await a_team(stage)
    eva = await Worker.joins(stage, "Eva")
    await asks(anna, "tirs. 24/11", "Hvem som helst")
    swaps = stage.app.store.swaps
    (asked,) = await swaps.asked_of("")
    bo_waits = True

    async def says_yes(turn: Turn) -> None:
        nonlocal bo_waits
        swap = await swaps.get(asked.id)
        if bo_waits:
            bo_waits = False
            await bo.taps("Ja")
        await agreeing.answer(turn, swap, "yes")

    await stage.app.turns.run(eva.phone.person, says_yes)
    await stage.settles()
    await eva.sees("Anna spørger", "allerede afgjort")
    await stage.everyone_looks()
