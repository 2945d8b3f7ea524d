"""Interruptions: restarts, outages and old buttons lose no answer."""

from tests.cast import Relative
from tests.stage import Stage


async def test_a_question_waiting_at_a_button_survives_a_restart(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await stage.bot_stops()
    await stage.bot_starts()
    await kim.taps("Nabo")
    await kim.sees("Er personen fyldt 18 år?")


async def test_a_tap_lost_in_an_outage_is_asked_for_again(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await stage.bot_stops()
    await kim.taps("Nabo")
    await stage.time_passes(seconds=200)
    await stage.bot_starts()
    await kim.sees("Vi var væk", "Hvordan kender du personen?")
    await kim.taps("Nabo")
    await kim.sees("Er personen fyldt 18 år?")


async def test_words_written_in_an_outage_are_answered_after_it(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await stage.bot_stops()
    await kim.says("Nabo")
    await stage.time_passes(hours=20)
    await stage.bot_starts()
    await kim.sees("Er personen fyldt 18 år?")


async def test_telegram_being_away_loses_no_tap_for_long(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]", "[bekymret for]")
    await stage.telegram_is_away(seconds=400)
    await kim.sees("Vi var væk", "Hvordan kender du personen?")


async def test_an_old_button_leads_back_to_where_one_is(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.sees()
    old = await kim.data_of("Dansk")
    await kim.walks("dansk", "nej", "[bekymret for]")
    await kim.forges(old)
    await kim.sees("Hvordan kender du personen?")


async def test_a_button_pressed_twice_answers_once(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    role = await kim.screen()
    await kim.taps_twice(role.message_id, "2. En, jeg er bekymret for")
    seen = await kim.sees("Hvordan kender du personen?")
    assert "fyldt 18" not in seen


async def test_sending_twice_makes_one_concern(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to_the_summary()
    summary = await kim.screen()
    await kim.taps_twice(summary.message_id, "Send")
    seen = await kim.sees("senest")
    assert seen.count("Din kode") == 1
    assert len(await stage.app.store.concerns.open()) == 1


async def test_after_a_silent_week_telegram_counts_anew_and_nothing_is_missed(
    stage: Stage,
) -> None:
    kim = await Relative.arrives(stage, "Kim")
    for _week in range(6):
        await kim.says("/start")
        await kim.sees("Hvilket sprog?")
        await stage.time_passes(hours=20)
        await kim.says("dansk")
        await kim.sees("fare")
        await stage.time_passes(days=9)
