"""The keyring: every key there is, in a file of its own, apart from the data."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Column, LargeBinary, MetaData, Table, Text, delete, insert, select

from storage.database import Database, StorageError, Write
from storage.sealing import tag

_metadata = MetaData()
_root = Table(
    "root",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)
_concern_keys = Table(
    "concern_keys",
    _metadata,
    Column("concern", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)


class KeyForgotten(Exception):
    """The concern's key is gone, and with it all that was sealed under it."""


class Keyring:
    """Holds one root secret, from which a key per purpose is derived, and one key per concern.

    A concern's key is stored before anything is sealed under it; destroying the key is how a
    concern is forgotten.
    """

    def __init__(self, database: Database, root: bytes) -> None:
        self._database = database
        self._root = root
        self._derived: dict[tuple[str, int], bytes] = {}
        self._concerns: dict[str, bytes] = {}

    @classmethod
    async def open(cls, path: Path) -> "Keyring":
        """Open the keyring at `path`, or make a new one that only its owner can read.

        A folder is given the file `keyring.db`. Raises StorageError with a sentence when the
        place cannot be used.
        """
        file = _file(path)
        try:
            database = await Database.open(f"sqlite+aiosqlite:///{file}")
        except StorageError as error:
            raise StorageError(f"keys.path: {file} is not a keyring; name another file.") from error
        for table in _metadata.sorted_tables:
            await database.create(table)
        return cls(database, await _root_secret(database))

    async def close(self) -> None:
        """Close the keyring's file."""
        await self._database.close()

    def key(self, purpose: str, length: int = 32) -> bytes:
        """Return the key for one purpose: always the same, and telling nothing of the others."""
        if (purpose, length) not in self._derived:
            hkdf = HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose.encode())
            self._derived[purpose, length] = hkdf.derive(self._root)
        return self._derived[purpose, length]

    @property
    def fingerprint(self) -> str:
        """What tells this keyring from others, and nothing of its keys."""
        return tag(self.key("fingerprint"), "keyring")

    async def new_concern_key(self, concern: str) -> bytes:
        """Make, store and return the key of a new concern."""
        secret = os.urandom(32)
        await self._database.write(
            Write(insert(_concern_keys).values(concern=concern, secret=secret))
        )
        self._concerns[concern] = secret
        return secret

    async def concern_key(self, concern: str) -> bytes:
        """Return a concern's key; raises KeyForgotten when it was destroyed."""
        if concern not in self._concerns:
            query = select(_concern_keys.c.secret).where(_concern_keys.c.concern == concern)
            rows = await self._database.read(query)
            if not rows:
                raise KeyForgotten("The concern's key was destroyed.")
            self._concerns[concern] = rows[0].secret
        return self._concerns[concern]

    async def destroy_concern_key(self, concern: str) -> None:
        """Destroy a concern's key; what was sealed under it can never be read again."""
        self._concerns.pop(concern, None)
        await self._database.write(
            Write(delete(_concern_keys).where(_concern_keys.c.concern == concern))
        )


def _file(path: Path) -> Path:
    """Return the keyring's file, made so that only its owner can read it."""
    file = path / "keyring.db" if path.is_dir() else path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(
            f"keys.path: {file} cannot be written ({error.strerror}); "
            "name a file in a folder that only this service may read."
        ) from error
    return file


async def _root_secret(database: Database) -> bytes:
    # Two processes may start on a new keyring at once: the first row wins, both read it.
    await database.write(
        Write(insert(_root).prefix_with("OR IGNORE").values(name="root", secret=os.urandom(32)))
    )
    secret: bytes = (await database.read(select(_root.c.secret)))[0].secret
    return secret
