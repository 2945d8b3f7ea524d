"""Old backups: each goes when its time is over, and no sooner."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage import backups
from storage.places import Folders

MADE = datetime(2026, 11, 1, 3, 30, tzinfo=UTC)
KEPT = timedelta(days=23)


def test_a_copy_is_kept_to_the_second(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data", tmp_path / "keys")
    names = {
        folders.data / "data-20261101T033000Z.backup",
        folders.keys / "keys-20261101T033000Z.backup",
    }
    for each in names:
        each.parent.mkdir()
        each.touch()
    other = folders.data / "something of another program"
    other.touch()
    backups.prune(folders, KEPT, MADE + KEPT)
    assert all(each.exists() for each in names)
    assert backups.newest(folders) == MADE
    backups.prune(folders, KEPT, MADE + KEPT + timedelta(seconds=1))
    assert not any(each.exists() for each in names)
    assert other.exists()
    assert backups.newest(folders) is None
