"""What the commands of `brobygger db` do with the database and its keys."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import typer

from bot import progress
from bot.backing_up import folders_of, places_of
from bot.clock import SystemClock
from bot.config.settings import Settings
from bot.console import answering, settings_of
from storage import backups
from storage.database import StorageError, Write
from storage.journal_proof import Verdict
from storage.parked import discarded, retried
from storage.places import Folders
from storage.process_lock import ProcessLock
from storage.progress import Progress, untold
from storage.store import Store, open_store
from storage.watch import Counts


def verify(config: Path) -> None:
    """Say whether the journal is as it was written; end with 1 if it is not."""
    settings = settings_of(config, "WARNING")
    with progress.shown("Reading the journal"):
        verdict = answering(_verified(settings))
    if verdict.broken is None:
        typer.echo(f"The journal has {verdict.entries} entries, all as they were written.")
        return
    typer.echo(f"The journal is not as it was written: {sentence(verdict)}", err=True)
    raise typer.Exit(1)


def rekey(config: Path, *, master: bool) -> None:
    """Begin new keys, and a new master key too if asked."""
    settings = settings_of(config, "WARNING")
    with progress.shown("Beginning new keys"):
        answering(_rekeyed(settings, master=master))
    typer.echo(
        "New keys have begun. Within ten minutes the running bot, or else its next start, seals "
        "everything under them; ten minutes later it destroys the old ones."
    )
    if master:
        typer.echo(
            f"There is a new master key in {settings.keys.to_master().file}: let its two keepers "
            f"copy it today. Keep the old copies for {backups.KEYS_KEPT.days} days, because older "
            "backups of the keys need them, and then destroy them."
        )


def backup(config: Path, to: Path | None, keys_to: Path | None) -> None:
    """Back up into these two folders, or into those of the configuration."""
    settings = settings_of(config, "WARNING")
    folders = Folders(to, keys_to) if to and keys_to else folders_of(settings)
    with progress.shown("Backing up") as so_far:
        data, keys = answering(_backed_up(settings, folders, so_far))
    typer.echo(f"{data}\n{keys}")


def parked(config: Path, *, retry: bool, discard: bool) -> None:
    """Count what is parked, and try it again or delete it; raises BadParameter for both."""
    if retry and discard:
        raise typer.BadParameter("choose --retry or --discard, not both.")
    writes = retried() if retry else discarded() if discard else []
    counts = answering(settle_parked(settings_of(config, "WARNING"), writes))
    what = "are tried again" if retry else "are deleted" if discard else "are set aside"
    typer.echo(f"{counts.inbox_parked} updates and {counts.outbox_parked} messages {what}.")


def restore(data: Path, keys: Path | None, config: Path) -> None:
    """Put the backups of the data, and of the keys if given, where nothing lies."""
    settings = settings_of(config, "WARNING")
    with progress.shown("Putting the backup back") as so_far:
        gone = answering(put_back_all(settings, data, keys, so_far))
    typer.echo(
        "The backup is in its place. What came in after it was made is not in it; messages that "
        "waited then go out again."
    )
    if gone:
        typer.echo(f"{gone} concerns that were erased or forgotten since stay forgotten.")


def restored(config: Path) -> None:
    """Go on from an older database that was put back by other means."""
    gone = answering(go_on_from_older(settings_of(config, "WARNING")))
    typer.echo(f"The journal goes on from here. {gone} concerns that were erased stay erased.")


def sentence(verdict: Verdict) -> str:
    """Return what is wrong with the journal, in one sentence."""
    broken = verdict.broken
    if broken is None:
        return "nothing is wrong."
    last = f"; the last good one is of {broken.after:%Y-%m-%d %H:%M} UTC" if broken.after else ""
    return f"entry {broken.number} is {broken.kind}{last}."


async def _opened(
    settings: Settings, lock: ProcessLock | None = None, so_far: Progress = untold
) -> Store:
    keys = settings.keys
    return await open_store(settings.storage.url, keys.path, keys.to_master(), lock, so_far)


async def go_on_from_older(settings: Settings) -> int:
    """Accept an older database beside its own keyring; return how many stay forgotten.

    Raises StorageError, also when a bot runs on an SQLite database.
    """
    with ProcessLock(settings.storage.url) as lock:
        return await _still_forgotten(await _opened(settings, lock))


async def _verified(settings: Settings) -> Verdict:
    store = await _opened(settings)
    try:
        return await store.journal.chain.verify()
    finally:
        await store.close()


async def settle_parked(settings: Settings, writes: Sequence[Write]) -> Counts:
    """Do that with what is parked; return how much there was before."""
    store = await _opened(settings)
    try:
        counts = await store.watch.counts(SystemClock().now())
        await store.database.write(*writes)
    finally:
        await store.close()
    return counts


async def _rekeyed(settings: Settings, *, master: bool) -> None:
    # Nothing is sealed anew here: a running bot does not know the new keys yet, and would take
    # what it cannot open for lost.
    store = await _opened(settings)
    try:
        await store.keyring.generations.begin(SystemClock().now())
        if master:
            await store.keyring.generations.change_master()
    finally:
        await store.close()


async def _backed_up(
    settings: Settings, folders: Folders | None, so_far: Progress
) -> tuple[Path, Path]:
    if folders is None or folders.data.resolve() == folders.keys.resolve():
        raise StorageError(
            "backups.folder: name one folder for the data and another one for the keys, "
            "here or with --to and --keys-to."
        )
    now, keep = SystemClock().now(), timedelta(days=settings.backups.keep_days)
    store = await _opened(settings, so_far=so_far)
    try:
        made = await backups.back_up(places_of(settings), store.keyring, folders, now, so_far)
    finally:
        await store.close()
    backups.prune(folders, keep, now)
    backups.sweep(folders)
    return made


async def put_back_all(
    settings: Settings, data: Path, keys: Path | None, so_far: Progress = untold
) -> int:
    """Put backups back, and return how many concerns stay forgotten.

    `so_far` is told in bytes, and then in schemas if the backup is older. Raises StorageError,
    also when a bot runs on the database.
    """
    with ProcessLock(settings.storage.url) as lock:
        await backups.put_back(places_of(settings), data, keys, so_far)
        return await _still_forgotten(await _opened(settings, lock, so_far))


async def _still_forgotten(store: Store) -> int:
    """Forget again what was forgotten after the backup, and close the store."""
    try:
        now = SystemClock().now()
        await store.journal.restored(now)
        known = await store.keyring.known(route=True)  # of others the trace was cut since
        await store.database.write(*await store.doors.only_to(known, now.date()))
        gone = await store.forgetting.without_keys()
        for concern in gone:
            await store.database.write(
                store.journal.forget(concern, now),
                *store.forgetting.concern(concern, ended=False),
            )
        return len(gone)
    finally:
        await store.close()
