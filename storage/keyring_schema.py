"""The keyring's tables, and how one of the first version is brought into them."""

from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    delete,
    select,
    text,
)

from storage.columns import Instant
from storage.database import Database, Write

_metadata = MetaData()

# Keys that replace one another, each sealed under the master key.
generations = Table(
    "generations",
    _metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("begun_at", Instant),
    Column("sealed", LargeBinary, nullable=False),
)

# What never changes, sealed under a generation.
secrets = Table(
    "secrets",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# Each concern's keys, sealed under a generation: one for its words, one for the way back.
concern_secrets = Table(
    "concern_secrets",
    _metadata,
    Column("concern", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("concern", "what"),
)

# Small facts that must lie apart from the data.
notes = Table(
    "notes",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

TABLES = (generations, secrets, concern_secrets, notes)

# As the first version kept them: in the clear.
_root = Table("root", _metadata, Column("name", Text), Column("secret", LargeBinary))
_concern_keys = Table(
    "concern_keys", _metadata, Column("concern", Text), Column("secret", LargeBinary)
)


async def of_the_first_version(database: Database) -> tuple[bytes, dict[str, bytes]] | None:
    """Return the root and each concern's one key as the first version kept them, if it did."""
    there = text("SELECT 1 FROM sqlite_master WHERE name = 'root'")
    roots = await database.read(select(_root.c.secret)) if await database.read(there) else []
    if not roots:
        return None
    keys = {row.concern: row.secret for row in await database.read(select(_concern_keys))}
    return roots[0].secret, keys


def without_the_first_version() -> list[Write]:
    """Return the writes that take away what the first version kept in the clear."""
    return [
        Write(delete(_concern_keys), shreds=True),
        Write(delete(_root)),
        Write(text("DROP TABLE concern_keys")),
        Write(text("DROP TABLE root")),
    ]
