"""The keyring's file is lost: no other is made in its place, and a running bot writes it anew."""

from pathlib import Path

import pytest

from storage.database import StorageError
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
    anna, kim = await wire.a_concern_of(stage, "Kim")
    for file in (stage.folder / "keys").glob("keyring.db*"):
        file.unlink()
    await stage.time_passes(seconds=1)
    assert "The keyring was gone from its place (keys.path); it was written anew" in caplog.text
    ida = await Relative.arrives(stage, "Ida")
    await ida.raises_a_concern()
    await anna.sees_alert()
    await stage.bot_stops()
    await stage.bot_starts()
    for _ in (kim, ida):
        await anna.taps("Åbn")
        assert "Han råber om natten" in (await anna.card()).text
    await stage.everyone_looks()


async def test_a_keyring_that_is_there_is_left_alone(stage: Stage) -> None:
    file = stage.folder / "keys" / "keyring.db"
    before = file.stat().st_ino
    await stage.time_passes(minutes=5)
    assert file.stat().st_ino == before
    await Worker.joins(stage, "Anna")
