"""What is kept of an update: nothing that says who somebody is."""

import json
from typing import Any

import pytest

from bot.telegram.identity import UNREADABLE, NotForUs, chat_of, strip

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
REVEALING = (
    *("Kimberley", "Skovgaard", "kimskov", "xx-sprog", "premium", "fil-id", "12345678"),
    *("312718", "790314", "Torvet", "Brevet"),
)
PLACE = {"latitude": 55.312718, "longitude": 10.790314, "horizontal_accuracy": 4.5}
PICTURE = [
    {"file_id": "lille", "file_unique_id": "l", "width": 90, "height": 67},
    {"file_id": "stor", "file_unique_id": "s", "width": 800, "height": 600},
    {"file_id": "mellem", "file_unique_id": "m", "width": 320, "height": 240},
]
ALL = ("photo", "voice", "video")

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
    "document": {
        "message": MESSAGE | {"document": {"file_id": "fil-id", "file_name": "Brevet.pdf"}}
    },
    "location": {"message": MESSAGE | {"location": PLACE}},
    "venue": {
        "message": MESSAGE
        | {"location": PLACE, "venue": {"location": PLACE, "title": "Torvet", "address": "Torvet"}}
    },
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


@pytest.mark.parametrize("field", ["message_id", "date"])
def test_a_number_without_end_cannot_be_understood_and_stops_nothing(field: str) -> None:
    endless = json.loads(json.dumps(MESSAGE | {"text": "hej"} | {field: float("inf")}))
    with pytest.raises(UNREADABLE):
        strip({"update_id": 1, "message": endless})


def test_half_a_character_is_replaced_by_one_that_can_be_stored() -> None:
    _, kept = strip({"update_id": 1, "message": MESSAGE | {"text": "hej \ud83d"}})
    assert kept["message"]["text"] == "hej ?"


def kept(message: dict[str, Any], *, allowed: tuple[str, ...] = ALL) -> dict[str, Any]:
    """Return what is kept of a message with this in it."""
    _, update = strip({"update_id": 1, "message": MESSAGE | message}, allowed)
    found: dict[str, Any] = update["message"]
    return {name: value for name, value in found.items() if name not in (*MESSAGE, "from")}


@pytest.mark.parametrize(
    ("message", "file"),
    [
        ({"photo": PICTURE}, "stor"),
        ({"photo": PICTURE, "live_photo": {"file_id": "levende"}}, "stor"),
        ({"voice": {"file_id": "lyd"}}, "lyd"),
        ({"video": {"file_id": "film", "file_name": "IMG_1.mp4"}}, "film"),
        ({"video_note": {"file_id": "rund"}}, "rund"),
    ],
)
def test_of_an_allowed_file_the_id_is_kept_and_nothing_else(
    message: dict[str, Any], file: str
) -> None:
    kind = next(iter(message))
    assert kept(message) == {"kind": kind, "file": file}
    assert kept(message, allowed=()) == {"kind": kind}


@pytest.mark.parametrize("kind", ["document", "audio", "animation", "contact", "sticker"])
def test_of_other_kinds_no_file_is_kept_whatever_is_allowed(kind: str) -> None:
    also = {"document": {"file_id": "x"}} if kind == "animation" else {}
    message = {kind: {"file_id": "x"}} | also
    assert kept(message, allowed=(*ALL, kind)) == {"kind": kind}


def test_words_beside_a_file_are_kept_and_so_is_that_it_was_forwarded() -> None:
    sender = {"type": "hidden_user", "sender_user_name": "Nabo", "date": 1}
    message = {"photo": PICTURE, "caption": "hej \ud83d", "forward_origin": sender}
    assert kept(message, allowed=()) == {"kind": "photo", "caption": "hej ?", "forwarded": True}


def test_a_place_is_rounded_to_three_decimals_before_anything_is_kept() -> None:
    assert kept({"location": PLACE}) == {"kind": "location", "place": [55.313, 10.79]}
    live = kept({"location": PLACE | {"live_period": 3600}})
    assert live == {"kind": "location", "place": [55.313, 10.79], "live": True}


def test_where_a_place_shared_live_moves_to_is_not_kept() -> None:
    moved = {"edited_message": MESSAGE | {"location": PLACE, "edit_date": 1790000001}}
    _, update = strip({"update_id": 1, **moved})
    assert "place" not in update["edited_message"]


NOTICES = (
    *("pinned_message", "message_auto_delete_timer_changed", "chat_background_set"),
    *("write_access_allowed", "proximity_alert_triggered"),
)


@pytest.mark.parametrize("notice", NOTICES)
def test_what_telegram_notes_by_itself_is_a_notice(notice: str) -> None:
    assert kept({notice: {}}) == {"kind": "notice"}


