"""Bad input is answered kindly and loses nothing."""

from tests.cast import Relative, Worker
from tests.stage import Stage


async def test_an_album_is_answered_once(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.phone.sends_album(4)
    await stage.settles()
    seen = await kim.sees("Hvem skriver du om?")
    assert seen.count("Hvem skriver du om?") == 1


async def test_an_unknown_command_gets_a_hint(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/findes")
    await kim.sees("kommando")


async def test_a_cpr_number_is_refused_and_its_edited_message_taken(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    written = await kim.says("Peter 010180-1234 råber om natten")
    await kim.sees("CPR", "Hvad har du set")
    await kim.edits(written, "Naboen råber om natten")
    await kim.sees("genkende personen")
    await kim.answers_the_rest()
    assert "Naboen råber om natten" in (await kim.screen()).text


async def test_ten_thousand_characters_reach_the_worker_whole(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    long = " ".join(f"ord{number}" for number in range(1300))
    await kim.says(long)
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    await anna.sees("Åbn")
    assert await anna.reads_every_page("ord0 ", "ord650 ", "ord1299")


async def test_an_edited_answer_is_corrected(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    written = await kim.says("Han råper")
    await kim.sees("genkende personen")
    await kim.edits(written, "Han råber")
    await kim.sees("rettet", "genkende personen")
    await kim.answers_the_rest()
    assert "Han råber" in (await kim.screen()).text


async def test_an_edit_too_late_is_answered(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    first = await kim.says("/start")
    await kim.sees()
    await kim.edits(first, "hov")
    await kim.sees("Hvilket sprog?")


async def test_forged_and_foreign_buttons_do_nothing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.sees("Åbn")
    eve = await Relative.arrives(stage, "Eve")
    await eve.walks("/start")
    stolen = await anna.data_of("Åbn")
    for data in (stolen, "take/1", "x" * 64, "æøå"):
        await eve.forges(data)
        await eve.sees("knap")


async def test_a_text_nobody_understands_is_asked_again(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "[Nej]")
    await kim.says("måske 99")
    await kim.sees("Hvem skriver du om?")
    await kim.says("99")
    await kim.sees("Hvem skriver du om?")


async def test_whoever_does_not_know_goes_on_to_the_next_question(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    await kim.says("Det ved jeg ikke.")
    await kim.sees("værre")


async def test_whoever_does_not_know_may_say_so_where_that_is_an_answer(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await kim.taps("Dansk")
    await kim.says("det ved jeg ikke")
    await kim.sees("112")


async def test_an_answer_does_not_stay_when_it_is_no_longer_known(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    await kim.taps("Nogle uger")
    await kim.taps("Tilbage")
    await kim.says("ved ikke")
    await kim.sees("Hvor længe")
    await kim.says("ved ikke")
    await kim.sees("værre")
    await kim.answers_the_rest()
    assert "uger" not in (await kim.screen()).text


async def test_thanks_in_danish_are_no_polish_yes(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    await kim.says("/stop")
    await kim.says("Tak")
    await kim.taps("Nogle uger")
    await kim.sees("værre")
    await kim.says("Tak")
    await kim.sees("Det forstod vi ikke", "værre")


async def test_what_comes_next_leaves_before_the_old_question_is_changed(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor længe")
    before = len(stage.sandbox.world.calls)
    await kim.taps("Spring over")
    await kim.sees("værre")
    calls = [each.method for each in stage.sandbox.world.calls[before:]]
    assert calls.index("sendMessage") < calls.index("editMessageText")
