"""A lead blocks whoever wrote a concern: nobody learns who, it ends, and help is always there."""

import pytest
from sqlalchemy import select

from storage.schema import blocks, journal
from tests.cast import Lead, Relative, Worker, the_code
from tests.stage import Stage

BLOCKED = "Vi tager ikke imod beskeder herfra før onsdag den 23. december"


async def a_block(stage: Stage) -> tuple[Lead, Relative]:
    """Let a lead block whoever wrote the only concern."""
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await stage.everyone_looks()
    await lone.says(f"Bloker afsender {await stage.nickname()}")
    await lone.sees("Vil du blokere", "Akut hjælp virker stadig")
    await lone.taps("Ja, bloker")
    await lone.sees("er blokeret til onsdag den 23. december")
    return lone, kim


@pytest.mark.parametrize(
    "words", ["Du er en idiot", "/start", "Ny henvendelse", "/mere", "/bekymret", "Hej"]
)
async def test_nothing_is_taken_in_from_whoever_is_blocked(stage: Stage, words: str) -> None:
    lone, kim = await a_block(stage)
    await kim.says(words)
    await kim.sees(BLOCKED)
    await lone.sees_nothing_new()


@pytest.mark.parametrize("button", ["Skriv mere", "Ny henvendelse"])
async def test_old_buttons_take_nothing_in_either(stage: Stage, button: str) -> None:
    _, kim = await a_block(stage)
    await kim.says("/status")
    await kim.sees("Vi reagerer")
    await kim.taps(button)
    await kim.sees(BLOCKED)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/akut", "112"),
        ("hjælp", "112"),
        ("/status", "Vi reagerer"),
        ("/data", "gemmer vi den"),
        ("/ryd", "slette"),
        ("/hjaelp", "§ 99"),
        ("Slet henvendelsen", "slette"),
        ("Slip sporet", "spor"),
        ("Hvad har I gemt?", "gemmer vi den"),
    ],
)
async def test_help_and_ones_own_things_are_always_there(
    stage: Stage, words: str, answer: str
) -> None:
    _, kim = await a_block(stage)
    await kim.says(words)
    said = await kim.sees()
    assert answer.casefold() in said.casefold()
    assert BLOCKED not in said


OWN = (
    *("akut", "acute", "status", "slip", "cut", "slet", "erase", "data", "se", "see", "hent"),
    *(
        "export",
        "stop",
        "fortryd",
        "withdraw",
        "ryd",
        "clear",
        "privatliv",
        "STATUS",
        "ryd@et_navn",
    ),
)


async def test_no_command_about_ones_own_things_is_refused(stage: Stage) -> None:
    _, kim = await a_block(stage)
    for command in OWN:
        await kim.says(f"/{command}")
        assert BLOCKED not in await kim.sees(), command
    for other in ("/", "/mere", "/ukendt status", "/ status"):
        await kim.says(other)
        await kim.sees(BLOCKED)


async def test_words_of_danger_bring_the_card_though_nothing_is_taken_in(stage: Stage) -> None:
    _, kim = await a_block(stage)
    await kim.says("Jeg vil ikke leve mere")
    await kim.sees("112", BLOCKED)


async def test_a_blocked_person_can_erase_and_cut(stage: Stage) -> None:
    _, kim = await a_block(stage)
    await kim.walks("/slip", "[Ja, slip sporet]")
    (concern,) = await stage.app.store.concerns.open()
    assert await stage.app.store.routes.of(concern.id) is None
    await stage.everyone_looks()


async def test_a_blocked_person_can_take_everything_back_by_typing(stage: Stage) -> None:
    _, kim = await a_block(stage)
    await kim.says("/slip")
    await kim.says("ja")
    (concern,) = await stage.app.store.concerns.open()
    assert await stage.app.store.routes.of(concern.id) is None
    await stage.everyone_looks()


