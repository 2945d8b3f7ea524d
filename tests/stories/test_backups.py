"""Backups: made beside a bot that runs, sealed, and put back after everything was lost."""

import asyncio
import re
import resource
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.backing_up import folders_of, places_of
from bot.db_commands import go_on_from_older, put_back_all
from storage import backups
from storage.backups import KEYS_KEPT
from storage.database import StorageError
from storage.generations import KeyForgotten
from storage.keyring import Keyring
from storage.master_key import MasterKey
from storage.places import Folders
from storage.schema import doors
from tests.cast import Lead, Relative, Worker, the_code
from tests.hand_clock import HandClock
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage whose bot makes a backup every day, and whose master key lies apart."""
    folders = {"folder": tmp_path / "backups", "keys_folder": tmp_path / "backup-keys"}
    keys = {"path": tmp_path / "keys" / "keyring.db", "master_file": tmp_path / "safe" / "m.key"}
    opened = Stage(tmp_path, HandClock(), backups={**folders, "keep_days": 23}, keys=keys)
    async with opened.open() as ready:
        yield ready


def newest(stage: Stage) -> tuple[Path, Path]:
    """Return the newest backups, of the data and of the keys."""
    return (
        max((stage.folder / "backups").glob("data-*.backup")),
        max((stage.folder / "backup-keys").glob("keys-*.backup")),
    )


async def test_whoever_waits_is_told_how_far_a_backup_and_its_return_are(stage: Stage) -> None:
    await Lead.joins(stage, "Lone")
    store, places = stage.app.store, places_of(stage.settings())
    folders, told = folders_of(stage.settings()), list[tuple[int, int]]()
    assert folders is not None
    data, keys = await backups.back_up(
        places, store.keyring, folders, stage.clock.now(), lambda *far: told.append(far)
    )
    assert len(whole(told)) == len((data, keys))
    assert all(0 < done <= of for done, of in told)
    await everything_is_lost(stage)
    told.clear()
    await put_back_all(stage.settings(), data, keys, lambda *far: told.append(far))
    assert whole(told) == {of for _, of in told} == {data.stat().st_size, keys.stat().st_size}


def whole(told: list[tuple[int, int]]) -> set[int]:
    """Return the sizes of what was told to be done to its end."""
    return {of for done, of in told if done == of}


async def everything_is_lost(stage: Stage) -> None:
    """Let the machine's disk die: data and keys are gone, the master key is not."""
    await stage.bot_stops()
    shutil.rmtree(stage.folder / "data")
    shutil.rmtree(stage.folder / "keys")


async def test_after_the_machine_is_lost_people_are_served_on(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern("Bænken ved stationen"))
    await anna.taps("Tag")
    await stage.everyone_looks()
    await stage.time_passes(days=1)
    await stage.everyone_looks()
    data, keys = newest(stage)
    await everything_is_lost(stage)
    assert await put_back_all(stage.settings(), data, keys) == 0
    await stage.bot_starts()
    await stage.everyone_looks()
    await kim.says(code)
    await kim.sees("har læst")
    await anna.taps("Åbn")
    assert "Bænken" in (await anna.card()).text
    await stage.everyone_looks()
    await stage.time_passes(days=3)
    await anna.sees("reager")
    assert (await stage.app.store.journal.chain.verify()).broken is None
    await stage.everyone_looks()


async def test_a_backup_made_while_everybody_writes_opens_whole(stage: Stage) -> None:
    people = [await Relative.arrives(stage, name) for name in "abcd"]
    await asyncio.gather(*(each.raises_a_concern() for each in people[:2]))
    store, clock, folders = stage.app.store, stage.clock, folders_of(stage.settings())
    assert folders is not None
    making = asyncio.create_task(
        backups.back_up(places_of(stage.settings()), store.keyring, folders, clock.now())
    )
    await people[2].raises_a_concern()
    await store.keyring.generations.begin(clock.now())
    data, keys = await making
    await people[3].raises_a_concern()
    await stage.everyone_looks()
    await everything_is_lost(stage)
    await put_back_all(stage.settings(), data, keys)
    await stage.bot_starts()
    for concern in await stage.app.store.concerns.open():
        assert await stage.app.store.concerns.words(concern.id)
        assert await stage.app.store.routes.of(concern.id)
    assert len(await stage.app.store.concerns.open()) >= 2
    await stage.everyone_looks()


