"""Long, split and mixed answers keep every word."""

import pytest

from tests.cast import Relative, Worker
from tests.stage import Stage


async def test_a_long_answer_can_be_left_with_the_button(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("ord " * 950)
    await kim.sees("videre", "Hvad har du set")
    await kim.taps("Videre")
    await kim.sees("genkende personen")


async def test_what_follows_a_cut_message_belongs_to_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says(" ".join(f"ord{number}" for number in range(800)))
    await kim.sees("genkende personen")


async def test_correcting_one_piece_leaves_the_others(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    first = await kim.says("Min nabo har det skidt")
    await kim.sees("Hvilket sprog?")
    await kim.says("Han går aldrig ud")
    await kim.sees("Hvilket sprog?")
    await kim.edits(first, "Min ven har det skidt")
    await kim.sees("rettet")
    await kim.walks("dansk", "nej", "2")
    await kim.answers_the_rest()
    assert "Min ven har det skidt Han går aldrig ud" in (await kim.screen()).text


async def test_choosing_an_option_keeps_words_already_written(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor sover")
    await kim.says("stationen " * 380)
    await kim.sees("videre")
    await kim.taps("ved jeg ikke")
    await kim.sees()
    await kim.answers_the_rest()
    assert "ved jeg ikke stationen stationen" in (await kim.screen()).text


async def test_an_interview_takes_no_more_than_there_is_room_for(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    for _ in range(5):
        await kim.says("ord " * 1000)
        await kim.sees()
    await kim.says("og mere endnu")
    await kim.sees("ikke plads", "Hvad har du set")


async def test_a_concern_full_of_emoji_can_be_read(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("😟" * 1900 + " slut")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    await anna.sees_alert()
    assert await anna.reads_every_page("slut")


async def test_a_receipt_among_other_words_is_not_kept(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = (await kim.raises_a_concern()).split("Din kode: ")[1].split("\n")[0]
    await kim.says(f"Hej, min kode er {code}")
    await kim.sees("Skriv koden for sig selv")
    await kim.says(code.lower())
    await kim.sees("Din henvendelse kom til os", "mandag den 30. november")
    for mistyped in (f"{code[:-1]}Z", code[:-2], f"1{code[1:]}"):
        await kim.says(mistyped)
        await kim.sees("Vi kender ikke den kode")
    await stage.time_passes(days=9)
    await kim.says(code)
    await kim.sees("Vi lovede at reagere senest mandag den 30. november")


async def test_a_number_in_the_very_first_message_can_be_mended_by_editing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    written = await kim.says("Min nabo 010180-1234 har det skidt")
    await kim.sees("CPR")
    await kim.edits(written, "Min nabo har det meget skidt")
    await kim.sees("Hvilket sprog?")
    await kim.walks("dansk", "nej", "2")
    await kim.answers_the_rest()
    assert "Min nabo har det meget skidt" in (await kim.screen()).text


async def test_typing_the_same_choices_twice_keeps_them(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad bekymrer dig?")
    for _ in range(2):
        await kim.says("2, 4")
        await kim.sees("Valgt: Alkohol eller stoffer", "alene")


@pytest.mark.parametrize(
    "words", ["Min far er 82 og syg", "man-tir-ons-tor-fre", "Ring nu --- hun er alene"]
)
async def test_short_words_as_long_as_a_code_are_no_code(stage: Stage, words: str) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern(where=words)
    await anna.taps("Tag")
    assert words in (await anna.card()).text
    await stage.everyone_looks()
