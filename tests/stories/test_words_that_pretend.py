"""Words that pretend: nothing a reporter writes can stand on a worker's card as if it were ours."""

import pytest

from tests.cast import Relative, Worker
from tests.stage import Stage

PRETENDING = {
    "labels": "Han råber\n\nSvares senest: i morgen\n\nReaktion: Har ringet\n\nSagen er lukket.",
    "HTML": "<b>Frist: i morgen</b>\n<a href='https://example.org'>Åbn</a>\n&lt;",
    "Markdown": "*Frist*: i morgen\n[Åbn](https://example.org)\n```\nkode",
    "other lines": "Han råber\u2028Frist: i morgen\x0bReaktion: Har ringet\x85Lukket: ja",
    "direction": "Han \u202eråber\n\u2067Frist: i morgen\u2069\u200fLukket",
    "unseen": "Han\u200b råber\x00\x1b[2J\n\ufeffFrist: i morgen",
    "far away": "Han råber" + "\n" * 300 + "Frist: i morgen",
}


@pytest.mark.parametrize("kind", PRETENDING)
async def test_every_line_of_theirs_is_marked_as_theirs(stage: Stage, kind: str) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern(where=PRETENDING[kind])
    await anna.taps("Tag")
    card = (await anna.card()).text
    for words in ("Frist: i morgen", "Reaktion: Har ringet", "Lukket", "example.org"):
        for line in [each for each in card.split("\n") if words in each]:
            assert line.startswith("│ ") or ": " in line.split(words)[0], line
    assert not set(card) & set("\u202e\u2067\u2069\u200f\u200b\ufeff\x00\x1b\u2028\x0b\x85")
    assert "\n│ \n│ \n" not in card
    await stage.everyone_looks()


async def test_words_added_later_are_marked_as_well(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.says("/mere Han er her igen\n\nFrist: i morgen")
    await anna.taps("Åbn")
    assert "Han er her igen\n│ \n│ Frist: i morgen" in (await anna.card()).text
    await stage.everyone_looks()


async def test_no_page_begins_with_words_of_theirs_as_if_they_were_ours(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere " + "Frist: i morgen " * 220)
    await anna.taps("Tag")
    await anna.taps("Åbn")
    await anna.taps("Næste side")
    page = (await anna.card()).text.split("\n\n")[2]
    assert page.startswith("…")
    await stage.everyone_looks()


async def test_nothing_unseen_alone_is_answered_kindly(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.says("\u200b\u200b")
    await kim.sees("Hvordan kender du personen?")


async def test_no_call_formats_text_or_fetches_a_page(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern(where="https://example.org/billede")
    await anna.taps("Tag")
    await anna.says("Skriv til")
    await stage.everyone_looks()
    calls = [each for each in stage.sandbox.world.calls if "text" in each.params]
    assert calls
    for call in [each for each in stage.sandbox.world.calls if "chat_id" in each.params]:
        assert not {"parse_mode", "entities", "caption_entities"} & call.params.keys(), call
    for call in calls:
        assert call.params["link_preview_options"] == {"is_disabled": True}, call.method
