from datetime import timedelta
from typing import Any

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden

from tests.bot.sandbox_fixture import Scene, a_scene  # noqa: F401

YES_OR_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Ja", callback_data="yes"),
            InlineKeyboardButton("Nej", callback_data="no"),
        ]
    ]
)


def buttons(rows: int, in_a_row: int) -> dict[str, Any]:
    button = {"text": "Ja", "callback_data": "y"}
    return {"inline_keyboard": [[button] * in_a_row for _ in range(rows)]}


async def test_a_message_appears_on_the_phone_with_its_buttons(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_message(
        anna.id, "Hej", reply_markup=YES_OR_NO, disable_notification=True, protect_content=True
    )
    shown = (await anna.sees())["messages"][-1]
    assert (shown["message_id"], shown["from"], shown["text"]) == (sent.id, "bot", "Hej")
    assert [button["text"] for button in shown["buttons"][0]] == ["Ja", "Nej"]
    assert (shown["silent"], shown["protected"], shown["edited"]) == (True, True, False)
    assert sent.reply_markup == YES_OR_NO
    assert sent.has_protected_content


async def test_html_becomes_words_and_entities(scene: Scene) -> None:
    anna = await scene.someone()
    html = '<b>Hej</b> &amp; 👍 <a href="https://eks.dk">dér</a>'
    sent = await scene.bot.send_message(anna.id, html, parse_mode="HTML")
    assert sent.text == "Hej & 👍 dér"
    assert list(sent.parse_entities().values()) == ["Hej", "dér"]
    assert (await anna.sees())["messages"][-1]["html"] == html


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>hej", 'Can\'t find end tag corresponding to start tag "b"'),
        ("hej</b>", "Unexpected end tag at byte offset 3"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<table>x", 'Unsupported start tag "table" at byte offset 0'),
        ("æ < 2", 'Unsupported start tag "" at byte offset 3'),
    ],
)
async def test_faulty_html_is_refused(scene: Scene, html: str, reason: str) -> None:
    anna = await scene.someone()
    refusal = await scene.refusal("sendMessage", chat_id=anna.id, text=html, parse_mode="HTML")
    assert refusal == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("👍" * 2049, "message is too long"),
    ],
)
async def test_a_text_out_of_bounds_is_refused(scene: Scene, text: str, reason: str) -> None:
    anna = await scene.someone()
    refusal = await scene.refusal("sendMessage", chat_id=anna.id, text=text)
    assert refusal == f"Bad Request: {reason}"


async def test_the_longest_text_is_taken_and_tags_do_not_count(scene: Scene) -> None:
    anna = await scene.someone()
    await scene.bot.send_message(anna.id, "👍" * 2048)
    await scene.bot.send_message(anna.id, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert len((await anna.sees())["messages"]) == 3


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (None, "object expected as reply markup"),
        ("nonsense", "object expected as reply markup"),
        ({}, "can't parse reply keyboard markup JSON object"),
        (buttons(1, 9), "reply markup row is too long"),
        (buttons(21, 5), "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "Ja", "callback_data": "æ" * 33}]]}, "BUTTON_DATA_INVALID"),
        ({"inline_keyboard": [[{"text": "Ja", "callback_data": ""}]]}, "BUTTON_DATA_INVALID"),
    ],
)
async def test_a_faulty_keyboard_is_refused(scene: Scene, markup: Any, reason: str) -> None:
    anna = await scene.someone()
    params = {"chat_id": anna.id, "text": "Hej", "reply_markup": markup}
    assert await scene.refusal("sendMessage", **params) == f"Bad Request: {reason}"


async def test_the_bot_cannot_write_to_strangers_nobodies_and_blockers(scene: Scene) -> None:
    stranger, anna = await scene.stranger("Bo"), await scene.someone()
    await anna.does("block")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await scene.bot.send_message(stranger.id, "Hej")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await scene.bot.send_message(anna.id, "Hej")
    with pytest.raises(BadRequest, match="Chat not found"):
        await scene.bot.send_message(17, "Hej")


