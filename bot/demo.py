"""The demo: the real bot against a sandbox on this machine, with a team already at work."""

import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.app import App, open_app
from bot.clock import MovableClock
from bot.sandbox.remote import RemotePhone
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from domain.people import StaffRole
from handlers.joining import PREFIX

_TOKEN = "1:sandbox"  # noqa: S105 - a made-up one; the sandbox takes no other
_TEAM = (("Anna", StaffRole.WORKER), ("Bo", StaffRole.WORKER), ("Lone", StaffRole.LEAD))
_NOTES = {StaffRole.WORKER: "medarbejder", StaffRole.LEAD: "teamleder"}


@contextlib.asynccontextmanager
async def prepared(port: int, echo: Callable[[str], None]) -> AsyncIterator[App]:
    """Serve the sandbox and its page on `port`, and give the bot that talks to it.

    Everything is kept in a folder that is gone afterwards. Raises SandboxError when the port
    cannot be used.
    """
    clock = MovableClock()
    async with Sandbox(_TOKEN, "brobygger_demo_bot", clock, port) as sandbox:
        with tempfile.TemporaryDirectory(prefix="brobygger-demo-") as folder:
            app = await open_app(_settings(sandbox.url, Path(folder)), clock)
            await _populate(app, sandbox.url)
            echo(f"Open {sandbox.url} in a browser. Nothing leaves this machine; Ctrl-C ends it.")
            yield app


def _settings(url: str, folder: Path) -> Settings:
    return Settings.model_validate(
        {
            "telegram": {"token": _TOKEN, "api_url": url},
            "storage": {"url": f"sqlite+aiosqlite:///{folder}/data/brobygger.db"},
            "keys": {"path": folder / "keys" / "keyring.db"},
            "service": {"name": "Opsøgende Team", "municipality": "Demo Kommune"},
        }
    )


async def _populate(app: App, url: str) -> None:
    """Let a relative exist, and a team whose members open their invitations."""
    async with aiohttp.ClientSession() as session:
        await RemotePhone.of_new_person(session, url, name="Kim", note="er bekymret for sin nabo")
        for name, role in _TEAM:
            code = f"demo-{name}"
            expires_at = app.clock.now() + timedelta(hours=1)
            await app.store.database.write(app.store.staff.invite(role, code, expires_at))
            phone = await RemotePhone.of_new_person(session, url, name=name, note=_NOTES[role])
            await phone.starts(f"{PREFIX}{code}")
            await phone.says(name)
            if name == "Anna":
                await phone.says("Tag vagten")
