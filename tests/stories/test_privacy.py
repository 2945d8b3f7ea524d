"""Privacy in the chat: what we see, and everything one can do oneself, three taps away."""

import json

import pytest
from sqlalchemy import func, select

from storage.schema import doors
from tests.cast import Relative, Worker, the_code
from tests.stage import Stage


async def _doors(stage: Stage) -> int:
    query = select(func.count()).select_from(doors)
    return int((await stage.app.store.database.read(query))[0][0])


@pytest.mark.parametrize("command", ["/privacy", "/privatliv"])
async def test_one_word_says_who_can_see_what(stage: Stage, command: str) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says(command)
    await kim.sees("Telegram ved, hvem du er", "Spørger nogen os", "180 dage", "Datatilsynet")


RIGHTS = {
    "see": (["Se det hele"], "Det her har vi gemt"),
    "export": (["Hent det"], "fil"),
    "delete": (["Slet henvendelsen", "Ja, slet"], "slettet"),
    "cut": (["Slip sporet", "Ja, slip"], "sporet"),
}


@pytest.mark.parametrize("right", RIGHTS)
async def test_every_right_is_at_most_three_taps_from_the_page(stage: Stage, right: str) -> None:
    kim, (taps, told) = await Relative.arrives(stage, "Kim"), RIGHTS[right]
    await kim.raises_a_concern()
    await kim.says("/privatliv")
    await kim.sees("Spørger nogen os")
    assert 1 + len(taps) <= 3
    for button in ("Hvad har I gemt?", *taps):
        await kim.taps(button)
    assert told in (await kim.sees()).casefold() or told in "".join(await kim.has_on_the_phone())


async def test_what_is_taken_along_holds_everything_as_text_and_for_machines(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await kim.walks("/mere", "Nu er han ved åen")
    await kim.walks("/data", "[Hent det]")
    (sent,) = [each.document for each in await kim.from_bot() if each.document]
    text = sent.text
    held = json.loads(text)
    assert list(held) == ["received_on", "promised_on", "status", "kept", "answers", "later"]
    assert (held["received_on"], held["promised_on"]) == ("2026-11-23", "2026-11-30")
    assert "Bænken ved stationen" in held["answers"].values()
    assert held["later"] == [{"kind": "added", "on": "2026-11-23", "words": "Nu er han ved åen"}]
    assert '\n  "later"' in text
    assert "åen" in text
    await stage.everyone_looks()


async def test_the_chat_is_cleared_two_taps_from_the_page(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/privatliv")
    for button in ("Ryd chatten", "Ryd nu"):
        await kim.taps(button)
        await kim.sees()
    assert len(await kim.has_on_the_phone()) <= 2


async def test_whoever_has_no_concern_here_has_all_else_deleted(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Han råber om natten")
    await kim.sees()
    assert await _doors(stage) == 1
    await kim.says("/slet")
    await kim.sees("Vil du slette dit sprog")
    await kim.taps("Ja, slet sprog og svar")
    await kim.sees("Nu er dit sprog og dine svar slettet")
    assert await _doors(stage) == 0
    await kim.says("/slet")
    await kim.sees("Vi har ikke gemt noget om dig her")
    await kim.says("/start")
    await kim.sees("Hvilket sprog?")


async def test_it_can_be_done_by_typing_and_from_the_page(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.says("stop")
    await kim.sees()
    await kim.says("ja")
    await kim.sees()
    await kim.says("/privatliv")
    await kim.sees()
    await kim.taps("Hvad har I gemt?")
    await kim.sees("Vi kan ikke se en henvendelse fra dig her")
    await kim.says("slet sprog og svar")
    await kim.sees("Vil du slette")
    await kim.says("ja, slet sprog og svar")
    await kim.sees("slettet")
    assert await _doors(stage) == 0


async def test_whoever_cut_the_trace_deletes_with_the_code(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    for button in ("Hvad har I gemt?", "Slip sporet", "Ja, slip"):
        await kim.says("/data") if button.startswith("Hvad") else await kim.taps(button)
        await kim.sees()
    await kim.says("/slet")
    await kim.sees("Har du en kode")
    await kim.says(code)
    await kim.sees()
    await kim.says("/slet")
    await kim.sees()
    await kim.taps("Ja, slet det hele")
    await kim.sees("slettet")
    assert await stage.state() == "withdrawn"


async def test_an_old_button_deletes_nothing_of_whoever_has_a_concern_since(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.says("/slet")
    await kim.sees()
    old = await kim.data_of("Ja, slet sprog og svar")
    await kim.taps("Nabo") if "Nabo" in " ".join(await kim.buttons()) else None
    await kim.sees()
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    await kim.forges(old)
    await kim.sees()
    assert await _doors(stage) == 1
    await kim.says("/status")
    await kim.sees("Din henvendelse kom til os")


async def test_a_member_reads_what_is_kept_of_them(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("/privatliv")
    await anna.sees("Vi gemmer dit fornavn")
    assert "Hvad har I gemt?" not in (await anna.screen()).buttons
    await anna.says("/slet")
    await anna.sees()
