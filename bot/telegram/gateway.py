"""The gateway: raw updates are stripped, committed to the inbox, and only then confirmed."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.clock import Clock
from bot.telegram.client import POLL_SECONDS, TelegramBot
from bot.telegram.contact import Contact
from bot.telegram.identity import UNREADABLE, NotForUs, chat_of, strip
from storage.store import Store

_log = logging.getLogger(__name__)

_ASK_EVERY = 30.0  # seconds
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 30.0  # seconds between attempts to reach Telegram
# What an inbox fails with that cannot be written; a server that is away is an OSError.
_UNWRITTEN = (SQLAlchemyError, OSError)
_TOO_FAST = 0.2  # seconds; a server that does not wait must not be asked in a circle


class Gateway:
    """Takes updates in, from polling or a webhook alike."""

    def __init__(
        self,
        bot: TelegramBot,
        store: Store,
        clock: Clock,
        received: Callable[[], Awaitable[None]],
        media: Collection[str] = (),
    ) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._received = received
        self._media = media
        self._albums: deque[str] = deque(maxlen=100)
        self._answers: set[asyncio.Task[None]] = set()

    async def receive(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit updates to the inbox; raises if that fails, so that nothing is confirmed."""
        begun: list[str] = []  # albums, remembered only once a part of them is committed
        stripped = [self._stripped(each, begun) for each in updates]
        kept = [each for each in stripped if each is not None]
        await self._store.inbox.add(kept, self._clock.now())
        self._albums.extend(begun)
        for update_id, _chat_id, content in kept:
            if "callback_query" in content:
                self._answer(str(content["callback_query"]["id"]))
            _log.debug("update %s committed", update_id)
        if kept:
            await self._received()

    async def poll(self, contact: Contact) -> None:
        """Ask Telegram for updates until cancelled; `contact` hears of every answer and failure."""
        offset, pause, wait = 0, _FIRST_PAUSE, 0
        while True:
            asked, started = self._clock.now(), asyncio.get_running_loop().time()
            try:
                updates = await self._bot.raw_updates(offset, wait)
                await self.receive(updates)
                await contact.answered(asked)
            except (TelegramError, *_UNWRITTEN) as error:
                _log.warning("%s Trying again in %.1f seconds.", _reason(error), pause)
                if isinstance(error, TelegramError):
                    await contact.failed()
                if isinstance(error, Conflict):
                    await self._drop_webhook()
                await asyncio.sleep(pause)
                pause, wait = min(pause * 2, _LONGEST_PAUSE), 0
                continue
            if updates:  # never compared with earlier ids: after a silent week they begin anew
                offset = max(each["update_id"] for each in updates) + 1
            fast = asyncio.get_running_loop().time() - started < _TOO_FAST
            if wait and fast and not updates:
                await asyncio.sleep(_TOO_FAST)
            # The first call after a silence does not wait, so that an outage is known at once.
            pause, wait = _FIRST_PAUSE, POLL_SECONDS

    async def stay_in_contact(self, contact: Contact) -> None:
        """Beside a webhook: see every while that Telegram answers, until cancelled."""
        while True:
            asked = self._clock.now()
            try:
                await self._bot.get_me()
                await contact.answered(asked)
            except (TelegramError, *_UNWRITTEN) as error:
                _log.warning("%s Trying again in %d seconds.", _reason(error), _ASK_EVERY)
                if isinstance(error, TelegramError):
                    await contact.failed()
            await asyncio.sleep(_ASK_EVERY)

    async def _drop_webhook(self) -> None:
        """Polling is refused while a webhook is set; one left from before is taken away."""
        try:
            await self._bot.delete_webhook()
        except TelegramError as error:
            _log.info("The webhook could not be taken away: %s", type(error).__name__)

    def _stripped(
        self, raw: dict[str, Any], begun: list[str]
    ) -> tuple[int, int, dict[str, Any]] | None:
        try:
            chat_id, content = strip(raw, self._media)
        except NotForUs:
            return None
        except UNREADABLE as error:
            _log.warning(
                "Update %s has an unexpected shape (%s); it is set aside.",
                raw["update_id"],
                type(error).__name__,
            )
            chat_id = chat_of(raw)
            return raw["update_id"], chat_id, {"unreadable": {"chat": {"id": chat_id}}}
        message = content.get("message", {})
        if "media_group_id" in message:
            message["again"] = self._again(message.pop("media_group_id"), begun)
        return content["update_id"], chat_id, content

    def _again(self, album: str, begun: list[str]) -> bool:
        """Whether a part of this album came before: an album is answered once."""
        known = album in self._albums or album in begun
        if not known:
            begun.append(album)
        return known

    def _answer(self, query_id: str) -> None:
        task = asyncio.create_task(self._answer_tap(query_id))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer_tap(self, query_id: str) -> None:
        try:
            await self._bot.answer_tap(query_id)
        except TelegramError as error:
            _log.info("A tap could not be answered: %s", type(error).__name__)


def _reason(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "Another bot is polling with the same token (stop it), or a webhook is set."
    if isinstance(error, InvalidToken):
        return "Telegram refuses the token (telegram.token)."
    if isinstance(error, _UNWRITTEN):
        return "The inbox cannot be written (storage.url); nothing was confirmed to Telegram."
    return f"Telegram cannot be reached ({type(error).__name__})."
