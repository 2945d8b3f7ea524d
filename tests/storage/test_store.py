"""The store: a database opens only with the keyring it was written with."""

from pathlib import Path

import pytest

from storage.database import StorageError
from storage.store import open_store


async def test_a_keyring_that_is_not_the_databases_own_is_refused(tmp_path: Path) -> None:
    url, keys = f"sqlite+aiosqlite:///{tmp_path}/data.db", tmp_path / "keyring.db"
    await (await open_store(url, keys)).close()
    with pytest.raises(StorageError, match="does not belong"):
        await open_store(url, tmp_path / "another.db")
    await (await open_store(url, keys)).close()


async def test_a_lost_keyring_is_not_quietly_made_anew(tmp_path: Path) -> None:
    url, keys = f"sqlite+aiosqlite:///{tmp_path}/data.db", tmp_path / "keyring.db"
    await (await open_store(url, keys)).close()
    keys.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StorageError, match="from its backup"):
        await open_store(url, keys)
