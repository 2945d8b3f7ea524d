"""A concern changes hands: offered, accepted or not, put back, and every card agrees."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.concern import Closing
from storage.schema import journal
from tests.cast import Lead, Worker, a_concern, a_taken_concern
from tests.hand_clock import HandClock
from tests.stage import Stage


async def a_team_with_a_taken_concern(stage: Stage) -> tuple[Worker, Worker, Worker]:
    """Let Anna own a concern; Bo and Carla are there."""
    anna = await Worker.joins(stage, "Anna")
    bo, carla = await Worker.joins(stage, "Bo"), await Worker.joins(stage, "Carla")
    await a_taken_concern(stage, anna)
    return anna, bo, carla


async def noted(stage: Stage) -> list[str]:
    """Return what the journal says was done, oldest first."""
    query = select(journal.c.action).order_by(journal.c.number)
    return [each.action for each in await stage.app.store.database.read(query)]


async def words_of_the_concern(person: Worker) -> list[str]:
    """Return what stands on the phone now that holds words of the concern."""
    return [each for each in await person.has_on_the_phone() if "Bænken" in each]


async def test_the_giver_owns_it_until_the_colleague_accepts(stage: Stage) -> None:
    anna, bo, carla = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps("Bo")
    assert "Anna vil gerne give" in await bo.sees(await stage.nickname())
    await carla.sees_nothing_new()
    assert await stage.owner() == "Anna"
    await bo.taps("Tag imod")
    assert await stage.owner() == "Bo"
    assert "Bænken" in (await bo.card()).text
    await anna.sees("taget af Bo")
    for person in (anna, carla):
        assert not await words_of_the_concern(person)


async def test_an_offer_carries_no_word_of_the_concern(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps("Bo")
    assert (await bo.card()).buttons == ("Tag imod", "Nej tak")
    assert not await words_of_the_concern(bo)
    await bo.says(f"åbn {await stage.nickname()}")
    await bo.sees("Anna vil gerne give", "taget af Anna")
    assert not await words_of_the_concern(bo)


async def test_a_no_thank_you_leaves_it_where_it_was(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.says(f"Giv videre {await stage.nickname()} til Bo")
    await anna.sees()
    await bo.says("Nej tak")
    await bo.sees()
    await anna.sees("er stadig din")
    assert await stage.owner() == "Anna"
    assert "Giv videre" in (await anna.message(await card_of(anna))).buttons
    await bo.says(f"Tag imod {await stage.nickname()}")
    await bo.sees("ikke til dig")
    assert await stage.owner() == "Anna"


async def card_of(person: Worker) -> int:
    """Return the message that has the owner's buttons."""
    found = [each for each in await person.from_bot() if "Læg tilbage" in each.buttons]
    return found[-1].message_id


async def test_only_the_one_it_is_offered_to_may_answer(stage: Stage) -> None:
    anna, bo, carla = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps("Bo")
    await bo.sees("Anna vil gerne give")
    for said in ("Tag imod", "Nej tak"):
        await carla.says(f"{said} {await stage.nickname()}")
        await carla.sees("ikke til dig")
    assert (await noted(stage)).count("refused: offer") == 2
    assert await stage.owner() == "Anna"


async def test_two_who_accept_at_once_make_one_owner(stage: Stage) -> None:
    anna, bo, carla = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps("Alle")
    cards = {who: (await who.new_messages())[-1].message_id for who in (bo, carla)}
    await asyncio.gather(*(who.phone.taps(card, "Tag imod") for who, card in cards.items()))
    await stage.settles()
    winner, loser = (bo, carla) if await stage.owner() == "Bo" else (carla, bo)
    await anna.sees(f"taget af {winner.name}")
    # What the loser reads depends on how near it was.
    told = await loser.sees(winner.name)
    assert "ikke til dig" in told or f"allerede taget af {winner.name}" in told
    assert f"taget af {winner.name}" in (await loser.message(cards[loser])).text
    assert not await words_of_the_concern(loser)
    await stage.everyone_looks()


