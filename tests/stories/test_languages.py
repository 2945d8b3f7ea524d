"""Languages: each under its own name, its own words where it has them, Danish and English else."""

from pathlib import Path

import pytest

from domain.languages import LANGUAGES
from tests.cast import Relative, Worker
from tests.hand_clock import HandClock
from tests.stage import Stage

NAMES = ("Dansk", "English", "Polski", "Română", "العربية", "Українська", "Kalaallisut")


async def test_every_language_stands_under_its_own_name(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start")
    labels = (await kim.screen()).buttons
    assert list(labels[: len(LANGUAGES)]) == [
        f"{number}. {name}" for number, name in enumerate(NAMES, 1)
    ]


async def test_who_writes_before_choosing_a_language_is_answered_in_both(stage: Stage) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("My neighbour has not eaten for days")
    await sam.sees("Tak, det er skrevet ned", "Thank you, that is written down")
    await sam.says("hello?")
    await sam.sees("Det forstod vi ikke", "We did not understand that")
    await sam.says("Call me, 010190-1234")
    await sam.sees("ligner et CPR-nummer", "looks like a CPR number")
    await sam.taps("English")
    await sam.says("hello?")
    assert "Det forstod" not in await sam.sees("We did not understand that")


@pytest.mark.parametrize("typed", ["polski", "POLSKI.", "3", "3. Polski"])
async def test_a_language_can_be_typed(stage: Stage, typed: str) -> None:
    ola = await Relative.arrives(stage, "Ola")
    await ola.walks("/start", typed)
    assert "Czy ktoś jest teraz w niebezpieczeństwie?" in (await ola.screen()).text


async def test_choosing_polish_tells_once_what_it_can_and_cannot_do(stage: Stage) -> None:
    ola = await Relative.arrives(stage, "Ola")
    await ola.says("/start")
    await ola.taps("Polski")
    await ola.sees("Możesz mieć tłumacza", "Du kan få en tolk", "an interpreter", "Czy ktoś")
    await ola.walks("Nie", "o sobie")
    await ola.says("/start")
    assert "tłumacza" not in await ola.sees("Velkommen tilbage", "Welcome back")
    await ola.taps("Zacznij od nowa")
    await ola.taps("Polski")
    assert "tłumacza" not in await ola.sees("niebezpieczeństwie")


async def test_a_text_polish_lacks_comes_in_danish_and_english(stage: Stage) -> None:
    ola = await Relative.arrives(stage, "Ola")
    await ola.walks("/start", "[Polski]", "[Nie]", "[O kimś]")
    shown = await ola.screen()
    assert "Hvordan kender du personen? / How do you know the person?" in shown.text
    assert "4. Vicevært eller boligforening / Caretaker or housing association" in shown.text
    assert "Wstecz" in shown.buttons
    await ola.walks("nabo / neighbour", "tak", "tak", "nej", "1 i 2")
    assert "Valgt: / Chosen:" in (await ola.screen()).text


async def test_a_text_names_the_buttons_as_they_stand_on_the_screen(stage: Stage) -> None:
    ola = await Relative.arrives(stage, "Ola")
    await ola.walks("/start", "[Polski]", "[Nie]", "[O kimś]")
    await ola.answers_the_rest("Dalej", "Wyślij")
    shown = await ola.screen()
    assert "Wyślij" in shown.buttons
    assert "tryk på Wyślij" in shown.text
    assert "press Wyślij" in shown.text


async def test_a_receipt_has_each_languages_own_date(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    ola, inuk = await Relative.arrives(stage, "Ola"), await Relative.arrives(stage, "Inuk")
    await ola.walks("/start", "[Polski]", "[Nie]", "[O kimś]")
    await ola.answers_the_rest("Dalej", "Wyślij")
    await ola.taps("Wyślij")
    await ola.sees("poniedziałek, 30 listopada", "Det er godt", "It is good", "Twój kod")
    await inuk.walks("/start", "[Kalaallisut]", "[Nej / No]", "[En, jeg er bekymret for]")
    await inuk.answers_the_rest("Videre / Next")
    await inuk.taps("Send")
    await inuk.sees("senest mandag den 30. november", "by Monday 30 November", "Din kode")
    await anna.sees("Ny henvendelse", "Ny henvendelse")


async def test_kalaallisut_promises_no_words_it_does_not_have(stage: Stage) -> None:
    inuk = await Relative.arrives(stage, "Inuk")
    await inuk.walks("/start")
    await inuk.taps("Kalaallisut")
    told = await inuk.sees("Du kan få en tolk", "interpreter", "Er nogen i fare", "Is anyone")
    assert "læst igennem" not in told
    await inuk.says("nej")
    await inuk.sees("Hvem skriver du om?", "Who are you writing about?")


async def test_arabic_keeps_numbers_whole_and_in_order(stage: Stage) -> None:
    sami = await Relative.arrives(stage, "Sami")
    await sami.walks("/start", "العربية")
    await sami.taps("نعم")
    shown = await sami.sees("\u206870 201 201\u2069: \u2068أفكار", "\u20681888\u2069", "هل تمكنت")
    assert "112" in shown
    assert "اتصل" in shown
    await sami.walks("3", "عن شخص أقلق عليه")
    await sami.answers_the_rest("التالي", "إرسال")
    await sami.taps("إرسال")
    receipt = await sami.sees("الاثنين، 30 نوفمبر", "رمزك: \u2068")
    code = receipt.split("رمزك: ")[1].split("\n")[0]
    assert code.startswith("\u2068")
    await sami.says(code)
    await sami.sees("Din henvendelse kom til os", "Your concern came to us")


async def test_the_worker_reads_the_concern_in_danish_and_which_language_it_came_in(
    stage: Stage,
) -> None:
    anna = await Worker.joins(stage, "Anna")
    ola = await Relative.arrives(stage, "Ola")
    await ola.walks("/start", "[Polski]", "[Nie]", "[O kimś]")
    await ola.answers_the_rest("Dalej", "Wyślij")
    await ola.taps("Wyślij")
    await ola.sees("listopada")
    ola.puts_the_phone_away()
    await anna.sees_alert()
    await anna.taps("Åbn")
    assert "Sprog: Polski" in (await anna.card()).text


async def test_somebody_who_wrote_in_polish_joins_the_team_in_danish(stage: Stage) -> None:
    ola = await Worker.arrives(stage, "Ola")
    await ola.says("/start")
    await ola.taps("Polski")
    await ola.sees()
    await ola.starts(await stage.invitation(Worker.role))
    assert "Welcome" not in await ola.sees("Velkommen i teamet")


async def test_a_municipality_says_it_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "texts" / "da").mkdir(parents=True)
    own = "q-danger = Er det farligt lige nu?\nbutton-acute = Hjælp straks\n"
    (tmp_path / "texts" / "da" / "own.ftl").write_text(own, encoding="utf-8")
    service = {"name": "Gadens Team", "texts": tmp_path / "texts"}
    async with Stage(tmp_path, HandClock(), service=service).open() as stage:
        kim = await Relative.arrives(stage, "Kim")
        await kim.walks("/start", "[Dansk]")
        await kim.says("hjælp straks")
        await kim.sees("Er det farligt lige nu?")
        inuk = await Relative.arrives(stage, "Inuk")
        await inuk.walks("/start", "[Kalaallisut]")
        assert "Er det farligt lige nu?" in (await inuk.screen()).text


async def test_telegram_shows_the_bot_in_whole_languages_only(stage: Stage) -> None:
    calls = stage.sandbox.world.calls
    described = [each.params for each in calls if each.method == "setMyDescription"]
    assert {each.get("language_code") for each in described} == {None, "da", "en"}
