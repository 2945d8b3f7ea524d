"""Information: every page by command, by its words and by a button, and nothing is left behind."""

import pytest

from handlers.help.information import COMMANDS
from storage.schema import concerns, doors
from tests.cast import Lead, Relative, Worker
from tests.stage import Stage

PAGES = {
    "Hvem er vi?": "er en del af Prøve Kommune",
    "Hvad kan vi?": "Det kan vi ikke:",
    "Dit eget valg": "Du har ret til at være anonym",
    "Hvad siger loven?": "der ikke har eller ikke kan opholde sig i egen bolig.",
    "Vil du klage?": "Du skal ikke sige hvorfor.",
    "Kontakt": "Telegram er ikke sikker mail.",
    "Hvad ser vi?": "Telegram ved, hvem du er",
}


@pytest.mark.parametrize(("name", "words"), PAGES.items())
async def test_a_page_is_reached_by_typing_its_name_and_disturbs_no_interview(
    stage: Stage, name: str, words: str
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.says(name.casefold())
    await kim.sees(words, "Det bygger på Serviceloven § 99.")
    await kim.taps("Fortsæt")
    await kim.sees("Hvordan kender du personen?")


async def test_every_page_has_a_command_in_both_languages_and_leaves_nothing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    for danish, english in COMMANDS.values():
        await kim.says(f"/{danish}")
        first = await kim.sees("Det bygger på Serviceloven § 99.")
        await kim.says(f"/{english}@{stage.app.bot.username}")
        assert await kim.sees() == first
    database = stage.app.store.database
    assert [await database.read(table.select()) for table in (concerns, doors)] == [[], []]


async def test_until_a_language_is_chosen_a_page_speaks_both(stage: Stage) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("/start")
    await sam.taps("Kontakt / Contact")
    await sam.sees("Telegram er ikke sikker mail", "Telegram is not secure mail")
    await sam.taps("English")
    await sam.says("/contact")
    assert "Telegram er" not in await sam.sees("Telegram is not secure mail")


async def test_every_page_is_three_taps_from_a_question(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    for name, words in PAGES.items():
        await kim.taps("Kontakt")
        await kim.sees("Telegram er ikke sikker mail")
        if name != "Kontakt":
            await kim.taps(name)
            await kim.sees(words)


async def test_contact_is_one_tap_from_every_question_and_from_the_receipt(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.taps("Send")
    await kim.sees("senest")
    shown = [each for each in await kim.from_bot() if each.buttons]
    assert [each.text for each in shown if "Kontakt" not in " ".join(each.buttons)] == []
    await kim.taps("Kontakt")
    await kim.sees("Telegram er ikke sikker mail")


async def test_only_asking_shows_what_can_be_read_and_raises_nothing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[Bare spørge]")
    menu = (await kim.screen()).buttons
    assert {*PAGES, "Akut hjælp", "Fortsæt"} == set(menu)
    await kim.says("fortsæt")
    await kim.sees("Hvem skriver du om?")
    assert await stage.app.store.concerns.open() == []


async def test_nobody_in_the_team_sees_that_somebody_reads_how_to_complain(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await kim.says("/klage")
    await kim.sees("må du gerne klage", "Skriv ikke din klage i denne chat")
    await lone.sees_nothing_new()
    await anna.sees_nothing_new()


async def test_a_worker_reads_the_pages_too(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("/lov")
    await anna.sees("§ 99")
    await anna.taps("Vil du klage?")
    await anna.sees("må du gerne klage")
    await anna.says("Hvem er vi?")
    await anna.sees("er en del af Prøve Kommune")


async def test_help_written_alone_is_a_cry_and_shows_the_numbers(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("help")
    await kim.sees("112: fare for liv")
    await kim.says("/help")
    await kim.sees("Det kan vi ikke:")
    await kim.taps("Akut hjælp")
    await kim.sees("112: fare for liv")


async def test_an_answer_that_is_a_command_s_word_stays_an_answer(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Om")
    assert "loven" not in await kim.sees("genkende")
