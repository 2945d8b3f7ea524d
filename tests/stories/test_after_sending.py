"""After sending: the receipt, more words, corrections, and a worker's question."""

from tests.cast import Relative, Worker, the_code
from tests.stage import Stage


async def test_the_receipt_is_asked_back_by_its_last_characters(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await kim.says("7Q2K")
    await kim.sees("ikke slutningen")
    await kim.says("tak")
    await kim.sees("Din henvendelse kom til os")
    await kim.says(code[-6:].lower())
    await kim.sees("Det er rigtigt")


async def test_whoever_kept_the_code_can_just_say_so(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.taps("Jeg har gemt koden")
    await kim.sees("Også fra en anden telefon")


async def test_status_says_what_a_relative_may_hear(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/status")
    await kim.sees("mandag den 23. november", "ikke læst endnu", "mandag den 30. november")
    await anna.taps("Tag")
    await kim.sees("har læst")
    await anna.taps("Har været ude")
    await stage.time_passes(minutes=5)
    await kim.sees("Vi har nu reageret")
    await kim.says("Min henvendelse")
    seen = await kim.sees("har læst", "Vi har nu reageret")
    assert "Anna" not in seen
    assert "ude" not in seen
    await stage.everyone_looks()


async def test_more_words_reach_the_owner_without_a_word_in_the_push(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.says("/mere")
    await kim.says("Han er flyttet ned til havnen")
    await kim.says("Og han har en hund")
    await kim.sees("sendt videre", "sendt videre")
    news = await anna.sees("Nyt i", "Nyt i")
    assert "havnen" not in news
    await anna.taps("Åbn")
    assert "Han er flyttet ned til havnen" in (await anna.card()).text
    assert "Og han har en hund" in (await anna.card()).text


async def test_a_correction_is_dated_and_the_original_stays(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Ved stationen")
    await anna.taps("Tag")
    await stage.time_passes(days=1)
    await kim.says("/ret")
    await kim.says("Det er ved havnen")
    await kim.taps("Min henvendelse")
    await kim.sees("dagens dato", "sendt videre")
    await anna.taps("Åbn")
    card = (await anna.card()).text
    assert "Ved stationen" in card
    assert "Rettet tirsdag den 24. november: Det er ved havnen" in card
    await stage.everyone_looks()


async def test_an_edited_message_after_sending_is_a_correction(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    written = await kim.says("Han råper")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await anna.taps("Tag")
    await kim.sees("har læst")
    await kim.edits(written, "Han råber")
    await kim.sees("Din rettelse er sendt videre")
    await anna.taps("Åbn")
    assert "Rettet mandag den 23. november: Han råber" in (await anna.card()).text
    await stage.everyone_looks()


async def a_closed_concern_with_more(stage: Stage) -> tuple[Worker, Relative]:
    """Let Anna close what Kim raised; Kim is about to write more."""
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.sees("har læst")
    await anna.taps("Afslut")
    await anna.taps("Klarer sig videre selv")
    await kim.says("/mere")
    return anna, kim


async def test_the_owner_hears_that_words_opened_a_closed_concern_again(stage: Stage) -> None:
    anna, kim = await a_closed_concern_with_more(stage)
    await kim.says("Nu er han der igen")
    await kim.sees("sendt videre")
    await anna.sees("den er åbnet igen. Reager senest mandag den 30. november")
    await stage.everyone_looks()


async def test_mere_thanks_open_nothing_again(stage: Stage) -> None:
    anna, kim = await a_closed_concern_with_more(stage)
    await kim.says("Tusind tak!")
    assert "senest" not in await kim.sees("sendt videre")
    await anna.sees("har sagt tak")
    await anna.says("/mine")
    await anna.sees("ingen")
    await stage.everyone_looks()


async def test_mere_thanks_from_another_account_open_nothing_either(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    for button in ("Tag", "Afslut", "Klarer sig videre selv"):
        await anna.taps(button)
    sam = await Relative.arrives(stage, "Sam")
    await sam.walks(code, "/mere", "Tusind tak!")
    assert await stage.state() == "closed"
    await anna.sees("har sagt tak")
    await stage.everyone_looks()


async def test_whoever_comes_back_by_code_is_spoken_to_as_before(stage: Stage) -> None:
    ola, again = await Relative.arrives(stage, "Ola"), await Relative.arrives(stage, "Ola")
    await ola.walks("/start", "[English]", "[No]", "[worried about]", "[Neighbour]")
    await ola.answers_the_rest("Next", "Send")
    await ola.taps("Send")
    code = (await ola.sees("Your code: ")).split("Your code: ")[1].split("\n")[0]
    await again.says(code)
    assert "Vi" not in (await again.sees()).split()
    await again.says("/mere")
    assert "skriv" not in (await again.sees()).casefold()
    await stage.everyone_looks()


async def test_a_worker_asks_and_the_reporter_answers_by_just_writing(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Skriv til henvender")
    await anna.says("Hvor på stationen?")
    await anna.sees("Det her bliver sendt til", "Hvor på stationen?")
    await kim.sees("har læst")
    await anna.taps("Send beskeden")
    await kim.sees("fra Anna", "Hvor på stationen?", "stadig anonym")
    await kim.says("Ved spor to")
    await kim.sees("Dit svar er sendt videre")
    await anna.sees("Beskeden er sendt", "Nyt i")
    await anna.taps("Åbn")
    assert "Ved spor to" in (await anna.card()).text


async def test_a_message_to_a_reporter_can_be_dropped(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.sees("har læst")
    await anna.says("Skriv til henvender")
    await anna.says("Hvor bor Karl i Storegade?")
    await anna.says("fortryd beskeden")
    await anna.sees("ikke sendt")
    await kim.sees_nothing_new()


async def test_whoever_does_not_want_to_be_written_to_is_not(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern(may_write="Nej")
    await anna.taps("Tag")
    await anna.taps("Skriv til henvender")
    await anna.sees("vil helst ikke")
    await anna.taps("Har ringet")
    await stage.time_passes(days=9)
    await kim.sees_nothing_new()
    await stage.everyone_looks()


async def test_words_out_of_the_blue_reach_the_team_and_are_never_lost(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    for words in ("Nu har han ikke været hjemme i to dage", "Storegade 5", "ved havnen"):
        await kim.says(words)
        await kim.sees("sendt videre", "noget helt nyt")
    await kim.walks("/mere", "han bor på Storegade 4")
    await anna.taps("Åbn")
    for words in ("i to dage", "Storegade 5", "ved havnen", "han bor på Storegade 4"):
        assert words in (await anna.card()).text
    await stage.everyone_looks()


async def test_a_greeting_is_answered_and_brings_nobody_news(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.sees_alert()
    for greeting in ("hej", "Tusind tak!", "ok"):
        await kim.says(greeting)
        await kim.sees("Din henvendelse kom til os")
    await anna.sees_nothing_new()


async def test_something_new_can_be_begun_by_typing(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("Ny henvendelse")
    await kim.sees("Hvilket sprog?")


async def test_a_half_written_one_is_never_thrown_away_by_an_old_button(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/status")
    new = await kim.data_of("Ny henvendelse")
    await kim.walks("Ny henvendelse", "dansk", "nej", "[bekymret for]")
    await kim.forges(new)
    await kim.sees("Velkommen tilbage", "Hvordan kender du personen?")


async def test_more_words_during_a_new_interview_do_not_trap_anybody(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.walks("Ny henvendelse", "dansk", "nej", "[bekymret for]")
    await kim.says("/mere Han har fået en hund")
    await kim.sees("sendt videre", "Hvordan kender du personen?")
    await kim.taps("Ven")
    await kim.sees("Er personen fyldt 18 år?")
    await stage.everyone_looks()


async def test_the_day_seven_question_can_be_answered_by_typing(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.taps("Jeg har gemt koden")
    await anna.taps("Tag")
    await anna.taps("Har ringet")
    await stage.time_passes(days=7, hours=5)
    await kim.says("ja det er jeg")
    await kim.sees("stadig bekymret", "mandag den 7. december")
    await stage.everyone_looks()


async def test_a_reporter_who_lets_the_bot_in_again_can_be_answered(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.phone.blocks()
    await anna.taps("Tag")
    await kim.phone.unblocks()
    await anna.taps("Skriv til henvender")
    await anna.says("Hvor er det?")
    await anna.taps("Send beskeden")
    await kim.sees("Hvor er det?")
    await stage.everyone_looks()


async def test_an_address_is_no_receipt(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.says("Vestergade 14 2 tv")
    assert "kode" not in await kim.sees("genkende")


async def test_a_worker_sends_no_cpr_number(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Skriv til henvender")
    await anna.says("Er det 010180-1234?")
    await anna.sees("CPR", "ikke sendt")
    await kim.sees("læst")


async def test_of_several_concerns_one_is_chosen(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Stationen")
    await stage.time_passes(days=1)
    await kim.walks("/start", "[Ny henvendelse]", "[Dansk]", "[Nej]", "[bekymret for]", "[Ven]")
    await kim.answers_the_rest()
    await kim.walks("[Send]", "/se")
    assert "Hvilken henvendelse" in (await kim.screen()).text
    await kim.taps("2. mandag den 23. november")
    await kim.sees("Det her har vi gemt", "Den er ikke læst endnu", "Nabo", "Stationen")
    await kim.says("/se 1")
    await kim.sees("Ven")


async def test_a_reporter_who_blocks_the_bot_is_told_of_to_the_owner(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await kim.sees("har læst")
    await kim.phone.blocks()
    await anna.taps("Skriv til henvender")
    await anna.says("Hvor er det?")
    await anna.taps("Send beskeden")
    await anna.sees("kan ikke nås")
