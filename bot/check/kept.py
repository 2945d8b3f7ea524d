"""What is kept: the data and its schema, the keys, what is set aside, and the newest backup."""

from datetime import datetime, timedelta

from sqlalchemy import URL

from bot.backing_up import folders_of
from bot.check.finding import Finding, State
from bot.config.settings import Settings
from storage import backups as copies
from storage.database import StorageError
from storage.engines import UNUSABLE, file_of, named, reading_engine, unusable
from storage.keyring_file import place
from storage.migrations import schema_of, schemas
from storage.store import Store, open_store

_LATE = timedelta(hours=1)  # a backup may take its time, and the bot may be restarted


async def opened(settings: Settings) -> tuple[Store | None, list[Finding]]:
    """Look at the data and the keys; open them only where that changes and makes nothing."""
    url, keys = settings.storage.url, settings.keys
    try:
        schema = await _schema(url)
    except UNUSABLE as error:
        return None, [Finding("database", State.WRONG, unusable(url, error))]
    of_data, of_keys = _data(url, schema), _keys(settings, is_new=schema is None)
    if of_data.state is not State.OK or of_keys.state is not State.OK:
        return None, [of_data, of_keys]
    try:
        store = await open_store(url, keys.path, keys.to_master())
    except StorageError as error:
        what = "database" if str(error).startswith("storage.") else "keys"
        found = {each.what: each for each in (of_data, of_keys)}
        return None, list((found | {what: Finding(what, State.WRONG, str(error))}).values())
    return store, [of_data, of_keys]


async def waiting(store: Store, now: datetime) -> Finding:
    """Say what could not be handled, and which reminders should have gone."""
    counts = await store.watch.counts(now)
    parked = counts.inbox_parked + counts.outbox_parked
    if parked:
        said = (
            f"{counts.inbox_parked} updates and {counts.outbox_parked} messages could not be "
            "handled: see the log, then brobygger db parked."
        )
        return Finding("set aside", State.WRONG, said)
    if counts.reminders_overdue:
        said = f"{counts.reminders_overdue} reminders wait that should have gone: start the bot."
        return Finding("set aside", State.WRONG, said)
    going_on = sum(counts.concerns.values())
    said = f"Nothing is set aside and nothing is overdue; open concerns: {going_on}."
    return Finding("set aside", State.OK, said)


def backups(settings: Settings, now: datetime) -> Finding:
    """Say how old the newest backup is, where the bot is to make them."""
    folders, every = folders_of(settings), timedelta(hours=settings.backups.every_hours)
    if file_of(settings.storage.url) is None:
        said = "The server backs up the data; copy the keyring apart (docs/operations.md)."
        return Finding("backups", State.NOTE, said)
    if folders is None:
        said = "None are made: name backups.folder and backups.keys_folder."
        return Finding("backups", State.NOTE, said)
    newest = copies.newest(folders)
    if newest is None:
        said = f"There is none in {folders.data} yet; a bot that runs makes one within a minute."
        return Finding("backups", State.NOTE, said)
    age = now - newest
    said = f"The newest is of {newest:%Y-%m-%d %H:%M} UTC, {age / timedelta(hours=1):.0f} hours old"
    if age > every + _LATE:
        said = f"{said}; one is due every {settings.backups.every_hours}: see the log."
        return Finding("backups", State.WRONG, said)
    return Finding("backups", State.OK, f"{said}.")


async def _schema(url: URL) -> str | None:
    """Return the schema a database has, or None where none lies yet; nothing is made."""
    file = file_of(url)
    if file is not None and not file.exists():
        return None
    engine = reading_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(schema_of)
    finally:
        await engine.dispose()


def _data(url: URL, schema: str | None) -> Finding:
    known, called = schemas(), named(url)
    if schema is None:
        said = f"Nothing lies in {called} yet; the first start makes the tables."
        return Finding("database", State.NOTE, said)
    if schema not in known:
        said = f"storage.url: {called} was made by a newer version (schema {schema}): install it."
        return Finding("database", State.WRONG, said)
    if schema != known[0]:
        said = (
            f"The next start brings {called} from schema {schema} to {known[0]}: stop the bot and "
            "back up with the version that ran until now."
        )
        return Finding("database", State.NOTE, said)
    return Finding("database", State.OK, f"{called} answers; its schema is the newest ({schema}).")


def _keys(settings: Settings, *, is_new: bool) -> Finding:
    keyring, master = place(settings.keys.path), settings.keys.to_master()
    if not keyring.exists():
        if is_new:
            said = f"The first start makes {keyring}; copy the master key that day, in two halves."
            return Finding("keys", State.NOTE, said)
        said = f"keys.path: there is no keyring at {keyring}; put it back from its backup."
        return Finding("keys", State.WRONG, said)
    try:
        master.read()
    except StorageError as error:
        return Finding("keys", State.WRONG, str(error))
    return Finding("keys", State.OK, f"The master key can be read; the keyring is {keyring}.")
