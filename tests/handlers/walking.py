"""One person at the screens: what they do goes through the real handlers, without Telegram."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from telegram import CallbackQuery, Chat, Message, Update, User

from domain.interview import Interview
from domain.urgency import Urgency
from handlers import welcome
from handlers.help import acute
from handlers.house import House
from handlers.raising import places, report
from handlers.screen import Button, Screen
from handlers.turn import Context, Turn
from storage.doors import Door
from tests.handlers.house import opened_house

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TAPPED = {"a": report.option, "c": report.control, "e": report.change, "acute": acute.card}


@dataclass
class Watched(Turn):
    """A turn that remembers what it showed."""

    shown: list[Screen] = field(default_factory=list)

    def reply(
        self, screen: Screen, card: str | None = None, urgency: Urgency = Urgency.ANSWER
    ) -> None:
        self.shown.append(screen)
        super().reply(screen, card, urgency)

    def rewrite(self, screen: Screen, message_id: int) -> None:
        self.shown.append(screen)
        super().rewrite(screen, message_id)


class Home:
    """The house people walk in, with its store in real files."""

    def __init__(self, folder: Path) -> None:
        self.house: House
        self._folder = folder
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()
        self._people = 0
        self.restarts()

    def awaits(self, coroutine: Any) -> Any:
        """Run a coroutine to its end."""
        return self._runner.run(coroutine)

    def newcomer(self) -> int:
        """Return the chat of somebody who has never been here."""
        self._people += 1
        return self._people

    def door(self, chat: int) -> Door:
        """Return a person's door as the store has it."""
        return cast("Door", self.awaits(self.house.store.doors.at(chat)))

    def restarts(self) -> None:
        """Close the store, if it is open, and open it again."""
        self.awaits(self._stack.aclose())
        self.house = self.awaits(self._stack.enter_async_context(opened_house(self._folder)))

    def closes(self) -> None:
        """Close everything."""
        self.awaits(self._stack.aclose())
        self._runner.close()


class Walker:
    """Somebody who taps, types, and sees the newest screen."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.chat = home.newcomer()
        self.door = home.door(self.chat)
        self.shown: list[Screen] = []  # everything the last step showed
        self.screen = Screen("")  # the newest with buttons, or the newest
        self.steps = 0

    @property
    def interview(self) -> Interview | None:
        """Return the interview under way."""
        return self.door.interview

    def buttons(self) -> list[Button]:
        """Return the buttons of the newest screen that belong to an interview."""
        all_there = (button for row in self.screen.rows for button in row)
        return [each for each in all_there if each.action.split("/")[0] in TAPPED]

    def taps(self, action: str) -> None:
        """Press the button that means this."""
        query = CallbackQuery("1", _NOBODY, "", data=action, message=self._message())
        handler = TAPPED[action.split("/")[0]]
        self._step(lambda context: handler(Update(1, callback_query=query), context))

    def types(self, text: str) -> None:
        """Write a message."""
        update = Update(1, message=self._message(text=text))
        self._step(lambda context: welcome.text(update, context))

    def starts(self) -> None:
        """Send /start."""
        update = Update(1, message=self._message(text="/start"))
        self._step(lambda context: welcome.start(update, context))

    def pins(self, latitude: float, longitude: float) -> None:
        """Send a place on the map."""
        message = self._message()

        async def pinned(context: Context) -> None:
            places.pin(context.turn, (latitude, longitude), message.message_id)

        self._step(pinned)

    def is_there_after_a_restart(self) -> None:
        """Seal the door into its file, close the store, open it, and read the door again."""
        before, store = self.door, self.home.house.store
        self.home.awaits(store.database.write(store.doors.save(before, NOW.date())))
        self.home.restarts()
        self.door = self.home.door(self.chat)
        assert replace(self.door, version=before.version) == before
        self.steps += 1

    def _step(self, does: Any) -> None:
        turn = Watched(self.home.house, NOW, door=self.door)
        self.home.awaits(does(cast("Context", SimpleNamespace(turn=turn, args=[]))))
        # What was sent is another story: here the next interview begins as the first did.
        self.door = replace(turn.person, expected=None, concerns=(), wrote={}, wakes_at=None)
        self.shown = turn.shown
        self.screen = next((each for each in reversed(turn.shown) if each.rows), turn.shown[-1])
        self.steps += 1

    def _message(self, **content: Any) -> Message:
        return Message(self.steps + 1, NOW, Chat(self.chat, "private"), **content)


_NOBODY = User(1, "", False)
