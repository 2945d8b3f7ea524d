"""The keyring's file is lost: no other is made in its place, and a running bot writes it anew."""

from pathlib import Path

import pytest

from storage.database import StorageError
from storage.keyring import Keyring
from storage.store import open_store
from tests.cast import Relative, Worker
from tests.faults import wire
from tests.postgres import on_both_engines
from tests.stage import Stage


def files(folder: Path) -> set[str]:
    """Return the names of the files in a folder."""
    return {each.name for each in folder.iterdir()}


@on_both_engines
async def test_a_start_without_the_keyring_makes_none_that_is_in_the_way_of_its_backup(
    data: str, tmp_path: Path
) -> None:
    keys = tmp_path / "keys"
    keys.mkdir()
    await (await open_store(data, keys)).close()
    for file in keys.glob("keyring.db*"):
        file.unlink()
    with pytest.raises(StorageError, match=r"^keys\.path: there is no keyring at .* backup"):
        await open_store(data, keys)
    assert files(keys) == {"master.key"}


@on_both_engines
async def test_a_keyring_removed_while_the_bot_runs_is_written_anew(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    anna, _ = await wire.a_concern_of(stage, "Kim")
    for file in (stage.folder / "keys").glob("keyring.db*"):
        file.unlink()
    await stage.time_passes(seconds=1)
    assert "The keyring was gone from its place (keys.path); it was written anew" in caplog.text
    ida = await Relative.arrives(stage, "Ida")
    await ida.raises_a_concern()
    await anna.sees_alert()
    await stage.bot_stops()
    await stage.bot_starts()
    store = stage.app.store
    words = [await store.concerns.words(each.id) for each in await store.concerns.open()]
    assert [each["seen"].words for each in words] == ["Han råber om natten"] * 2
    await stage.everyone_looks()


async def test_a_keyring_that_is_there_is_left_alone(stage: Stage) -> None:
    file = stage.folder / "keys" / "keyring.db"
    before = file.stat().st_ino
    await stage.time_passes(minutes=5)
    assert file.stat().st_ino == before
    await Worker.joins(stage, "Anna")


async def test_what_another_process_wrote_anew_is_not_taken_for_ones_own(tmp_path: Path) -> None:
    working, standing_by = [await Keyring.open(tmp_path / "keyring.db") for _ in range(2)]
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"keyring.db{ending}").unlink()
    await working.stay()
    await working.stay()
    with pytest.raises(StorageError, match="another file has taken the place of the keyring"):
        await standing_by.stay()
    for each in (working, standing_by):
        await each.close()
