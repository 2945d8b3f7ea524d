from typing import Any

import pytest
from aiohttp import FormData
from telegram import BotCommand

from tests.bot.sandbox_fixture import Scene, Someone, a_scene  # noqa: F401

WORDS = '{"ikke": "afkodet"}'


async def sent_text(scene: Scene, anna: Someone, **request: Any) -> str:
    method = request.pop("method", "POST")
    async with scene.http.request(method, "/bot1:sandbox/sendMessage", **request) as answer:
        assert answer.status == 200
    return (await anna.texts())[-1]


async def test_a_call_may_come_in_any_of_four_forms(scene: Scene) -> None:
    anna = await scene.someone()
    params = {"chat_id": str(anna.id), "text": WORDS}
    multipart = FormData(params, default_to_multipart=True)
    assert await sent_text(scene, anna, method="GET", params=params) == WORDS
    assert await sent_text(scene, anna, data=params | {"text": "form"}) == "form"
    assert await sent_text(scene, anna, json=params | {"text": "json"}) == "json"
    assert await sent_text(scene, anna, data=multipart) == WORDS
    assert scene.sandbox.world.calls[-1].params["chat_id"] == anna.id


async def test_structured_parameters_are_decoded_from_forms(scene: Scene) -> None:
    anna = await scene.someone()
    markup = '{"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}'
    params = {
        "chat_id": str(anna.id),
        "text": "123",
        "reply_markup": markup,
        "protect_content": "true",
    }
    assert await sent_text(scene, anna, data=params) == "123"
    shown = (await anna.sees())["messages"][-1]
    assert shown["buttons"] == [[{"text": "Ja", "data": "y", "url": None}]]
    assert shown["protected"]


async def test_a_wrong_token_and_an_unknown_method_are_refused(scene: Scene) -> None:
    assert await scene.get("/bot2:other/getMe") == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }
    assert await scene.refusal("sendPigeon") == "Not Found"
    assert [(call.method, call.status) for call in scene.sandbox.world.calls[-2:]] == [
        ("getMe", 401),
        ("sendPigeon", 404),
    ]


async def test_method_names_may_be_spelled_in_any_case(scene: Scene) -> None:
    assert (await scene.call("GETME"))["result"]["is_bot"] is True
    assert scene.sandbox.world.calls[-1].method == "getMe"


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"{", "application/json", "can't parse JSON object"),
        (b"[]", "application/json", "can't parse JSON object"),
        (b"text=\xff\xfe", "application/x-www-form-urlencoded", "strings must be encoded in UTF-8"),
    ],
)
async def test_an_unreadable_body_is_refused(
    scene: Scene, body: bytes, kind: str, reason: str
) -> None:
    headers = {"Content-Type": kind}
    async with scene.http.post("/bot1:sandbox/sendMessage", data=body, headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"] == f"Bad Request: {reason}"


async def test_every_call_is_on_record(scene: Scene) -> None:
    anna = await scene.someone()
    await scene.bot.send_message(anna.id, "Hej")
    await scene.refusal("getChat", chat_id=5)
    after = len(scene.sandbox.world.calls) - 2
    sent, refused = (await scene.get(f"/sandbox/calls?after={after}"))["calls"]
    assert (sent["number"], sent["method"], sent["status"]) == (after + 1, "sendMessage", 200)
    assert sent["params"] == {"chat_id": anna.id, "text": "Hej"}
    assert sent["result"]["text"] == "Hej"
    assert sent["time"] == "2026-11-23T09:00:00+00:00"
    assert (refused["method"], refused["status"]) == ("getChat", 400)


async def test_calls_that_would_identify_people_are_possible_and_recorded(scene: Scene) -> None:
    anna = await scene.someone()
    assert (await scene.bot.get_chat(anna.id)).first_name == "Anna"
    assert (await scene.bot.get_user_profile_photos(anna.id)).total_count == 0
    methods = [call.method for call in scene.sandbox.world.calls[-2:]]
    assert methods == ["getChat", "getUserProfilePhotos"]


async def test_commands_and_descriptions_are_kept_per_language(scene: Scene) -> None:
    await scene.bot.set_my_commands([BotCommand("hjaelp", "Få hjælp")], language_code="da")
    assert await scene.bot.get_my_commands() == ()
    assert (await scene.bot.get_my_commands(language_code="da"))[0].command == "hjaelp"
    await scene.bot.delete_my_commands(language_code="da")
    assert await scene.bot.get_my_commands(language_code="da") == ()
    await scene.bot.set_my_description("Vi lytter.")
    assert (await scene.bot.get_my_description("da")).description == "Vi lytter."
    refusal = await scene.refusal("setMyCommands", commands=[{"command": "Hjælp!"}])
    assert refusal == "Bad Request: BOT_COMMAND_INVALID"
    assert await scene.bot.log_out()
