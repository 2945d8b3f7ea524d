from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.bot.sandbox_fixture import Scene, Someone, a_scene  # noqa: F401

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="yes")]])


async def ask(scene: Scene, person: Someone) -> int:
    return (await scene.bot.send_message(person.id, "Vil du?", reply_markup=YES)).id


async def test_a_tap_reaches_the_bot_with_the_buttons_data(scene: Scene) -> None:
    anna = await scene.someone()
    question = await ask(scene, anna)
    tap = await anna.taps(question, "Ja")
    [update] = await scene.bot.get_updates()
    assert update.callback_query is not None
    assert (update.callback_query.id, update.callback_query.data) == (tap, "yes")
    assert update.callback_query.message is not None
    assert update.callback_query.message.message_id == question
    assert update.callback_query.from_user.id == anna.id


async def test_a_button_that_is_not_there_cannot_be_tapped(scene: Scene) -> None:
    anna = await scene.someone()
    question = await ask(scene, anna)
    answer = await anna.does("taps", message_id=question, button="Nej")
    assert answer == {"error": f"Message {question} has no button “Nej” to tap; its buttons: “Ja”."}


async def test_a_forged_tap_carries_any_data(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.does("taps", message_id=await ask(scene, anna), data="admin:1")
    [update] = await scene.bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "admin:1"


async def test_a_tap_on_a_deleted_message_shows_only_where_it_stood(scene: Scene) -> None:
    anna = await scene.someone()
    question = await ask(scene, anna)
    await scene.bot.delete_message(anna.id, question)
    await anna.taps(question, "Ja")
    [update] = await scene.bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible
    assert update.callback_query.message.message_id == question


async def test_an_answer_shows_its_words_and_ends_the_wait(scene: Scene) -> None:
    anna = await scene.someone()
    tap = await anna.taps(await ask(scene, anna), "Ja")
    assert (await anna.sees())["taps_unanswered"] == 1
    await scene.bot.answer_callback_query(tap, "Modtaget", show_alert=True)
    seen = await anna.sees()
    assert seen["toasts"] == [{"callback_query_id": tap, "text": "Modtaget", "alert": True}]
    assert seen["taps_unanswered"] == 0


async def test_a_tap_is_answered_once(scene: Scene) -> None:
    anna = await scene.someone()
    tap = await anna.taps(await ask(scene, anna), "Ja")
    await scene.bot.answer_callback_query(tap)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await scene.bot.answer_callback_query(tap)


async def test_a_tap_can_be_answered_for_15_seconds(scene: Scene) -> None:
    anna = await scene.someone()
    question = await ask(scene, anna)
    early, late = await anna.taps(question, "Ja"), await anna.taps(question, "Ja")
    scene.clock.advance(timedelta(seconds=15))
    await scene.bot.answer_callback_query(early)
    scene.clock.advance(timedelta(seconds=1))
    for query in (late, "123456"):
        with pytest.raises(BadRequest, match=r"(?i)query ID is invalid"):
            await scene.bot.answer_callback_query(query)


async def test_words_over_a_tap_have_200_characters_at_most(scene: Scene) -> None:
    anna = await scene.someone()
    tap = await anna.taps(await ask(scene, anna), "Ja")
    params = {"callback_query_id": tap, "text": "x" * 201}
    assert await scene.refusal("answerCallbackQuery", **params) == "Bad Request: MESSAGE_TOO_LONG"
    assert (await scene.call("answerCallbackQuery", **params | {"text": "x" * 200}))["ok"]
