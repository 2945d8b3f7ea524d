"""A house to take turns in: a real store, the real catalogues, and no Telegram."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.config.settings import Settings
from domain.interview import Interview
from handlers.house import House
from handlers.phrases import Phrases
from handlers.turn import Turn
from storage.store import open_store


@asynccontextmanager
async def opened_house(folder: Path) -> AsyncIterator[House]:
    """Open a house over a database and a keyring in that folder, with a number to call."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "keys").mkdir(exist_ok=True)
    settings = Settings.model_validate(
        {
            "telegram": {"token": "1:none"},
            "storage": {"url": f"sqlite+aiosqlite:///{folder}/data/brobygger.db"},
            "keys": {"path": folder / "keys" / "keyring.db"},
            "service": {"name": "Team", "municipality": "Kommune", "phone": "99 01 02 80"},
        }
    )
    service = settings.to_service()
    facts = {
        "service": service.name,
        "municipality": service.municipality,
        "phone": service.phone,
        "address": service.address or "none",
    }
    store = await open_store(settings.storage.url, settings.keys.path)
    try:
        yield House(store, Phrases(facts, service.language), service)
    finally:
        await store.close()


async def turn_of(house: House, now: datetime, interview: Interview | None, chat: int = 1) -> Turn:
    """Return a turn of somebody who has come that far."""
    door = await house.store.doors.at(chat)
    return Turn(house, now, replace(door, interview=interview))