async def test_an_edit_changes_words_and_takes_the_buttons_away(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_message(anna.id, "Hej", reply_markup=YES_OR_NO)
    await scene.bot.edit_message_text("Farvel", anna.id, sent.id)
    shown = (await anna.sees())["messages"][-1]
    assert (shown["text"], shown["buttons"], shown["edited"]) == ("Farvel", [], True)


async def test_an_edit_that_changes_nothing_is_refused(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_message(anna.id, "<b>Hej</b>", "HTML", reply_markup=YES_OR_NO)
    with pytest.raises(BadRequest, match="specified new message content and reply markup"):
        await scene.bot.edit_message_text(
            "<b>Hej</b>", anna.id, sent.id, parse_mode="HTML", reply_markup=YES_OR_NO
        )
    with pytest.raises(BadRequest, match="Message is not modified"):
        await scene.bot.edit_message_reply_markup(anna.id, sent.id, reply_markup=YES_OR_NO)
    await scene.bot.edit_message_text("Hej", anna.id, sent.id, reply_markup=YES_OR_NO)


async def test_only_the_bots_own_plain_messages_can_be_edited(scene: Scene) -> None:
    anna = await scene.someone()
    keys = ReplyKeyboardMarkup([["Ja"]])
    for number in (
        await anna.says("hej"),
        (await scene.bot.send_message(anna.id, "Hvad?", reply_markup=keys)).id,
    ):
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await scene.bot.edit_message_text("Andet", anna.id, number)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await scene.bot.edit_message_text("Andet", anna.id, 99)


async def test_the_buttons_alone_can_be_taken_away(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_message(anna.id, "Hej", reply_markup=YES_OR_NO)
    await scene.bot.edit_message_reply_markup(anna.id, sent.id)
    shown = (await anna.sees())["messages"][-1]
    assert (shown["text"], shown["buttons"], shown["edited"]) == ("Hej", [], False)


async def test_messages_of_both_sides_can_be_deleted_for_48_hours(scene: Scene) -> None:
    anna = await scene.someone()
    theirs, ours = await anna.says("slet mig"), await scene.bot.send_message(anna.id, "og mig")
    late = await anna.says("for sent")
    await scene.bot.delete_message(anna.id, theirs)
    scene.clock.advance(timedelta(hours=48, seconds=-1))
    await scene.bot.delete_messages(anna.id, [theirs, ours.id])
    scene.clock.advance(timedelta(seconds=1))
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await scene.bot.delete_message(anna.id, late)
    assert await anna.texts() == ["/start", "for sent"]
    assert "message to delete not found" in await scene.refusal(
        "deleteMessage", chat_id=anna.id, message_id=ours.id
    )


async def test_a_copy_carries_no_trace_of_its_origin(scene: Scene) -> None:
    anna, worker = await scene.someone("Anna"), await scene.someone("Medarbejder")
    sent = await anna.does("messages", kind="voice", caption="lyt", forwarded=True)
    number = sent["message_ids"][0]
    await scene.bot.copy_message(worker.id, anna.id, number, protect_content=True)
    shown = (await worker.sees())["messages"][-1]
    assert (shown["from"], shown["kind"], shown["text"]) == ("bot", "voice", "lyt")
    assert "message to copy not found" in await scene.refusal(
        "copyMessage", chat_id=worker.id, from_chat_id=anna.id, message_id=99
    )


async def test_a_reply_points_at_the_message_it_answers(scene: Scene) -> None:
    anna = await scene.someone()
    asked = await anna.says("Er I der?")
    sent = await scene.bot.send_message(anna.id, "Ja", reply_parameters=ReplyParameters(asked))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Er I der?"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await scene.bot.send_message(anna.id, "Ja", reply_parameters=ReplyParameters(99))
    lenient = ReplyParameters(99, allow_sending_without_reply=True)
    await scene.bot.send_message(anna.id, "Ja", reply_parameters=lenient)


async def test_a_reply_keyboard_stays_until_it_is_removed(scene: Scene) -> None:
    anna = await scene.someone()
    await scene.bot.send_message(
        anna.id, "Hvad?", reply_markup=ReplyKeyboardMarkup([["Ja", "Nej"]])
    )
    assert (await anna.sees())["keyboard"] == [["Ja", "Nej"]]
    await anna.says("Ja")
    assert (await anna.sees())["keyboard"] == [["Ja", "Nej"]]
    await scene.call(
        "sendMessage", chat_id=anna.id, text="Tak", reply_markup={"remove_keyboard": True}
    )
    assert (await anna.sees())["keyboard"] is None


async def test_typing_shows_until_the_message_or_five_seconds(scene: Scene) -> None:
    anna = await scene.someone()
    await scene.bot.send_chat_action(anna.id, "typing")
    assert (await anna.sees())["typing"]
    await scene.bot.send_message(anna.id, "Hej")
    assert not (await anna.sees())["typing"]
    await scene.bot.send_chat_action(anna.id, "typing")
    scene.clock.advance(timedelta(seconds=5))
    assert not (await anna.sees())["typing"]


async def test_a_reaction_is_seen_under_the_message(scene: Scene) -> None:
    anna = await scene.someone()
    number = await anna.says("hej")
    await scene.bot.set_message_reaction(anna.id, number, "👍")
    assert (await anna.sees())["messages"][-1]["reaction"] == "👍"


async def test_a_picture_is_uploaded_with_its_caption(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_photo(anna.id, b"\x89PNG pixels", caption="Ugens tal")
    assert sent.photo
    shown = (await anna.sees())["messages"][-1]
    assert (shown["kind"], shown["text"]) == ("photo", "Ugens tal")
    assert (scene.sandbox.world.calls[-1].params["photo"]["size"]) == len(b"\x89PNG pixels")


async def test_protected_messages_cannot_be_forwarded(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_message(anna.id, "Hemmeligt", protect_content=True)
    with pytest.raises(BadRequest, match="protected content"):
        await scene.bot.forward_message(anna.id, anna.id, sent.id)
