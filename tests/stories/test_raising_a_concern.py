"""Raising a concern: tapping, typing, going back, changing, and being interrupted."""

from datetime import UTC, datetime

import pytest

from tests.cast import Citizen, Partner, Relative, Reporter, Worker
from tests.stage import Stage

ANY_HOUR = {
    "at night": datetime(2026, 11, 24, 2, 0, tzinfo=UTC),
    "on a Sunday": datetime(2026, 11, 29, 12, 0, tzinfo=UTC),
    "on Christmas Eve": datetime(2026, 12, 24, 19, 0, tzinfo=UTC),
}


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
    await kim.sees("ikke læst hele døgnet", "112", "114", "70 201 201", "ringet")
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


@pytest.mark.parametrize("hour", ANY_HOUR)
async def test_a_concern_can_be_sent_at_any_hour(stage: Stage, hour: str) -> None:
    anna = await Worker.joins(stage, "Anna")
    await stage.time_is(ANY_HOUR[hour])
    kim = await Relative.arrives(stage, "Kim")
    assert "Vi har fået din henvendelse" in await kim.raises_a_concern()
    await anna.sees_alert()


async def test_oneself_is_the_first_answer_to_whom_it_is_about(stage: Stage) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.walks("/start", "[Dansk]", "[Nej]")
    screen = await mia.screen()
    assert "Hvem skriver du om?" in screen.text
    assert "Mig selv" in screen.buttons[0]


async def test_no_answer_refuses_anybody(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Ja]", "[kan ikke ringe]", "[bekymret for]")
    await kim.walks("[Vil ikke sige det]")
    assert "Er personen fyldt 18 år?" in (await kim.screen()).text
    await kim.walks("[Nej]", "[Nej]", "[Ja]")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("Vi har fået din henvendelse")


async def test_somebody_who_fits_no_group_can_be_written_about(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad bekymrer dig?")
    await kim.says("spring over")
    await kim.sees("Hvad har du set")
    await kim.says("Hun er holdt op med at hilse")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    assert "Set eller hørt: Hun er holdt op med at hilse" in await anna.reads()


async def test_help_from_others_is_asked_about_and_closes_no_door(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Får personen hjælp fra andre i dag?")
    await kim.walks("[Ja]")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    assert "Får anden hjælp: Ja" in await anna.reads()


async def test_voluntary_anonymous_and_read_by_a_human_is_said_before_the_first_question(
    stage: Stage,
) -> None:
    mia = await Citizen.arrives(stage, "Mia")
    await mia.walks("/start", "[Dansk]")
    await mia.taps("Nej")
    told = await mia.sees("Du er anonym", "Et menneske læser", "Det er frivilligt", "Hvem skriver")
    assert "Du bestemmer selv" in told


@pytest.mark.parametrize("somebody", [Citizen, Relative, Partner])
async def test_every_receipt_says_that_help_can_be_refused(
    stage: Stage, somebody: type[Citizen | Relative | Partner]
) -> None:
    kim: Reporter = await somebody.arrives(stage, "Kim")
    assert "kan altid sige nej tak" in await kim.raises_a_concern()


async def test_a_relative_hears_that_a_visit_may_follow_and_is_promised_none(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    receipt = await kim.raises_a_concern()
    assert "Det er godt, at du gjorde os opmærksom på det." in receipt
    assert "Vi kan komme forbi hos personen, men vi kan ikke love det." in receipt
    assert "kommer ud" not in receipt
