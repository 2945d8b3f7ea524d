"""A turn: who speaks, and everything that shall follow from it, committed as one."""

from base64 import b64encode
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from telegram.ext import CallbackContext, ExtBot

from domain.deadlines import at_wall_clock
from domain.drafts import wakes_at
from domain.people import Member, Status
from domain.urgency import Urgency
from handlers.house import House
from handlers.phrases import Voice
from handlers.screen import Screen, params
from storage.database import Write
from storage.doors import Door
from storage.forgetting import noon_of
from storage.journal import Entry, has_day_only
from storage.outbox import Message
from storage.staff import Colleague
from storage.store import Store

current: ContextVar["Turn"] = ContextVar("turn")


@dataclass
class Turn:
    """One thing that happens: an update from a person, or a moment that has come.

    Handlers read from the store at once, but change nothing: they collect writes here. If the
    handler fails, nothing has happened. `door` and `colleague` say who speaks; both are None
    when the clock does.
    """

    house: House
    now: datetime
    door: Door | None = None
    colleague: Colleague | None = None
    error: Exception | None = None
    writes: list[Write] = field(default_factory=list)
    team: Mapping[str, Colleague] | None = None  # once somebody has asked for it
    _door_changed: bool = False

    @property
    def store(self) -> Store:
        """Return what survives."""
        return self.house.store

    @property
    def today(self) -> date:
        """Return the day in UTC: citizens' rows know no finer time."""
        return self.now.date()

    @property
    def local_day(self) -> date:
        """Return the day on the municipality's calendar."""
        return self.now.astimezone(self.house.service.times.zone).date()

    @property
    def day_began(self) -> datetime:
        """Return the moment (UTC) at which the municipality's day began."""
        return at_wall_clock(self.local_day, time(0), self.house.service.times.zone)

    @property
    def person(self) -> Door:
        """Return the door of the person who speaks; a turn of the clock has none."""
        if self.door is None:
            raise LookupError("Nobody speaks in this turn.")
        return self.door

    @property
    def member(self) -> Member | None:
        """Return the member of the team who speaks, if it is one."""
        return self.colleague.member if self.colleague else None

    @property
    def me(self) -> Colleague:
        """Return the one of the team who speaks; a LookupError if it is nobody of the team."""
        if self.colleague is None:
            raise LookupError("Nobody of the team speaks in this turn.")
        return self.colleague

    @property
    def voice(self) -> Voice:
        """Return the voice for whoever speaks; all languages at once until one is chosen."""
        if self.member:
            return self.house.phrases.voice(self.member.language)
        return self.house.phrases.chosen(self.person.language)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Return the voice for whoever speaks; the complete ones until a language is chosen."""
        return (self.voice,) if self.voice.language else self.house.phrases.complete()

    def write(self, *writes: Write) -> None:
        """Add changes to what this turn commits."""
        self.writes.extend(writes)

    def keep(self, door: Door) -> None:
        """Store the speaker's changed door with this turn."""
        self.door = door
        self._door_changed = True

    def drop(self) -> None:
        """Let nothing follow of what was collected so far."""
        self.writes.clear()
        self._door_changed = False

    def effects(self) -> list[Write]:
        """Return everything this turn changes, for one commit."""
        return [*([self._saved(self.person)] if self._door_changed else []), *self.writes]

    def keep_other(self, door: Door) -> None:
        """Store the changed door of somebody who does not speak in this turn."""
        self.write(self._saved(door))

    def _saved(self, door: Door) -> Write:
        service = self.house.service
        due = wakes_at(door.interview, self.now, service.drafts, service.times)
        return self.store.doors.save(door, self.today, due)

    def note(self, action: str, concern: str | None = None) -> None:
        """Add to the journal what was done, by whom."""
        actor = self.member.id if self.member else ("reporter" if self.door else "clock")
        # The time of day could give a reporter away, or a reminder that follows them by minutes.
        at = noon_of(self.local_day) if has_day_only(actor, concern) else self.now
        self.write(self.store.journal.note(Entry(at, actor, action, concern)))

    def reply(
        self, screen: Screen, card: str | None = None, urgency: Urgency = Urgency.ANSWER
    ) -> None:
        """Send a new message to whoever speaks; one of danger overtakes all that waits."""
        arguments = self._arguments(self.person.chat_id, screen)
        self._put(Message("send_message", arguments, card=card, urgency=urgency))

    def rewrite(self, screen: Screen, message_id: int) -> None:
        """Change a message of ours in the speaker's chat."""
        arguments = self._arguments(self.person.chat_id, screen) | {"message_id": message_id}
        self._put(Message("edit_message_text", arguments))

    def unbutton(self, message_id: int) -> None:
        """Take the buttons off a message of ours in the speaker's chat."""
        arguments = {"chat_id": self.person.chat_id, "message_id": message_id}
        self._put(Message("edit_message_reply_markup", arguments))

    def unbutton_card(self, card: str) -> None:
        """Take the buttons off the message that shows a card in the speaker's chat."""
        self._put(Message("edit_message_reply_markup", {"chat_id": self.person.chat_id}, card=card))

    def document(self, filename: str, text: str, urgency: Urgency = Urgency.ANSWER) -> None:
        """Send whoever speaks a file with that text; ASCII only in its name."""
        file = {"filename": filename, "text": text}
        arguments = {"chat_id": self.person.chat_id, "document": file}
        self._put(Message("send_document", arguments, urgency=urgency))

    def picture(self, filename: str, image: bytes, caption: str) -> None:
        """Send whoever speaks a picture of figures that was drawn here, not to be passed on."""
        file = {"filename": filename, "base64": b64encode(image).decode()}
        shown = {"photo": file, "caption": caption, "protect_content": True}
        shown["chat_id"] = self.person.chat_id
        self._put(Message("send_photo", shown, urgency=Urgency.STATISTICS))

    def delete(self, message_id: int) -> None:
        """Delete a message from the speaker's chat, if Telegram lets us."""
        arguments = {"chat_id": self.person.chat_id, "message_ids": [message_id]}
        self._put(Message("delete_messages", arguments))

    def clear_chat(self) -> None:
        """Delete both sides' messages of the last two days in the speaker's chat.

        Which ones is known when it leaves, so that nothing sent before it is forgotten; what is
        replied after it stays.
        """
        self._put(Message("delete_messages", {"chat_id": self.person.chat_id}))

    def show(self, kind: str, file: str, concern: str) -> None:
        """Send a member who speaks a file that Telegram holds: no words, and not to be passed on.

        It goes by its id and never through our hands. A photo that was sent as a photo has been
        encoded anew by Telegram, so where it was taken is not in it any more.
        """
        arguments = {"chat_id": self.person.chat_id, kind: file, "protect_content": True}
        member = self.member.id if self.member else None
        self._put(Message(f"send_{kind}", arguments, member=member, concern=concern))

    def tell(self, colleague: Colleague, screen: Screen, concern: str | None = None) -> None:
        """Send a notice to a member: once, even when nobody knows if it arrived."""
        self._tell(colleague, screen, repeatable=False, concern=concern, urgency=Urgency.NUDGE)

    def remind(
        self, colleague: Colleague, screen: Screen, concern: str | None, *, quietly: bool = False
    ) -> None:
        """Send a member a reminder: rather twice than not at all; quietly at night if late."""
        self._tell(colleague, screen, quietly=quietly, concern=concern, urgency=Urgency.NUDGE)

    def inform(self, colleague: Colleague, screen: Screen) -> None:
        """Send a member word of what a colleague did; without a sound in quiet hours."""
        self._tell(colleague, screen, quietly=True)

    def bring(self, colleague: Colleague, screen: Screen, concern: str) -> None:
        """Send a member news of a concern; it may arrive twice, never not at all."""
        self._tell(colleague, screen, concern=concern, urgency=Urgency.ALERT)

    def post(self, chat_id: int, screen: Screen, concern: str, *, repeatable: bool = True) -> None:
        """Send a message to the one who raised a concern, who does not speak in this turn."""
        arguments = self._arguments(chat_id, screen)
        urgency = Urgency.ANSWER if repeatable else Urgency.NUDGE
        self._put(Message("send_message", arguments, repeatable, concern=concern, urgency=urgency))

    def alert(self, colleague: Colleague, screen: Screen, card: str, concern: str) -> None:
        """Send a member a concern's card; it may arrive twice, never not at all."""
        self._tell(colleague, screen, card=card, concern=concern, urgency=Urgency.ALERT)

    def redraw(self, colleague: Colleague, screen: Screen, card: str) -> None:
        """Change a card in a member's chat."""
        arguments = self._arguments(colleague.chat_id, screen)
        self._put_for(colleague, Message("edit_message_text", arguments, card=card))

    def _tell(
        self, colleague: Colleague, screen: Screen, *, quietly: bool = False, **how: Any
    ) -> None:
        arguments = self._arguments(colleague.chat_id, screen) | {"protect_content": True}
        if quietly and self.house.service.times.is_quiet(self.now):
            arguments["disable_notification"] = True
        self._put_for(colleague, Message("send_message", arguments, **how))

    def _arguments(self, chat_id: int, screen: Screen) -> dict[str, Any]:
        return params(screen, chat_id, self.store.keyring.key("buttons", 64))

    def _put_for(self, colleague: Colleague, message: Message) -> None:
        """Send a message to a member; whoever has left the team is told nothing any more."""
        if colleague.member.status is not Status.GONE:
            self._put(replace(message, member=colleague.member.id))

    def _put(self, message: Message) -> None:
        self.write(self.store.outbox.put(message))


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """python-telegram-bot's context, with the turn it belongs to."""

    @property
    def turn(self) -> Turn:
        """Return the turn this update is handled in."""
        return current.get()
