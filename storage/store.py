"""The store: everything that survives, opened and closed as one."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from storage.blocks import Blocks
from storage.chat_messages import ChatMessages
from storage.concern_media import ConcernMedia
from storage.concerns import Concerns
from storage.database import Database, StorageError
from storage.doors import Doors
from storage.forgetting import Forgetting
from storage.handshakes import Handshakes
from storage.inbox import Inbox
from storage.invites import Invites
from storage.journal import Journal
from storage.keyring import Keyring
from storage.keyring_file import refuse_a_lost_one
from storage.marks import Marks
from storage.master_key import MasterKey
from storage.migrations import upgrade
from storage.orders import Orders
from storage.outbox import Outbox
from storage.process_lock import ProcessLock
from storage.progress import Progress, untold
from storage.reminders import Reminders
from storage.resealing import Resealing
from storage.roster import Rosters
from storage.routes import Routes
from storage.staff import Staff
from storage.swaps import Swaps
from storage.undos import Undos
from storage.watch import Watch


@dataclass(frozen=True)
class Store:
    """One room per kind of row, over one database and one keyring."""

    database: Database
    keyring: Keyring
    inbox: Inbox
    outbox: Outbox
    chat_messages: ChatMessages
    doors: Doors
    concerns: Concerns
    routes: Routes
    concern_media: ConcernMedia
    resealing: Resealing
    forgetting: Forgetting
    blocks: Blocks
    reminders: Reminders
    staff: Staff
    invites: Invites
    roster: Rosters
    handshakes: Handshakes
    orders: Orders
    swaps: Swaps
    journal: Journal
    marks: Marks
    undos: Undos
    watch: Watch
    lock: ProcessLock | None = None

    async def close(self) -> None:
        """Finish what is being written, close both files, and let others have them."""
        await self.database.close()
        await self.keyring.close()
        if self.lock is not None:
            self.lock.release()


async def open_store(
    url: str | URL,
    keys: Path,
    master: MasterKey | None = None,
    lock: ProcessLock | None = None,
    progress: Progress = untold,
) -> Store:
    """Open the database at `url`, brought to the newest schema, and the keyring at `keys`.

    Where no master key is named, it lies beside the keyring in `master.key`. A `lock` is taken
    until the store is closed: a bot must be alone on an SQLite database, other commands need not.
    `progress` is told how many schemas the database has been brought forward.

    Raises StorageError with one sentence when either cannot be used.
    """
    with contextlib.ExitStack() as opening:
        if lock is not None:
            opening.callback(lock.release)
        await upgrade(url, lock, progress)
        store = await _opened(url, keys, master, lock)
        opening.pop_all()
    return store


async def _opened(
    url: str | URL, keys: Path, master: MasterKey | None, lock: ProcessLock | None
) -> Store:
    database = await Database.open(url)
    async with contextlib.AsyncExitStack() as opened:
        opened.push_async_callback(database.close)
        await refuse_a_lost_one(database, keys)
        keyring = await Keyring.open(keys, master)
        opened.push_async_callback(keyring.close)
        await _belongs(database, keyring)
        opened.pop_all()
    store = Store(
        database=database,
        keyring=keyring,
        inbox=Inbox(database, keyring),
        outbox=Outbox(database, keyring),
        chat_messages=ChatMessages(database, keyring),
        doors=Doors(database, keyring),
        concerns=Concerns(database, keyring),
        routes=Routes(database, keyring),
        concern_media=ConcernMedia(database, keyring),
        resealing=Resealing(database, keyring),
        forgetting=Forgetting(database, keyring),
        blocks=Blocks(database, keyring),
        reminders=Reminders(database),
        staff=Staff(database, keyring),
        invites=Invites(database, keyring),
        roster=Rosters(database),
        handshakes=Handshakes(database),
        orders=Orders(database),
        journal=Journal(database, keyring),
        swaps=Swaps(database),
        marks=Marks(database),
        undos=Undos(database),
        watch=Watch(database),
        lock=lock,
    )
    await store.journal.chain.adopt()
    return store


async def _belongs(database: Database, keyring: Keyring) -> None:
    """Refuse a keyring that is not the database's own: with it nothing could be read."""
    marks = Marks(database)
    if await marks.get("keyring") is None:
        await database.write(marks.set("keyring", keyring.fingerprint))
    if await marks.get("keyring") != keyring.fingerprint:
        raise StorageError(
            "keys.path: this keyring does not belong to the database at storage.url; "
            "put the right one back from its backup. Without it nothing there can be read."
        )
