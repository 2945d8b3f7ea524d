"""What a worker does with their own concern: tries to meet, builds bridges, notes, links."""

import json
from typing import Any

from sqlalchemy import select

from domain.concern import round_of
from storage.schema import concerns, journal
from storage.sealing import button_token
from tests.cast import Citizen, Lead, Relative, Worker, a_concern, a_taken_concern
from tests.stage import Stage


async def the_card(worker: Worker) -> str:
    """Open the only concern anew, and return what its card says."""
    await worker.taps("Åbn")
    return (await worker.card()).text


async def concern_row(stage: Stage) -> Any:
    (row,) = await stage.app.store.database.read(select(concerns))
    return row


async def test_one_tap_says_that_somebody_was_out_and_two_more_if_they_met(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har været ude")
    assert await stage.state() == "reacted"
    assert "Traf du personen?" in (await anna.card()).text
    await anna.taps("Ikke truffet")
    await anna.taps("Hjemme")
    assert "Forsøg: 1, truffet 0" in (await anna.card()).text
    card = await the_card(anna)
    assert "Ikke truffet mandag den 23. november: Hjemme" in card
    assert "Forsøg: 1, truffet 0" in card


async def test_attempts_go_on_and_no_deadline_follows(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await a_taken_concern(stage, anna)
    for met, spot in (("Ikke truffet", "Hjemme"), ("Ikke truffet", "Ude"), ("Truffet", "café")):
        await anna.taps("ude" if await stage.state() == "taken" else "Var ude igen")
        await anna.taps(met)
        await anna.taps(spot)
        await stage.time_passes(days=1)
    card = await the_card(anna)
    assert "Forsøg: 3, truffet 1" in card
    assert "Truffet onsdag den 25. november: Værested eller café" in card
    await stage.time_passes(days=40)
    await anna.sees_nothing_new()
    await lone.sees_nothing_new()


async def test_an_attempt_can_be_typed(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.types("har været ude", "ikke truffet", "ude", "Var ude igen", "truffet")
    await anna.says("et andet sted")
    assert "Forsøg: 2, truffet 1" in await anna.sees()
    assert await stage.state() == "reacted"


async def test_a_spot_tapped_twice_is_one_attempt(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Har været ude")
    await anna.taps("Truffet")
    card = (await anna.card()).message_id
    await anna.taps_twice(card, "Hjemme")
    await anna.sees("Den knap er gammel")
    assert "Forsøg: 1, truffet 1" in (await anna.message(card)).text
    assert len(await stage.app.store.concerns.entries((await concern_row(stage)).id)) == 1


async def test_out_again_keeps_a_renewed_promise(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Har ringet")
    await stage.time_passes(days=8)
    await kim.says("Han råber igen")
    assert await stage.state() == "taken"
    await kim.sees()
    await anna.says("har været ude")
    assert await stage.state() == "reacted"
    await anna.sees("Traf du personen?")
    await stage.time_passes(minutes=5)
    await kim.sees("Vi har nu reageret")


async def test_a_bridge_needs_the_citizens_yes(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Afslut")
    await anna.taps("Bygget bro")
    assert "Har borgeren selv sagt ja?" in (await anna.card()).text
    await anna.taps("Nej, ikke endnu")
    assert "Intet er noteret" in (await anna.card()).text
    assert "Bygget bro til andre" in (await anna.card()).buttons
    assert await stage.state() == "taken"
    assert "Bygget bro" not in await the_card(anna)


async def test_a_bridge_is_noted_with_everybody_it_leads_to(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Afslut")
    await anna.taps("Bygget bro")
    await anna.taps("Ja, borgeren har sagt ja")
    assert "Gem og afslut" not in (await anna.card()).buttons
    for tick in ("Psykiatri", "Forening", "Andet", "✓ 10. Andet"):
        await anna.taps(tick)
    await anna.taps("Gem og afslut")
    row = await concern_row(stage)
    assert (row.state, row.closing) == ("closed", "bridged")
    (entry,) = await stage.app.store.concerns.entries(row.id)
    assert (entry.kind, entry.words) == ("bridged", "psychiatry,association")


async def test_a_bridge_can_be_typed(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.types("Bygget bro til andre", "ja", "1 og 3", "familie eller netværk")
    assert "✓ 8. Familie eller netværk" in (await anna.card()).buttons
    await anna.says("gem og afslut")
    await anna.sees("Bygget bro til andre")
    (entry,) = await stage.app.store.concerns.entries((await concern_row(stage)).id)
    assert entry.words == "municipality,treatment,family"


async def test_a_workers_thanks_are_not_the_citizens_yes(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.types("Bygget bro til andre", "Tak")
    assert "Det forstod botten ikke" in (await anna.screen()).text
    await anna.taps("Ja, borgeren har sagt ja")


async def test_an_open_question_does_not_swallow_what_else_is_typed(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    for question in ("Bygget bro til andre", "Handler om samme person"):
        await anna.types(question, "Åbne henvendelser")
        assert "er taget af Anna" in (await anna.screen()).text
    await anna.says("Har været ude")
    await anna.types("Truffet", "vagten", "Vælg en dato", "Mind mig senere", "Har ringet")
    assert await stage.state() == "reacted"


async def test_a_note_is_for_the_team_and_never_leaves(stage: Stage) -> None:
    anna, mia = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Mia")
    await mia.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Notat")
    await anna.says("Hunden er sød, men bider")
    await anna.sees("Kun teamet kan læse det")
    assert "Notat mandag den 23. november: Hunden er sød, men bider" in await the_card(anna)
    await anna.types("Har været ude", "Truffet", "Hjemme", "Bygget bro til andre", "ja", "4")
    await anna.says("Gem og afslut")
    await mia.walks("/status", "/mere", "Tak for snakken", "/se", "/hent")
    chat = await mia.phone.chat()
    told = "\n".join([*(each.text for each in chat), *_documents(chat)])
    for word in ("Hunden er sød", "Notat", "Truffet", "Forsøg", "Psykiatri", "Bygget bro"):
        assert word not in told
    assert "Tak for snakken" in told
    await stage.everyone_looks()


def _documents(chat: Any) -> list[str]:
    found = [each.document.text for each in chat if each.document]
    assert found
    assert [each["kind"] for each in json.loads(found[0])["later"]] == ["added"]
    return found


async def test_a_note_goes_with_any_ending(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Afslut")
    await anna.taps("Vejledt om anden støtte")
    await anna.taps("Notat")
    await anna.says("Noget helt andet: en cykel")
    await anna.sees("er gemt")
    (entry,) = await stage.app.store.concerns.entries((await concern_row(stage)).id)
    assert (entry.kind, entry.words) == ("note", "Noget helt andet: en cykel")
    assert await stage.state() == "closed"


async def test_a_note_with_a_cpr_number_is_not_kept(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    nickname = await stage.nickname()
    await anna.says(f"Notat {nickname}")
    await anna.says("Han er 010203-1234")
    await anna.sees("Skriv dit notat", "CPR-nummer", nickname)
    await anna.says("x" * 1001)
    await anna.sees("for langt")
    await anna.says("fortryd notatet")
    await anna.sees("Intet er noteret")
    assert await stage.app.store.concerns.entries((await concern_row(stage)).id) == []


async def test_only_the_owner_notes_and_tries(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    for word in ("Notat", "Truffet", "Var ude igen", "Mind mig senere", "Vælg en dato"):
        await bo.says(f"{word} {await stage.nickname()}")
        await bo.sees("Det forstod botten ikke")


async def test_concerns_at_one_place_are_named_to_whoever_opens_one(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    first = await stage.nickname()
    await anna.sees()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("På en bænk bag stationen, hver aften")
    kim.puts_the_phone_away()
    await anna.taps("Åbn")
    assert f"Måske samme person: {first} (samme sted og tid)" in (await anna.card()).text
    await anna.taps(f"Åbn {first}")
    assert "ved stationen" in (await anna.card()).text
    await anna.sees(first)


async def test_the_same_town_is_no_hint_and_a_reporter_hears_of_none(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    hinted = []
    for where in ("Torvet i Nyborg", "Strandvejen i Nyborg", "På torvet i Nyborg"):
        kim = await Relative.arrives(stage, "Kim")
        await kim.raises_a_concern(where)
        await anna.taps("Åbn")
        hinted.append("Måske samme person" in (await anna.card()).text)
        await kim.says("/status")
        assert "samme" not in await kim.sees("har læst")
    assert hinted == [False, False, True]
    await stage.everyone_looks()


async def test_a_taken_one_is_named_without_a_way_in(stage: Stage) -> None:
    anna, bo = await Worker.joins(stage, "Anna"), await Worker.joins(stage, "Bo")
    await a_taken_concern(stage, anna)
    first = await stage.nickname()
    await a_concern(stage)
    await bo.taps("Åbn")
    assert first in (await bo.card()).text
    assert f"Åbn {first}" not in await bo.buttons()
    await stage.everyone_looks()


async def test_closing_as_the_same_person_links_both(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    first = await stage.nickname()
    await a_taken_concern(stage, anna)
    await anna.taps("Afslut")
    await anna.taps("Handler om samme person")
    await anna.taps(first)
    states, linked = await _linked(stage)
    assert sorted(states) == ["closed", "taken"]
    assert all(kind == "linked" for kind, _ in linked)
    assert len({words for _, words in linked}) == 2
    noted = await stage.app.store.database.read(
        select(journal.c.concern).where(journal.c.action == "linked")
    )
    assert len({row.concern for row in noted}) == 2


async def _linked(stage: Stage) -> tuple[list[str], list[tuple[str, str]]]:
    store = stage.app.store
    rows = await store.database.read(select(concerns.c.id, concerns.c.state))
    found = [each for row in rows for each in await store.concerns.entries(row.id)]
    return [row.state for row in rows], [(each.kind, each.words) for each in found]


async def test_the_same_person_can_be_typed_or_left_unsaid(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    first = await stage.nickname()
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Strandvejen")
    kim.puts_the_phone_away()
    await anna.taps("Tag")
    await stage.everyone_looks()
    await anna.taps("Afslut")
    await anna.taps("Handler om samme person")
    assert first not in (await anna.card()).buttons
    await anna.says(first.upper())
    await anna.sees("Handler om samme person")
    await anna.says("Handler om samme person")
    await anna.says("slut uden at koble")
    await anna.sees(first, "Handler om samme person")
    states, linked = await _linked(stage)
    assert (states, len(linked)) == (["closed", "closed"], 2)


async def test_words_no_button_has_are_answered_and_do_nothing(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    row, key = await concern_row(stage), stage.app.store.keyring.key("buttons", 64)
    for verb in ("met", "note", "bridge", "link", "snooze", "write", "send", "close", "react"):
        for word in ("x", "t", "d0", "t1024", "yes_", "yes_x", "no_do", "99", "ask_"):
            of = f"/{round_of(row)}" if verb in ("bridge", "link", "close", "react") else ""
            action = f"{verb}/{row.id}/{word}{of}"
            await anna.forges(button_token(key, anna.phone.person, action))
            await anna.sees("Den knap er gammel")
    await anna.forges(button_token(key, anna.phone.person, f"say/{row.id}/99"))
    await anna.sees("Den knap er gammel")
    await anna.forges(button_token(key, anna.phone.person, f"follow/{row.id}/99999999"))
    await anna.sees("fra i morgen og et år frem")
    assert (await concern_row(stage)).version == row.version
    assert await stage.app.store.concerns.entries(row.id) == []


async def test_a_step_typed_while_a_note_is_open_is_a_step(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Notat")
    await anna.says(f"Har ringet {await stage.nickname()}")
    assert await stage.state() == "reacted"
    assert not await stage.app.store.concerns.entries((await concern_row(stage)).id)
    await stage.everyone_looks()


async def test_the_button_of_a_note_that_is_kept_does_not_say_that_it_is_not(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_taken_concern(stage, anna)
    await anna.taps("Notat")
    await anna.says("Hun har en hund")
    await anna.sees("er gemt")
    await anna.taps("Fortryd notatet")
    await anna.sees("Den knap er gammel")
