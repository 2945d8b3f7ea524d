import pytest
from telegram import Update

from tests.bot.sandbox_fixture import Scene, a_scene  # noqa: F401

KINDS = (
    "voice", "video_note", "photo", "video", "audio", "document", "sticker", "location",
    "venue", "contact", "dice", "poll", "animation", "story",
)  # fmt: skip


async def latest(scene: Scene) -> Update:
    return (await scene.bot.get_updates())[-1]


async def test_an_update_says_who_wrote_in_which_chat(scene: Scene) -> None:
    anna = await scene.someone("Anna", last_name="Lund", username="annal", language_code="da")
    await anna.says("hej")
    update = await latest(scene)
    user, chat = update.effective_user, update.effective_chat
    assert user is not None
    assert chat is not None
    assert (user.id, user.full_name, user.username) == (anna.id, "Anna Lund", "annal")
    assert (user.language_code, user.is_bot) == ("da", False)
    assert (chat.id, chat.type, len(str(chat.id))) == (anna.id, "private", 10)


async def test_opening_the_link_sends_the_payload_as_a_command(scene: Scene) -> None:
    anna = await scene.stranger()
    await anna.does("start", payload="partner-7")
    message = (await latest(scene)).message
    assert message is not None
    assert message.text == "/start partner-7"
    assert list(message.parse_entities().values()) == ["/start"]
    answer = await anna.does("start", payload="ikke gyldig")
    assert answer["error"].startswith("A link's payload is at most 64 letters")


async def test_commands_are_marked_where_telegram_counts_them(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.says("👍 så /hjælp eller /stop nu, ikke a/b")
    message = (await latest(scene)).message
    assert message is not None
    assert list(message.parse_entities(["bot_command"]).values()) == ["/hj", "/stop"]


async def test_a_long_text_arrives_in_several_messages(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await anna.does("messages", text="a" + "👍" * 2100)
    pieces = (await anna.texts())[1:]
    assert len(sent["message_ids"]) == len(pieces) == 2
    assert "".join(pieces) == "a" + "👍" * 2100
    assert len(pieces[0].encode("utf-16-le")) // 2 <= 4096
    await anna.says("x" * 5000, whole=True)
    assert len((await anna.texts())[-1]) == 5000


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_message_arrives(scene: Scene, kind: str) -> None:
    anna = await scene.someone()
    await anna.does("messages", kind=kind, caption="se her")
    message = (await latest(scene)).message
    assert message is not None
    assert getattr(message, kind)
    assert not message.api_kwargs
    assert message.caption == "se her"
    assert (await anna.sees())["messages"][-1]["kind"] == kind


async def test_an_album_is_several_photos_with_one_group(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.does("messages", album=3, caption="haven")
    messages = [update.message for update in await scene.bot.get_updates()]
    assert len(messages) == 3
    assert len({message.media_group_id for message in messages if message}) == 1
    assert [message.caption for message in messages if message] == ["haven", None, None]


async def test_forwarded_and_replying_messages_say_so(scene: Scene) -> None:
    anna = await scene.someone()
    first = await anna.says("første")
    await anna.says("videresendt svar", forwarded=True, reply_to=first)
    message = (await latest(scene)).message
    assert message is not None
    assert message.forward_origin is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.id == first
    assert (await anna.sees())["messages"][-1]["reply_to"] == first


async def test_an_edit_is_told_to_the_bot(scene: Scene) -> None:
    anna = await scene.someone()
    number = await anna.says("hej")
    await anna.does("edits", message_id=number, text="/stop")
    edited = (await latest(scene)).edited_message
    assert edited is not None
    assert (edited.id, edited.text) == (number, "/stop")
    assert edited.edit_date is not None
    assert (await anna.sees())["messages"][-1]["edited"]


async def test_only_ones_own_messages_can_be_edited(scene: Scene) -> None:
    anna = await scene.someone()
    sent = await scene.bot.send_message(anna.id, "Hej")
    answer = await anna.does("edits", message_id=sent.id, text="Andet")
    assert answer["error"] == f"Message {sent.id} is the bot's; only it can edit it."


async def test_a_deletion_is_not_told_to_the_bot(scene: Scene) -> None:
    anna = await scene.someone()
    number = await anna.says("fortrudt")
    before = await scene.ids()
    assert await scene.delete(f"/sandbox/people/{anna.id}/messages/{number}") == {}
    assert await scene.ids() == before
    assert await anna.texts() == ["/start"]


async def test_blocking_and_unblocking_are_told_to_the_bot(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.does("block")
    assert (await anna.sees())["blocked"]
    assert "unblock" in (await anna.does("messages", text="hej"))["error"]
    await anna.does("unblock")
    changes = [update.my_chat_member for update in await scene.bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_opening_the_link_again_unblocks(scene: Scene) -> None:
    anna = await scene.someone()
    await anna.does("block")
    await anna.does("start")
    kinds = [update.my_chat_member is not None for update in await scene.bot.get_updates()]
    assert kinds == [True, True, False]
    assert not (await anna.sees())["blocked"]


async def test_everybody_is_listed(scene: Scene) -> None:
    anna, bo = await scene.someone("Anna"), await scene.stranger("Bo", language_code="da")
    people = (await scene.get("/sandbox/people"))["people"]
    assert [person["id"] for person in people] == [anna.id, bo.id]
    assert people[1]["language_code"] == "da"


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("/sandbox/people", {}, "Cannot use name: Field required."),
        (
            "/sandbox/people",
            {"name": "A", "age": 7},
            "Cannot use age: Extra inputs are not permitted.",
        ),
        ("/sandbox/people/1/messages", {"text": "hej"}, "There is no person 1."),
        ("/sandbox/nowhere", {}, "There is nothing at this address."),
        ("/sandbox/pending", {}, "This address takes other methods."),
    ],
)
async def test_a_mistake_is_explained_in_a_sentence(
    scene: Scene, path: str, body: dict[str, object], sentence: str
) -> None:
    async with scene.http.post(path, json=body) as answer:
        assert 400 <= answer.status < 500
        assert await answer.json() == {"error": sentence}


async def test_a_message_needs_something_in_it(scene: Scene) -> None:
    anna = await scene.someone()
    nothing = await anna.does("messages")
    assert nothing == {"error": "A message needs a text, a kind or an album."}
    assert (await anna.does("messages", text=" ")) == {"error": "A message needs some text."}
    lost = await anna.does("taps", message_id=99, data="x")
    assert lost == {"error": "There is no message 99 in this chat."}
