"""The Bot API's methods: those on the list are called, and no other ever leaves."""

import inspect
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto

from bot.telegram.client import ALLOWED_METHODS, MethodNotAllowed, TelegramBot
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