KINDS = (
    *("audio", "photo", "video", "video_note", "voice", "animation", "document", "venue"),
    *("contact", "sticker", "dice", "poll", "story"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known_by_its_name(kind: str) -> None:
    assert kept({kind: {}}, allowed=()) == {"kind": kind}
    assert kept({"new_kind_of_telegrams": {}}) == {"kind": "other"}


def test_a_kind_that_telegram_adds_another_to_is_called_by_its_own_name() -> None:
    assert kept({"document": {}, "animation": {}})["kind"] == "animation"
    assert kept({"location": PLACE, "venue": {}})["kind"] == "venue"


@pytest.mark.parametrize("date", [-1, 2**33, 10**18])
def test_a_message_from_no_time_there_is_cannot_be_understood(date: int) -> None:
    with pytest.raises(ValueError, match="no time"):
        strip({"update_id": 1, "message": MESSAGE | {"date": date, "text": "hej"}})


def test_of_what_is_answered_only_which_message_it_is_is_kept() -> None:
    answered = MESSAGE | {"message_id": 5, "text": "Brevet", "from": KIM}
    assert kept({"text": "hej", "reply_to_message": answered}) == {
        "text": "hej",
        "entities": [],
        "answers": 5,
    }


NOBODY = {"id": KIM["id"], "is_bot": False, "first_name": ""}
PRIVATE = {"id": KIM["id"], "type": "private"}
SKELETON = {"message_id": 7, "date": 1790000000, "chat": PRIVATE}
COMMAND = {"type": "bot_command", "offset": 0, "length": 4}
BOLD = {"type": "bold", "offset": 0, "length": 4}
US = {"id": 0, "is_bot": True, "first_name": ""}


@pytest.mark.parametrize(
    ("update", "left"),
    [
        (
            {"message": MESSAGE | {"text": "/ryd", "entities": [BOLD, COMMAND]}},
            {"message": SKELETON | {"from": NOBODY, "text": "/ryd", "entities": [COMMAND]}},
        ),
        (
            {"edited_message": MESSAGE | {"text": "hej", "edit_date": 5, "media_group_id": "6"}},
            {
                "edited_message": SKELETON
                | {"from": NOBODY, "text": "hej", "entities": []}
                | {"edit_date": 5, "media_group_id": "6"}
            },
        ),
        (
            {"message": MESSAGE | {"text": "hej", "forward_origin": {"type": "channel"}}},
            {
                "message": SKELETON
                | {"from": NOBODY, "text": "hej", "entities": [], "forwarded": True}
            },
        ),
        (
            {"callback_query": {"id": 3, "from": KIM, "data": "x", "message": MESSAGE}},
            {
                "callback_query": {
                    "id": "3",
                    "from": NOBODY,
                    "chat_instance": "",
                    "data": "x",
                    "message": SKELETON,
                }
            },
        ),
        (
            {"callback_query": {"id": 3, "from": KIM, "message": {**MESSAGE, "date": 0}}},
            {
                "callback_query": {
                    "id": "3",
                    "from": NOBODY,
                    "chat_instance": "",
                    "data": "",
                    "message": SKELETON | {"date": 0},
                }
            },
        ),
    ],
)
def test_this_is_kept_and_nothing_besides(update: dict[str, Any], left: dict[str, Any]) -> None:
    assert strip({"update_id": 1, **update}) == (KIM["id"], {"update_id": 1, **left})


@pytest.mark.parametrize(("now", "told"), [("member", "member"), ("kicked", "left")])
def test_of_who_blocks_the_bot_and_lets_it_in_only_that_is_kept(now: str, told: str) -> None:
    change = {"chat": CHAT, "from": KIM, "date": 9, "new_chat_member": {"status": now, "user": KIM}}
    assert strip({"update_id": 1, "my_chat_member": change}) == (
        KIM["id"],
        {
            "update_id": 1,
            "my_chat_member": {
                "chat": PRIVATE,
                "from": NOBODY,
                "date": 9,
                "old_chat_member": {"status": "left", "user": US},
                "new_chat_member": {"status": told, "user": US},
            },
        },
    )


def test_a_message_of_the_last_second_there_is_can_be_read() -> None:
    _, update = strip({"update_id": 1, "message": MESSAGE | {"date": 2**33 - 1, "text": "hej"}})
    assert update["message"]["date"] == 2**33 - 1


def test_an_update_nobody_asked_for_is_not_for_us() -> None:
    with pytest.raises(NotForUs):
        strip({"update_id": 1, "poll_answer": {}})


@pytest.mark.parametrize(
    ("raw", "chat"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 7}}}, 7),
        ({"update_id": 1, "message": {"text": "hej"}, "other": {"chat": {"id": 8}}}, 8),
        ({"update_id": 1, "message": {"chat": {"id": "7"}}}, 0),
        ({"update_id": 1, "message": {"chat": 7}}, 0),
        ({}, 0),
    ],
)
def test_the_chat_of_what_cannot_be_understood_is_found_if_it_is_there(
    raw: dict[str, Any], chat: int
) -> None:
    assert chat_of(raw) == chat
