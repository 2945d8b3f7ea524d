"""A worker and an anonymous reporter talk: by answering a message, with replies that are ready."""

from typing import Any

from sqlalchemy import select

from storage.schema import concerns
from tests.cast import Relative, Worker
from tests.postgres import on_both_engines
from tests.stage import Stage


async def a_talk(stage: Stage) -> tuple[Worker, Relative]:
    """Let Kim raise a concern and Anna take it."""
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await stage.everyone_looks()
    return anna, kim


async def nicknames(stage: Stage) -> list[str]:
    """Return the nicknames of all concerns, oldest first."""
    query = select(concerns.c.nickname).order_by(concerns.c.received_at)
    return [row.nickname for row in await stage.app.store.database.read(query)]


async def button(worker: Worker, label: str) -> tuple[int, str]:
    """Return the newest message with that button, and what the button carries."""
    message, found = await worker._find(label)
    return message.message_id, message.data[message.buttons.index(found)]


@on_both_engines
async def test_answering_the_card_writes_to_the_reporter_after_a_look(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.says("Hvor på stationen?", reply_to=(await anna.card()).message_id)
    await anna.sees(f"Det her bliver sendt til {await stage.nickname()}", "Hvor på stationen?")
    await kim.sees_nothing_new()
    await anna.taps("Send beskeden")
    await kim.sees("fra Anna", "Hvor på stationen?")
    await kim.says("Ved spor to")
    await kim.sees("Dit svar er sendt videre")
    await anna.sees("Beskeden er sendt", "Nyt i")
    await anna.says("Tak", reply_to=(await anna.screen()).message_id)
    await anna.says("send beskeden")
    await kim.sees("Tak")
    await anna.sees("bliver sendt", "Beskeden er sendt")


async def test_an_older_card_and_a_nudge_can_be_answered_too(stage: Stage) -> None:
    anna, _ = await a_talk(stage)
    old = (await anna.card()).message_id
    await anna.types(f"Åbn {await stage.nickname()}")
    await stage.time_passes(days=3)
    nudge = (await anna.screen()).message_id
    await anna.sees("venter stadig")
    for message in (old, nudge):
        await anna.says("Er du der?", reply_to=message)
        await anna.sees("Det her bliver sendt til", "Er du der?")
    await stage.everyone_looks()


async def test_a_card_that_came_twice_can_be_answered_where_it_was_taken(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await stage.fault("cut_after", "sendMessage", chat_id=anna.phone.person)
    await kim.raises_a_concern()
    first, second = await anna.new_messages()
    assert first.text == second.text
    await anna.phone.taps(first.message_id, "Tag")
    await stage.settles()
    await stage.everyone_looks()
    await anna.says("Hvor på stationen?", reply_to=first.message_id)
    await anna.sees("Det her bliver sendt til", "Hvor på stationen?")


async def test_only_the_owner_writes_and_others_hear_who_it_is(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    alert = await bo.sees_alert()
    await bo.says("Hvor på stationen?", reply_to=alert)
    await bo.sees("Ingen har taget", "Tag den først")
    await anna.taps("Tag")
    await bo.says("Hvor på stationen?", reply_to=alert)
    await bo.sees("taget af Anna")
    await kim.sees("har læst")
    await kim.sees_nothing_new()
    await anna.sees()


async def test_an_answer_to_something_else_is_a_message_like_any_other(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.says("Vagten")
    await anna.sees("Hvem har vagten?")
    await anna.says("Har ringet", reply_to=(await anna.screen()).message_id)
    await stage.time_passes(minutes=5)
    await kim.sees("Vi har nu reageret")
    await anna.sees("Noteret")


async def test_an_answer_with_a_cpr_number_is_refused_and_the_next_one_taken(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.says("Er det 010203-1234?", reply_to=(await anna.card()).message_id)
    await anna.sees("CPR-nummer")
    await anna.says("Hvad hedder han?")
    await anna.sees("Det her bliver sendt til", "Hvad hedder han?")
    await anna.taps("Fortryd beskeden")
    await anna.sees("ikke sendt")
    await kim.sees_nothing_new()


async def test_a_reply_that_is_ready_is_seen_before_it_is_sent(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.taps("Skriv til henvender")
    await anna.taps("Spørg om sted og tid")
    preview = await anna.sees(f"Det her bliver sendt til {await stage.nickname()}")
    assert "Hvor og hvornår er det lettest at møde personen?" in preview
    await kim.sees_nothing_new()
    await anna.taps("Send beskeden")
    await kim.sees("fra Anna", "Hvor og hvornår er det lettest")
    await anna.sees("Beskeden er sendt")


async def test_a_ready_reply_can_be_typed_and_speaks_the_reporters_language(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[English]", "[No]", "[worried]")
    await kim.answers_the_rest("Next", "Send")
    await kim.taps("Send")
    await anna.taps("Tag")
    await stage.everyone_looks()
    await anna.says("Skriv til henvender")
    await anna.says("sig tak")
    await anna.sees("Det her bliver sendt til", "Thank you for writing.")
    await anna.says("Send beskeden")
    await kim.sees("Thank you for writing.")
    await anna.sees("Beskeden er sendt")


async def test_an_older_preview_never_sends_newer_words(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.types("Skriv til henvender", "Er det Karl?")
    older, _ = await button(anna, "Send beskeden")
    await anna.types("Hvad hedder han?")
    await anna.phone.taps(older, "Send beskeden")
    await stage.settles()
    await anna.sees("Den knap er gammel")
    await kim.sees_nothing_new()
    await anna.taps("Send beskeden")
    assert "Karl" not in await kim.sees("Hvad hedder han?")
    await anna.sees("Beskeden er sendt")


async def test_a_preview_tapped_twice_sends_once(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.types("Skriv til henvender", "Hvad hedder han?")
    preview, _ = await button(anna, "Send beskeden")
    await anna.taps_twice(preview, "Send beskeden")
    assert (await kim.sees("Hvad hedder han?")).count("Hvad hedder han?") == 1
    await anna.sees()


async def two_talks(stage: Stage) -> tuple[Worker, list[Any], list[str]]:
    """Let Kim and Liv raise a concern each, and Anna take both."""
    anna = await Worker.joins(stage, "Anna")
    reporters = [await Relative.arrives(stage, name) for name in ("Kim", "Liv")]
    for each in reporters:
        await each.raises_a_concern()
        await anna.taps("Tag")
    await stage.everyone_looks()
    return anna, reporters, await nicknames(stage)


async def test_words_for_one_never_reach_the_other(stage: Stage) -> None:
    anna, (kim, liv), (first, second) = await two_talks(stage)
    await anna.types(f"Skriv til henvender {first}", "Til Kim")
    older, _ = await button(anna, "Send beskeden")
    await anna.types("Fortryd beskeden", f"Skriv til henvender {second}", "Til Liv")
    await anna.phone.taps(older, "Send beskeden")
    await stage.settles()
    await anna.sees("Den knap er gammel")
    await kim.sees_nothing_new()
    await anna.taps("Send beskeden")
    await anna.sees(f"sendt til {second}")
    await liv.sees("Til Liv")
    await kim.sees_nothing_new()


async def test_the_same_words_for_two_are_not_mixed_up(stage: Stage) -> None:
    anna, (kim, liv), (first, second) = await two_talks(stage)
    await anna.types(f"Skriv til henvender {first}", "Er du der?")
    older, _ = await button(anna, "Send beskeden")
    await anna.types("Fortryd beskeden", f"Skriv til henvender {second}", "Er du der?")
    await anna.phone.taps(older, "Send beskeden")
    await stage.settles()
    await anna.sees("Den knap er gammel")
    await kim.sees_nothing_new()
    await liv.sees_nothing_new()


async def test_answering_one_card_while_writing_to_another_asks_again(stage: Stage) -> None:
    anna, (kim, liv), (first, second) = await two_talks(stage)
    await anna.types(f"Åbn {first}")
    card = (await anna.card()).message_id
    await anna.types(f"Skriv til henvender {second}", "Til Liv")
    await anna.says("Til Kim", reply_to=card)
    await anna.sees(f"Det her bliver sendt til {first}", "Til Kim")
    await anna.says("send beskeden")
    await kim.sees("Til Kim")
    await liv.sees_nothing_new()
    await anna.sees(f"sendt til {first}")


async def test_whose_reporter_is_gone_is_said_by_nickname_and_on_the_card(stage: Stage) -> None:
    anna, (kim, _), (first, second) = await two_talks(stage)
    await kim.phone.blocks()
    await anna.types(f"Skriv til henvender {first}", "Er du der?")
    await anna.says("Send beskeden")
    told = await anna.sees(f"Henvenderen i {first} kan ikke nås her", f"i {first} kan ikke nås")
    assert second not in told
    assert told.count("kan ikke nås") == 2
    assert "Har ringet" in await anna.buttons()


async def test_an_edit_while_talking_arrives_as_a_dated_correction(stage: Stage) -> None:
    anna, kim = await a_talk(stage)
    await anna.types("Skriv til henvender", "Hvor på stationen?", "Send beskeden")
    await kim.sees("Hvor på stationen?")
    answer = await kim.says("Ved spor to")
    await stage.time_passes(days=1)
    await kim.edits(answer, "Ved spor tre")
    await kim.sees("Dit svar er sendt videre", "Din rettelse er sendt videre")
    await anna.sees("Nyt i", "Nyt i")
    await anna.taps("Åbn")
    card = (await anna.card()).text
    assert "Svar mandag den 23. november: Ved spor to" in card
    assert "Rettet tirsdag den 24. november: Ved spor tre" in card
