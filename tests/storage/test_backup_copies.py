"""The copy that a backup is made of: whole, whoever else writes, or not there at all."""

import sqlite3
import threading
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from storage import backups, sealed_file
from storage.database import StorageError


def test_somebody_who_never_stops_writing_does_not_stop_a_backup(tmp_path: Path) -> None:
    busy, done = tmp_path / "busy.db", threading.Event()
    with closing(sqlite3.connect(busy)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE t (n)")
        database.executemany("INSERT INTO t VALUES (zeroblob(100000))", [()] * 500)
        database.commit()
    written: list[int] = []

    def write() -> None:
        with closing(sqlite3.connect(busy)) as database:
            while len(written) < 20_000 and not done.is_set():
                database.execute("UPDATE t SET n = ? WHERE rowid = 1", (len(written),))
                database.commit()
                written.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    seal = partial(sealed_file.write, tmp_path / "b.backup", b"0" * 32, {})
    backups._copy(busy, tmp_path, seal, "backups.folder")
    done.set()
    writer.join()
    assert len(written) < 20_000


def test_a_stopped_copy_is_not_half_a_database(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        database.execute("CREATE TABLE t (n)")
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=r"^backups\.folder: no backup could be made in"):
        backups._copy(tmp_path / "a.db", tmp_path / "file", lambda _: None, "backups.folder")
