"""The courier: takes the outbox to Telegram and knows what each answer means."""

import asyncio
import logging
from collections.abc import Collection
from datetime import timedelta
from functools import partial

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.clock import Clock
from bot.lanes import Lanes
from bot.telegram.clearing import Clearing
from bot.telegram.client import TelegramBot, is_gone
from bot.telegram.http import NotSent
from bot.telegram.pace import Pace
from bot.turns import Turns
from domain.urgency import Urgency
from handlers import clock as moments
from handlers import trouble
from handlers.turn import Turn
from handlers.work import news
from storage.database import Write
from storage.outbox import ANY, Message, Outgoing
from storage.store import Store

_log = logging.getLogger(__name__)

_AT_ONCE = 20  # chats; a second suffices to send to 30 while Telegram answers in half of one
_SPARE = 4  # of these, kept for alerts and danger: sixteen answers that hang hold none up
_REST = 0.01  # seconds between two looks in a crowd; each puts in order all that waits
_FEW = 6  # messages; to look for fewer than that while a queue stands costs more than it brings
_LONGEST_PAUSE = 60
_TRIES = 4


class Courier:
    """Delivers messages, one chat's in order and at Telegram's pace, chats side by side.

    Three outcomes: certainly not sent (again later), never deliverable (the person is told to
    be unreachable, and others hear of it now), and unknown (again if it may be repeated).
    """

    def __init__(self, bot: TelegramBot, turns: Turns, store: Store, clock: Clock) -> None:
        self._bot = bot
        self._turns = turns
        self._store = store
        self._clock = clock
        self._clearing = Clearing(bot, store, clock)
        self._pace = Pace(clock.now)
        self._next_look: asyncio.TimerHandle | None = None
        self._delivered: dict[int, list[Write]] = {}
        self.lanes: Lanes[Outgoing] = Lanes(self._fetch, self._handle, _AT_ONCE, _REST)

    async def _fetch(self, busy: Collection[str], most: int) -> list[Outgoing]:
        room = self._pace.room()
        if room < _FEW:
            self._look_again()
            return []
        quiet = {*busy, *self._pace.exhausted()}
        try:
            now, spare = self._clock.now(), most <= _SPARE
            limit = min(room, most if spare else most - _SPARE)
            least = Urgency.ALERT if spare else ANY
            found = await self._store.outbox.due(now, quiet, limit, least)
        except Exception as error:
            _log.error("The outbox cannot be read: %s", type(error).__name__)
            return []
        if len(found) == limit:  # perhaps of one chat, while others wait
            self._look_again()
        return found

    def _look_again(self) -> None:
        """Look as soon as some may leave, and not only when the next tick comes."""
        loop = asyncio.get_running_loop()
        if self._next_look is None or self._next_look.when() <= loop.time():
            wait = self._pace.until_room(_FEW).total_seconds()
            self._next_look = loop.call_later(wait, self.lanes.wake)

    async def _handle(self, outgoing: Outgoing) -> bool:
        try:
            if outgoing.id in self._delivered:
                return await self._note_delivery(outgoing)
            return self._pace.take(outgoing.lane) and await self._deliver(outgoing)
        except Exception as error:
            _log.error("Message %s cannot be delivered: %s", outgoing.id, type(error).__name__)
            return await self._failed(outgoing)

    async def _failed(self, outgoing: Outgoing) -> bool:
        """After a defect try again a few times, then park; if no write succeeds, wait."""
        try:
            if outgoing.attempts < _TRIES:
                return await self._later(outgoing, 2**outgoing.attempts)
            return await self._park(outgoing)
        except Exception as error:
            _log.error("Message %s must wait: %s", outgoing.id, type(error).__name__)
            return False

    async def _deliver(self, outgoing: Outgoing) -> bool:
        message = outgoing.message
        if message is None:
            _log.error("Message %s cannot be unsealed; it is parked.", outgoing.id)
            return await self._park(outgoing)
        if outgoing.doubtful and not message.repeatable:
            _log.info("Message %s may have arrived before a crash; not repeated.", outgoing.id)
            return await self._finish(outgoing)
        if not message.repeatable:
            await self._store.database.write(self._store.outbox.sending(outgoing.id))
        try:
            return await self._send(outgoing, message)
        except TelegramError as error:
            return await self._refused(outgoing, message, error)

    async def _send(self, outgoing: Outgoing, message: Message) -> bool:
        if message.method == "delete_messages" and "message_ids" not in message.params:
            await self._clearing.clear(message.params["chat_id"])
            return await self._finish(outgoing)
        arguments, outbox = dict(message.params), self._store.outbox
        if message.card and not message.is_new:
            shown = await outbox.shown(message.card)
            if shown is None:
                return await self._finish(outgoing)
            arguments["message_id"] = shown
        message_id = await self._bot.deliver(message.method, arguments)
        writes = [outbox.remove(outgoing.id)]
        if message.card and message_id is not None:
            writes.append(outbox.show(message.card, arguments["chat_id"], message_id))
        if message.member and message.concern and message.is_new and message_id is not None:
            writes.append(outbox.about(arguments["chat_id"], message_id, message.concern))
        if message.is_new and message_id is not None:
            sent = (arguments["chat_id"], message_id, self._clock.now())
            writes.append(self._store.chat_messages.note(*sent))
        # Remembered until it is written, so that a full disk does not send it again and again.
        self._delivered[outgoing.id] = writes
        return await self._note_delivery(outgoing)

    async def _note_delivery(self, outgoing: Outgoing) -> bool:
        await self._store.database.write(*self._delivered[outgoing.id])
        del self._delivered[outgoing.id]
        return True

    async def _refused(self, outgoing: Outgoing, message: Message, error: TelegramError) -> bool:
        if isinstance(error, RetryAfter):
            return await self._later(outgoing, _seconds(error))
        if isinstance(error, Forbidden) or is_gone(error):
            return await self._unreachable(outgoing, message)
        if isinstance(error, BadRequest):
            if message.is_new:
                _log.error("Telegram refuses message %s: %s", outgoing.id, error.message)
                return await self._park(outgoing)
            return await self._finish(outgoing)  # an edit that changes nothing, or comes too late
        if isinstance(error, TimedOut) and not message.repeatable:
            return await self._finish(outgoing)
        if message.method == "delete_messages" and self._is_enough(outgoing, error):
            return await self._finish(outgoing)
        if not isinstance(error, NetworkError):
            _log.error("Telegram refuses the bot: %s", error.message)
        return await self._later(outgoing, min(2**outgoing.attempts, _LONGEST_PAUSE))

    def _is_enough(self, outgoing: Outgoing, error: TelegramError) -> bool:
        """Whether a deletion that Telegram keeps failing at must let the next messages pass."""
        return outgoing.attempts >= _TRIES and not isinstance(error, NotSent)

    async def _unreachable(self, outgoing: Outgoing, message: Message) -> bool:
        remove = self._store.outbox.remove(outgoing.id)
        if message.member is not None:
            await self._turns.run(None, partial(_unreachable, member=message.member), remove)
        elif message.concern is not None:
            gone = partial(_reporter_gone, concern=message.concern)
            await self._turns.run(None, gone, remove)
        else:
            await self._store.database.write(remove)
        return True

    async def _finish(self, outgoing: Outgoing) -> bool:
        await self._store.database.write(self._store.outbox.remove(outgoing.id))
        return True

    async def _park(self, outgoing: Outgoing) -> bool:
        """Set a message aside that can never be sent, and tell the leads if it was no notice."""
        park = self._store.outbox.park(outgoing.id, self._clock.now())
        message = outgoing.message
        if message is not None and message.member is not None and message.concern is None:
            await self._store.database.write(park)
        else:
            await self._turns.run(None, trouble.tell, park)
        return True

    async def _later(self, outgoing: Outgoing, seconds: float) -> bool:
        not_before = self._clock.now() + timedelta(seconds=seconds)
        await self._store.database.write(self._store.outbox.again(outgoing.id, not_before))
        return False


async def _unreachable(turn: Turn, member: str) -> None:
    await moments.unreachable(turn, member)


async def _reporter_gone(turn: Turn, concern: str) -> None:
    await news.reporter_gone(turn, concern)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
