"""The composition root: the only place where the parts are joined."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.ext import ApplicationBuilder, ContextTypes

import handlers
from bot import old_numbers
from bot.auditor import Auditor
from bot.backing_up import Backups, folders_of
from bot.calendar import Calendars
from bot.clock import Clock
from bot.config.settings import Settings
from bot.dispatcher import Dispatcher
from bot.health import systemd
from bot.health.heartbeat import Heartbeat
from bot.health.port import Health
from bot.health.signs import Signs
from bot.journal_check import JournalCheck
from bot.telegram.client import TelegramBot
from bot.telegram.contact import Contact
from bot.telegram.courier import Courier
from bot.telegram.gateway import Gateway
from bot.telegram.introduction import introduce
from bot.telegram.reaching import reach
from bot.telegram.webhook import Webhook
from bot.ticker import Ticker
from bot.turns import Turns
from domain.service import Service
from handlers.help import acute
from handlers.house import House
from handlers.phrases import Phrases
from handlers.turn import Context
from storage.engines import UNUSABLE
from storage.leadership import TELL, Leadership
from storage.process_lock import ProcessLock
from storage.progress import Progress, untold
from storage.store import Store, open_store

_log = logging.getLogger(__name__)

_LEARN_KEYS_EVERY = 60.0  # seconds
_FINISH, _CLOSE = 5.0, 2.0  # seconds; with what ending a process takes, less than ten


class App:
    """The whole bot, joined."""

    def __init__(self, settings: Settings, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.bot = TelegramBot(settings.token, settings.telegram.api_url)
        service = settings.to_service()
        phrases = Phrases(facts_to_say(service), service.language, settings.service.texts)
        self.house = House(store, phrases, service, self.bot.start_link)
        builder = ApplicationBuilder().bot(self.bot).updater(None).job_queue(None)
        self.application = builder.context_types(ContextTypes(context=Context)).build()
        handlers.register(self.application)
        self.turns = Turns(self.house, clock, committed=lambda: self.courier.lanes.wake())
        self.courier = Courier(self.bot, self.turns, store, clock)
        self.dispatcher = Dispatcher(self.application, self.turns, store, clock, self._alone)
        self.gateway = Gateway(self.bot, store, clock, self._received, settings.media.allow)
        self.contact = Contact(self.turns, store, clock)
        self._journal = JournalCheck(self.turns, store, clock)
        self.ticker = Ticker(self.turns, store, clock, self._looks(settings), ticked=self._wake)
        self._watch(settings)
        self._leadership = Leadership(settings.storage.url, store.database)
        self._work: list[asyncio.Task[None]] = []
        self._leading: asyncio.Task[None] | None = None
        self._introduction: asyncio.Task[None] | None = None
        webhook = settings.telegram.mode == "webhook"
        self._webhook = (
            Webhook(self.bot, self.gateway, settings.telegram, store) if webhook else None
        )

    def _looks(self, settings: Settings) -> dict[str, Callable[[], Awaitable[None]]]:
        """Return what is looked at in every tick besides what is due."""
        calendars = Calendars(self.turns, settings.duty.calendar, self.clock)
        kept = Backups(settings, self.turns, self.store.keyring, self.clock)
        return {
            "the keyring": self.store.keyring.stay,
            "the journal": self._journal.look,
            "backups": kept.look,
            "the calendar": calendars.look,
            "the audit": self._audit,
        }

    def _watch(self, settings: Settings) -> None:
        """Join what looks over the rest, and what others can ask."""
        must_hold = {
            "the journal is not as it was written": self._journal.holds,
            "a reminder cannot be fired": self.ticker.reminding.fires_all,
        }
        heartbeat, port = Heartbeat(settings.watch.heartbeat_url), settings.watch.port
        self.auditor: Auditor = Auditor(self.turns, self.clock, self.contact, heartbeat, must_hold)
        folders = folders_of(settings)
        self.signs = Signs(self.store, self.clock, self.contact, self.ticker, self.auditor, folders)
        self._health = Health(port, self.signs) if port is not None else None

    async def start(self) -> None:
        """Start everything; waits until Telegram can be reached, and until it is ours to work.

        A process that stands ready takes in what a webhook brings; another one works on it.
        Raises Refused when Telegram does not accept the token or the webhook's address.
        """
        for listens in (self._health, self._webhook):
            if listens is not None:
                listens.listen()
        # Now, for it may take long until Telegram is there, or until it is ours to work.
        systemd.notify("READY=1")
        if (within := systemd.watchdog_seconds()) is not None:
            self._begin(systemd.keep_awake(self.signs.lives, within), "watchdog")
        await self.contact.recall()
        await reach(self._connect, self.contact)
        await self._our_turn()
        await self.contact.recall()  # meanwhile another process may have worked
        await old_numbers.warn(self.turns, self.house.service, self.clock.now())
        await self._journal.check()
        self.house.tries.expect(await self.store.inbox.promised(), self.clock.now())
        self._begin(self.courier.lanes.run(), "courier")
        self._begin(self.dispatcher.lanes.run(), "dispatcher")
        self.ticker.start()
        self._begin(self.ticker.watch(), "ticker")
        if self._webhook is not None:
            self._begin(self.gateway.stay_in_contact(self.contact), "contact")
        else:
            self._begin(self.gateway.poll(self.contact), "gateway")
        self._introduction = asyncio.create_task(introduce(self.bot, self.house))

    async def run_until(self, stopping: asyncio.Task[Any]) -> None:
        """Return when `stopping` is done; raises what ended a part that must never end."""
        parts = [*self._work, self.store.database.writing]
        await asyncio.wait([stopping, *parts], return_when=asyncio.FIRST_COMPLETED)
        for ended in (each for each in parts if each.done()):
            ended.result()

    async def stop(self) -> None:
        """Take nothing more in, finish what is under way, and close; safe after a failed start.

        What is not finished in a few seconds is left as a power cut would leave it: nothing of it
        was confirmed to Telegram, and the next start does it again.
        """
        try:
            if not await _within(_FINISH, self._finish()):
                _log.warning("Something was still under way after %d seconds: cut off.", _FINISH)
        finally:
            if not await _within(_CLOSE, self._close()):
                _log.warning("The database or Telegram did not let go in %d seconds.", _CLOSE)

    async def _finish(self) -> None:
        tasks = [each for each in self._work if each is not self._leading]
        tasks += [self._introduction] if self._introduction else []
        for task in tasks:
            task.cancel()
        if self._webhook is not None:
            await self._webhook.stop()
        await self.ticker.stop()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.store.journal.chain.anchor()
        # Last: whoever stands ready begins as soon as the lock is free.
        if self._leading is not None:
            self._leading.cancel()
            await asyncio.gather(self._leading, return_exceptions=True)

    async def _close(self) -> None:
        if self._health is not None:
            await self._health.stop()
        await self.bot.shutdown()
        await self.store.close()

    async def tick(self) -> None:
        """Do at once what the next second would: fire what is due."""
        await self.ticker.tick()

    async def _audit(self) -> None:
        await self.auditor.look()

    async def _connect(self) -> None:
        await self.application.initialize()
        if self._webhook is not None:
            await self._webhook.announce()

    async def _our_turn(self) -> None:
        """Wait until no other process works, and learn meanwhile of keys that others begin."""
        self._leading = self._begin(self._leadership.run(told=self._wake), "leadership")
        while not await self._leadership.comes(_LEARN_KEYS_EVERY):
            if self._leading.done():
                self._leading.result()
            await self._learn_keys()
        await self._learn_keys()

    async def _learn_keys(self) -> None:
        await self.store.keyring.stay()
        await self.store.keyring.generations.refresh()

    async def _received(self) -> None:
        """Let what came in be worked on, here or where it is done now."""
        self.dispatcher.lanes.wake()
        if not self._leadership.is_ours:
            with contextlib.suppress(*UNUSABLE):  # it is found within a second anyway
                await self.store.database.read_all_of(TELL)

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        self._work.append(task := asyncio.create_task(work, name=name))
        return task

    def _alone(self, text: str) -> bool:
        return acute.stands_alone(self.house, text)

    def _wake(self) -> None:
        self.dispatcher.lanes.wake()
        self.courier.lanes.wake()


async def _within(seconds: float, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work, or cut it off; whether it was done."""
    try:
        await asyncio.wait_for(work, seconds)
    except TimeoutError:
        return False
    return True


def facts_to_say(service: Service) -> dict[str, str]:
    """Return the facts that any text may name; one that is not given is "none"."""
    return {
        "service": service.name,
        "municipality": service.municipality,
        "phone": service.phone or "none",
        "address": service.address or "none",
    }


async def open_app(settings: Settings, clock: Clock, progress: Progress = untold) -> App:
    """Open what survives and join the parts, as the only bot on a SQLite database.

    `progress` is told how many schemas the database has been brought forward. Raises StorageError
    with a sentence.
    """
    url, keys = settings.storage.url, settings.keys
    store = await open_store(url, keys.path, keys.to_master(), ProcessLock(url), progress)
    return App(settings, store, clock)
