"""Answers can be cleared and changed, and their numbers are the same everywhere."""

from tests.cast import Partner, Relative
from tests.stage import Stage


async def test_an_answer_can_be_cleared_when_its_question_is_asked_again(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("genkende personen")
    await kim.walks("Rød jakke", "[Tilbage]")
    await kim.taps("Slet svaret")
    shown = await kim.sees("Svaret er slettet", "genkende personen")
    assert "Rød jakke" not in shown
    await kim.says("spring over")
    await kim.sees("Hvor længe")


async def test_what_must_be_answered_cannot_be_cleared(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Er personen i Prøve Kommune?")
    await kim.taps("Tilbage")
    await kim.sees("fyldt 18", "Ja")
    assert "Slet svaret" not in (await kim.screen()).buttons
    await kim.says("slet svaret")
    await kim.sees("fyldt 18")


async def test_clearing_from_the_summary_leads_back_to_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.walks(f"[{await kim.change_of('Kendetegn')}]", "[Slet svaret]")
    await kim.taps("Spring over")
    await kim.sees("Kendetegn: Ikke besvaret", "Send")


async def test_words_beside_the_answers_can_be_cleared(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.walks("Jeg hedder Kim og bor her", f"[{await kim.change_of('Fyldt 18')}]", "[Ja]")
    await kim.walks(f"[{await kim.change_of('Også skrevet')}]")
    await kim.taps("Slet svaret")
    assert "Også skrevet" not in await kim.sees("slettet", "ikke sendt endnu")


async def test_a_question_has_the_same_number_on_the_way_and_at_the_end(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("genkende personen")
    number = (await kim.screen()).text.split()[1]
    await kim.answers_the_rest()
    await kim.says(f"ret {number}")
    await kim.sees(f"Du retter svar {number}", "genkende personen")


async def test_changing_an_answer_asks_only_what_it_opens(stage: Stage) -> None:
    pia = await Partner.arrives(stage, "Pia")
    await pia.wishes("Gøre opmærksom")
    await pia.skips_until("ikke sendt endnu")
    await pia.walks(f"[{await pia.change_of('Bekymring')}]", "6", "[Videre]")
    assert "ikke sendt endnu" in (await pia.screen()).text
    await pia.walks(f"[{await pia.change_of('Ønske')}]")
    await pia.taps("Et fælles møde")
    await pia.sees("med til mødet")
    await pia.says("Vi har brug for jer")
    await pia.sees("Hvornår kan mødet være")
    await pia.taps("Spring over")
    await pia.sees("ikke sendt endnu")
