"""The tables as they stand now; who wrote, and every word of theirs, is sealed or hashed."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData()
_Number = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, UTC without a zone in the row, on both engines alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC; a naive one is a ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the stored moment as aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


# Not before what need not wait: a clock that is set back must not make it wait either.
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)

# What came from Telegram and is not yet done. `lane` keeps one chat's updates in order; lane
# and content are emptied when the update is done, the id is kept to know a repeated one.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", _Number, primary_key=True, autoincrement=False),
    Column("lane", Text),
    Column("sealed", LargeBinary),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Index("inbox_waiting", "state", "update_id"),
    Index("inbox_age", "received_at"),
)

# What shall leave for Telegram; a delivered row is deleted.
outbox = Table(
    "outbox",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=True),
    Column("lane", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("repeatable", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("card", Text),
    Column("member", Text),
    Column("concern", Text),
    Index("outbox_lane", "lane", "id"),
    Index("outbox_due", "not_before", "id"),
    sqlite_autoincrement=True,
)

# Which message in which chat shows a card, so that it can be edited later.
cards = Table(
    "cards",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

# Messages of both sides that can still be deleted from a chat: found by a keyed hash of their own.
chat_messages = Table(
    "chat_messages",
    metadata,
    Column("id", Text, primary_key=True),
    Column("lane", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("day", Date, nullable=False),
    Index("chat_messages_lane", "lane"),
    Index("chat_messages_day", "day"),
)

# One row per person who writes: behind a keyed hash, sealed. `wakes_at` is a full hour: when an
# unfinished interview is reminded of or wiped.
doors = Table(
    "doors",
    metadata,
    Column("tag", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
    Column("waiting", Boolean, nullable=False),
    Column("touched_on", Date, nullable=False),
    Column("wakes_at", Instant),
    Index("doors_waiting", "waiting", "touched_on"),
    Index("doors_waking", "wakes_at"),
)

concerns = Table(
    "concerns",
    metadata,
    Column("id", Text, primary_key=True),
    Column("nickname", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("acute", Boolean, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("promised_on", Date, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("reaction", Text),
    Column("version", Integer, nullable=False),
    Column("receipt", Text, nullable=False, unique=True),
    Column("words", LargeBinary, nullable=False),
    Column("route", LargeBinary),
    Column("closing", Text),
    Index("concerns_open", "state", "received_at"),
    Index("concerns_owner", "owner", "received_at"),
)

# What was written after a concern was sent, by either side, under the concern's own key.
entries = Table(
    "entries",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=True),
    Column("concern", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("entries_concern", "concern", "id"),
    sqlite_autoincrement=True,
)

# Pictures and sounds, where they were allowed: file ids under the concern's own key.
concern_media = Table(
    "concern_media",
    metadata,
    Column("concern", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

# Who was told of a concern, and which card shows it to them.
alerts = Table(
    "alerts",
    metadata,
    Column("concern", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("card", Text, nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=True),
    Column("concern", Text, nullable=False),
    Column("rung", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Index("reminders_due", "state", "due_at"),
    Index("reminders_concern", "concern", "state"),
    sqlite_autoincrement=True,
)

staff = Table(
    "staff",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tag", Text, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("number", Integer, nullable=False, unique=True),
    Column("on_duty", Boolean, nullable=False),
    Column("reachable", Boolean, nullable=False),
)

invites = Table(
    "invites",
    metadata,
    Column("code", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used", Boolean, nullable=False),
)

# Who did what when; never a word of a concern.
journal = Table(
    "journal",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("concern", Text),
    sqlite_autoincrement=True,
)

# Facts the bot keeps about itself.
marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
