"""Backups: the data and the keyring, each sealed into a file of its own, and both put back."""

import asyncio
import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from storage import sealed_file
from storage.database import StorageError
from storage.generations import KeyForgotten, derived
from storage.keyring import Keyring
from storage.master_key import MasterKey
from storage.migrations import schemas
from storage.places import Folders, Places
from storage.progress import Progress, untold
from storage.sealed_file import Header, NotOpened

# Generations live a week, and the thirtieth day is the last on which anything may be read.
KEYS_KEPT = timedelta(days=23)
_NAMED = "%Y%m%dT%H%M%SZ"
_DATA, _KEYS = "data", "keys"
_SUFFIX = ".backup"
_MAKING = ".making-"
_PURPOSE = "backups"


async def back_up(
    places: Places,
    keyring: Keyring,
    folders: Folders,
    now: datetime,
    progress: Progress = untold,
) -> tuple[Path, Path]:
    """Write both backups beside a bot that runs; return the files, of the data and of the keyring.

    The data is copied first: a concern's keys are there before the concern is, so the keyring
    copied after it has a key for all of it that is not forgotten yet. `progress` is told in bytes,
    of one file after the other. Raises StorageError.
    """
    generations = keyring.generations
    _see_apart(folders)
    while True:
        await generations.refresh()
        oldest, number = generations.oldest, generations.newest
        master = await asyncio.to_thread(places.master.read)  # a command may take its time
        facts = {
            "kind": _DATA,
            "schema": await asyncio.to_thread(_schema, places.database),
            "keyring": keyring.fingerprint,
            "generation": number,
        }
        stamp = now.astimezone(UTC).strftime(_NAMED)
        data = folders.data / f"{_DATA}-{stamp}{_SUFFIX}"
        keys = folders.keys / f"{_KEYS}-{stamp}{_SUFFIX}"
        key = generations.key(number, _PURPOSE)
        seal = partial(sealed_file.write, data, key, facts, progress=progress)
        await asyncio.to_thread(_copy, places.database, data.parent, seal, "backups.folder")
        facts = {"kind": _KEYS, "keyring": keyring.fingerprint}
        seal = partial(sealed_file.write, keys, derived(master, _PURPOSE), facts, progress=progress)
        await asyncio.to_thread(_copy, places.keyring, keys.parent, seal, "backups.keys_folder")
        await generations.refresh()
        # Else a generation went between the two copies, or the keys were moved to a new master.
        if generations.oldest == oldest and await asyncio.to_thread(places.master.read) == master:
            return data, keys


def prune(folders: Folders, keep: timedelta, now: datetime) -> None:
    """Delete backups older than `keep`."""
    for each in _all(folders):
        if now - _made_at(each) > keep:
            each.unlink(missing_ok=True)


def sweep(folders: Folders) -> None:
    """Delete what was never finished."""
    for folder in (folders.data, folders.keys):
        for unfinished in folder.glob(f"{_MAKING}*"):
            shutil.rmtree(unfinished)
        for unfinished in folder.glob("*.part"):
            unfinished.unlink()


def newest(folders: Folders) -> datetime | None:
    """Return when the newest backup of the data was made (UTC), or None."""
    return max((_made_at(each) for each in _found(folders.data, _DATA)), default=None)


async def put_back(
    places: Places, data: Path, keys: Path | None, progress: Progress = untold
) -> None:
    """Put a backup of the data, and of the keyring if that is given, where nothing lies.

    A keyring that is still there is used as it is, so what was cut or forgotten since stays so.
    Everything is checked before anything is put in its place. `progress` is told in bytes, of one
    file after the other. Raises StorageError with one sentence when something is not right; then
    nothing was changed.
    """
    _nothing_at("storage.url", places.database)
    if keys is not None:
        _nothing_at("keys.path", places.keyring)
    elif not places.keyring.exists():
        raise StorageError(
            f"keys.path: there is no keyring at {places.keyring}; give its backup as well."
        )
    with _beside(places.keyring) as keyring_file, _beside(places.database) as data_file:
        if keys is not None:
            await asyncio.to_thread(_open_keys, keys, places.master, keyring_file, progress)
        keyring = await Keyring.open(keyring_file if keys else places.keyring, places.master)
        try:
            await asyncio.to_thread(_open_data, data, keyring, data_file, progress)
        finally:
            await keyring.close()
        if keys is not None:
            keyring_file.replace(places.keyring)
        data_file.replace(places.database)


