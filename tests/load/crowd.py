"""A crowd at the same moment: each answers what was left open, sends, and waits for a receipt."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime

from bot.preview.people import filled
from bot.sandbox.chat import Chat
from bot.sandbox.phone import Circumstances, Phone
from bot.sandbox.world import World
from domain.interview import Interview
from domain.people import Role
from domain.questionnaire import path
from storage.doors import Door
from storage.store import Store
from tests.faults.persistent import ANSWERS, VOICE

SEND = VOICE("button-send")
RECEIPT = VOICE("receipt", date="|", code="").partition("|")[0]
_ORDER = (VOICE("summary-head"), RECEIPT, VOICE("code-ask"))
_IMPATIENT = 4  # every so manyth types everything at once and waits for nothing


class Somebody:
    """One of the crowd, with the end of an interview still to come."""

    def __init__(self, world: World, number: int, answers: int) -> None:
        self.chat: Chat = world.chat(world.add_person(f"Somebody {number}").id)
        self.chat.opened = True
        self.sent_at: datetime | None = None
        self.receipt_at: datetime | None = None
        self._world = world
        self._phone = Phone(world, self.chat)
        self._impatient = number % _IMPATIENT == 0
        self._left = path(filled("da", Role.RELATIVE).answers)[-answers:]
        self._typed = deque([*(_typed(each.id) for each in self._left), SEND])
        self._looked_at = 0

    def door(self, store: Store) -> Door:
        """Return the door behind which the bot keeps what was answered so far."""
        done = filled("da", Role.RELATIVE)
        left = {each.id for each in self._left}
        answers = {each: done.answers[each] for each in done.answers if each not in left}
        interview = Interview("rush", at=self._left[0].id, answers=answers)
        chat = self.chat.person.id
        return Door(store.doors.tag(chat), chat, language="da", interview=interview)

    def begins(self) -> None:
        """Answer what is asked; the impatient ones type all of it, and send."""
        self._types_one()
        while self._impatient and self._typed:
            self._types_one()

    def looks(self) -> None:
        """Answer again when something new is asked."""
        fresh = [each for each in self.chat.messages.values() if each.id > self._looked_at]
        self._looked_at = max([self._looked_at, *(each.id for each in fresh)])
        said = [each.text for each in fresh if each.by_bot]
        if any(each.startswith(RECEIPT) for each in said):
            self.receipt_at = self._world.now()
        if self._typed and said:
            self._types_one()

    def receipts(self) -> int:
        """Return how many receipts have come."""
        return sum(each.startswith(RECEIPT) for each in self._told())

    def is_in_order(self) -> bool:
        """Whether the summary came, then the receipt, then what asks for its code, each once."""
        heads = (each for text in self._told() for each in _ORDER if text.startswith(each))
        return tuple(heads) == _ORDER

    def _told(self) -> Iterator[str]:
        """Return everything the bot has said, oldest first."""
        return (each.text for each in self.chat.messages.values() if each.by_bot)

    def _types_one(self) -> None:
        text = self._typed.popleft()
        if text == SEND:
            self.sent_at = self._world.now()
        self._phone.say(text, whole=False, how=Circumstances())


async def answer_until_receipts(world: World, people: list[Somebody]) -> None:
    """Let all of them begin at once, and go on as the bot answers, until each has a receipt."""
    by_chat = {each.chat.person.id: each for each in people}
    with world.changes.watch() as changes:
        for each in people:
            each.begins()
        while by_chat:
            change = await changes.get() or {}
            somebody = by_chat.get(change.get("person", 0))
            if somebody is not None:
                somebody.looks()
                if somebody.receipt_at is not None:
                    del by_chat[somebody.chat.person.id]


def _typed(question: str) -> str:
    """Return what is typed to answer a question: a button's words, or words of one's own."""
    known = ANSWERS[question]
    return VOICE(known) if known.startswith(("o-", "yes-no-", "button-")) else known
