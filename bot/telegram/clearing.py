"""Clearing a chat: both sides' messages go, whatever Telegram thinks of single ones."""

import logging

from telegram.error import BadRequest, NetworkError

from bot.clock import Clock
from bot.telegram.client import TelegramBot, is_gone
from bot.telegram.http import NotSent
from storage.store import Store

_log = logging.getLogger(__name__)

_AT_ONCE = 100  # messages in one call


class Clearing:
    """Deletes what is known of a chat and young enough, and forgets what is gone."""

    def __init__(self, bot: TelegramBot, store: Store, clock: Clock) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock

    async def clear(self, chat_id: int) -> None:
        """Delete every message that can be deleted now.

        Telegram refuses a whole call for one message that may not go (too old, or a die thrown
        today), so a refused call is halved until only that one is left over. Raises
        TelegramError when it is to be tried again, or when the chat is gone; after a call whose
        answer was lost, everything else has been tried first. What is tried twice does no harm.
        """
        known = await self._store.chat_messages.deletable(chat_id, self._clock.now())
        waiting = [known[at : at + _AT_ONCE] for at in range(0, len(known), _AT_ONCE)]
        lost: NetworkError | None = None
        while waiting:
            chunk = waiting.pop()
            try:
                await self._delete(chat_id, chunk)
            except BadRequest as error:
                if is_gone(error):
                    raise
                waiting += _halves(chunk)
            except NotSent:
                raise
            except NetworkError as error:
                lost = error
        if lost is not None:
            raise lost

    async def _delete(self, chat_id: int, chunk: list[int]) -> None:
        await self._bot.deliver("delete_messages", {"chat_id": chat_id, "message_ids": chunk})
        await self._store.database.write(self._store.chat_messages.forget(chat_id, chunk))


def _halves(chunk: list[int]) -> list[list[int]]:
    """Return a refused chunk in two; one message alone is left where it is."""
    if len(chunk) == 1:
        _log.info("A message cannot be deleted; the others are.")
        return []
    middle = len(chunk) // 2
    return [chunk[:middle], chunk[middle:]]
