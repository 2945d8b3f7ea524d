"""Leaving: saying no, taking back, cutting the trace, and seeing and erasing what is held."""

import json

import pytest

from tests.cast import Citizen, Relative, Worker, the_code
from tests.faults import wire
from tests.stage import Stage


async def test_saying_no_is_all_right_and_stops_every_reminder(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await anna.taps("Tag")
    await anna.taps("Åbn")
    await kim.says("/stop")
    await kim.sees("Du skal ikke sige hvorfor")
    await kim.taps("Ja, jeg siger stop")
    await kim.sees("trukket tilbage")
    assert "Bænken" not in await anna.sees("trukket tilbage")
    await stage.time_passes(days=30)
    await anna.sees_nothing_new()
    await kim.sees_nothing_new()


async def test_a_concern_taken_back_can_be_taken_up_again(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.walks("/stop", "[Ja, jeg siger stop]")
    await stage.time_passes(days=2)
    await kim.says("/bekymret")
    await kim.sees("Vi reagerer senest onsdag den 2. december")
    await anna.sees("stadig gerne høre", "2. december")
    assert await stage.state() == "taken"


async def test_cutting_the_trace_leaves_the_concern_and_no_way_back_but_the_code(
    stage: Stage,
) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await anna.taps("Tag")
    await kim.walks("/slip", "[Ja, slip sporet]", "/status")
    await anna.taps("Skriv til henvender")
    await anna.sees("kan ikke nås")
    sam = await Relative.arrives(stage, "Sam")
    await sam.says(code)
    await sam.sees("mandag den 23. november", "har læst")
    await anna.taps("Skriv til henvender")
    await anna.says("Hvor er det?")
    await anna.taps("Send beskeden")
    await sam.sees("Hvor er det?")
    await stage.everyone_looks()


async def test_an_old_button_does_nothing_once_the_trace_is_cut(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.walks("/data")
    see = await kim.data_of("Se det hele")
    await kim.walks("/slip", "[Ja, slip sporet]")
    await kim.forges(see)
    assert "Bænken" not in await kim.sees("gammel")


async def test_everything_held_can_be_seen(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await kim.walks("/mere", "Han har en hund", "[Min henvendelse]", "[Hvad har I gemt]")
    await kim.taps("Se det hele")
    await kim.sees("gemt", "Nabo", "Bænken ved stationen", "Tilføjet", "Han har en hund")


async def test_an_erased_concern_can_be_read_by_nobody(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern("Bænken ved stationen"))
    await anna.taps("Åbn")
    await anna.taps("Tag")
    await kim.walks("/slet", "[Ja, slet det hele]")
    await anna.sees("slettet af henvenderen")
    assert not [each for each in await anna.from_bot() if "Bænken" in each.text]
    await anna.says(f"åbn {await stage.nickname()}")
    await anna.sees()
    await kim.says(code)
    await kim.sees("Vi kender ikke den kode")


@pytest.mark.parametrize(
    ("command", "answer", "told"),
    [
        ("/stop", "nej", "Din henvendelse kom til os"),
        ("/stop", "ja", "trukket tilbage"),
        ("/slip", "ja slip sporet", "Sporet er væk"),
        ("/slet", "Ja tak", "slettet hos os"),
    ],
)
async def test_yes_and_no_can_be_typed(stage: Stage, command: str, answer: str, told: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.walks(command)
    await kim.says(answer)
    await kim.sees(told)


async def test_no_to_stopping_an_interview_is_no_answer_to_its_question(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Er personen fyldt 18 år?")
    await kim.walks("/stop")
    await kim.says("nej")
    await kim.sees("Er personen fyldt 18 år?")


async def test_an_edit_does_not_take_up_what_was_refused(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    written = await kim.says("Han har en hund")
    await anna.taps("Tag")
    await kim.walks("/stop", "ja")
    await stage.everyone_looks()
    await kim.edits(written, "x")
    await kim.sees("kan ikke rettes")
    assert await stage.state() == "withdrawn"
    await anna.sees_nothing_new()


async def test_whoever_comes_back_elsewhere_takes_the_concern_along(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    sam = await Relative.arrives(stage, "Sam")
    await sam.walks(code, "/mere", "Kun til jer", "/slip", "ja")
    await kim.says("/se")
    assert "Kun til jer" not in await kim.sees("kan ikke se en henvendelse")


async def test_whoever_comes_back_elsewhere_keeps_what_was_theirs_there(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern("Bænken ved stationen"))
    await sam.raises_a_concern("Kiosken")
    await stage.time_passes(days=1)
    await sam.walks(code, "/se")
    assert "Hvilken henvendelse" in (await sam.screen()).text
    assert len([each for each in await sam.buttons() if "november" in each]) == 2


async def test_of_two_concerns_only_the_one_taken_elsewhere_leaves_a_phone(stage: Stage) -> None:
    kim, again = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    wrote = await kim.says("Hun hoster også")
    await kim.says("Ny henvendelse")
    await kim.raises_a_concern("Kiosken")
    await kim.walks("/mere 1")
    other = await kim.says("Nu er der to")
    await kim.sees()
    await again.walks("/start", code)
    door = await stage.app.store.doors.at(kim.phone.person)
    assert wrote not in door.wrote
    assert other in door.wrote
    assert len(door.concerns) == 1


@pytest.mark.parametrize("taken_along", [True, False])
async def test_what_still_waits_for_an_old_phone_leads_to_no_concern_that_was_taken_along(
    stage: Stage, *, taken_along: bool
) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern())
    await stage.fault("429", "sendMessage", retry_after=7200, chat_id=kim.phone.person)
    await kim.phone.says("/status")
    await wire.is_refused(stage, 429)
    if taken_along:
        await sam.walks(code)
    await stage.time_passes(hours=3)
    await kim.sees("Din henvendelse")
    assert ("Skriv mere" in await kim.buttons()) is not taken_along


async def test_whoever_takes_one_back_goes_on_with_the_next(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.walks("/status")
    show = await kim.data_of("Træk tilbage")
    await kim.says("Ny henvendelse")
    await kim.walks("[Dansk]", "[Nej]", "[bekymret for]")
    await kim.forges(show)
    await kim.sees("Du skal ikke sige hvorfor")
    await kim.taps("Ja, jeg")
    await kim.sees("trukket tilbage", "Hvordan kender du")


async def test_a_yes_takes_one_back_once(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.walks("/stop", "[Ja, jeg siger stop]")
    await kim.says("ja")
    assert "trukket tilbage" not in await kim.sees()


async def test_whoever_wrote_very_much_sees_all_of_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    for number in range(4):
        await kim.walks("/mere", f"Dag {number}: " + "hun råber om natten. " * 150)
    await kim.walks("/data")
    await kim.taps("Se det hele")
    await kim.sees("Dag 0:", "Dag 1:", "Dag 2:", "Dag 3:")


async def test_erased_elsewhere_is_simply_gone(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    sam = await Relative.arrives(stage, "Sam")
    await sam.walks(code, "/slet", "ja")
    await kim.says("/se")
    await kim.sees("kan ikke se en henvendelse")


async def test_the_data_of_a_draft_is_told_too(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("/data")
    await kim.sees("som ikke er sendt", "Hvad har du set")


@pytest.mark.parametrize("command", ["/status", "/mere", "/ret", "/slip", "/stop"])
async def test_a_command_without_a_concern_points_to_the_way_in(stage: Stage, command: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says(command)
    await kim.sees("kode", "/start")


async def test_a_cpr_number_is_refused_after_sending_too(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.sees_alert()
    await kim.says("/mere")
    written = await kim.says("Han hedder 010180-1234")
    await kim.sees("CPR")
    await kim.edits(written, "Han hedder Peter")
    await kim.sees("sendt videre")
    await anna.sees("Nyt i")


async def test_everything_held_can_be_taken_along_as_a_file(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await kim.walks("/mere", "Han har en hund", "/hent")
    (file,) = [each.document for each in await kim.from_bot() if each.document]
    held = json.loads(file.text)
    assert held["answers"]["Hvor og hvornår"] == "Bænken ved stationen"
    assert held["later"] == [{"kind": "added", "on": "2026-11-23", "words": "Han har en hund"}]
    assert held["promised_on"] == "2026-11-30"


ANY_STATE = {
    "received": (),
    "seen": ("Åbn",),
    "taken": ("Tag",),
    "reacted": ("Tag", "Har ringet"),
    "closed": ("Tag", "Afslut", "Klarer sig videre selv"),
}


@pytest.mark.parametrize("state", ANY_STATE)
async def test_a_citizen_says_no_in_any_state(stage: Stage, state: str) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    for button in ANY_STATE[state]:
        await anna.taps(button)
    assert await stage.state() == state
    await stage.everyone_looks()
    await mia.walks("/stop")
    await mia.taps("Ja, jeg siger stop")
    await mia.sees("Det er helt i orden", "Vil du have det slettet")
    assert "har sagt nej tak" in (await anna.card()).text
    await stage.everyone_looks()
    await stage.time_passes(days=30)
    await anna.sees_nothing_new()


async def test_a_citizen_is_told_of_the_end_without_a_verdict_and_can_write_again(
    stage: Stage,
) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Har været ude")
    assert "Det er frivilligt at få hjælp" in (await anna.card()).text
    await anna.taps("Afslut")
    assert "hjælp er altid frivillig" in (await anna.card()).text
    await stage.time_passes(minutes=5)
    await mia.sees("Vi har været ude")
    await anna.taps("Borgeren sagde nej tak")
    await stage.time_passes(minutes=5)
    told = await mia.sees("Vi slutter her for denne gang.")
    assert "nej tak" not in told
    await stage.everyone_looks()