async def test_a_code_still_leads_a_blocked_person_back(stage: Stage) -> None:
    sam = await Relative.arrives(stage, "Sam")
    code = the_code(await sam.raises_a_concern())
    lone = await Lead.joins(stage, "Lone")
    await stage.everyone_looks()
    await lone.says(f"Bloker afsender {await stage.nickname()}")
    await lone.taps("Ja, bloker")
    await sam.says(code)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_a_block_does_not_show_which_concerns_are_of_one_person(stage: Stage) -> None:
    """A2: what a lead sees of a second concern is the same, whoever wrote it."""
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    sam = await Relative.arrives(stage, "Sam")
    for reporter in (kim, kim, sam):
        await reporter.says("/start")
        if "Ny henvendelse" in await reporter.buttons():
            await reporter.taps("Ny henvendelse")
        await reporter.raises_a_concern()
    first, *others = await stage.app.store.concerns.open()
    await stage.everyone_looks()
    await lone.says(f"Bloker afsender {first.nickname}")
    await lone.taps("Ja, bloker")
    await lone.sees("er blokeret til")
    seen = []
    for other in others:
        await lone.says(f"Bloker afsender {other.nickname}")
        asked = await lone.screen()
        seen.append((asked.text.replace(other.nickname, "NN"), asked.buttons))
    assert seen[0] == seen[1]
    await stage.everyone_looks()


async def test_a_block_ends_by_itself_and_leaves_nothing(stage: Stage) -> None:
    _, kim = await a_block(stage)
    assert len(await stage.app.store.database.read(select(blocks))) == 1
    await stage.time_passes(days=30, hours=1)
    await stage.everyone_looks()
    assert await stage.app.store.database.read(select(blocks)) == []
    await kim.says("/mere")
    assert BLOCKED not in (await kim.screen()).text
    await stage.everyone_looks()


async def test_each_word_is_answered_once_and_each_step_is_noted(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await lone.says(f"Bloker afsender {await stage.nickname()}")
    (asked,) = await lone.new_messages()
    await lone.taps("Ja, bloker")
    assert (await lone.message(asked.message_id)).buttons == ()
    assert len(await lone.new_messages()) == 2
    await lone.sees("er blokeret")
    await lone.taps("Ophæv")
    assert len(await lone.new_messages()) == 1
    await lone.sees()
    actions = await stage.app.store.database.read(select(journal.c.action))
    noted = [each.action for each in actions]
    assert noted[-2:] == ["blocked the sender", "unblocked the sender"]
    await stage.everyone_looks()


async def test_a_lead_can_lift_it(stage: Stage) -> None:
    lone, kim = await a_block(stage)
    await lone.says(f"Bloker afsender {await stage.nickname()}")
    await lone.taps("Ophæv blokering")
    await stage.everyone_looks()
    await kim.says("/mere")
    assert BLOCKED not in (await kim.screen()).text
    await stage.everyone_looks()


async def test_whoever_has_cut_the_trace_cannot_be_blocked(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.walks("/slip", "[Ja, slip sporet]")
    await stage.everyone_looks()
    await lone.says(f"Bloker afsender {await stage.nickname()}")
    await lone.sees("har fjernet sporet til sig")


async def test_only_a_lead_can_block(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await anna.says(f"Bloker afsender {await stage.nickname()}")
    await anna.sees("teamleder")
    assert await stage.app.store.database.read(select(blocks)) == []


async def test_others_are_not_touched_by_a_block(stage: Stage) -> None:
    await a_block(stage)
    sam = await Relative.arrives(stage, "Sam")
    await sam.raises_a_concern()
    assert len(await stage.app.store.concerns.open()) == 2
    await stage.everyone_looks()


async def test_a_name_nobody_knows_blocks_nobody(stage: Stage) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await lone.says("Bloker afsender Ukendt Ukendtsen")
    await lone.sees("er her ikke længere")
    assert await stage.app.store.database.read(select(blocks)) == []


async def test_a_trace_that_is_cut_meanwhile_can_neither_be_blocked_nor_lifted(
    stage: Stage,
) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await lone.says(f"Bloker afsender {await stage.nickname()}")
    await kim.walks("/slip", "[Ja, slip sporet]")
    await lone.taps("Ja, bloker")
    await lone.sees("har fjernet sporet til sig")
    await lone.says(f"Ophæv blokering {await stage.nickname()}")
    await lone.sees("hverken blokere eller ophæve")
    await stage.everyone_looks()
    assert await stage.app.store.database.read(select(blocks)) == []
