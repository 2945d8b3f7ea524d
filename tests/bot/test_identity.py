"""What is kept of an update: nothing that says who somebody is."""

import json
from typing import Any

import pytest

from bot.identity import NotForUs, strip

KIM = {
    "id": 5550001111,
    "is_bot": False,
    "first_name": "Kimberley",
    "last_name": "Skovgaard",
    "username": "kimskov",
    "language_code": "xx-sprog",
    "is_premium": True,
}
CHAT = {"id": 5550001111, "type": "private", "first_name": "Kimberley", "username": "kimskov"}
MESSAGE: dict[str, Any] = {"message_id": 7, "date": 1790000000, "chat": CHAT, "from": KIM}
REVEALING = ("Kimberley", "Skovgaard", "kimskov", "xx-sprog", "premium", "fil-id", "12345678")

UPDATES: dict[str, dict[str, Any]] = {
    "text": {"message": MESSAGE | {"text": "hej"}},
    "edit": {"edited_message": MESSAGE | {"text": "hej", "edit_date": 1790000001}},
    "forward": {
        "message": MESSAGE
        | {"text": "hej", "forward_origin": {"type": "user", "sender_user": KIM, "date": 1}}
    },
    "reply": {"message": MESSAGE | {"text": "hej", "reply_to_message": MESSAGE}},
    "mention": {
        "message": MESSAGE
        | {"text": "hej", "entities": [{"type": "text_mention", "user": KIM, "offset": 0}]}
    },
    "contact": {
        "message": MESSAGE | {"contact": {"phone_number": "12345678", "first_name": "Kimberley"}}
    },
    "voice": {"message": MESSAGE | {"voice": {"file_id": "fil-id", "duration": 3}}},
    "tap": {
        "callback_query": {
            "id": "1",
            "from": KIM,
            "data": "x",
            "chat_instance": "2",
            "message": MESSAGE | {"text": "spørgsmål"},
        }
    },
    "block": {
        "my_chat_member": {
            "chat": CHAT,
            "from": KIM,
            "date": 1,
            "old_chat_member": {"status": "member", "user": KIM},
            "new_chat_member": {"status": "kicked", "user": KIM, "until_date": 0},
        }
    },
}


@pytest.mark.parametrize("kind", UPDATES)
def test_nothing_that_says_who_it_was_is_kept(kind: str) -> None:
    chat_id, kept = strip({"update_id": 1, **UPDATES[kind]})
    assert chat_id == KIM["id"]
    whole = json.dumps(kept, ensure_ascii=False)
    assert not [each for each in REVEALING if each in whole]


def test_groups_and_other_bots_are_not_for_us() -> None:
    group = MESSAGE | {"chat": {"id": -1, "type": "group"}, "text": "hej"}
    robot = MESSAGE | {"from": KIM | {"is_bot": True}, "text": "hej"}
    for message in (group, robot):
        with pytest.raises(NotForUs):
            strip({"update_id": 1, "message": message})


def test_half_a_character_is_replaced_by_one_that_can_be_stored() -> None:
    _, kept = strip({"update_id": 1, "message": MESSAGE | {"text": "hej \ud83d"}})
    assert kept["message"]["text"] == "hej ?"
