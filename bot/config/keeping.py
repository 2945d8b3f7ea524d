"""The sections on what is kept: the data, the keys, the backups, and for how long."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationInfo
from pydantic import field_validator as check
from sqlalchemy import make_url

from bot.config.values import DatabaseAddress, Section
from storage.backups import KEYS_KEPT
from storage.engines import file_of
from storage.master_key import MasterKey


class Storage(Section):
    """Where the data lies."""

    url: DatabaseAddress = make_url("sqlite+aiosqlite:///brobygger.db")

    def placed(self, folder: Path) -> "Storage":
        """Return the section with the database, where it is a file, beginning at a folder."""
        file = file_of(self.url)
        if file is None:
            return self
        return self.model_copy(update={"url": self.url.set(database=str(folder / file))})


class Keys(Section):
    """Where the keys lie: apart from the data, and the master key apart from both if it can be."""

    path: Path = Path("keys/keyring.db")
    master_file: Path | None = None
    master: SecretStr | None = None
    master_command: tuple[str, ...] = ()

    def placed(self, folder: Path) -> "Keys":
        """Return the section with its places beginning at a folder."""
        file = folder / self.master_file if self.master_file else None
        return self.model_copy(update={"path": folder / self.path, "master_file": file})

    def to_master(self) -> MasterKey:
        """Return where the master key comes from; unless it is named, from beside the keyring."""
        file = self.master_file or self.path.with_name("master.key")
        given = self.master.get_secret_value() if self.master else ""
        return MasterKey(file, given, self.master_command)


class Backups(Section):
    """Where backups go, those of the keys apart from those of the data, and how long they live."""

    folder: Path | None = None
    keys_folder: Path | None = Field(default=None, validate_default=True)
    every_hours: Annotated[int, Field(ge=1, le=168)] = 24
    keep_days: Annotated[int, Field(ge=1, le=KEYS_KEPT.days)] = 14

    @check("keys_folder")
    @classmethod
    def _apart(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        folder = info.data.get("folder")
        if (value is None) != (folder is None):
            raise ValueError(
                "and backups.folder must both be given, or neither; allowed are two folders "
                "that are never copied to the same place"
            )
        if value is not None and folder is not None and value.resolve() == folder.resolve():
            raise ValueError("is backups.folder itself; allowed is another folder")
        return value

    def placed(self, folder: Path) -> "Backups":
        """Return the section with its places beginning at a folder."""
        if self.folder is None or self.keys_folder is None:
            return self
        places = {"folder": folder / self.folder, "keys_folder": folder / self.keys_folder}
        return self.model_copy(update=places)


class Retention(Section):
    """How long a concern is kept once it has ended."""

    days: Annotated[int, Field(ge=1, le=1825)] = 180


class Abuse(Section):
    """How long somebody can be kept from writing."""

    block_days: Annotated[int, Field(ge=1, le=365)] = 30
