"""Updates as Telegram sends them, full of what may never be kept."""

from typing import Any

CANARIES = (
    *("Kimberleycanary", "Quaggacanary", "kim_canary_77", "tlh-Canary"),
    *("Brevetcanary.pdf", "+4599010280", "Torvetcanary", "unikcanary"),
)
NAME, LAST, USERNAME, LANGUAGE, FILE, PHONE, TITLE, UNIQUE = CANARIES


def person(number: int) -> dict[str, Any]:
    """Return somebody as Telegram describes them."""
    return {
        "id": number,
        "is_bot": False,
        "first_name": NAME,
        "last_name": LAST,
        "username": USERNAME,
        "language_code": LANGUAGE,
        "is_premium": True,
    }


def message(number: int, **content: Any) -> dict[str, Any]:
    """Return a message of theirs."""
    chat = {"id": number, "type": "private", "first_name": NAME, "username": USERNAME}
    return {"message_id": 5, "date": 1790000000, "chat": chat, "from": person(number), **content}


def updates(number: int) -> dict[str, dict[str, Any]]:
    """Return one update of each kind from somebody, without its number."""
    file = {"file_id": "fil", "file_unique_id": UNIQUE, "file_name": FILE, "width": 90}
    place = {"latitude": 55.3127531, "longitude": 10.7897319}
    command = {"type": "bot_command", "offset": 0, "length": 6}
    mention = {"type": "text_mention", "offset": 0, "length": 3, "user": person(99)}
    sent: dict[str, dict[str, Any]] = {
        "text": {"text": "Han råber om natten"},
        "command": {"text": "/start", "entities": [command]},
        "mention": {"text": "Bo", "entities": [mention]},
        "reply": {"text": "ja", "reply_to_message": message(99, text=TITLE)},
        "forward": {"text": "se", "forward_origin": {"type": "user", "sender_user": person(99)}},
        "photo": {"photo": [file, file | {"width": 1280}], "media_group_id": "7", "caption": "x"},
        "document": {"document": file, "caption": "her"},
        "voice": {"voice": file},
        "video": {"video": file},
        "location": {"location": place | {"live_period": 60}},
        "venue": {"location": place, "venue": {"title": TITLE, "address": TITLE}},
        "contact": {"contact": {"phone_number": PHONE, "first_name": NAME, "user_id": 99}},
        "sticker": {"sticker": file | {"set_name": TITLE}},
        "poll": {"poll": {"id": "1", "question": TITLE, "options": []}},
        "notice": {"pinned_message": message(99, text=TITLE)},
    }
    found = {name: {"message": message(number, **each)} for name, each in sent.items()}
    found["edit"] = {"edited_message": message(number, text="ret", edit_date=1790000001)}
    found["tap"] = {
        "callback_query": {
            "id": "4",
            "from": person(number),
            "chat_instance": UNIQUE,
            "data": "x",
            "message": message(number, text=TITLE),
        }
    }
    found["gone"] = {
        "my_chat_member": {
            "chat": {"id": number, "type": "private", "first_name": NAME},
            "from": person(number),
            "date": 1790000000,
            "old_chat_member": {"status": "member", "user": person(number)},
            "new_chat_member": {"status": "kicked", "user": person(number)},
        }
    }
    return found
