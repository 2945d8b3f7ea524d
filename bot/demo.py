"""The demo: the real bot against a sandbox on this machine, with a team already at work."""

import asyncio
import contextlib
import os
import tempfile
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp

from bot.app import App, open_app
from bot.clock import MovableClock
from bot.config_sections import Acute
from bot.sandbox.remote import RemotePhone
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from domain.deadlines import OpeningTimes, later_out_of_quiet
from domain.people import INVITATION_LASTS, StaffRole
from handlers.team.joining import PREFIX
from storage.invites import Invite, new_code
from storage.staff import new_id

_TOKEN = "1:sandbox"  # noqa: S105 - a made-up one; the sandbox takes no other
_TEAM = (("Anna", StaffRole.WORKER), ("Bo", StaffRole.WORKER), ("Lone", StaffRole.LEAD))
_ON_DUTY = "Anna"
_NOTES = {StaffRole.WORKER: "medarbejder", StaffRole.LEAD: "teamleder"}


@contextlib.asynccontextmanager
async def prepared(port: int, echo: Callable[[str], None]) -> AsyncIterator[App]:
    """Serve the sandbox and its page on `port`, and give the bot that talks to it.

    Everything is kept in a folder that is gone afterwards. Raises SandboxError when the port
    cannot be used.
    """
    clock = MovableClock()
    now = clock.now()
    clock.advance(_next_morning(now) - now)
    async with Sandbox(_TOKEN, "brobygger_demo_bot", clock, port) as sandbox:
        with tempfile.TemporaryDirectory(prefix="brobygger-demo-") as folder:
            today = clock.now().date()
            app = await open_app(_settings(sandbox.url, Path(folder), today), clock)
            people = asyncio.create_task(_populate(app, sandbox))
            echo(f"Open {sandbox.url} in a browser. Nothing leaves this machine; Ctrl-C ends it.")
            try:
                yield app
            finally:
                people.cancel()
                await asyncio.gather(people, return_exceptions=True)


def _next_morning(now: datetime) -> datetime:
    """Return the next weekday's 9 o'clock in Denmark: a team is at work, and weeks end on one."""
    times = OpeningTimes(ZoneInfo("Europe/Copenhagen"), quiet_until=time(9))
    return later_out_of_quiet(now, times)


def _settings(url: str, folder: Path, today: date) -> Settings:
    """Return settings for a service that is looked after: every number was tried today."""
    numbers = [each.model_dump() | {"checked_on": today} for each in Acute().numbers]
    return Settings.model_validate(
        {
            "telegram": {"token": _TOKEN, "api_url": url},
            "storage": {"url": f"sqlite+aiosqlite:///{folder}/data/brobygger.db"},
            "keys": {"path": folder / "keys" / "keyring.db", "master": os.urandom(32).hex()},
            "service": {
                "name": "Opsøgende Team",
                "municipality": "Demo Kommune",
                "phone": "99 01 02 80",
                "address": "Torvet 1",
            },
            "complaint": {"name": "Demo Kommune, Socialafdelingen", "phone": "99 01 02 80"},
            "children": {"name": "Familie og Børn", "phone": "99 01 02 80"},
            "acute": {"numbers": numbers},
        }
    )


async def _populate(app: App, sandbox: Sandbox) -> None:
    """Let a relative exist, and a team whose members open their invitations."""
    await sandbox.world.until(lambda world: world.updates.is_awaited, timeout=60)
    async with aiohttp.ClientSession() as session:
        note = "er bekymret for sin nabo"
        await RemotePhone.of_new_person(session, sandbox.url, name="Kim", note=note)
        for name, role in _TEAM:
            phone = await RemotePhone.of_new_person(
                session, sandbox.url, name=name, note=_NOTES[role]
            )
            code, invited = new_code(), Invite(new_id(), role)
            expires_at = app.clock.now() + INVITATION_LASTS
            await app.store.database.write(app.store.invites.invite(invited, code, expires_at))
            await phone.starts(f"{PREFIX}{code}")
            await _answered(sandbox, phone, 1)
            await phone.says(name)
            await _answered(sandbox, phone, 2)
            if name == _ON_DUTY:
                await phone.says("Tag vagten")


async def _answered(sandbox: Sandbox, phone: RemotePhone, messages: int) -> None:
    chat = sandbox.world.chat(phone.person)
    await sandbox.world.until(
        lambda _: sum(each.by_bot for each in chat.visible()) >= messages, timeout=60
    )
