"""Places: where the data and the keys lie, and where their backups go."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from storage.database import StorageError
from storage.engines import file_of
from storage.master_key import MasterKey


@dataclass(frozen=True)
class Places:
    """Where the database, its keyring and the master key lie."""

    url: str | URL
    keys: Path
    master: MasterKey

    @property
    def database(self) -> Path:
        """The database's file; raises StorageError where it is none."""
        file = file_of(self.url)
        if file is None:
            raise StorageError(
                "storage.url: only a SQLite file is backed up here; use the backups of your server."
            )
        return file

    @property
    def keyring(self) -> Path:
        """The keyring's file."""
        return self.keys / "keyring.db" if self.keys.is_dir() else self.keys


@dataclass(frozen=True)
class Folders:
    """Where backups go: of the data, and apart from them those of the keyring."""

    data: Path
    keys: Path