async def test_an_offer_can_be_taken_back(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps("Bo")
    card = (await bo.card()).message_id
    await anna.taps("Behold den selv")
    assert "taget af Anna" in (await bo.message(card)).text
    assert not (await bo.message(card)).buttons
    await bo.sees()
    assert await stage.owner() == "Anna"


async def test_an_offer_nobody_answers_is_remembered_next_morning(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps("Bo")
    await bo.sees("Anna vil gerne give")
    await stage.time_passes(hours=12)
    await anna.sees_nothing_new()
    await stage.time_passes(hours=12)
    await anna.sees("er stadig din")
    await bo.sees_nothing_new()


async def test_what_is_put_back_is_looked_for_anew_and_its_days_do_not_move(stage: Stage) -> None:
    anna, bo, carla = await a_team_with_a_taken_concern(stage)
    await bo.goes_on_duty()
    await stage.time_passes(days=2)
    await anna.taps("Læg tilbage")
    assert not await words_of_the_concern(anna)
    await bo.sees("er ledig", "mandag den 30. november")
    await carla.sees_nothing_new()
    await stage.time_passes(minutes=31)
    await carla.sees("Ingen har taget")
    await bo.taps("Tag")
    assert await stage.owner() == "Bo"
    await stage.everyone_looks()
    await stage.time_passes(days=5)
    await bo.sees("Sidste arbejdsdag")
    await stage.everyone_looks()


async def test_what_was_reacted_to_can_be_put_back_and_stays_reacted(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps("Har ringet")
    await anna.says(f"Læg tilbage {await stage.nickname()}")
    await bo.sees("Der er reageret")
    assert await stage.state() == "reacted"
    await bo.taps("Tag")
    assert (await stage.owner(), await stage.state()) == ("Bo", "reacted")
    await stage.everyone_looks()


async def test_what_was_reacted_to_and_nobody_has_is_brought_up_every_working_day(
    stage: Stage,
) -> None:
    anna, bo, carla = await a_team_with_a_taken_concern(stage)
    lone = await Lead.joins(stage, "Lone")
    await bo.goes_on_duty()
    await anna.taps("Har ringet")
    await anna.taps("Læg tilbage")
    await stage.everyone_looks()
    await stage.time_passes(minutes=31)
    for each in (carla, lone):
        assert "Reager senest" not in await each.sees("Der er reageret, men ingen følger op")
    await stage.time_passes(hours=2)
    await stage.everyone_looks()
    for _ in range(10):
        await stage.time_passes(days=1)
        for each in (anna, bo, carla, lone):
            new = [message.text for message in await each.new_messages()]
            open_day = stage.clock.now().weekday() < 5
            assert len([text for text in new if "ingen følger op lige nu" in text]) == open_day
            assert not [text for text in new if "lovet" in text]
        await stage.everyone_looks()
    await bo.says(f"Tag {await stage.nickname()}")
    await stage.everyone_looks()
    await stage.time_passes(days=10)


async def test_a_second_tap_on_putting_back_or_closing_shows_the_card_as_it_stands(
    stage: Stage,
) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps_twice(await card_of(anna), "Læg tilbage")
    assert "er ledig" in (await anna.card()).text
    assert "Fortryd" in (await anna.card()).buttons
    await bo.taps("Åbn")
    await anna.taps("Fortryd")
    assert await stage.owner() == "Anna"
    await anna.taps("Afslut")
    card = await anna.card()
    await anna.taps_twice(card.message_id, "Kunne ikke træffes")
    assert "Fortryd" in (await anna.card()).buttons
    assert not [each for each in await noted(stage) if each.startswith("refused")]
    await stage.everyone_looks()


async def test_whoever_else_taps_putting_back_is_refused(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps("Læg tilbage")
    await bo.taps("Tag")
    await stage.everyone_looks()
    concern = (await stage._concern()).id
    await anna.presses(f"release/{concern}")
    await anna.sees("ikke din")
    assert "refused: release" in await noted(stage)
    assert await stage.owner() == "Bo"


async def test_a_second_tap_on_an_offer_asks_nobody_twice(stage: Stage) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    await anna.taps("Giv videre")
    await anna.taps_twice((await anna.card()).message_id, "Bo")
    assert "til nogen siger ja" in (await anna.card()).text
    assert len(await bo.new_messages()) == 1
    await bo.sees("Anna vil gerne give")
    assert (await noted(stage)).count("offered") == 1


async def test_whoever_closed_it_can_reopen_it_and_its_reporter_hears_nothing(
    stage: Stage,
) -> None:
    anna, bo, _ = await a_team_with_a_taken_concern(stage)
    kim, nickname = stage.cast[-1], await stage.nickname()
    await anna.taps("Afslut")
    await anna.taps("Kunne ikke træffes")
    await stage.time_passes(minutes=6)
    shown = await kim.has_on_the_phone()
    await bo.says(f"Genåbn {nickname}")
    await bo.sees("ikke din")
    await anna.taps("Genåbn")
    assert await stage.state() == "taken"
    assert "Bænken" in (await anna.card()).text
    assert await kim.has_on_the_phone() == shown
    await stage.time_passes(days=3, hours=1)
    await anna.sees("venter stadig")


async def test_a_lead_can_reopen_what_another_closed(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.taps("Afslut")
    await anna.taps("Kunne ikke træffes")
    await lone.says(f"Genåbn {await stage.nickname()}")
    assert await stage.owner() == "Lone"
    await anna.sees("taget af Lone")
    assert not await words_of_the_concern(anna)
    await stage.everyone_looks()


async def test_no_card_of_a_closed_concern_holds_a_word_whatever_the_code(tmp_path: Path) -> None:
    async with Stage(tmp_path, HandClock()).open() as stage:
        anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
        await a_taken_concern(stage, anna)
        for code in Closing:
            for reader in (lone, anna):
                await reader.says(f"Åbn {await stage.nickname()}")
                assert await words_of_the_concern(reader), (code, reader.name)
            await anna.taps("Afslut")
            await anna.taps((await anna.card()).buttons[list(Closing).index(code)])
            if code is Closing.BRIDGED:
                for button in ("Ja, borgeren har sagt ja", "Psykiatri", "Gem og afslut"):
                    await anna.taps(button)
            if code is Closing.DUPLICATE:
                await anna.taps("Slut uden at koble")
            assert await stage.state() == "closed"
            for reader in (anna, lone):
                assert not await words_of_the_concern(reader), (code, reader.name)
            await anna.taps("Fortryd")
        await stage.everyone_looks()


@pytest.mark.parametrize("reacts", [False, True])
async def test_only_a_promise_that_was_kept_begins_anew_with_a_reopening(
    stage: Stage, reacts: bool
) -> None:
    anna, _, _ = await a_team_with_a_taken_concern(stage)
    kim, promised_on = stage.cast[-1], (await stage._concern()).promised_on
    if reacts:
        await anna.taps("Har ringet")
    await stage.time_passes(days=4)
    await anna.taps("Afslut")
    await anna.taps("Kunne ikke træffes")
    await stage.time_passes(hours=1)
    await stage.everyone_looks()
    await anna.taps("Genåbn")
    moved = (await stage._concern()).promised_on - promised_on
    assert moved == timedelta(days=4 if reacts else 0)
    await stage.time_passes(days=4)
    # Kim was told that somebody had reacted: no apology says the opposite now.
    assert "Det er vores fejl" not in await kim.sees()
    assert ("Vi lovede at reagere" in await anna.sees()) is not reacts
    await stage.everyone_looks()


@pytest.mark.parametrize("button", ["Har ringet", "Tag"])
async def test_a_leads_card_agrees_with_the_owners(stage: Stage, button: str) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_concern(stage)
    await lone.taps("Åbn")
    assert await words_of_the_concern(lone)
    await anna.taps("Tag")
    if button == "Har ringet":
        await lone.says(f"Åbn {await stage.nickname()}")
        await anna.taps(button)
    assert not await words_of_the_concern(lone)
    await stage.everyone_looks()


async def test_a_lead_takes_over_by_typing_only_what_is_named(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    await anna.taps("Har ringet")
    await stage.everyone_looks()
    await lone.says("Tag")
    await lone.sees("Det forstod botten ikke")
    assert await stage.owner() == "Anna"
    await lone.says(f"Tag {await stage.nickname()}")
    assert await stage.owner() == "Lone"
    await stage.everyone_looks()
