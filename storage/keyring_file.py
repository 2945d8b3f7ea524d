"""The keyring's file: never made in the place of one that is lost, and written anew when it goes.

A running bot still holds a file that somebody has removed, and would go on writing keys into it
that nobody could read after the next start.
"""

import logging
from pathlib import Path

from storage.database import Database, StorageError
from storage.marks import Marks
from storage.private_files import make_private

_log = logging.getLogger(__name__)

Identity = tuple[int, int] | None  # of a file: its device and its number there


def place(path: Path) -> Path:
    """Return the keyring's file; in a folder it is `keyring.db`."""
    return path / "keyring.db" if path.is_dir() else path


async def refuse_a_lost_one(database: Database, path: Path) -> None:
    """Raise StorageError if the data was sealed under a keyring, and there is none at `path`."""
    file = place(path)
    if not file.exists() and await Marks(database).get("keyring") is not None:
        raise StorageError(
            f"keys.path: there is no keyring at {file}, but the database at storage.url was "
            "written with one; put it back from its backup. Without it nothing can be read."
        )


def identity(file: Path) -> Identity:
    """Return what tells a file from another one of the same name; None if there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


async def keep(database: Database, file: Path, opened: Identity) -> Identity:
    """Write the keyring that is open to its file anew, if that is gone; return its identity.

    Raises StorageError when another file took its place: what is written into ours would be lost.
    """
    found = identity(file)
    if found is None:
        await database.move_to(_empty_copy(file), file)
        _log.error(
            "The keyring was gone from its place (keys.path); it was written anew. Find out who "
            "removed %s, and make a backup.",
            file,
        )
    elif found != opened:
        raise StorageError(
            f"keys.path: another file has taken the place of the keyring at {file}, perhaps "
            "written by another process of the bot; start this one again."
        )
    return identity(file)


def _empty_copy(file: Path) -> Path:
    """Make an empty file beside the keyring's own that only its owner can read."""
    copy = file.with_name(f"{file.name}.new")
    copy.unlink(missing_ok=True)
    make_private(copy, "keys.path")
    return copy
