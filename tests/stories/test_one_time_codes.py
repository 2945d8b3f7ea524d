"""One-time codes: where they are asked for, no word of a concern is shown without one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.one_time import code_at
from tests.cast import Lead, Person, Relative, Worker, a_concern
from tests.hand_clock import HandClock
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A municipality that asks for codes, and allows pictures."""
    asked = Stage(tmp_path, HandClock(), team={"one_time_code": True}, media={"allow": ["photo"]})
    async with asked.open() as opened:
        yield opened


async def the_secret(person: Person) -> str:
    """Return the secret that stands in somebody's chat."""
    (shown,) = [each for each in await person.has_on_the_phone() if "otpauth://" in each]
    return shown.split("secret=")[1].split("&")[0]


async def gives_the_code(person: Person, secret: str) -> None:
    """Type what the code app shows now."""
    await person.says(code_at(secret, person.stage.clock.now()))


async def opens_up(person: Worker) -> str:
    """Give the first code, and return the secret."""
    secret = await the_secret(person)
    await gives_the_code(person, secret)
    await person.sees("Nu er der åbnet")
    return secret


async def has_the_words(person: Person) -> bool:
    """Whether words of the concern stand in somebody's chat."""
    return any("Bænken" in each for each in await person.has_on_the_phone())


async def test_a_newcomer_gets_a_secret_once_and_it_is_gone_after_the_first_code(
    stage: Stage,
) -> None:
    anna = await Worker.joins(stage, "Anna")
    secret = await the_secret(anna)
    groups = [secret[at : at + 4] for at in range(0, len(secret), 4)]
    assert [each for each in await anna.has_on_the_phone() if " ".join(groups) in each]
    await gives_the_code(anna, secret)
    await anna.sees("Nu er der åbnet")
    assert not [each for each in await anna.has_on_the_phone() if groups[0] in each]
    sent = [each for each in stage.sandbox.world.calls if each.method == "sendMessage"]
    assert not [each for each in sent if groups[0] in str(each.params)]


async def test_a_code_opens_the_words_for_eight_hours(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    await anna.sees("Ny henvendelse")
    await anna.taps("Åbn")
    await anna.sees("Skriv koden")
    secret = await opens_up(anna)
    await anna.taps("Åbn")
    assert await has_the_words(anna)
    await stage.time_passes(hours=8)
    await stage.everyone_looks()
    await anna.taps("Åbn")
    await anna.sees("Skriv koden")
    await gives_the_code(anna, secret)
    await anna.sees("Nu er der åbnet")


async def test_no_way_leads_to_the_words_without_a_code(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvad har du set")
    await kim.sends("photo", caption="Bænken ved stationen")
    await kim.answers_the_rest()
    await kim.taps("Send")
    await kim.sees("senest")
    kim.puts_the_phone_away()
    await anna.sees("Ny henvendelse")
    name = await stage.nickname()
    for words in (f"Åbn {name}", f"Tag {name}", f"Se billeder og lyd {name}", f"åbn {name} 2"):
        await anna.says(words)
        await anna.sees("Skriv koden")
    for button in ("Åbn", "Tag"):
        await anna.taps(button)
        await anna.sees("Skriv koden")
    assert not await has_the_words(anna)
    assert await stage.state() == "received"


async def test_alerts_lists_and_duty_need_no_code(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.goes_on_duty()
    await a_concern(stage)
    await anna.sees("Ny henvendelse", await stage.nickname())
    for words, seen in (("Åbne henvendelser", "Reager senest"), ("Vagten", "Anna"), ("/team", "")):
        await anna.says(words)
        await anna.sees(seen)


async def test_nothing_is_written_to_a_reporter_without_a_code(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    secret = await opens_up(anna)
    await anna.taps("Tag")
    await stage.time_passes(hours=8)
    await stage.everyone_looks()
    for words in ("Skriv til henvender", "Hvor er bænken?", "Send beskeden"):
        await anna.says(words)
    await anna.sees("Skriv koden")
    await kim.sees_nothing_new()
    await gives_the_code(anna, secret)
    await anna.says("Send beskeden")
    await anna.sees("Beskeden er sendt")
    await kim.sees("Hvor er bænken?")


async def test_a_code_works_once_and_leaves_the_chat(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    secret = await the_secret(anna)
    code = code_at(secret, stage.clock.now())
    await anna.says(code)
    await anna.sees("Nu er der åbnet")
    assert code not in await anna.has_on_the_phone()
    lone = await Lead.joins(stage, "Lone")
    await opens_up(lone)
    await lone.says("Ny kode-app Anna")
    await anna.sees("ny nøgle")
    await anna.says(code)
    await anna.sees("nøgle til kode-appen")
    assert await the_secret(anna) != secret
    await stage.everyone_looks()


async def test_five_wrong_codes_shut_the_chat_and_the_lead_hears_of_it(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    secret = await the_secret(anna)
    right = code_at(secret, stage.clock.now())
    wrong = next(each for each in ("000000", "111111") if each != right)
    for _ in range(4):
        await anna.says(wrong)
        await anna.sees("passer ikke")
    await anna.says(wrong)
    await anna.sees("Prøv igen klokken")
    await lone.sees("Anna har skrevet for mange")
    await gives_the_code(anna, secret)
    await anna.sees("Prøv igen klokken")
    await stage.time_passes(minutes=15)
    await gives_the_code(anna, secret)
    await anna.sees("Nu er der åbnet")


async def test_whoever_was_there_before_gets_a_secret_at_the_next_opening(
    stage: Stage, tmp_path: Path
) -> None:
    await stage.bot_stops()
    stage._more = {"team": {"one_time_code": False}}
    await stage.bot_starts()
    anna = await Worker.joins(stage, "Anna")
    await a_concern(stage)
    await anna.sees("Ny henvendelse")
    await stage.bot_stops()
    stage._more = {"team": {"one_time_code": True}}
    await stage.bot_starts()
    await anna.taps("Åbn")
    await anna.sees("nøgle til kode-appen", "otpauth://")
    await opens_up(anna)
    await anna.taps("Åbn")
    assert await has_the_words(anna)


async def test_a_lead_gives_no_new_secret_to_themselves_nor_while_shut(stage: Stage) -> None:
    lone, anna = await Lead.joins(stage, "Lone"), await Worker.joins(stage, "Anna")
    me, other = [each.member.id for each in await stage.app.store.staff.all()]
    await lone.says("Ny kode-app Anna")
    await lone.sees("Skriv koden")
    await lone.presses(f"person/{other}/key")
    await lone.sees("Skriv koden")
    await anna.sees_nothing_new()
    await opens_up(lone)
    await lone.presses(f"person/{me}/key")
    await lone.sees("Den knap er gammel")
    await lone.says("Lone")
    assert "Ny kode-app" not in (await lone.screen()).buttons
    await lone.says("Ny kode-app Anna")
    await anna.sees("ny nøgle")
    await stage.everyone_looks()


async def test_after_the_hours_of_the_code_no_word_stays_on_a_card(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await opens_up(anna)
    await a_concern(stage)
    await anna.sees("Ny henvendelse")
    await anna.taps("Åbn")
    assert await has_the_words(anna)
    await stage.time_passes(hours=8, minutes=1)
    await stage.everyone_looks()
    assert not await has_the_words(anna)
    await anna.taps("Åbn")
    await anna.sees("Skriv koden")
