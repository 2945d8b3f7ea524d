"""The keyring: what opens it, what turns over in it, and what is gone when a key is gone."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from stat import S_IMODE

import pytest

from storage.database import Conflict, StorageError
from storage.generations import KeyForgotten, _unchanged
from storage.keyring import Keyring
from storage.master_key import MasterKey
from storage.sealing import SealBroken, seal

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
A, B = "0" * 64, "1" * 64


@pytest.fixture
async def keyring(tmp_path: Path) -> AsyncIterator[Keyring]:
    """A keyring with its master key beside it, as on a first start."""
    opened = await Keyring.open(tmp_path / "keys")
    yield opened
    await opened.close()


async def test_a_first_start_makes_both_files_for_their_owner_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        keyring = await Keyring.open(tmp_path / "keyring.db")
        await keyring.close()
    assert caplog.text.count("let two people copy it now") == 1
    assert S_IMODE((tmp_path / "keyring.db").stat().st_mode) == 0o600
    assert S_IMODE((tmp_path / "master.key").stat().st_mode) == 0o600
    assert len("".join((tmp_path / "master.key").read_text().split())) == 64


async def test_the_same_keys_are_there_after_a_restart(tmp_path: Path) -> None:
    before = await Keyring.open(tmp_path / "keyring.db")
    secret, key = await before.new_concern_key("c"), before.key("buttons", 64)
    route, sealed = await before.route_key("c"), before.seal("doors", "doors/7", [1])
    await before.close()
    after = await Keyring.open(tmp_path / "keyring.db")
    assert (await after.concern_key("c"), await after.route_key("c")) == (secret, route)
    assert after.key("buttons", 64) == key
    assert after.unseal("doors", "doors/7", sealed) == [1]
    await after.close()
    assert secret != route


async def test_no_key_stands_in_the_file_in_the_clear(tmp_path: Path) -> None:
    keyring = await Keyring.open(tmp_path / "keyring.db")
    keys = [await keyring.new_concern_key("c"), await keyring.route_key("c"), keyring._root]
    await keyring.close()
    (tmp_path / "master.key").unlink()
    written = _written(tmp_path)
    for key in keys:
        assert key not in written
        assert key.hex().encode() not in written


@pytest.mark.parametrize("given", [A, ""])
async def test_a_master_key_may_be_given_or_printed(tmp_path: Path, given: str) -> None:
    master = MasterKey(tmp_path / "unused.key", given, () if given else ("echo", A))
    keyring = await Keyring.open(tmp_path / "keyring.db", master)
    await keyring.close()
    again = await Keyring.open(tmp_path / "keyring.db", master)
    await again.close()
    assert not (tmp_path / "unused.key").exists()
    assert A not in repr(MasterKey(tmp_path, given=A))


async def test_a_wrong_master_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    right = MasterKey(tmp_path / "unused", given=A)
    await (await Keyring.open(tmp_path / "keyring.db", right)).close()
    before = (tmp_path / "keyring.db").read_bytes()
    with pytest.raises(StorageError, match=r"^keys\.master_file: this master key does not open"):
        await Keyring.open(tmp_path / "keyring.db", MasterKey(tmp_path / "unused", given=B))
    assert (tmp_path / "keyring.db").read_bytes() == before
    await (await Keyring.open(tmp_path / "keyring.db", right)).close()


async def test_a_lost_master_key_is_one_sentence_and_none_is_made_in_its_place(
    tmp_path: Path,
) -> None:
    await (await Keyring.open(tmp_path / "keyring.db")).close()
    (tmp_path / "master.key").unlink()
    with pytest.raises(StorageError, match=r"^keys\.master_file: .+master\.key cannot be read"):
        await Keyring.open(tmp_path / "keyring.db")
    assert not (tmp_path / "master.key").exists()


@pytest.mark.parametrize("text", ["", "abc", "0" * 63, "0" * 66, "å" * 64, "z" * 64])
async def test_what_is_no_master_key_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "master.key"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    with pytest.raises(StorageError, match=r"^keys\.master_file: .+master\.key"):
        await Keyring.open(tmp_path / "keyring.db")
    with pytest.raises(StorageError, match=r"^keys\.master"):
        MasterKey(file, given=text or "x").read()


async def test_a_master_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    await (await Keyring.open(tmp_path / "keyring.db")).close()
    (tmp_path / "master.key").chmod(0o640)
    with pytest.raises(StorageError, match=r"can be read by others"):
        await Keyring.open(tmp_path / "keyring.db")


@pytest.mark.parametrize("command", [("false",), ("./not-there",), ("echo", "nothing")])
def test_a_command_that_gives_no_key_is_one_sentence(command: tuple[str, ...]) -> None:
    with pytest.raises(StorageError, match=r"^keys\.master_command.+(gave no|not hold a) master"):
        MasterKey(Path("unused"), command=command).read()


def test_a_master_key_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=r"^keys\.master_file: .+ cannot be written"):
        MasterKey(tmp_path / "file" / "master.key").make()


async def test_what_was_sealed_before_a_new_generation_is_still_opened(keyring: Keyring) -> None:
    old = keyring.seal("doors", "doors/7", "old")
    await keyring.generations.begin(NOW)
    new = keyring.seal("doors", "doors/7", "new")
    assert (keyring.unseal("doors", "doors/7", old), keyring.unseal("doors", "doors/7", new)) == (
        "old",
        "new",
    )
    assert old[:5] != new[:5] == keyring.prefix


@pytest.mark.parametrize("wrong", [("outbox", "doors/7"), ("doors", "doors/8")])
def test_a_seal_belongs_to_its_purpose_and_place(keyring: Keyring, wrong: tuple[str, str]) -> None:
    with pytest.raises(SealBroken):
        keyring.unseal(*wrong, keyring.seal("doors", "doors/7", "words"))


def test_what_was_sealed_before_there_were_generations_is_opened(keyring: Keyring) -> None:
    assert keyring.unseal("doors", "doors/7", seal(keyring.key("doors"), "doors/7", 1)) == 1


async def test_a_generation_goes_once_no_key_is_sealed_under_it(keyring: Keyring) -> None:
    secret, old = await keyring.new_concern_key("c"), keyring.seal("doors", "doors/7", "old")
    await keyring.generations.begin(NOW)
    await keyring.generations.destroy_older()
    assert keyring.unseal("doors", "doors/7", old) == "old"
    while await keyring.move_to_newest(1):
        pass
    await keyring.generations.destroy_older()
    with pytest.raises(SealBroken):
        keyring.unseal("doors", "doors/7", old)
    with pytest.raises(KeyForgotten):
        keyring.generations.key(1, "doors")
    keyring._concerns.clear()
    assert await keyring.concern_key("c") == secret


async def test_a_destroyed_generation_is_in_no_file_any_more(
    keyring: Keyring, tmp_path: Path
) -> None:
    file = tmp_path / "keyring.db" if (tmp_path / "keyring.db").exists() else tmp_path / "keys"
    with closing(sqlite3.connect(file)) as read:
        ((old,),) = read.execute("SELECT sealed FROM generations").fetchall()
    await keyring.generations.begin(NOW)
    await keyring.move_to_newest(9)
    assert old in _written(tmp_path)
    await keyring.generations.destroy_older()
    assert old not in _written(tmp_path)


async def test_a_new_generation_of_another_process_is_learnt_of(
    keyring: Keyring, tmp_path: Path
) -> None:
    other = await Keyring.open(tmp_path / "keys")
    await other.generations.begin(NOW)
    sealed = other.seal("doors", "doors/7", 1)
    with pytest.raises(SealBroken):
        keyring.unseal("doors", "doors/7", sealed)
    await keyring.generations.refresh()
    assert keyring.unseal("doors", "doors/7", sealed) == 1
    assert keyring.generations.newest == other.generations.newest == 2
    await other.close()


async def test_two_processes_that_begin_at_once_use_one_keyring(tmp_path: Path) -> None:
    one, other = await asyncio.gather(*(Keyring.open(tmp_path / "k.db") for _ in range(2)))
    assert one.fingerprint == other.fingerprint
    await one.close()
    await other.close()


async def test_the_master_key_changes_beside_a_bot_that_runs(
    keyring: Keyring, tmp_path: Path
) -> None:
    sealed, before = keyring.seal("doors", "doors/7", 1), (tmp_path / "master.key").read_text()
    other = await Keyring.open(tmp_path / "keys")
    await other.generations.change_master()
    await other.close()
    assert (tmp_path / "master.key").read_text() != before
    await keyring.new_concern_key("c")
    await keyring.generations.begin(NOW)
    after = await Keyring.open(tmp_path / "keys")
    assert after.unseal("doors", "doors/7", sealed) == 1
    assert await after.concern_key("c") == await keyring.concern_key("c")
    await after.close()
    old = tmp_path / "old.key"
    old.write_text(before)
    old.chmod(0o600)
    with pytest.raises(StorageError, match="does not open"):
        await Keyring.open(tmp_path / "keys", MasterKey(old))


async def test_a_change_of_the_master_key_that_was_cut_short_is_finished(
    keyring: Keyring, tmp_path: Path
) -> None:
    file = tmp_path / "master.key"
    shutil.copy(file, tmp_path / "before")
    await keyring.generations.change_master()
    shutil.copy(file, tmp_path / "master.key.new")  # as if the last step had not come
    shutil.copy(tmp_path / "before", file)
    after = await Keyring.open(tmp_path / "keys")
    assert after.fingerprint == keyring.fingerprint
    await after.close()
    assert not (tmp_path / "master.key.new").exists()
    assert file.read_text() != (tmp_path / "before").read_text()


async def test_a_new_master_key_that_came_to_nothing_is_not_used(
    keyring: Keyring, tmp_path: Path
) -> None:
    (tmp_path / "master.key.new").write_text(B)
    (tmp_path / "master.key.new").chmod(0o600)
    after = await Keyring.open(tmp_path / "keys")
    assert after.fingerprint == keyring.fingerprint
    await after.generations.change_master()
    assert B not in (tmp_path / "master.key").read_text().replace(" ", "")
    await after.close()


async def test_only_a_file_can_be_given_a_new_master_key(tmp_path: Path) -> None:
    keyring = await Keyring.open(tmp_path / "k.db", MasterKey(tmp_path / "unused", given=A))
    with pytest.raises(StorageError, match=r"^keys\.master_file: only a master key that lies"):
        await keyring.generations.change_master()
    await keyring.close()


async def test_a_generation_begun_meanwhile_is_not_locked_out_by_a_new_master_key(
    keyring: Keyring, tmp_path: Path
) -> None:
    """Whoever is second has done nothing: no generation lies under a key that is gone."""
    other = await Keyring.open(tmp_path / "keys")
    rows = await other.generations._rows()
    await keyring.generations.begin(NOW)
    with pytest.raises(Conflict):
        await other._database.write(*_unchanged(rows))
    await other.close()


async def test_cutting_destroys_the_way_back_and_nothing_else(keyring: Keyring) -> None:
    words = await keyring.new_concern_key("c")
    route = await keyring.route_key("c")
    await keyring.destroy_route_key("c")
    with pytest.raises(KeyForgotten):
        await keyring.route_key("c")
    assert await keyring.concern_key("c") == words
    assert await keyring.new_route_key("c") not in (route, words)
    assert await keyring.new_route_key("c") == await keyring.route_key("c")


async def test_forgetting_destroys_both_keys_for_good(keyring: Keyring, tmp_path: Path) -> None:
    for concern in ("c", "d"):
        await keyring.new_concern_key(concern)
    before = _sealed_keys(tmp_path / "keys", "c")
    assert all(each in _written(tmp_path) for each in before)
    await keyring.destroy_concern_keys(["c"])
    assert not any(each in _written(tmp_path) for each in before)
    for key in (keyring.concern_key, keyring.route_key, keyring.new_route_key):
        with pytest.raises(KeyForgotten):
            await key("c")
    assert await keyring.concern_key("d")


async def test_a_note_is_kept_apart_from_the_data(keyring: Keyring) -> None:
    assert await keyring.noted("journal") is None
    await keyring.note("journal", "1")
    await keyring.note("journal", "2")
    assert await keyring.noted("journal") == "2"


async def test_a_keyring_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    root, secret = os.urandom(32), os.urandom(32)
    with closing(sqlite3.connect(tmp_path / "keyring.db")) as old:
        old.execute("CREATE TABLE root (name TEXT PRIMARY KEY, secret BLOB NOT NULL)")
        old.execute("CREATE TABLE concern_keys (concern TEXT PRIMARY KEY, secret BLOB NOT NULL)")
        old.execute("INSERT INTO root VALUES ('root', ?)", (root,))
        old.execute("INSERT INTO concern_keys VALUES ('c', ?)", (secret,))
        old.commit()
    keyring = await Keyring.open(tmp_path / "keyring.db")
    assert keyring._root == root
    assert await keyring.concern_key("c") == await keyring.route_key("c") == secret
    assert root not in _written(tmp_path)
    assert secret not in _written(tmp_path)
    await keyring.close()
    again = await Keyring.open(tmp_path / "keyring.db")
    assert (again._root, await again.concern_key("c")) == (root, secret)
    await again.close()


async def test_the_first_look_at_the_first_generation_begins_its_week(keyring: Keyring) -> None:
    assert await keyring.generations.begun_at(NOW) == NOW
    assert await keyring.generations.begun_at(NOW + timedelta(days=1)) == NOW
    await keyring.generations.begin(NOW + timedelta(days=7))
    assert await keyring.generations.begun_at(NOW) == NOW + timedelta(days=7)


def _written(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def _sealed_keys(file: Path, concern: str) -> list[bytes]:
    with closing(sqlite3.connect(file)) as read:
        query = "SELECT sealed FROM concern_secrets WHERE concern = ?"
        return [row[0] for row in read.execute(query, (concern,))]


async def test_a_file_that_is_no_keyring_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "keyring.db").write_bytes(b"this is no database at all\n" * 500)
    with pytest.raises(StorageError, match="is not a keyring; name another file"):
        await Keyring.open(tmp_path / "keyring.db")
