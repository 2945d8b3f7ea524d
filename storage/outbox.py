"""The outbox: what shall leave for Telegram, committed with the reason for it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from domain.urgency import Urgency
from storage.columns import AT_ONCE
from storage.database import Database, Write
from storage.engines import upsert
from storage.keyring import Keyring
from storage.schema import alerts, cards, outbox
from storage.sealing import SealBroken, read_button, tag

_PUT = insert(outbox)
_REMOVE = delete(outbox).where(outbox.c.id == bindparam("outgoing"))
_PAUSED = (
    select(outbox.c.lane)
    .where(outbox.c.not_before > bindparam("now"), outbox.c.state != "parked")
    .scalar_subquery()
)
_LANES = (
    select(outbox.c.lane, func.min(outbox.c.priority).label("most_urgent"))
    .where(
        outbox.c.state != "parked",
        outbox.c.lane.not_in(bindparam("busy", expanding=True)),
        outbox.c.lane.not_in(_PAUSED),
    )
    .group_by(outbox.c.lane)
    .having(func.min(outbox.c.priority) <= bindparam("least"))
    .subquery()
)
_DUE = (
    select(outbox)
    .join(_LANES, outbox.c.lane == _LANES.c.lane)
    .where(outbox.c.state != "parked")
    .order_by(_LANES.c.most_urgent, outbox.c.priority != Urgency.DANGER, outbox.c.id)
    .limit(bindparam("most"))
)
ANY = 2**31 - 1  # urgency; what is damaged must leave, too
_SHOWN = select(cards.c.sealed).where(cards.c.id == bindparam("card"))
_CARD = upsert(cards)
_NEWEST = {"sealed": _CARD.excluded.sealed}
_SHOW = _CARD.on_conflict_do_update(index_elements=[cards.c.id], set_=_NEWEST)


@dataclass(frozen=True)
class Message:
    """One call to Telegram.

    `method` is the Bot's method and `params` its arguments, with `chat_id`. `repeatable` says
    whether it may go out again when nobody knows if it arrived: alerts, receipts, answers and
    reminders may, notices may not. `card` names the message for later edits; `member` and
    `concern` say who must be told if the chat turns out to be gone.
    """

    method: str
    params: dict[str, Any]
    repeatable: bool = True
    card: str | None = None
    member: str | None = None
    concern: str | None = None
    urgency: Urgency = Urgency.ANSWER

    @property
    def is_new(self) -> bool:
        """Whether the call puts a message into the chat, and does not change or delete one."""
        return self.method.startswith("send_")


@dataclass(frozen=True)
class Outgoing:
    """A message in the outbox; `doubtful` when it may already have been sent before a crash."""

    id: int
    lane: str
    message: Message | None
    attempts: int
    doubtful: bool = field(default=False)


class Outbox:
    """The table of what shall go out, and the cards that did."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring
        self._lanes = keyring.key("outbox lanes")
        self._places = keyring.key("card places")

    def put(self, message: Message) -> Write:
        """Add a message; but for danger, one chat's leave in the order they were added."""
        lane = tag(self._lanes, str(message.params["chat_id"]))
        said = [message.method, message.params]
        row = {
            "lane": lane,
            "sealed": self._keyring.seal("outbox", f"outbox/{lane}", said),
            "state": "waiting",
            "repeatable": message.repeatable,
            "attempts": 0,
            "not_before": AT_ONCE,
            "card": message.card,
            "member": message.member,
            "concern": message.concern,
            "priority": message.urgency,
        }
        return Write(_PUT, values=row)

    async def due(
        self, now: datetime, busy: Collection[str], limit: int, least: int = ANY
    ) -> list[Outgoing]:
        """Return messages that may leave now, each chat's in order.

        Chats come by the most urgent message that waits in them, so that an alert is not held up
        by what stands before it in its own chat; those with nothing as urgent as `least` are
        left out.
        """
        given = {"now": now, "busy": list(busy), "most": limit, "least": least}
        return [self._outgoing(row) for row in await self._database.read(_DUE, **given)]

    async def newest(self, member: str, concern: str) -> Message | None:
        """Return what a member is told of a concern last of all that still waits, or None."""
        query = (
            select(outbox)
            .where(outbox.c.member == member, outbox.c.concern == concern)
            .where(outbox.c.state == "waiting")
            .order_by(outbox.c.id.desc())
            .limit(1)
        )
        rows = await self._database.read(query)
        return self._outgoing(rows[0]).message if rows else None

    def sending(self, outgoing: int) -> Write:
        """Note that an attempt begins, so that a crash in the middle of it is known.

        A Conflict means that the message is gone: delivered by another process, or taken out.
        """
        return Write(update(outbox).where(outbox.c.id == outgoing).values(state="sending"), rows=1)

    def again(self, outgoing: int, not_before: datetime) -> Write:
        """Let a message that was certainly not sent wait for another try."""
        return Write(
            update(outbox)
            .where(outbox.c.id == outgoing)
            .values(state="waiting", attempts=outbox.c.attempts + 1, not_before=not_before)
        )

    def hurry(self) -> Write:
        """Let everything that waits for a moment be tried now: the clock it was set by is wrong."""
        waits = outbox.c.state == "waiting", outbox.c.not_before > AT_ONCE
        return Write(update(outbox).where(*waits).values(not_before=AT_ONCE))

    def park(self, outgoing: int, now: datetime) -> Write:
        """Set a message aside that can never be sent; its lane goes on without it."""
        aside = {"state": "parked", "not_before": now}
        return Write(update(outbox).where(outbox.c.id == outgoing).values(aside))

    def drop(self, concern: str) -> Write:
        """Take out everything that waits for the team about a concern: it may hold its words."""
        shown = select(alerts.c.card).where(alerts.c.concern == concern)
        theirs = outbox.c.member.is_not(None), outbox.c.concern == concern
        about = or_(and_(*theirs), outbox.c.card.in_(shown))
        return Write(delete(outbox).where(about), shreds=True)

    async def loosen(self, chat_id: int, concern: str) -> list[Write]:
        """Let no message that waits for a reporter's chat say which concern it is about.

        Its buttons that name the concern would do nothing any more: they are taken off.
        """
        theirs = outbox.c.concern == concern, outbox.c.member.is_(None)
        lane, writes = tag(self._lanes, str(chat_id)), list[Write]()
        for row in await self._database.read(select(outbox).where(outbox.c.lane == lane)):
            message = self._outgoing(row).message
            if message is not None:
                left = [message.method, self._unbuttoned(message.params, concern)]
                sealed = self._keyring.seal("outbox", f"outbox/{lane}", left)
                writes.append(
                    Write(update(outbox).where(outbox.c.id == row.id).values(sealed=sealed))
                )
        return [Write(update(outbox).where(*theirs).values(concern=None), shreds=True), *writes]

    def remove(self, outgoing: int) -> Write:
        """Take a message out: delivered, or never deliverable."""
        return Write(_REMOVE, values={"outgoing": outgoing})

    def show(self, card: str, chat_id: int, message_id: int) -> Write:
        """Remember which message shows a card; the newest one counts."""
        sealed = self._keyring.seal("cards", f"cards/{card}", [chat_id, message_id])
        return Write(_SHOW, values={"id": card, "sealed": sealed})

    async def shown(self, card: str) -> int | None:
        """Return the id of the message that shows a card, or None when none was delivered."""
        rows = await self._database.read(_SHOWN, card=card)
        if not rows:
            return None
        _chat, message_id = self._keyring.unseal("cards", f"cards/{card}", rows[0].sealed)
        return int(message_id)

    def about(self, chat_id: int, message_id: int, concern: str) -> Write:
        """Remember that a message is about a concern, so that an answer to it finds back."""
        place = self._place(chat_id, message_id)
        name = f"about/{place}"
        sealed = self._keyring.seal("cards", f"cards/{name}", [chat_id, message_id])
        row = upsert(cards).values(id=name, sealed=sealed, place=place, concern=concern)
        return Write(row.on_conflict_do_nothing())

    async def concern_at(self, chat_id: int, message_id: int) -> str | None:
        """Return the id of the concern that a message of ours is about, or None."""
        query = select(cards.c.concern).where(cards.c.place == self._place(chat_id, message_id))
        rows = await self._database.read(query)
        return str(rows[0].concern) if rows else None

    def _unbuttoned(self, params: dict[str, Any], concern: str) -> dict[str, Any]:
        """Return the arguments of a call without the buttons that name a concern."""
        if "reply_markup" not in params:
            return params
        key, chat_id = self._keyring.key("buttons", 64), params["chat_id"]
        rows = [
            [each for each in row if concern not in _meant(key, chat_id, each)]
            for row in params["reply_markup"]["inline_keyboard"]
        ]
        left = {name: each for name, each in params.items() if name != "reply_markup"}
        kept = [row for row in rows if row]
        return left | ({"reply_markup": {"inline_keyboard": kept}} if kept else {})

    def _place(self, chat_id: int, message_id: int) -> str:
        return tag(self._places, f"{chat_id}/{message_id}")

    def _outgoing(self, row: Any) -> Outgoing:
        doubtful = row.state == "sending"
        try:
            method, params = self._keyring.unseal("outbox", f"outbox/{row.lane}", row.sealed)
        except SealBroken:
            return Outgoing(row.id, row.lane, None, row.attempts, doubtful)
        about = row.repeatable, row.card, row.member, row.concern, _urgency(row.priority)
        return Outgoing(row.id, row.lane, Message(method, params, *about), row.attempts, doubtful)


def _urgency(priority: int) -> Urgency:
    """Return how urgent a row is; a damaged number must not hold the others up."""
    return Urgency(priority) if priority in set(Urgency) else Urgency.ANSWER


def _meant(key: bytes, chat_id: int, button: dict[str, str]) -> str:
    return read_button(key, chat_id, button.get("callback_data", "")) or ""
