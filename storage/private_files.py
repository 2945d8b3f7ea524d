"""Files that only their owner can read."""

import os
from pathlib import Path

from storage.database import StorageError


def make_private(file: Path, key: str) -> None:
    """Make a file, and its folder, if they are not there; only the owner can read the file.

    `key` is what names the file in the configuration. Raises StorageError with a sentence when
    the place cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(
            f"{key}: {file} cannot be written ({error.strerror}); "
            "name a file in a folder that only this service may read."
        ) from error
