"""Words of danger bring the card first, and never stand in the way of what was said."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.schema import journal
from tests.cast import Relative, Worker
from tests.hand_clock import HandClock
from tests.stage import Stage


async def test_danger_in_an_answer_shows_the_card_and_the_answer_is_kept(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Han siger, at han vil slå sig selv ihjel")
    await kim.sees("112: fare for liv", "genkende")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    card = await anna.sees_alert()
    assert "akut" not in (await anna.message(card)).text.casefold()
    await anna.taps("Åbn")
    assert "vil slå sig selv ihjel" in (await anna.card()).text
    assert "akut" not in (await anna.card()).text.casefold().replace("har handlet akut", "")


async def test_nothing_is_noted_of_danger_words(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    before = len(await stage.app.store.database.read(select(journal)))
    await kim.says("hun taler om selvmord")
    await kim.sees("70 201 201", "genkende")
    assert len(await stage.app.store.database.read(select(journal))) == before


async def test_the_very_first_words_may_tell_of_danger(stage: Stage) -> None:
    ola = await Relative.arrives(stage, "Ola")
    await ola.says("Nie chcę już żyć")
    await ola.sees("112: zagrożenie życia", "Hvilket sprog?")


async def test_danger_written_into_an_old_message_shows_the_card_too(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    written = await kim.says("Han råber")
    await kim.sees("genkende")
    await kim.edits(written, "Han råber, at han vil dø")
    await kim.sees("112: fare for liv", "rettet", "genkende")


@pytest.mark.parametrize(
    "cry", ["HJÆLP!", "pomocy", "النجدة", "допоможіть", "ajutor", "112", "70201201"]
)
async def test_a_cry_for_help_is_understood_in_every_language_and_state(
    stage: Stage, cry: str
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says(cry)
    await kim.sees("112: fare for liv", "112: загроза життю")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.says(cry)
    await kim.sees("112: fare for liv", "Hvem skriver du om?")


async def test_a_command_that_does_not_exist_may_be_a_cry_for_help(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    for command in ("/sos", "/112"):
        await kim.says(command)
        await kim.sees("112: fare for liv", "kommando", "Er nogen i fare")


async def test_before_a_language_is_chosen_the_card_speaks_all_that_it_can(stage: Stage) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("/akut")
    (card,) = await sam.new_messages()
    await sam.sees("så ring nu", "call now", "zadzwoń teraz", "sună acum", "فاتصل", "телефонуйте")
    assert len(card.text) < 4096


async def test_a_partner_may_answer_police_to_where_they_work(stage: Stage) -> None:
    bo = await Relative.arrives(stage, "Bo")
    await bo.walks("/start", "[Dansk]", "[Nej]", "[mit arbejde]")
    await bo.says("politi")
    assert "112" not in await bo.sees("Hvad vil du gerne?")


async def test_somebody_of_the_team_who_cries_for_help_sees_the_card(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("hjælp")
    await anna.sees("112: fare for liv")


async def test_a_long_list_of_numbers_takes_more_messages_and_cuts_no_language(
    tmp_path: Path,
) -> None:
    line = {"da": "læge og psykiatri i regionen", "en": "doctor and psychiatry in the region"}
    more = [{"number": f"00 00 00 {n}", "checked_on": "2026-11-21", **line} for n in range(10, 22)]
    first = {"number": "112", "checked_on": "2026-11-21", "da": "fare", "en": "danger"}
    numbers = {"numbers": [first, *more]}
    async with Stage(tmp_path, HandClock(), acute=numbers).open() as stage:
        sam = await Relative.arrives(stage, "Sam")
        await sam.says("/akut")
        cards = await sam.new_messages()
        assert len(cards) > 1
        assert all(len(card.text) < 4096 for card in cards)
        await sam.sees("call now", "00 00 00 21: læge og psykiatri i regionen / doctor", "угорі")
