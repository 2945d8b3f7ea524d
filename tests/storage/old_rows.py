"""What stood in a database and in its keyring at each earlier schema, as its version wrote it."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Connection, MetaData, select

from domain.receipt import issue, read
from storage.generations import derived
from storage.migrations.steps import config
from storage.sealing import seal, tag

Tables = dict[str, list[dict[str, Any]]]

EARLIER = ("0001", "0002", "0003", "0004", "0005", "0006")
_WRITTEN = EARLIER[:4]  # schemas whose rows are written here; later ones are upgraded from these
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
KIM, MIA, ANNA, LONE = 7001, 7002, 7003, 7004  # chats
WAITING, TAKEN, ENDED = "0" * 16, "1" * 16, "2" * 16  # concerns
CODES = {each: issue(each.encode()[:10]) for each in (WAITING, TAKEN, ENDED)}
WORDS = {"own_words": {"options": [], "words": "Han sover på bænken ved søen"}}
RAW = {"update_id": 41, "message": {"text": "Jeg er bekymret"}}
CALL = ["send_message", {"chat_id": ANNA, "text": "En ny henvendelse"}]
BEFORE = {"state": "taken", "owner": "anna", "offered_to": None, "reaction": None, "closing": None}
_NOW, _DAY = NOW.replace(tzinfo=None), NOW.date()


class FirstKeyring:
    """A keyring as it was before there was a master key: everything in it lay in the clear."""

    def __init__(self) -> None:
        self._root = os.urandom(32)
        self.concerns = {each: os.urandom(32) for each in (WAITING, TAKEN, ENDED)}

    def key(self, purpose: str) -> bytes:
        return derived(self._root, purpose)

    def sealed(self, purpose: str, place: str, value: Any) -> bytes:
        return seal(self.key(purpose), place, value)

    def tag(self, purpose: str, value: object) -> str:
        return tag(self.key(purpose), str(value))

    def write(self, file: Path) -> None:
        with closing(sqlite3.connect(file)) as keyring:
            keyring.execute("CREATE TABLE root (name TEXT PRIMARY KEY, secret BLOB NOT NULL)")
            keyring.execute("CREATE TABLE concern_keys (concern TEXT PRIMARY KEY, secret BLOB)")
            keyring.execute("INSERT INTO root VALUES ('root', ?)", (self._root,))
            keyring.executemany("INSERT INTO concern_keys VALUES (?, ?)", self.concerns.items())
            keyring.commit()


def make(connection: Connection, schema: str, keys: FirstKeyring) -> None:
    """Make the tables of a schema with rows in every one of them."""
    if schema not in _WRITTEN:
        make(connection, _WRITTEN[-1], keys)
        command.upgrade(config(connection), schema)
        _added(connection)
        return
    command.upgrade(config(connection), schema)
    there = MetaData()
    there.reflect(connection)
    rows = _rows(schema, keys)
    assert {*there.tables} == {*rows, "alembic_version"}
    for table, each in ((name, row) for name, found in rows.items() for row in found):
        connection.execute(there.tables[table].insert().values(each))


def contents(connection: Connection) -> Tables:
    """Return every row of every table."""
    there = MetaData()
    there.reflect(connection)
    return {
        name: [dict(row._mapping) for row in connection.execute(select(table))]
        for name, table in there.tables.items()
    }


def _rows(schema: str, keys: FirstKeyring) -> Tables:
    found = _what_comes_and_goes(keys) | _people(keys) | _concerns(keys) | _noted(keys)
    if schema >= "0002":
        found |= _messages_and_media(keys)
    if schema >= "0003":
        found |= _after_sending(found, keys)
    if schema >= "0004":
        found |= _the_team(found)
    return found


def _added(connection: Connection) -> None:
    """Fill the tables that came with the fifth schema."""
    there = MetaData()
    there.reflect(connection)
    count = {"month": "2026-10", "name": "received: citizen", "number": 7}
    connection.execute(there.tables["counts"].insert().values(count))
    block = {"tag": "ab" * 16, "until": date(2026, 12, 20)}
    connection.execute(there.tables["blocks"].insert().values(block))


def _what_comes_and_goes(keys: FirstKeyring) -> Tables:
    came = {"attempts": 0, "not_before": _NOW, "received_at": _NOW}
    lane, out = keys.tag("inbox lanes", KIM), keys.tag("outbox lanes", ANNA)
    goes = {"lane": out, "repeatable": True, "attempts": 1, "not_before": _NOW}
    goes["sealed"] = keys.sealed("outbox", f"outbox/{out}", CALL)
    about = {"card": f"alert/{WAITING}/anna", "member": "anna", "concern": WAITING}
    shown = keys.sealed("cards", f"cards/alert/{TAKEN}/anna", [ANNA, 501])
    return {
        "inbox": [
            {"update_id": 40, "lane": None, "sealed": None, "state": "done", **came},
            *(
                {"update_id": number, "lane": lane, "state": state, **came}
                | {"sealed": keys.sealed("inbox", f"inbox/{number}", RAW)}
                for number, state in ((41, "new"), (42, "parked"))
            ),
        ],
        "outbox": [{"state": "waiting", **goes, **about}, {"state": "sending", **goes}],
        "cards": [{"id": f"alert/{TAKEN}/anna", "sealed": shown}],
    }


def _people(keys: FirstKeyring) -> Tables:
    under_way = {"id": "ab", "at": "where", "answers": WORDS, "editing": False, "sources": {}}
    return {
        "doors": [_door(keys, KIM, under_way), _door(keys, MIA, None)],
        "staff": [
            _member(keys, "anna", ANNA, number=1) | {"role": "worker", "on_duty": True},
            _member(keys, "lone", LONE, number=2) | {"role": "lead", "on_duty": False},
        ],
        "invites": [
            {"code": keys.tag("invites", code), "role": "worker", "used": used}
            | {"expires_at": _NOW + timedelta(minutes=15)}
            for code, used in (("fresh", False), ("used", True))
        ],
    }


def _door(keys: FirstKeyring, chat: int, interview: Any, **more: Any) -> dict[str, Any]:
    name = keys.tag("door tags", chat)
    plain = {"chat_id": chat, "language": "da", "awaits_edit": 0, "interview": interview, **more}
    return {
        "tag": name,
        "sealed": keys.sealed("doors", f"doors/{name}", plain),
        "version": 3,
        "waiting": interview is not None,
        "touched_on": _DAY,
    }


def _member(keys: FirstKeyring, name: str, chat: int, *, number: int) -> dict[str, Any]:
    return {
        "id": name,
        "tag": keys.tag("staff tags", chat),
        "sealed": keys.sealed("staff", f"staff/{name}", [chat, name.title(), "da"]),
        "number": number,
        "reachable": True,
    }


def _concerns(keys: FirstKeyring) -> Tables:
    return {
        "concerns": [
            _concern(keys, WAITING, "Rolig Bæk") | {"state": "received", "owner": None},
            _concern(keys, TAKEN, "Blå Sten") | {"state": "reacted", "reaction": "visit"},
            _concern(keys, ENDED, "Grøn Sti") | {"state": "taken", "route": None},
        ],
        "alerts": [
            {"concern": each, "member": "anna", "card": f"alert/{each}/anna"}
            for each in (WAITING, TAKEN, ENDED)
        ],
        "reminders": [
            {"concern": WAITING, "rung": rung, "due_at": _NOW + timedelta(days=1), "state": state}
            for rung, state in (("second", "fired"), ("day5", "waiting"), ("lead", "cancelled"))
        ],
    }


def _concern(keys: FirstKeyring, name: str, nickname: str) -> dict[str, Any]:
    route = {"chat_id": MIA, "language": "da", "may_write": True}
    return {
        "id": name,
        "nickname": nickname,
        "role": "relative",
        "acute": False,
        "received_at": _NOW,
        "promised_on": date(2026, 11, 27),
        "owner": "anna",
        "reaction": None,
        "version": 2,
        "receipt": keys.tag("receipts", read(CODES[name])),
        "words": seal(keys.concerns[name], f"concerns/{name}/words", WORDS),
        "route": seal(keys.concerns[name], f"concerns/{name}/route", route),
    }


def _noted(keys: FirstKeyring) -> Tables:
    noted = ((WAITING, "reporter", "received"), (TAKEN, "anna", "taken"), (None, "lone", "joined"))
    return {
        "journal": [
            {"at": _NOW, "actor": actor, "action": action, "concern": concern}
            for concern, actor, action in noted
        ],
        "marks": [
            {"name": "keyring", "value": keys.tag("fingerprint", "keyring")},
            {"name": "offset", "value": "43"},
        ],
    }


def _messages_and_media(keys: FirstKeyring) -> Tables:
    name = keys.tag("chat message ids", f"{KIM}/9")
    sent = keys.sealed("chat messages", f"chat_messages/{name}", [9, int(NOW.timestamp())])
    lane, photo = keys.tag("chat message lanes", KIM), [["photo", "file-1"]]
    media = seal(keys.concerns[WAITING], f"concern_media/{WAITING}", photo)
    return {
        "chat_messages": [{"id": name, "lane": lane, "sealed": sent, "day": _DAY}],
        "concern_media": [{"concern": WAITING, "sealed": media}],
    }


def _after_sending(found: Tables, keys: FirstKeyring) -> Tables:
    """Let a concern have ended, and a door know its concerns and when it wakes."""
    ended = {"state": "closed", "closing": "bridged"}
    waiting, taken, last = found["concerns"]
    kim, _ = found["doors"]
    mia = _door(keys, MIA, None, expected=None, concerns=[TAKEN], wrote={"11": TAKEN})
    entry = seal(keys.concerns[TAKEN], f"entries/{TAKEN}", ["added", "Nu er det koldt"])
    return {
        "concerns": [waiting, taken, last | ended],
        "doors": [kim | {"wakes_at": _NOW + timedelta(hours=20)}, mia],
        "entries": [{"concern": TAKEN, "day": _DAY, "sealed": entry}],
    }


def _the_team(found: Tables) -> Tables:
    """Let there be a roster, and steps that can be taken back."""
    begins, ends = _NOW.replace(hour=8, minute=0), _NOW.replace(hour=16, minute=0)
    duty = {"starts_at": begins, "ends_at": ends}
    step = json.dumps({**BEFORE, "step": "reacted", "follow_up": None})
    undo = {"version": 2, "member": "anna", "expires_at": _NOW + timedelta(minutes=5)}
    offered, *others = found["concerns"]
    anna, lone = ({k: v for k, v in each.items() if k != "on_duty"} for each in found["staff"])
    told = {"told_on": date(2026, 11, 27), "told_reacted": False}
    swap = {"giver": "anna", "taker": "lone", "state": "asked", "changed_at": _NOW}
    return {
        "concerns": [offered | told | {"offered_to": "lone"}, *(each | told for each in others)],
        "staff": [anna, lone | {"status": "paused", "version": 4}],
        "invites": [each | {"id": each["code"][:16], "member": None} for each in found["invites"]],
        "undos": [{"concern": TAKEN, "before": step, **undo}],
        "orders": [{"member": "anna", "concern": TAKEN, "place": 1}],
        "weekly": [
            {"id": "w", "member": "anna", "weekdays": "0,4", "starts": "08:00", "ends": "16:00"}
            | {"weeks": "every"}
        ],
        "shifts": [{"member": "lone", **duty}],
        "absences": [{"id": "a", "member": "lone", "starts_at": begins, "ends_at": None}],
        "duty_changes": [{**duty, "comes": "anna", "goes": "lone", "swap": "s"}],
        "swaps": [{"id": "s", **swap, **duty, "back_starts_at": None, "back_ends_at": None}],
        "handshakes": [
            {"member": "anna", **duty, "due_at": begins, "state": "asked", "told": "lone"}
        ],
    }
