"""Every kind of message gets an answer, and words are never lost with what they came with."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.schema import doors
from tests.cast import Relative, Worker
from tests.faults.scanning import readable
from tests.stage import Stage

REFUSED = {
    "voice": "lytte",
    "audio": "lyd",
    "photo": "billeder",
    "video_note": "video",
    "video": "video",
    "document": "filer",
    "contact": "telefonnummer",
    "sticker": "forstå",
    "animation": "forstå",
    "dice": "forstå",
    "poll": "Den slags",
    "story": "historier",
    "unheard_of": "Den slags",
}
KINDS = (*REFUSED, "location", "venue")
AT_STOREBAELT = {"latitude": 55.312718, "longitude": 10.790314}


@pytest.mark.parametrize("kind", REFUSED)
async def test_what_cannot_be_kept_is_refused_kindly_and_the_question_stays(
    stage: Stage, kind: str
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.sends(kind)
    await kim.sees(REFUSED[kind], "Hvem skriver du om?")


@pytest.mark.parametrize("kind", KINDS)
async def test_somebody_who_never_wrote_is_answered_whatever_they_send(
    stage: Stage, kind: str
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.sends(kind)
    await kim.sees(".")


@pytest.mark.parametrize("kind", KINDS)
async def test_one_of_the_team_is_answered_whatever_they_send(stage: Stage, kind: str) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.sends(kind, caption="se her")
    await anna.sees(
        "gemt" if kind not in ("sticker", "animation", "dice") else "forstå", "Vælg her"
    )


@pytest.mark.parametrize("kind", KINDS)
async def test_at_the_summary_nothing_is_lost_by_what_is_sent(stage: Stage, kind: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.sends(kind)
    await kim.sees("ikke sendt endnu")
    await kim.taps("Send")
    await kim.sees("senest")


async def test_the_words_under_a_refused_picture_are_the_answer(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends("photo", caption="Han sover bag kirken")
    await kim.sees("ikke gemt billedet", "skrev også", "genkende")
    await kim.answers_the_rest()
    assert "Han sover bag kirken" in (await kim.screen()).text


async def test_the_words_under_a_refused_picture_can_be_corrected(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    sent = await kim.sends("photo", caption="Han sover bag kirken")
    await kim.sees("genkende")
    await kim.edits(sent, "Han sover bag skolen")
    await kim.sees("rettet", "genkende")
    await kim.answers_the_rest()
    assert "Han sover bag skolen" in (await kim.screen()).text


async def test_a_cpr_number_under_a_picture_is_refused_like_any_other(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    sent = await kim.sends("photo", caption="Peter 010180-1234 råber")
    await kim.sees("CPR", "Hvad har du set")
    await kim.edits(sent, "Peter råber om natten")
    await kim.sees("ikke gemt billedet", "genkende")
    await kim.answers_the_rest()
    assert "Peter råber om natten" in (await kim.screen()).text


async def test_a_word_of_danger_under_a_picture_shows_the_numbers(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await kim.sends("photo", caption="hjælp nu")
    await kim.sees("ring nu", "112", "billeder", "fare")


async def test_an_album_with_words_is_refused_once_and_its_words_kept(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends_album(3, caption="Hans telt er væk nu")
    seen = await kim.sees("ikke gemt billedet", "genkende")
    assert seen.count("ikke gemt billedet") == seen.count("genkende") == 1


async def test_a_picture_that_is_changed_afterwards_is_answered(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    sent = await kim.sends("photo")
    await kim.sees("billeder")
    await kim.edits(sent, "nu med ord")
    await kim.sees("kan ikke rettes", "fare")


async def test_a_forwarded_message_is_taken_as_words_with_a_warning(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Jeg orker ikke mere nu", forwarded=True)
    await kim.sees("hvem der skrev den først", "genkende")
    await kim.answers_the_rest()
    assert "Jeg orker ikke mere nu" in (await kim.screen()).text


@pytest.mark.parametrize("kind", ["voice", "photo", "location", "document"])
async def test_of_anything_forwarded_the_first_sender_is_spoken_of(stage: Stage, kind: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await kim.sends(kind, forwarded=True)
    await kim.sees("hvem der skrev den først", "fare")


@pytest.mark.parametrize("kind", ["location", "venue"])
async def test_a_pin_answers_where_and_is_kept_only_roughly(
    stage: Stage, kind: str, tmp_path: Path
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor og hvornår")
    await kim.sends(kind, place=AT_STOREBAELT)
    await kim.sees("cirka")
    await kim.answers_the_rest()
    summary = (await kim.screen()).text
    assert "Sted på kortet, cirka: 55.313, 10.790" in summary
    assert "Torvet" not in summary
    assert readable(["312718", "55.3127", "Torvet"], tmp_path) == []


async def test_a_pin_where_a_button_is_asked_for_stands_beside_the_answers(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.sends("location", place=AT_STOREBAELT)
    await kim.sees("skrevet ned", "cirka", "Hvordan kender du")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    await anna.sees("Åbn")
    await anna.taps("Åbn")
    assert "55.313, 10.790" in (await anna.card()).text


async def test_nobody_is_followed_by_a_place_shared_live(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor og hvornår")
    sent = await kim.sends("location", place=AT_STOREBAELT | {"live": True})
    await kim.sees("Vi følger dig ikke")
    before = await stage.app.store.database.read(select(doors.c.sealed))
    await kim.phone.moves(sent, 55.9, 10.1)
    await stage.settles()
    await kim.sees_nothing_new()
    assert await stage.app.store.database.read(select(doors.c.sealed)) == before