async def test_nobody_can_read_a_backup_without_the_keys(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Åsgerdbrunhild")
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Kvægtorvets rødgrød")
    await anna.taps("Tag")
    nickname = await stage.nickname()
    await stage.time_passes(days=1)
    await stage.everyone_looks()
    for file in newest(stage):
        written = file.read_bytes()
        for word in ("Kvægtorvets", "Åsgerdbrunhild", nickname, "concerns", "SQLite format 3"):
            assert word.encode() not in written
        assert file.stat().st_mode & 0o777 == 0o600
        assert file.parent.stat().st_mode & 0o777 == 0o700


async def test_what_was_erased_since_stays_erased(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Sam")
    await kim.raises_a_concern("Bænken ved stationen")
    await sam.raises_a_concern("Skuret ved åen")
    (first, _) = await stage.app.store.concerns.open()
    await stage.time_passes(days=1)
    data, _ = newest(stage)
    await kim.walks("/slet", "[Ja, slet]")
    await stage.everyone_looks()
    await stage.bot_stops()
    shutil.rmtree(stage.folder / "data")
    assert await put_back_all(stage.settings(), data, None) == 1
    await stage.bot_starts()
    assert await stage.app.store.concerns.get(first.id) is None
    with pytest.raises(KeyForgotten):
        await stage.app.store.keyring.concern_key(first.id)
    assert len(await stage.app.store.concerns.open()) == 1
    assert (await stage.app.store.journal.chain.verify()).broken is None
    await stage.everyone_looks()


async def test_a_trace_that_was_cut_since_stays_cut(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    (concern,) = await stage.app.store.concerns.open()
    await stage.time_passes(days=1)
    data, _ = newest(stage)
    store = stage.app.store
    await store.database.write(store.routes.cut(concern.id))
    await stage.bot_stops()
    shutil.rmtree(stage.folder / "data")
    assert await put_back_all(stage.settings(), data, None) == 0
    await stage.bot_starts()
    store = stage.app.store
    assert await store.routes.of(concern.id) is None
    (door,) = await store.database.read(select(doors))
    assert store.doors._door(door).concerns == ()
    assert len(await store.concerns.open()) == 1


async def test_after_thirty_days_no_old_backup_opens_anything(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    copied = shutil.copy(data, stage.folder / "stolen.backup")
    for _ in range(30):
        await stage.time_passes(days=1)
    await stage.everyone_looks()
    assert not keys.exists()
    assert not data.exists()
    await stage.bot_stops()
    shutil.rmtree(stage.folder / "data")
    with pytest.raises(StorageError, match="is older than the keys that are left"):
        await put_back_all(stage.settings(), Path(copied), None)
    assert not (stage.folder / "data" / "brobygger.db").exists()


async def test_backups_are_made_every_day_and_kept_for_their_time(stage: Stage) -> None:
    for _ in range(30):
        await stage.time_passes(days=1)
    for kind, folder in (("data", "backups"), ("keys", "backup-keys")):
        found = list((stage.folder / folder).iterdir())
        assert all(each.name.startswith(f"{kind}-") for each in found)
        assert KEYS_KEPT.days <= len(found) <= KEYS_KEPT.days + 1


async def test_within_a_day_no_second_backup_is_made(stage: Stage) -> None:
    await stage.time_passes(days=1)
    first = newest(stage)
    await stage.time_passes(hours=23)
    assert newest(stage) == first
    await stage.time_passes(hours=1)
    assert newest(stage) != first


async def test_the_leads_hear_once_a_day_that_no_backup_was_made(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    lone = await Lead.joins(stage, "Lone")
    shutil.rmtree(stage.folder / "backups", ignore_errors=True)
    (stage.folder / "backups").write_text("a file in the way")
    await stage.time_passes(days=1)
    await lone.sees("ikke tages en sikkerhedskopi")
    assert "No backup was made: " in caplog.text
    await stage.time_passes(hours=2)
    await lone.sees_nothing_new()
    (stage.folder / "backups").unlink()
    await stage.time_passes(days=1)
    assert newest(stage)
    await lone.sees_nothing_new()


async def test_nothing_is_ever_written_over(stage: Stage) -> None:
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    await stage.bot_stops()
    before = (stage.folder / "data" / "brobygger.db").read_bytes()
    with pytest.raises(StorageError, match=r"^storage\.url: .+ is there already"):
        await put_back_all(stage.settings(), data, keys)
    (stage.folder / "data" / "brobygger.db").rename(stage.folder / "aside.db")
    with pytest.raises(StorageError, match=r"^keys\.path: .+ is there already"):
        await put_back_all(stage.settings(), data, keys)
    assert (stage.folder / "aside.db").read_bytes() == before


async def test_a_log_left_behind_does_not_ruin_what_is_restored(stage: Stage) -> None:
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    await everything_is_lost(stage)
    for key, file in (("keys.path", "keys/keyring.db"), ("storage.url", "data/brobygger.db")):
        (stage.folder / file).parent.mkdir()
        (stage.folder / f"{file}-wal").touch()
        with pytest.raises(StorageError, match=rf"^{key}: .+-wal is there already"):
            await backups.put_back(places_of(stage.settings()), data, keys)


async def test_keys_do_not_outlive_their_time_when_no_backup_can_be_made(stage: Stage) -> None:
    await stage.time_passes(days=1)
    _, keys = newest(stage)
    (stage.folder / "aside").mkdir()
    shutil.move(stage.folder / "backups", stage.folder / "aside")
    (stage.folder / "backups").write_text("a file in the way")
    for _ in range(24):
        assert keys.exists()
        await stage.time_passes(days=1)
    assert not keys.exists()


async def test_no_folder_of_backups_lies_in_the_other(stage: Stage) -> None:
    places, keyring = places_of(stage.settings()), stage.app.store.keyring
    outer, inner = stage.folder / "all", stage.folder / "all" / "inner"
    for folders in (Folders(outer, inner), Folders(inner, outer)):
        with pytest.raises(StorageError, match="lies in the other"):
            await backups.back_up(places, keyring, folders, stage.clock.now())
    assert not outer.exists()


async def test_another_process_notices_that_a_generation_is_gone(stage: Stage) -> None:
    settings = stage.settings()
    other = await Keyring.open(settings.keys.path, settings.keys.to_master())
    store = stage.app.store
    await store.keyring.generations.begin(stage.clock.now())
    await other.generations.refresh()
    assert await store.resealing.everything()
    await store.keyring.generations.destroy_older()
    await other.generations.refresh()
    assert other.generations.oldest == store.keyring.generations.oldest
    await other.close()


async def _refused(stage: Stage, data: Path, keys: Path | None) -> str:
    """Try to put backups back where nothing lies; nothing may be left behind."""
    with pytest.raises(StorageError) as refused:
        await backups.put_back(places_of(stage.settings()), data, keys)
    left = [each for each in stage.folder.rglob("*") if each.name.endswith((".part", ".db"))]
    assert left == []
    return str(refused.value)


async def test_what_is_wrong_with_a_backup_is_one_sentence(stage: Stage, tmp_path: Path) -> None:
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    await everything_is_lost(stage)
    cut = tmp_path / "cut.backup"
    cut.write_bytes(data.read_bytes()[:-1])
    assert "is damaged or cut short. Nothing was changed." in await _refused(stage, cut, keys)
    cut.write_bytes(data.read_bytes()[:-40_000])
    assert "cut short" in await _refused(stage, cut, keys)
    cut.write_bytes(b"something else entirely")
    assert "is not a backup of this program" in await _refused(stage, cut, keys)
    assert "cannot be read (No such file" in await _refused(stage, tmp_path / "none", keys)
    assert "is not a backup of the data" in await _refused(stage, keys, keys)
    assert "is not a backup of the keyring" in await _refused(stage, data, data)
    assert "there is no keyring at" in await _refused(stage, data, None)
    newer = data.read_bytes().replace(b'"version": 1', b'"version": 2')
    cut.write_bytes(newer)
    assert "by a newer version" in await _refused(stage, cut, keys)
    newer = data.read_bytes().replace(b'"schema": "0', b'"schema": "9')
    cut.write_bytes(newer)
    assert "by a newer version" in await _refused(stage, cut, keys)
    (tmp_path / "safe" / "m.key").write_text("0" * 64)
    assert "cannot be opened with these keys" in await _refused(stage, data, keys)
    (tmp_path / "safe" / "m.key").unlink()
    assert "keys.master_file: " in await _refused(stage, data, keys)


async def test_a_backup_of_another_team_is_refused(stage: Stage, tmp_path: Path) -> None:
    await stage.time_passes(days=1)
    data, _ = newest(stage)
    await everything_is_lost(stage)
    master = MasterKey(tmp_path / "safe" / "m.key")
    other = await Keyring.open(stage.folder / "keys" / "keyring.db", master)
    await other.close()
    with pytest.raises(StorageError, match=r"belongs to another keyring\. Nothing was changed"):
        await put_back_all(stage.settings(), data, None)


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    place=st.floats(0, 0.999999), bit=st.integers(0, 7), cut=st.booleans(), keyring=st.booleans()
)
async def test_no_damage_and_no_cut_goes_unseen(
    made: tuple[Stage, Path, Path], place: float, bit: int, cut: bool, keyring: bool
) -> None:
    stage, data, keys = made
    whole = (keys if keyring else data).read_bytes()
    at = int(place * len(whole))
    flipped = whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]
    broken = stage.folder / "broken.backup"
    broken.write_bytes(whole[:at] if cut else flipped)
    await _refused(stage, *((data, broken) if keyring else (broken, keys)))


@pytest.fixture
async def made(stage: Stage) -> tuple[Stage, Path, Path]:
    """Both backups of a machine that is lost."""
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    await everything_is_lost(stage)
    return stage, data, keys


async def test_a_copy_that_was_cut_short_is_swept_away(stage: Stage) -> None:
    await stage.time_passes(days=1)
    folder = stage.folder / "backups"
    (folder / ".making-abc").mkdir()
    (folder / ".making-abc" / "copy.db").touch()
    (folder / "data-20261101T000000Z.backup.part").touch()
    await stage.time_passes(days=1)
    assert [each.name for each in folder.iterdir() if not each.name.endswith(".backup")] == []


async def test_a_backup_begins_anew_when_the_master_key_changes_under_it(stage: Stage) -> None:
    """The command that prints the key prints another one the first time it is asked."""
    kept, places, asked = (
        folders_of(stage.settings()),
        places_of(stage.settings()),
        stage.folder / "asked",
    )
    assert kept is not None
    once = f"test -e {asked} || {{ touch {asked}; echo {'0' * 64}; exit; }}"
    command = ("sh", "-c", f"{once}; cat {places.master.file}")
    moved = replace(places, master=MasterKey(places.master.file, command=command))
    data, keys = await backups.back_up(moved, stage.app.store.keyring, kept, stage.clock.now())
    await everything_is_lost(stage)
    await put_back_all(stage.settings(), data, keys)
    assert asked.exists()


async def test_a_disk_that_is_full_is_one_sentence(stage: Stage) -> None:
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    await everything_is_lost(stage)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        assert re.search(r"cannot be written \(.+\)\. Nothing", await _refused(stage, data, keys))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


async def test_a_folder_that_is_a_file_is_one_sentence(stage: Stage) -> None:
    await stage.time_passes(days=1)
    data, keys = newest(stage)
    await everything_is_lost(stage)
    (stage.folder / "keys").write_text("in the way")
    assert "cannot be written" in await _refused(stage, data, keys)


async def test_what_is_no_database_is_not_backed_up(stage: Stage) -> None:
    kept, places = folders_of(stage.settings()), places_of(stage.settings())
    assert kept is not None
    (stage.folder / "garbage").write_bytes(b"this is no database at all\n" * 500)
    garbage = replace(places, url=f"sqlite+aiosqlite:///{stage.folder}/garbage")
    with pytest.raises(StorageError, match="cannot be read"):
        await backups.back_up(garbage, stage.app.store.keyring, kept, stage.clock.now())


async def test_an_older_database_put_back_by_hand_leads_nobody_back(stage: Stage) -> None:
    """As with a dump of PostgreSQL: the keyring is today's, the data is not."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await stage.bot_stops()
    shutil.copytree(stage.folder / "data", stage.folder / "dump")
    await stage.bot_starts()
    await kim.walks("/slip", "[Ja, slip sporet]")
    await stage.everyone_looks()
    await stage.bot_stops()
    shutil.rmtree(stage.folder / "data")
    (stage.folder / "dump").rename(stage.folder / "data")
    assert await go_on_from_older(stage.settings()) == 0
    await stage.bot_starts()
    assert (await stage.app.store.journal.chain.verify()).broken is None
    assert (await stage.app.store.doors.at(kim.phone.person)).concerns == ()
    await stage.everyone_looks()
