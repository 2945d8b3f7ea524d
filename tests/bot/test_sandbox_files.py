"""Files, places and deletions in the sandbox, as Telegram has them."""

from datetime import timedelta

import pytest
from telegram import InputFile
from telegram.error import BadRequest

from tests.bot.sandbox_fixture import Scene, Someone, a_scene  # noqa: F401

WORDS = "Alt, hvad vi ved.\nÆbler & øl.\r\n"
PIXEL = b"\x89PNG\r\n\x1a\n\xff\x00 not one letter of UTF-8"
SENT_BY_ID = ("photo", "voice", "video", "video_note")


async def the_file(scene: Scene, anna: Someone, kind: str) -> str:
    await anna.does("messages", kind=kind)
    shown = (await anna.sees())["messages"][-1]
    return str(shown["files"][0])


async def test_a_document_is_uploaded_and_can_be_read_on_the_phone(scene: Scene) -> None:
    anna = await scene.someone()
    file = InputFile(WORDS.encode(), filename="mine-svar.txt")
    sent = await scene.bot.send_document(anna.id, file, caption="Her", protect_content=True)
    assert sent.document
    assert (sent.document.file_name, sent.document.file_size) == (
        "mine-svar.txt",
        len(WORDS.encode()),
    )
    shown = (await anna.sees())["messages"][-1]
    assert shown["document"] == {"name": "mine-svar.txt", "text": WORDS}
    assert (shown["kind"], shown["text"], shown["protected"]) == ("document", "Her", True)


async def test_a_picture_is_uploaded_and_can_be_seen_on_the_phone(scene: Scene) -> None:
    anna = await scene.someone()
    await scene.bot.send_photo(anna.id, InputFile(PIXEL, filename="tal.png"), caption="Tal")
    shown = (await anna.sees())["messages"][-1]
    assert (shown["kind"], shown["text"]) == ("photo", "Tal")
    async with scene.http.get(shown["picture"]) as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", PIXEL)
    sent = await anna.says("intet billede")
    assert (await anna.sees())["messages"][-1]["picture"] is None
    nothing = await scene.get(f"/sandbox/people/{anna.id}/pictures/{sent}")
    assert nothing["error"] == "There is no picture in that message."


@pytest.mark.parametrize("kind", SENT_BY_ID)
async def test_what_somebody_sent_is_sent_on_by_its_id(scene: Scene, kind: str) -> None:
    anna, bo = await scene.someone("Anna"), await scene.someone("Bo")
    file = await the_file(scene, anna, kind)
    await getattr(scene.bot, f"send_{kind}")(bo.id, file)
    shown = (await bo.sees())["messages"][-1]
    assert (shown["kind"], shown["from"]) == (kind, "bot")
    assert file in shown["files"]


async def test_a_file_nobody_sent_or_of_another_kind_is_refused(scene: Scene) -> None:
    anna = await scene.someone()
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await scene.bot.send_photo(anna.id, "aldrig-set")
    file = await the_file(scene, anna, "voice")
    with pytest.raises(BadRequest, match="Type of file mismatch"):
        await scene.bot.send_photo(anna.id, file)


async def test_a_place_is_where_the_person_says(scene: Scene) -> None:
    anna = await scene.someone()
    for kind in ("location", "venue"):
        await anna.does("messages", kind=kind, place={"latitude": 55.5, "longitude": -10.25})
        message = (await scene.bot.get_updates())[-1].message
        assert message is not None
        assert message.location is not None
        assert (message.location.latitude, message.location.longitude) == (55.5, -10.25)
        assert message.venue is None or message.venue.location == message.location
    nowhere = await anna.does("messages", kind="photo", place={"latitude": 5, "longitude": 5})
    assert nowhere["error"] == "A photo has no place."


async def test_a_place_shared_live_moves_as_an_edit(scene: Scene) -> None:
    anna = await scene.someone()
    place = {"latitude": 55.5, "longitude": 10.5}
    sent = await anna.does("messages", kind="location", place=place | {"live": True})
    number = sent["message_ids"][0]
    await anna.does("moves", message_id=number, latitude=55.6, longitude=10.5, live=True)
    edited = (await scene.bot.get_updates())[-1].edited_message
    assert edited is not None
    assert edited.location is not None
    assert (edited.message_id, edited.location.latitude) == (number, 55.6)
    still = (await anna.does("messages", kind="location"))["message_ids"][0]
    refused = await anna.does("moves", message_id=still, **place)
    assert refused["error"] == f"Message {still} shares no place live."


@pytest.mark.parametrize("kind", ["voice", "photo", "location", "sticker", "document"])
async def test_a_message_of_any_kind_can_be_forwarded(scene: Scene, kind: str) -> None:
    anna = await scene.someone()
    await anna.does("messages", kind=kind, caption="se her", forwarded=True)
    message = (await scene.bot.get_updates())[-1].message
    assert message is not None
    assert getattr(message, kind)
    assert message.forward_origin is not None


async def test_a_kind_of_a_bot_api_still_to_come_arrives(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.does("messages", kind="unheard_of")
    message = (await scene.bot.get_updates())[-1].message
    assert message is not None
    assert "hologram" in message.api_kwargs


async def test_of_many_messages_the_gone_are_passed_over(scene: Scene) -> None:
    anna = await scene.someone()
    said = [await anna.says(f"nr. {number}") for number in range(3)]
    await scene.bot.delete_message(anna.id, said[0])
    assert await scene.bot.delete_messages(anna.id, [*said, 99_999])
    assert await anna.texts() == ["/start"]


async def test_one_message_that_may_not_go_refuses_all(scene: Scene) -> None:
    anna = await scene.someone()
    old = await anna.says("gammel")
    scene.clock.advance(timedelta(hours=48))
    new = await anna.says("ny")
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await scene.bot.delete_messages(anna.id, [new, old])
    assert await scene.bot.delete_messages(anna.id, [new])
    assert await anna.texts() == ["/start", "gammel"]


async def test_a_thrown_die_can_be_deleted_after_a_day(scene: Scene) -> None:
    anna = await scene.someone()
    die = (await anna.does("messages", kind="dice"))["message_ids"]
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await scene.bot.delete_messages(anna.id, die)
    scene.clock.advance(timedelta(hours=24))
    assert await scene.bot.delete_messages(anna.id, die)


async def test_more_than_a_hundred_at_once_are_refused(scene: Scene) -> None:
    anna = await scene.someone()
    for numbers in ([], list(range(1, 102))):
        answer = await scene.refusal("deleteMessages", chat_id=anna.id, message_ids=numbers)
        assert "message identifiers" in answer
