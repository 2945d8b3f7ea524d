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


async def keep(database: Database, file: Path) -> None:
    """Write the keyring that is open to its file anew, if that is gone from its place."""
    if not _is_gone(file):
        return
    await database.move_to(_empty_copy(file), file)
    _log.error(
        "The keyring was gone from its place (keys.path); it was written anew. Find out who "
        "removed %s, and make a backup.",
        file,
    )


def _is_gone(file: Path) -> bool:
    return not file.exists()


def _empty_copy(file: Path) -> Path:
    """Make an empty file beside the keyring's own that only its owner can read."""
    copy = file.with_name(f"{file.name}.new")
    copy.unlink(missing_ok=True)
    make_private(copy, "keys.path")
    return copy
