"""Danger: the card answers back in any state, marks what is sent, and its numbers stay fresh."""

import logging
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cast import Lead, Relative, Worker
from tests.hand_clock import HandClock
from tests.stage import Stage


async def sent(kim: Relative) -> str:
    """Answer the rest and send; return what the receipt says."""
    await kim.answers_the_rest()
    await kim.taps("Send")
    return await kim.sees("senest")


async def test_no_call_possible_from_the_card_alerts_everyone(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.walks("/akut", "[Jeg kan ikke ringe]")
    assert "Hvad har du set" in (await kim.screen()).text
    assert "Få en anden til at ringe" in await sent(kim)
    kim.puts_the_phone_away()
    for member in (anna, lone):
        await member.sees("Markeret akut", "Ny henvendelse")
    await anna.taps("Åbn")
    assert "Jeg kan ikke ringe" in (await anna.card()).text


async def test_that_it_is_urgent_is_read_before_a_long_text(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    await kim.says("Han har ikke sovet. " * 180)
    await kim.sees("skrevet ned", "Hvor længe")
    await kim.walks("/akut", "[Jeg kan ikke ringe]")
    await sent(kim)
    kim.puts_the_phone_away()
    await anna.sees("Markeret akut")
    await anna.taps("Åbn")
    first = (await anna.card()).text
    assert "Side 1 af" in first
    assert 0 < first.index("Jeg kan ikke ringe") < first.index("Han har ikke sovet")


async def test_having_called_can_be_typed_at_any_question(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.walks("/akut")
    await kim.says("jeg har ringet")
    await kim.sees("Bliver det værre, så ring igen", "Hvad har du set")
    await sent(kim)
    for worker in (anna, bo):
        await worker.sees("Markeret akut")


async def test_not_urgent_takes_the_mark_back(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    await kim.walks("/akut", "[Jeg har ringet]", "[Det var ikke akut]")
    assert "ringet" not in await sent(kim)
    assert "akut" not in await anna.sees("Ny henvendelse")
    await bo.sees_nothing_new()


async def test_pressing_by_mistake_changes_nothing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    before = (await kim.screen()).text
    await kim.taps("Akut hjælp")
    await kim.taps("Det var ikke akut")
    await kim.sees("Godt, at det ikke er akut")
    assert (await kim.screen()).text == before


async def test_an_answer_on_the_card_answers_the_question_of_danger(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]")
    await kim.taps("Akut hjælp")
    await kim.taps("Jeg kan ikke ringe")
    await kim.sees("Bed en i nærheden", "Hvem skriver du om?")


async def test_the_card_leaves_the_answers_to_the_question_below_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Ja]")
    await kim.says("/akut")
    await kim.sees("112", "Har du fået ringet?")
    labels = [label for each in (await kim.from_bot())[-2:] for label in each.buttons]
    assert sum("har ringet" in label for label in labels) == 1
    await kim.says("Jeg har ringet")
    await kim.sees("Hvem skriver du om?")


@pytest.mark.parametrize("answer", ["Jeg har ringet", "Jeg kan ikke ringe", "Det var ikke akut"])
async def test_without_an_interview_the_answer_is_kind_and_nothing_is_stored(
    stage: Stage, answer: str
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("akut")
    await kim.sees("112", "danger to life")
    await kim.taps(answer)
    await kim.sees("ring" if "ring" in answer else "Godt", "/start")
    await kim.says(answer)
    await kim.sees("/start", "/start")
    assert await stage.app.store.doors.waiting(date.min) == []


async def test_a_worker_sees_the_numbers_and_is_not_asked(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("/akut")
    await anna.sees("112: fare for liv")
    assert (await anna.screen()).buttons == ()
    await anna.says("Jeg har ringet")
    await anna.sees("Det forstod botten ikke")


async def test_a_child_gets_the_right_door_and_the_concern_can_still_be_sent(
    tmp_path: Path,
) -> None:
    children = {"name": "Børn og Familie", "phone": "20 11 22 33"}
    async with Stage(tmp_path, HandClock(), children=children).open() as stage:
        kim = await Relative.arrives(stage, "Kim")
        await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]", "[Nabo]")
        await kim.taps("Nej")
        await kim.sees("Vi kommer ud til voksne", "skal vi alle sige det", "Du kan stadig sende")
        await kim.taps("Ja")
        await kim.sees("Bor der børn")
        await kim.taps("Ja")
        await kim.sees("Børn og Familie", "20 11 22 33", "Er der lukket, så ring til 114.")


async def test_old_numbers_are_told_once_at_start_in_the_log_and_to_the_leads(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    await stage.bot_stops()
    stage.clock.advance(timedelta(days=178))
    with caplog.at_level(logging.WARNING, "bot.old_numbers"):
        await stage.bot_starts()
        await lone.sees_nothing_new()
        await stage.bot_stops()
        stage.clock.advance(timedelta(days=1))
        await stage.bot_starts()
    told = [each.getMessage() for each in caplog.records if each.name == "bot.old_numbers"]
    assert [each.split(": ")[0] for each in told] == [
        f"acute.numbers.{place}.checked_on" for place in range(4)
    ]
    assert "2026-11-21 is more than 180 days ago. See that 112 is still right" in told[0]
    assert not any(each.isdigit() for each in await lone.sees("ikke tjekket længe"))
    await anna.sees_nothing_new()


async def test_a_number_checked_in_the_future_is_told_too(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    line = {"da": "x", "en": "x", "checked_on": date(2026, 11, 23)}
    later = line | {"number": "114", "checked_on": date(2026, 11, 24)}
    numbers = [line | {"number": "112"}, later]
    with caplog.at_level(logging.WARNING, "bot.old_numbers"):
        async with Stage(tmp_path, HandClock(), acute={"numbers": numbers}).open():
            (told,) = [
                each.getMessage() for each in caplog.records if each.name == "bot.old_numbers"
            ]
    assert told.startswith("acute.numbers.1.checked_on: 2026-11-24 is in the future.")


async def test_no_call_possible_after_sending_is_told_to_everyone(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await anna.goes_on_duty()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.says("/akut")
    await kim.taps("Jeg kan ikke ringe")
    await kim.sees("112", "ringe", "Teamet har fået besked")
    for member in (anna, lone):
        await member.sees("Markeret akut", "det haster nu")
