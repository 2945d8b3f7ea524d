"""The stage: the real bot and a sandbox Telegram in one loop, on a clock moved by hand."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import func, select

from bot.app import App, open_app
from bot.config.settings import Settings
from bot.sandbox.remote import RemotePhone
from bot.sandbox.server import Sandbox
from domain.people import INVITATION_LASTS, StaffRole
from handlers.team.joining import PREFIX
from storage.invites import Invite
from storage.schema import concerns, outbox
from storage.staff import new_id
from tests.hand_clock import HandClock

TOKEN = "1:sandbox"
USERNAME = "brobygger_test_bot"


class Stage:
    """Everything a story needs: people join it, time passes on it, the bot can fall over on it."""

    def __init__(self, folder: Path, clock: HandClock, **settings: Any) -> None:
        self.folder = folder
        self.clock = clock
        self.sandbox = Sandbox(TOKEN, USERNAME, clock)
        self.cast: list[Any] = []
        self._more = settings
        self._app: App | None = None

    @property
    def app(self) -> App:
        """The bot that is running now."""
        assert self._app is not None, "The bot is not running."
        return self._app

    def reconfigure(self, **settings: Any) -> None:
        """Change what the bot runs with from its next start on."""
        self._more |= settings

    def settings(self) -> Settings:
        """The configuration the bot runs with."""
        given = {
            "telegram": {"token": TOKEN, "api_url": self.sandbox.url},
            "storage": {"url": f"sqlite+aiosqlite:///{self.folder}/data/brobygger.db"},
            "keys": {"path": self.folder / "keys" / "keyring.db"},
            "service": {"name": "Opsøgende Team", "municipality": "Prøve Kommune"},
        }
        return Settings.model_validate({**given, **self._more})

    async def phone(self, name: str, **person: str) -> RemotePhone:
        """Give somebody a phone in the sandbox."""
        return await RemotePhone.of_new_person(self.http, self.sandbox.url, name=name, **person)

    async def bot_starts(self) -> None:
        """Start the bot, as after a restart of the machine."""
        self._app = await open_app(self.settings(), self.clock)
        await self.app.start()
        if self.settings().telegram.mode == "polling":
            await self.sandbox.world.until(lambda world: world.updates.is_awaited)
        await self.settles()

    async def bot_stops(self) -> None:
        """Stop the bot; what it wrote stays."""
        if self._app is not None:
            await self._app.stop()
            self._app = None

    async def hands_over_to(self, app: App, starting: asyncio.Task[None]) -> None:
        """Stop the bot, and let another one that stood ready go on."""
        await self.bot_stops()
        self._app = app
        await starting
        await self.sandbox.world.until(lambda world: world.updates.is_awaited)
        await self.settles()

    async def invitation(self, role: StaffRole) -> str:
        """Make an invitation, and return its deep link's payload."""
        code = f"{role}-{len(self.cast)}"
        invited, expires_at = Invite(new_id(), role), self.clock.now() + INVITATION_LASTS
        invites = self.app.store.invites
        await self.app.store.database.write(invites.invite(invited, code, expires_at))
        return f"{PREFIX}{code}"

    async def everyone_looks(self) -> None:
        """Let everybody read what the bot has said so far."""
        for person in self.cast:
            await person.sees()

    async def state(self) -> str:
        """Return how far the only concern has come."""
        return str((await self._concern()).state)

    async def nickname(self) -> str:
        """Return the only concern's nickname."""
        return str((await self._concern()).nickname)

    async def owner(self) -> str:
        """Return the name of the only concern's owner."""
        concern = await self._concern()
        team = {each.member.id: each.member.name for each in await self.app.store.staff.all()}
        return team[concern.owner]

    async def _concern(self) -> Any:
        (concern,) = await self.app.store.database.read(select(concerns))
        return concern

    async def time_passes(self, **step: float) -> None:
        """Move the clock, and let everything happen that then is due."""
        self.clock.advance(timedelta(**step))
        await self.settles()

    async def time_is(self, moment: datetime) -> None:
        """Move the clock to a moment, and let everything happen that then is due."""
        await self.time_passes(seconds=(moment - self.clock.now()).total_seconds())

    async def settles(self) -> None:
        """Wait until nothing is under way; seconds pass only where Telegram's pace needs them."""
        if self._app is None:
            return
        for _ in range(300):
            await self.app.tick()
            await self.sandbox.world.until(lambda world: world.pending() == 0)
            await self.app.dispatcher.lanes.idle.wait()
            await self.app.courier.lanes.idle.wait()
            if not await self._waiting_to_leave() and self.sandbox.world.pending() == 0:
                return
            self.clock.advance(timedelta(seconds=1))
        raise AssertionError("The bot does not come to rest within five minutes of its clock.")

    async def telegram_is_away(self, **how_long: float) -> None:
        """Let Telegram be unreachable for that long, and then wait until the bot is back."""
        await self.telegram_goes_away()
        self.clock.advance(timedelta(**how_long))
        await self.telegram_comes_back()

    async def telegram_goes_away(self) -> None:
        """Let Telegram be unreachable from now on, and the bot have noticed."""
        await self.fault("down")
        await self.app.contact.silent.wait()

    async def telegram_fails_again(self, **later: float) -> None:
        """Let time pass in an outage, and the bot have tried again after it."""
        self.clock.advance(timedelta(**later))
        self.app.contact.silent.clear()
        await self.app.contact.silent.wait()

    async def telegram_comes_back(self) -> None:
        """End the outage, and wait until the bot is back."""
        await self.faults_end()
        await self.sandbox.world.until(lambda world: world.updates.is_awaited)
        await self.settles()

    async def fault(self, kind: str, method: str = "*", **more: Any) -> None:
        """Let Telegram misbehave."""
        body = {"kind": kind, "method": method, **more}
        async with self.http.post(f"{self.sandbox.url}/sandbox/faults", json=body) as answer:
            assert answer.status == 200, await answer.text()

    async def faults_end(self) -> None:
        """Let Telegram behave again."""
        await self.http.delete(f"{self.sandbox.url}/sandbox/faults")

    async def _waiting_to_leave(self) -> int:
        soon = self.clock.now() + timedelta(seconds=90)
        query = select(func.count()).where(outbox.c.not_before <= soon, outbox.c.state != "parked")
        return int((await self.app.store.database.read(query))[0][0])

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator["Stage"]:
        """Set the stage and clear it afterwards; nobody may have been told anything unseen."""
        async with self.sandbox, aiohttp.ClientSession() as self.http:
            await self.bot_starts()
            try:
                yield self
                await self.settles()
                for person in self.cast:
                    await person.has_seen_everything()
            finally:
                await asyncio.shield(self.bot_stops())
