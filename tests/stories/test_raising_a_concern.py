"""Raising a concern: tapping, typing, going back, changing, and being interrupted."""

from tests.cast import Relative
from tests.stage import Stage


async def test_every_step_can_be_typed(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "dansk", "2", "en, jeg er bekymret for", "Nabo", "1", "ja")
    await kim.walks("nej", "2 og 3", "videre", "Han råber om natten", "Ved stationen")
    await kim.walks("spring over", "3", "ja", "3", "ved ikke", "SPRING OVER", "Dansk", "ja")
    await kim.says("send")
    await kim.sees("senest mandag den 30. november", "kode")


async def test_danger_shows_the_numbers_and_never_ends_the_conversation(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await kim.taps("Ja")
    await kim.sees("112", "114", "70 201 201", "ringet")
    await kim.taps("kan ikke ringe")
    await kim.sees("Hvem skriver du om?")


async def test_an_acute_concern_says_so_in_its_receipt(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Ja]", "[ringet]", "[bekymret for]")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("ringet", "senest")


async def test_the_acute_card_comes_in_any_state(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("112")
    await kim.sees("112", "114")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.says("/akut")
    await kim.sees("112", "Hvem skriver du om?")
    await kim.taps("Akut hjælp")
    await kim.sees("112", "Hvem skriver du om?")


async def test_any_answer_can_be_changed_from_the_summary(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.says("ret 1")
    await kim.sees("Du retter svar 1", "Hvordan kender du personen?")
    await kim.taps("Ven")
    await kim.sees("1. ", "Ven", "6. Hvor")
    await kim.says("6")
    await kim.sees("Du retter svar 6", "Hvor sover")
    await kim.says("I parken")
    await kim.sees("6. Hvor og hvornår: I parken")


async def test_going_back_keeps_what_was_answered(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]", "[Nabo]")
    await kim.taps("Tilbage")
    await kim.sees("Hvordan kender du personen?", "Nabo")
    await kim.taps("Videre")
    await kim.sees("Er personen fyldt 18 år?")


async def test_changing_the_danger_answer_asks_what_then_is_missing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.taps(await kim.change_of("Fare lige nu"))
    await kim.sees("fare")
    await kim.taps("Ja")
    await kim.sees("112", "ringet")
    await kim.taps("ikke akut")
    await kim.sees("ikke sendt endnu")


async def test_words_written_beside_a_choice_are_kept(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("Min nabo har det meget skidt")
    await kim.sees("Hvilket sprog?")
    await kim.walks("[Dansk]", "[Nej]", "[bekymret for]")
    await kim.answers_the_rest()
    summary = await kim.screen()
    assert "Min nabo har det meget skidt" in summary.text


async def test_many_can_be_tapped_on_and_off(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.walks("[Nabo]", "[Ja]", "[Ja]", "[Nej]")
    await kim.taps("1.")
    await kim.taps("4.")
    await kim.taps("1.")
    shown = await kim.screen()
    assert "meget alene" in shown.text
    assert sum("✓" in label for label in shown.buttons) == 1


async def test_english_is_spoken_to_the_end(stage: Stage) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.walks("/start", "[English]", "[No]", "[worried about]")
    assert "Question 1 of 15" in (await sam.screen()).text
    await sam.answers_the_rest("Next")
    await sam.taps("Send")
    await sam.sees("Monday 30 November")


async def test_nothing_is_asked_when_somebody_only_wants_to_know(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.taps("Bare spørge")
    await kim.sees("uden at sende noget")
    await kim.taps("Dit eget valg")
    await kim.sees("Det er frivilligt")
    await kim.taps("Fortsæt")
    await kim.sees("Hvem skriver du om?")


async def test_a_wrong_door_gives_the_right_one_and_stays_open(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]", "[Nabo]")
    await kim.taps("Nej")
    await kim.sees("under 18", "Er personen i Prøve Kommune?")
    await kim.taps("Nej")
    await kim.sees("finde den rigtige", "stadig sende", "Bor der børn")
    await kim.taps("Ja")
    await kim.sees("børn", "Hvad bekymrer dig?")


async def test_stopping_wipes_the_answers_after_asking_once(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.taps("Stop")
    await kim.sees("slet")
    await kim.taps("Slet mine svar")
    await kim.sees("slettet")
    await kim.says("hej")
    await kim.sees("Hvilket sprog?")


async def test_starting_again_offers_to_go_on_or_start_over(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await kim.says("/start")
    await kim.sees("Hvordan kender du personen?")
    await kim.taps("Begynd forfra")
    await kim.sees("Hvilket sprog?")


async def test_danger_is_told_in_every_language_until_one_is_chosen(stage: Stage) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("/start")
    await sam.taps("Urgent help")
    await sam.sees("112: fare for liv", "112: danger to life")
    for words in ("HELP", "Akut hjælp / Urgent help"):
        await sam.says(words)
        await sam.sees("112: fare for liv", "112: danger to life")


async def test_words_at_the_summary_never_look_sent(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.says("ja det er rigtigt")
    await kim.sees("ikke sendt endnu")
    await kim.says("videre")
    await kim.sees("ikke sendt endnu. Tryk på Send")
