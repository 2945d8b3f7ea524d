"""The Bot API's methods: those on the list are called, and no other ever leaves."""

import contextlib
import inspect
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest, TelegramError

from bot.telegram.client import ALLOWED_METHODS, MethodNotAllowed, TelegramBot, is_update
from tests.bot.bot_api_spec import VARIABLE, specification
from tests.bot.sandbox_fixture import TOKEN, Scene, a_scene  # noqa: F401

_NO_CALLS = {"getBot"}  # python-telegram-bot's own, without a call behind it
_USUAL: dict[str, Any] = {
    "media": [InputMediaPhoto("x"), InputMediaPhoto("y")],
    "options": ["a", "b"],
    "commands": [],
    "prices": [],
    "errors": [],
    "stickers": [],
    "permissions": None,
    "results": [],
    "sticker": "x",
    "old_sticker": "x",
}
_SOMEWHERE = {"latitude": 1.0, "longitude": 1.0}
_ALSO: dict[str, dict[str, Any]] = {  # what the library asks for although its signature does not
    "editMessageLiveLocation": _SOMEWHERE,
    "sendLocation": _SOMEWHERE,
    "sendVenue": _SOMEWHERE | {"title": "x", "address": "x"},
    "sendContact": {"phone_number": "1", "first_name": "x"},
}


@pytest.fixture
async def bot(scene: Scene) -> AsyncIterator[TelegramBot]:
    """A bot of ours that knows itself already."""
    bot = TelegramBot(TOKEN, scene.sandbox.url)
    await bot.initialize()
    yield bot
    await bot.shutdown()


def spelled(method: str) -> str:
    """Return a method as python-telegram-bot spells it."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", method).lower()


def known_to_the_library() -> dict[str, Callable[..., Awaitable[Any]]]:
    """Return every method of the Bot API that the library has, by the Bot API's own name."""
    return {
        name: getattr(Bot, spelled(name))
        for name, each in inspect.getmembers(Bot, inspect.iscoroutinefunction)
        if re.fullmatch(r"[a-z]+([A-Z][a-z]+)+", name) and hasattr(Bot, spelled(name))
    }


def needed(method: Callable[..., Any]) -> dict[str, Any]:
    """Return something for every argument a method cannot do without."""
    parameters = list(inspect.signature(method).parameters.values())[1:]
    return {
        each.name: _USUAL.get(each.name, 1)
        for each in parameters
        if each.default is each.empty and each.kind is each.POSITIONAL_OR_KEYWORD
    }


async def test_no_other_method_ever_leaves(scene: Scene, bot: TelegramBot) -> None:
    before, others = len(scene.sandbox.world.calls), known_to_the_library()
    assert others.keys() > ALLOWED_METHODS
    for name in sorted(others.keys() - ALLOWED_METHODS - _NO_CALLS):
        method = getattr(bot, spelled(name))
        with pytest.raises(MethodNotAllowed):
            await method(**needed(others[name]), **_ALSO.get(name, {}))
    assert scene.sandbox.world.calls[before:] == []


async def test_nor_does_any_that_the_specification_knows(scene: Scene, bot: TelegramBot) -> None:
    spec = specification()
    if spec is None:
        pytest.skip(f"{VARIABLE} names no file of the Bot API's specification")
    before = len(scene.sandbox.world.calls)
    assert set(spec._methods) > ALLOWED_METHODS
    for name in sorted(set(spec._methods) - ALLOWED_METHODS):
        for spelling in (name, name.lower(), name.upper()):
            with pytest.raises(MethodNotAllowed):
                await bot._post(spelling, {"chat_id": 1})
    assert scene.sandbox.world.calls[before:] == []


@pytest.mark.parametrize(
    "name", ["getFile", "getChat", "getChatMember", "getUserProfilePhotos", "forwardMessage"]
)
async def test_nobody_is_looked_up_no_file_fetched_and_nothing_forwarded(
    scene: Scene, bot: TelegramBot, name: str
) -> None:
    before = len(scene.sandbox.world.calls)
    with pytest.raises(MethodNotAllowed, match=f"{name} is not among the allowed"):
        await getattr(bot, spelled(name))(**needed(known_to_the_library()[name]))
    assert scene.sandbox.world.calls[before:] == []


SENT = (
    *("send_message", "send_document", "send_photo", "send_voice", "send_video"),
    *("send_video_note", "edit_message_text", "edit_message_reply_markup", "delete_messages"),
)


ASKED = (
    *("getMe", "getUpdates", "setWebhook", "deleteWebhook", "setMyCommands"),
    *("setMyDescription", "setMyShortDescription", "answerCallbackQuery"),
)


@pytest.mark.parametrize("method", ASKED)
async def test_what_the_bot_needs_besides_is_allowed(
    scene: Scene, bot: TelegramBot, method: str
) -> None:
    with contextlib.suppress(TelegramError):  # much is missing; that it leaves is enough
        await bot._post(method, {})
    assert scene.sandbox.world.calls[-1].method == method
    assert {spelled(each) for each in ALLOWED_METHODS} == {*SENT, *map(spelled, ASKED)}


@pytest.mark.parametrize("method", SENT)
async def test_what_the_outbox_holds_is_called_by_its_own_name(
    scene: Scene, bot: TelegramBot, method: str
) -> None:
    with pytest.raises(BadRequest):  # nobody is in that chat
        await bot.deliver(method, {"chat_id": 404, "message_id": 1, "text": "hej"})
    assert spelled(scene.sandbox.world.calls[-1].method) == method


async def test_updates_are_asked_for_a_hundred_at_a_time(scene: Scene, bot: TelegramBot) -> None:
    await bot.raw_updates(7, 0)
    asked = scene.sandbox.world.calls[-1].params
    wanted = ["message", "edited_message", "callback_query", "my_chat_member"]
    assert asked == {"offset": 7, "limit": 100, "timeout": 0, "allowed_updates": wanted}


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [
        ({"update_id": 0}, True),
        ({"update_id": 1}, True),
        ({"update_id": 2**63 - 1}, True),
        ({"update_id": 2**63}, False),
        ({"update_id": -1}, False),
        ({"update_id": "1"}, False),
        ({}, False),
        ([], False),
    ],
)
def test_an_update_has_a_number_that_a_row_can_hold(raw: Any, is_one: bool) -> None:
    assert is_update(raw) is is_one
