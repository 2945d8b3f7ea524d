"""Pictures, sound and video where a municipality has said yes to them."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.bot_api_spec import specification
from tests.cast import Lead, Relative, Worker
from tests.faults.scanning import readable
from tests.hand_clock import HandClock
from tests.stage import Stage

NAMES = {"photo": "Billede", "voice": "Talebesked", "video": "Video", "video_note": "Video"}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The stage in a municipality that takes all that may be taken."""
    allow = {"allow": ["photo", "voice", "video"]}
    async with Stage(tmp_path, HandClock(), media=allow).open() as opened:
        yield opened
    spec = specification()
    assert spec is None or spec.mistakes(opened.sandbox.world.calls) == []


async def files_of(person: Relative | Worker, *, by_bot: bool) -> list[str]:
    """Return the largest file of every message of one side, in order."""
    return [
        each.files[-1] for each in await person.phone.chat() if each.files and each.by_bot is by_bot
    ]


async def sends_it(stage: Stage, kim: Relative) -> None:
    """Answer the rest, send, let everybody look, and put the phone away."""
    await kim.answers_the_rest()
    await kim.taps("Send")
    await stage.everyone_looks()
    kim.puts_the_phone_away()


@pytest.mark.parametrize("kind", NAMES)
async def test_a_worker_sees_what_was_sent_along_without_words(stage: Stage, kind: str) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends(kind, caption="Døren er væk")
    await kim.sees("fået", "genkende")
    await sends_it(stage, kim)
    await anna.taps("Åbn")
    assert f"{NAMES[kind]} 1: Døren er væk" in (await anna.card()).text
    await anna.taps("Se billeder og lyd")
    shown = await anna.card()
    assert (shown.kind, shown.text, shown.protected) == (kind, "", True)
    assert set(shown.files) & {*[f for each in await kim.phone.chat() for f in each.files]}
    await anna.sees()


async def test_an_album_is_one_answer_and_reaches_the_worker_in_order(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends_album(3)
    seen = await kim.sees("fået", "genkende")
    assert seen.count("genkende") == 1
    await sends_it(stage, kim)
    await anna.taps("Åbn")
    assert "Billede 1, Billede 2, Billede 3" in (await anna.card()).text
    await anna.says("Se billeder og lyd")
    await anna.sees()
    assert len(await files_of(anna, by_bot=True)) == 3


async def test_the_words_under_a_picture_can_be_corrected(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    first, *_ = await kim.phone.sends_album(2, caption="Hans tælt")
    await stage.settles()
    await kim.sees("genkende")
    await kim.edits(first, "Hans telt")
    await kim.sees("rettet", "genkende")
    await kim.answers_the_rest()
    assert "Billede 1: Hans telt, Billede 2" in (await kim.screen()).text


async def test_a_picture_where_a_button_is_asked_for_stands_beside_the_answers(
    stage: Stage,
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvordan kender du")
    await kim.sends("photo")
    await kim.sees("fået", "Hvordan kender du")
    await kim.answers_the_rest()
    assert "Billede 1" in (await kim.screen()).text


async def test_a_picture_before_anything_else_begins_an_interview(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.sends("photo")
    await kim.sees("skrevet ned", "Hvilket sprog?")
    await kim.walks("[Dansk]", "[Nej]", "[bekymret for]")
    await sends_it(stage, kim)
    await anna.taps("Åbn")
    assert "Se billeder og lyd" in (await anna.card()).buttons


@pytest.mark.parametrize("kind", ["document", "audio", "animation", "contact"])
async def test_what_may_never_be_taken_is_refused_here_too(stage: Stage, kind: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    sent = await kim.sends(kind)
    await kim.sees("Hvad har du set")
    files = [f for each in await kim.phone.chat() if each.message_id == sent for f in each.files]
    assert not await files_held(stage, kim) & set(files)


async def test_a_cpr_number_under_a_picture_keeps_the_picture_out_until_it_is_gone(
    stage: Stage,
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    sent = await kim.sends("photo", caption="Peter 010180-1234")
    await kim.sees("CPR", "Hvad har du set")
    assert await files_held(stage, kim) == set()
    await kim.edits(sent, "Peter ved broen")
    await kim.sees("fået", "genkende")
    assert len(await files_held(stage, kim)) == 1


async def test_there_is_room_for_twenty_and_the_next_is_told(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvordan kender du")
    await kim.sends_album(10)
    await kim.sends_album(10)
    await kim.sends("photo")
    await kim.sees("ikke plads til flere", "Hvordan kender du")
    assert len(await files_held(stage, kim)) == 20


async def test_somebody_elses_concern_shows_no_pictures(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends("photo")
    await sends_it(stage, kim)
    await bo.taps("Åbn")
    pictures = await bo.data_of("Se billeder og lyd")
    await anna.taps("Tag")
    await stage.everyone_looks()
    await bo.forges(pictures)
    await bo.sees("taget af Anna")
    await kim.forges(pictures)
    await kim.sees("knap")
    assert await files_of(bo, by_bot=True) == []


async def test_a_picture_telegram_no_longer_knows_is_told_to_the_lead(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    sent = await kim.sends("photo")
    await sends_it(stage, kim)
    del stage.sandbox.world.chat(kim.phone.person).messages[sent]
    await anna.taps("Åbn")
    await anna.taps("Se billeder og lyd")
    await lone.sees("kunne ikke behandles")
    await anna.says("Åbne henvendelser")
    await anna.sees("ledig")


async def test_stopping_leaves_no_file_behind(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends("photo")
    await kim.walks("slet mine svar")
    assert await files_held(stage, kim) == set()


async def test_no_file_can_be_found_once_the_concerns_key_is_gone(
    stage: Stage, tmp_path: Path
) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends("photo")
    files = await files_of(kim, by_bot=False)
    await sends_it(stage, kim)
    assert files
    assert readable([*files], tmp_path) == []
    await anna.taps("Åbn")
    await every_key_is_destroyed(stage)
    await anna.taps("Se billeder og lyd")
    await anna.sees("ingen billeder")
    assert await files_of(anna, by_bot=True) == []


async def files_held(stage: Stage, person: Relative) -> set[str]:
    """Return the ids of the files in somebody's unfinished interview."""
    door = await stage.app.store.doors.at(person.phone.person)
    return {each.file for each in door.interview.media} if door.interview else set()


async def every_key_is_destroyed(stage: Stage) -> None:
    """Let the concerns' keys go, as when a concern is erased."""
    await stage.bot_stops()
    with closing(sqlite3.connect(stage.settings().keys.path)) as keyring:
        keyring.execute("DELETE FROM concern_secrets")
        keyring.commit()
    await stage.bot_starts()
