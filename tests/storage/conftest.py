"""What the tests of the storage share."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from storage.store import Store


@pytest.fixture
async def store(data: str, tmp_path: Path) -> AsyncIterator["Store"]:
    """An empty store."""
    # Not earlier: this page is read before coverage is counted, and would hide every import.
    from storage.store import open_store

    opened = await open_store(data, tmp_path / "keyring.db")
    yield opened
    await opened.close()
