"""The dispatcher: each inbox row becomes a turn; what cannot be handled is parked, not lost."""

import logging
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot import flood
from bot.clock import Clock
from bot.lanes import Lanes
from bot.turns import Turns
from handlers import trouble
from handlers.turn import Context, current
from storage.database import Write
from storage.engines import is_away
from storage.inbox import Received
from storage.sealing import read_button
from storage.store import Store

_log = logging.getLogger(__name__)

_PAUSES = (timedelta(), timedelta(seconds=2), timedelta(seconds=10))
_AT_ONCE = 64  # chats; as many turns may share one commit
_BATCH = 200

Alone = Callable[[str], bool]

App = Application[Any, Context, Any, Any, Any, Any]


class Dispatcher:
    """Hands waiting updates to the handlers, one chat's in order, chats side by side."""

    def __init__(
        self, application: App, turns: Turns, store: Store, clock: Clock, alone: Alone
    ) -> None:
        self._application = application
        self._turns = turns
        self._store = store
        self._clock = clock
        self._alone = alone
        self._buttons = store.keyring.key("buttons", 64)
        self._taken: set[int] = set()
        self.lanes: Lanes[Received] = Lanes(self._fetch, self._handle, _AT_ONCE)
        application.add_error_handler(_keep_error)

    async def _fetch(self, busy: Collection[str], most: int) -> list[Received]:
        try:
            return await self._store.inbox.waiting(self._clock.now(), busy, most)
        except Exception as error:
            _log.error("The inbox cannot be read: %s", type(error).__name__)
            return []

    async def _handle(self, row: Received) -> bool:
        if row.update_id in self._taken:  # together with one before it
            self._taken.discard(row.update_id)
            return True
        try:
            rows = await self._together(row)
            chat_id, update = self._update(rows)
            await self._turns.run(
                chat_id,
                lambda _: self._process(update),
                *(self._store.inbox.done(each.update_id) for each in rows),
                *(write for each in rows for write in self._heard(each)),
            )
            self._taken |= {each.update_id for each in rows[1:]}
        except Exception as error:
            if is_away(error):
                return _waits(row)
            _log.error(
                "Update %s failed (try %s): %s",
                row.update_id,
                row.attempts + 1,
                type(error).__name__,
                exc_info=_log.isEnabledFor(logging.DEBUG),
            )
            return await self._failed(row)
        return True

    async def _together(self, row: Received) -> list[Received]:
        """Return the rows that are handled as one turn: mostly the one alone."""
        if row.attempts or flood.words_of(row) is None:
            return [row]
        behind = await self._store.inbox.behind(row, _BATCH)
        if len(behind) < flood.PILED_UP or await self._store.staff.at(_chat_of(row) or 0):
            return [row]
        return flood.together(row, behind, self._alone)

    def _heard(self, row: Received) -> list[Write]:
        """Return what remembers a person's message, so that a cleared chat loses it too."""
        message = (row.raw or {}).get("message")
        if message is None:
            return []
        sent_at = datetime.fromtimestamp(message["date"], UTC)
        return [
            self._store.chat_messages.note(message["chat"]["id"], message["message_id"], sent_at)
        ]

    async def _process(self, update: Update) -> None:
        await self._application.process_update(update)
        error = current.get().error
        if error is not None:
            raise error

    def _update(self, rows: list[Received]) -> tuple[int, Update]:
        row = rows[0]
        if row.raw is None or not _is_readable(row):
            raise ValueError("The update cannot be read.")
        raw = flood.joined(rows) if len(rows) > 1 else row.raw
        update = Update.de_json(self._with_plain_button(raw), self._application.bot)
        if update.effective_chat is None:
            raise ValueError("The update belongs to no chat.")
        return update.effective_chat.id, update

    def _with_plain_button(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return the update with its button's token opened; a forged one means nothing."""
        query = raw.get("callback_query")
        if query is None:
            return raw
        chat_id = query["message"]["chat"]["id"]
        plain = read_button(self._buttons, chat_id, query["data"])
        return raw | {"callback_query": query | {"data": plain or "forged"}}

    async def _failed(self, row: Received) -> bool:
        """Try again later; after the last try park the row and tell the person and the leads."""
        inbox = self._store.inbox
        try:
            if _is_readable(row) and row.attempts < len(_PAUSES):
                not_before = self._clock.now() + _PAUSES[row.attempts]
                await self._store.database.write(inbox.again(row.update_id, not_before))
                return False
            await self._park(row)
        except Exception as error:
            _log.error("Update %s cannot be parked: %s", row.update_id, type(error).__name__)
            return False
        return True

    async def _park(self, row: Received) -> None:
        writes = [self._store.inbox.park(row.update_id), *self._heard(row)]
        try:
            await self._turns.run(_chat_of(row), trouble.tell, *writes)
        except Exception:
            await self._turns.run(None, trouble.tell, *writes)  # not even their door can be opened


def _waits(row: Received) -> bool:
    """Let an update wait that is not to blame: no try is counted, and its lane pauses."""
    _log.error("The database cannot be used (storage.url); update %s waits.", row.update_id)
    return False


async def _keep_error(_update: object, context: Context) -> None:
    context.turn.error = context.error


def _is_readable(row: Received) -> bool:
    return row.raw is not None and "unreadable" not in row.raw


def _chat_of(row: Received) -> int | None:
    for content in (row.raw or {}).values():
        if isinstance(content, dict):
            chat = content.get("chat") or content.get("message", {}).get("chat", {})
            return int(chat.get("id", 0)) or None
    return None
