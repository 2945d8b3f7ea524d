"""The composition root: the only place where the parts are joined."""

import asyncio
import logging
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

import handlers
from bot import journal_check, old_numbers
from bot.backing_up import Backups
from bot.calendar import Calendars
from bot.clock import Clock
from bot.courier import Courier
from bot.dispatcher import Dispatcher
from bot.gateway import Gateway
from bot.introduction import introduce
from bot.settings import Settings
from bot.telegram_bot import TelegramBot
from bot.ticker import Ticker
from bot.turns import Turns
from bot.webhook import Webhook
from domain.service import Service
from handlers import acute, asking
from handlers.house import House
from handlers.phrases import Phrases
from handlers.turn import Context, Turn
from storage.database import Conflict
from storage.sealing import SealBroken
from storage.store import Store, open_store

_log = logging.getLogger(__name__)


class Refused(Exception):
    """Telegram refuses how the bot is configured; the sentence names the key."""


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
        received, media = self.dispatcher.lanes.wake, settings.media.allow
        self.gateway = Gateway(self.bot, store, clock, received, media)
        calendars = Calendars(self.turns, settings.duty.calendar, clock)
        kept = Backups(settings, self.turns, store.keyring, clock)
        looks = {
            "the keyring": store.keyring.stay,
            "backups": kept.look,
            "the calendar": calendars.look,
        }
        self.ticker = Ticker(self.turns, store, clock, looks, ticked=self._wake)
        self._work: list[asyncio.Task[None]] = []
        self._introduction: asyncio.Task[None] | None = None
        webhook = settings.telegram.mode == "webhook"
        self._webhook = (
            Webhook(self.bot, self.gateway, settings.telegram, store) if webhook else None
        )

    async def start(self) -> None:
        """Start everything; waits until Telegram can be reached.

        Raises Refused when Telegram does not accept the token or the webhook's address.
        """
        if self._webhook is not None:
            self._webhook.listen()
        await self._reach_telegram()
        await old_numbers.warn(self.turns, self.house.service, self.clock.now())
        await journal_check.check(self.turns, self.store)
        self.house.tries.expect(await self.store.inbox.promised(), self.clock.now())
        self._begin(self.courier.lanes.run(), "courier")
        self._begin(self.dispatcher.lanes.run(), "dispatcher")
        self.ticker.start()
        self._begin(self.ticker.watch(), "ticker")
        if self._webhook is not None:
            self._begin(self.gateway.stay_in_contact(self.ask_again), "contact")
        else:
            self._begin(self.gateway.poll(self.ask_again), "gateway")
        self._introduction = asyncio.create_task(introduce(self.bot, self.house))

    async def run_until(self, stopping: asyncio.Task[Any]) -> None:
        """Return when `stopping` is done; raises what ended a part that must never end."""
        parts = [*self._work, self.store.database.writing]
        await asyncio.wait([stopping, *parts], return_when=asyncio.FIRST_COMPLETED)
        for ended in (each for each in parts if each.done()):
            ended.result()

    async def stop(self) -> None:
        """Take nothing more in, finish what is under way, and close; safe after a failed start."""
        if self._webhook is not None:
            await self._webhook.stop()
        await self.ticker.stop()
        tasks = [*self._work, *([self._introduction] if self._introduction else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.bot.shutdown()
        await self.store.journal.chain.anchor()
        await self.store.close()

    async def tick(self) -> None:
        """Do at once what the next second would: fire what is due."""
        await self.ticker.tick()

    async def ask_again(self) -> None:
        """Show every unfinished question anew: taps made while away are lost (Telegram, 150 s)."""
        since = (self.clock.now() - timedelta(days=1)).date()
        for door in await self.store.doors.waiting(since):
            try:
                await self.turns.run(door.chat_id, _show_after_outage)
            except (LookupError, SealBroken, Conflict) as error:
                _log.warning("An unfinished question cannot be shown: %s", type(error).__name__)

    async def _reach_telegram(self) -> None:
        """Introduce ourselves to Telegram, however long it takes until it answers."""
        pause = 0.5
        while True:
            try:
                return await self._connect()
            except InvalidToken:
                raise Refused(
                    "telegram.token: Telegram does not know this token; copy it from BotFather."
                ) from None
            except BadRequest as error:
                raise Refused(
                    f"telegram.webhook_url: Telegram refuses it: {error.message}."
                ) from None
            except TelegramError as error:
                _log.warning(
                    "Telegram cannot be reached (%s) at telegram.api_url. Trying again.",
                    type(error).__name__,
                )
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30)

    async def _connect(self) -> None:
        await self.application.initialize()
        if self._webhook is not None:
            await self._webhook.announce()

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._work.append(asyncio.create_task(work, name=name))

    def _alone(self, text: str) -> bool:
        return acute.stands_alone(self.house, text)

    def _wake(self) -> None:
        self.dispatcher.lanes.wake()
        self.courier.lanes.wake()


def facts_to_say(service: Service) -> dict[str, str]:
    """Return the facts that any text may name; one that is not given is "none"."""
    return {
        "service": service.name,
        "municipality": service.municipality,
        "phone": service.phone or "none",
        "address": service.address or "none",
    }


async def open_app(settings: Settings, clock: Clock) -> App:
    """Open what survives and join the parts; raises StorageError with a sentence."""
    store = await open_store(settings.storage.url, settings.keys.path, settings.keys.to_master())
    return App(settings, store, clock)


async def _show_after_outage(turn: Turn) -> None:
    asking.show_again(turn, turn.voice("back-after-outage"))
