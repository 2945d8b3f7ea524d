"""Backups that the running bot makes by itself, where folders for them are named."""

import logging
from datetime import date, timedelta

from bot.clock import Clock
from bot.config.settings import Settings
from bot.turns import Turns
from handlers import trouble
from storage import backups
from storage.database import StorageError
from storage.keyring import Keyring
from storage.places import Folders, Places

_log = logging.getLogger(__name__)


class Backups:
    """Makes a backup when the newest is too old; the leads hear once a day that it cannot."""

    def __init__(self, settings: Settings, turns: Turns, keyring: Keyring, clock: Clock) -> None:
        self._places = places_of(settings)
        self._folders = folders_of(settings)
        self._every = timedelta(hours=settings.backups.every_hours)
        self._keep = timedelta(days=settings.backups.keep_days)
        self._turns = turns
        self._keyring = keyring
        self._clock = clock
        self._told: date | None = None

    async def look(self) -> None:
        """Make a backup if it is time, and let old ones go."""
        now = self._clock.now()
        if self._folders is None:
            return
        # Also when no new one can be made: a backup of the keys must not outlive its time.
        backups.prune(self._folders, self._keep, now)
        last = backups.newest(self._folders)
        if last is not None and last <= now < last + self._every:
            return
        if self._told == now.date():
            return  # it failed today, and people know
        try:
            await backups.back_up(self._places, self._keyring, self._folders, now)
        except StorageError as error:
            self._told = now.date()
            _log.error("No backup was made: %s", error)
            await self._turns.run(None, trouble.no_backup)
        else:
            backups.sweep(self._folders)


def places_of(settings: Settings) -> Places:
    """Return where the data and the keys lie."""
    return Places(settings.storage.url, settings.keys.path, settings.keys.to_master())


def folders_of(settings: Settings) -> Folders | None:
    """Return where backups go, or None when no folders are named."""
    data, keys = settings.backups.folder, settings.backups.keys_folder
    return Folders(data, keys) if data and keys else None
