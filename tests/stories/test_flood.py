"""Somebody writes far too much at once: nothing is lost, and nobody else waits for it."""

from sqlalchemy import func, select

from bot.flood import PILED_UP
from storage.schema import entries, inbox
from tests.cast import Lead, Person, Relative, Worker
from tests.stage import Stage


async def pours(stage: Stage, person: Person, *texts: str) -> None:
    """Let somebody send everything while the bot is away, and come back to it."""
    await stage.bot_stops()
    for each in texts:
        await person.phone.says(each)
    await stage.bot_starts()


async def said_of(stage: Stage) -> str:
    """Return every word that stands under the only concern."""
    (concern,) = await stage.app.store.concerns.open()
    return "\n".join(each.words for each in await stage.app.store.concerns.entries(concern.id))


async def test_a_flood_is_answered_once_and_every_word_is_kept(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    await stage.everyone_looks()
    words = [f"Nu er han ved træ nummer {each}" for each in range(60)]
    before = len(await kim.from_bot())
    await pours(stage, kim, *words)
    kept = await said_of(stage)
    assert all(each in kept for each in words)
    assert len(await kim.from_bot()) - before < 8
    assert (await stage.app.store.database.read(select(func.count(entries.c.id))))[0][0] < 5
    waiting = select(func.count(inbox.c.update_id)).where(inbox.c.state == "new")
    assert (await stage.app.store.database.read(waiting))[0][0] == 0
    await anna.sees("Henvenderen har skrevet")
    await stage.everyone_looks()


async def test_in_a_flood_a_cry_for_help_is_answered_by_itself(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    await stage.everyone_looks()
    many = [f"Nu er han ved træ nummer {each}" for each in range(20)]
    await pours(stage, kim, *many, "hjælp", *many)
    said = [each.text for each in await kim.from_bot()]
    assert any("112" in each for each in said[-6:])
    assert "hjælp" not in (await said_of(stage)).split("\n")
    await stage.everyone_looks()


async def test_a_few_quick_answers_are_answers_one_by_one(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.says("/start")
    await stage.everyone_looks()
    await pours(stage, kim, "Dansk", "Nej", "En, jeg er bekymret for", "Nabo", "Ja", "Ja", "Nej")
    assert "Hvad bekymrer dig" in (await kim.screen()).text
    await stage.everyone_looks()


async def test_a_short_message_is_merged_only_when_very_many_wait(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    await stage.everyone_looks()
    before = len(await kim.from_bot())
    await pours(stage, kim, *(f"ord{each}" for each in range(60)))
    kept = await said_of(stage)
    assert all(f"ord{each}" in kept for each in range(60))
    assert len(await kim.from_bot()) - before < 45
    await stage.everyone_looks()


async def test_what_a_worker_types_is_never_taken_together(stage: Stage) -> None:
    lone = await Lead.joins(stage, "Lone")
    await pours(stage, lone, *["Tal november 2026"] * (PILED_UP + 3))
    answers = [each for each in await lone.from_bot() if each.text.startswith("Tal for november")]
    assert len(answers) == PILED_UP + 3
    await stage.everyone_looks()


async def test_nobody_waits_for_anothers_flood(stage: Stage) -> None:
    sam, kim = await Person.arrives(stage, "Sam"), await Relative.arrives(stage, "Kim")
    for each in range(300):
        await sam.phone.says(f"Noget om noget andet {each}")
    await kim.raises_a_concern()
    assert len(await stage.app.store.concerns.open()) == 1
    await stage.everyone_looks()


async def test_what_was_taken_together_can_be_corrected_one_by_one(stage: Stage) -> None:
    """Whoever corrects one of many messages keeps the others."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.comes_to("Hvor")
    await stage.bot_stops()
    words = [f"Nu er han ved træ nummer {each}" for each in range(8)]
    sent = [(await kim.phone.says(each))[-1] for each in words]
    await stage.bot_starts()
    for at in (0, 5):
        await kim.edits(sent[at], f"Nu er han ved busk nummer {at}")
        await kim.sees("rettet")
    door = await stage.app.store.doors.at(kim.phone.person)
    assert door.interview is not None
    kept = "\n".join(each.words for each in door.interview.answers.values())
    for at, each in enumerate(words):
        assert (each if at not in (0, 5) else f"Nu er han ved busk nummer {at}") in kept
    await stage.everyone_looks()


async def test_what_was_taken_together_after_sending_can_be_corrected(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    await stage.bot_stops()
    words = [f"Nu er han ved træ nummer {each}" for each in range(8)]
    sent = [(await kim.phone.says(each))[-1] for each in words]
    await stage.bot_starts()
    await kim.edits(sent[5], "Nu er han ved en busk")
    assert "Nu er han ved en busk" in await said_of(stage)
    await stage.everyone_looks()


async def test_messages_that_make_a_personal_number_only_together_stay_apart(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    await stage.everyone_looks()
    many = [f"Nu er han ved træ {each} igen" for each in "abcdefgh"]
    await pours(stage, kim, *many, "Det var den 01 02", "03 1234 gange mindst", *many)
    kept = await said_of(stage)
    assert "Det var den 01 02" in kept
    assert "03 1234 gange mindst" in kept
    await stage.everyone_looks()


async def test_in_a_flood_the_words_of_a_button_are_a_button(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.says("/mere")
    await stage.everyone_looks()
    many = [f"Nu er han ved træ nummer {each}" for each in range(25)]
    await pours(stage, kim, *many, "Slip sporet", "Ja, slip sporet", *many)
    (concern,) = await stage.app.store.concerns.open()
    assert await stage.app.store.routes.of(concern.id) is None
    await stage.everyone_looks()


async def test_a_worker_gets_one_message_for_many(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    await stage.fault("down", "sendMessage")
    for each in range(6):
        await kim.phone.says(f"Nu er han ved træ nummer {each}")
        await stage.app.tick()
        await stage.app.dispatcher.lanes.idle.wait()
    await stage.faults_end()
    await stage.time_passes(minutes=2)
    assert (await anna.sees("Henvenderen har skrevet")).count("Henvenderen har skrevet") == 1
    await kim.says("Og nu er han væk")
    await anna.sees("Henvenderen har skrevet")
    await stage.everyone_looks()


async def test_the_card_overtakes_every_answer_that_waits(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.everyone_looks()
    before = len(await kim.from_bot())
    await stage.bot_stops()
    for _ in range(60):
        await kim.phone.says("/status")
    await kim.phone.says("/akut")
    await stage.bot_starts()
    said = [each.text for each in (await kim.from_bot())[before:]]
    (at,) = [at for at, each in enumerate(said) if "112" in each]
    assert len(said) > 40
    assert at < 40
    await stage.everyone_looks()
