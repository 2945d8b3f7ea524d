"""The tables as they stand now; who wrote, and every word of theirs, is sealed or hashed."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, Table, false

from storage.columns import Instant, Number, Text, metadata

# What came from Telegram and is not yet done. `lane` keeps one chat's updates in order; lane
# and content are emptied when the update is done, the id is kept to know a repeated one.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Number, primary_key=True, autoincrement=False),
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
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("lane", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("repeatable", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("card", Text),
    Column("member", Text),
    Column("concern", Text),
    Column("priority", Integer, nullable=False, server_default="3"),
    Index("outbox_lane", "lane", "id"),
    Index("outbox_due", "not_before", "id"),
    sqlite_autoincrement=True,
)

# Which message in which chat shows a card, so that it can be edited later; and which concern a
# message to a member is about, so that an answer to it finds back: `place` is a keyed hash of
# chat and message.
cards = Table(
    "cards",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("place", Text),
    Column("concern", Text),
    Index("cards_place", "place"),
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
    Column("offered_to", Text),
    Column("told_on", Date, nullable=False, server_default="1970-01-01"),
    Column("told_reacted", Boolean, nullable=False, server_default=false()),
    Column("ended_on", Date),
    Index("concerns_open", "state", "received_at"),
    Index("concerns_owner", "owner", "received_at"),
    Index("concerns_nickname", "nickname", unique=True),
)

# What was written after a concern was sent, by either side, under the concern's own key.
entries = Table(
    "entries",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
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
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("concern", Text, nullable=False),
    Column("rung", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Index("reminders_due", "state", "due_at"),
    Index("reminders_concern", "concern", "state"),
    sqlite_autoincrement=True,
)

# Who did what when; never a word of a concern. Each row's `digest` is a keyed hash of it and its
# salt, and `link` one of that and the link before: a row cannot be changed, moved or taken out
# unseen. A forgotten row is emptied, its salt too, and keeps both hashes.
journal = Table(
    "journal",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("concern", Text),
    Column("salt", LargeBinary),
    Column("digest", Text),
    Column("link", Text),
    Index("journal_concern", "concern", "number"),
    Index("journal_at", "at"),
    sqlite_autoincrement=True,
)

# What is left of forgotten concerns: how many there were of what in which month.
counts = Table(
    "counts",
    metadata,
    Column("month", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("number", Integer, nullable=False),
)

# Who may raise nothing until that day: a keyed hash of their chat, under a key of its own.
blocks = Table(
    "blocks",
    metadata,
    Column("tag", Text, primary_key=True),
    Column("until", Date, nullable=False),
)

# Facts the bot keeps about itself.
marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