def _open_keys(file: Path, master: MasterKey, into: Path, progress: Progress) -> None:
    key = derived(master.read(), _PURPOSE)

    def key_of(header: Header) -> bytes:
        _expect(header, _KEYS)
        return key

    _read(file, key_of, into, progress)


def _open_data(file: Path, keyring: Keyring, into: Path, progress: Progress) -> None:
    def key_of(header: Header) -> bytes:
        _expect(header, _DATA)
        if header.facts.get("keyring") != keyring.fingerprint:
            raise NotOpened("belongs to another keyring")
        if str(header.facts.get("schema")) not in schemas():
            raise NotOpened("was made by a newer version of this program; update it first")
        try:
            return keyring.generations.key(int(header.facts["generation"]), _PURPOSE)
        except (KeyForgotten, KeyError, ValueError, TypeError, OverflowError):
            raise NotOpened(
                "is older than the keys that are left; give the keyring's backup of the same day"
            ) from None

    _read(file, key_of, into, progress)


def _read(file: Path, key_of: Any, into: Path, progress: Progress) -> None:
    try:
        with into.open("wb") as content:
            sealed_file.read(file, key_of, content, progress)
            content.flush()
            os.fsync(content.fileno())
    except NotOpened as error:
        raise StorageError(f"{file} {error}. Nothing was changed.") from None
    except OSError as error:
        raise StorageError(
            f"{into.parent} cannot be written ({error.strerror}). Nothing was changed."
        ) from None


def _expect(header: Header, kind: str) -> None:
    if header.facts.get("kind") != kind:
        named = {_DATA: "the data", _KEYS: "the keyring"}
        raise NotOpened(f"is not a backup of {named[kind]}")


def _copy(source: Path, into: Path, seal: Callable[[BinaryIO], None], config_key: str) -> None:
    """Seal a consistent copy of a SQLite file into a folder, made while others write to it."""
    try:
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=into, prefix=_MAKING) as folder:
            copied = Path(folder, "copy.db")
            with (
                contextlib.closing(sqlite3.connect(source)) as live,
                contextlib.closing(sqlite3.connect(copied)) as copy,
            ):
                # In one step: one in parts begins again whenever somebody writes in between.
                live.backup(copy)
            with copied.open("rb") as content:
                seal(content)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise StorageError(
            f"{config_key}: no backup could be made in {into} ({reason}); "
            "see that the folder can be written and the disk is not full."
        ) from None


def _schema(database: Path) -> str:
    try:
        with contextlib.closing(sqlite3.connect(database)) as read:
            return str(read.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.Error, TypeError):
        raise StorageError(f"storage.url: the database at {database} cannot be read.") from None


@contextlib.contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """Give a file of another name in the same folder, and leave none behind."""
    unfinished = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(f"{file.parent} cannot be written ({error.strerror}).") from None
    try:
        yield unfinished
    finally:
        for each in unfinished.parent.glob(f"{unfinished.name}*"):
            each.unlink()


def _see_apart(folders: Folders) -> None:
    data, keys = folders.data.resolve(), folders.keys.resolve()
    if data.is_relative_to(keys) or keys.is_relative_to(data):
        raise StorageError(
            "backups.keys_folder: one of the two folders of backups lies in the other; "
            "name two that are apart, because whoever copies one must not copy both."
        )


def _nothing_at(key: str, file: Path) -> None:
    # SQLite would take a log that was left behind for the restored file's own, and ruin it.
    for each in (file.with_name(f"{file.name}{end}") for end in ("", "-wal", "-shm", "-journal")):
        if each.exists():
            raise StorageError(
                f"{key}: {each} is there already; move it away first. Nothing was changed."
            )


def _all(folders: Folders) -> list[Path]:
    return [*_found(folders.data, _DATA), *_found(folders.keys, _KEYS)]


def _found(folder: Path, kind: str) -> list[Path]:
    return sorted(folder.glob(f"{kind}-{'[0-9]' * 8}T{'[0-9]' * 6}Z{_SUFFIX}"))


def _made_at(file: Path) -> datetime:
    stamp = file.name.removesuffix(_SUFFIX).partition("-")[2]
    return datetime.strptime(stamp, _NAMED).replace(tzinfo=UTC)
