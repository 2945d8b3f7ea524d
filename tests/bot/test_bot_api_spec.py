"""What the bot calls is what the Bot API's specification knows."""

from dataclasses import dataclass

import pytest

from tests.bot.bot_api_spec import VARIABLE, BotApiSpec, Json, specification
from tests.cast import Relative
from tests.stage import Stage

BUTTON = {"text": "Ja", "callback_data": "yes"}
SPEC = BotApiSpec(
    methods={
        "sendMessage": {
            "fields": [
                {"name": "chat_id", "types": ["Integer", "String"], "required": True},
                {"name": "text", "types": ["String"], "required": True},
                {"name": "protect_content", "types": ["Boolean"], "required": False},
                {"name": "reply_markup", "types": ["Keyboard", "Removal"], "required": False},
            ]
        }
    },
    types={
        "Keyboard": {
            "fields": [
                {"name": "keyboard", "types": ["Array of Array of Button"], "required": True},
            ]
        },
        "Removal": {"fields": [{"name": "remove", "types": ["True"], "required": True}]},
        "Button": {"subtypes": ["Tapped"]},
        "Tapped": {
            "fields": [
                {"name": "text", "types": ["String"], "required": True},
                {"name": "callback_data", "types": ["String"], "required": False},
            ]
        },
    },
)


@dataclass(frozen=True)
class Called:
    """A call as it was made."""

    method: str
    params: Json


def message(**more: object) -> Called:
    return Called("sendMessage", {"chat_id": 1, "text": "Hej", **more})


def test_calls_as_they_should_be_have_no_mistakes() -> None:
    keyboard = {"keyboard": [[BUTTON], [BUTTON, BUTTON]]}
    calls = [message(), message(chat_id="@us", protect_content=True, reply_markup=keyboard)]
    assert SPEC.mistakes(calls) == []


@pytest.mark.parametrize(
    ("call", "mistake"),
    [
        (Called("sendMesage", {}), "sendMesage is not a method"),
        (message(protect=True), "sendMessage.protect is not known"),
        (Called("sendMessage", {"text": "Hej"}), "sendMessage.chat_id is missing"),
        (message(text=5), "sendMessage.text is not of the type String"),
        (message(chat_id=True), "sendMessage.chat_id is not of the type Integer"),
        (message(protect_content=1), "sendMessage.protect_content is not of the type Boolean"),
        (
            message(reply_markup={"keyboard": [BUTTON]}),
            "sendMessage.reply_markup.keyboard is not an array",
        ),
        (
            message(reply_markup={"keyboard": [[{"text": "Ja", "calback_data": "yes"}]]}),
            "sendMessage.reply_markup.keyboard.calback_data is not known",
        ),
        (
            message(reply_markup={"keyboard": [[{"callback_data": "yes"}]]}),
            "sendMessage.reply_markup.keyboard.text is missing",
        ),
    ],
)
def test_a_mistake_in_a_call_is_found(call: Called, mistake: str) -> None:
    assert SPEC.mistakes([message(), call]) == [mistake]


@pytest.mark.skipif(specification() is None, reason=f"{VARIABLE} names no specification")
async def test_the_specification_knows_every_call_of_a_story(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    spec, calls = specification(), stage.sandbox.world.calls
    assert spec is not None
    assert {"getMe", "getUpdates", "setMyCommands", "sendMessage"} <= {
        each.method for each in calls
    }
    assert spec.mistakes(calls) == []
