"""A file for whoever asks for it: sealed until it leaves, and readable on the phone."""

from pathlib import Path

from handlers.turn import Turn
from tests.cast import Relative
from tests.faults import wire
from tests.faults.scanning import readable
from tests.stage import Stage

WORDS = "Kvægtorvets rødgrød & <øl>\nAlt, hvad du har skrevet."


async def gives(turn: Turn) -> None:
    turn.document("dine-svar.txt", WORDS)


async def test_a_file_arrives_with_every_character(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    await stage.app.turns.run(kim.phone.person, gives)
    await stage.settles()
    shown = await kim.screen()
    assert shown.document is not None
    assert (shown.document.name, shown.document.text) == ("dine-svar.txt", WORDS)
    await kim.sees()


async def test_a_file_that_waits_is_sealed_and_comes_in_the_end(
    stage: Stage, tmp_path: Path
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    await stage.fault("429", method="sendDocument")
    await stage.app.turns.run(kim.phone.person, gives)
    await wire.is_refused(stage, 429)
    assert readable(["Kvægtorvets rødgrød", "skrevet."], tmp_path) == []
    await stage.settles()
    assert (await kim.screen()).kind == "document"
    await kim.sees()


async def test_a_file_goes_when_the_chat_is_cleared(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await stage.app.turns.run(kim.phone.person, gives)
    await kim.says("ryd nu")
    assert {each.kind for each in await kim.phone.chat()} == {"text"}
    await kim.sees("Chatten er ryddet", "Hvilket sprog?")
