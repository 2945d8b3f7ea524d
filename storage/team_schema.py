"""The tables of the team: who is in it, who has the duty, and what can be undone."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, Table

from storage.columns import Instant, Number, Text, metadata

staff = Table(
    "staff",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tag", Text, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("number", Integer, nullable=False, unique=True),
    Column("reachable", Boolean, nullable=False),
    Column("status", Text, nullable=False, server_default="active"),
    Column("version", Integer, nullable=False, server_default="1"),
)

# `id` names an invitation to whoever made it, `member`: nobody, for one made on the command line.
invites = Table(
    "invites",
    metadata,
    Column("code", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used", Boolean, nullable=False),
    Column("id", Text, nullable=False, server_default=""),
    Column("member", Text),
)

# What was before a member's last step with a concern: it can be undone for a few minutes.
undos = Table(
    "undos",
    metadata,
    Column("concern", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("member", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("before", Text, nullable=False),
)

# Each member's own order of their concerns; those without a place stand by age (S40).
orders = Table(
    "orders",
    metadata,
    Column("member", Text, primary_key=True),
    Column("concern", Text, primary_key=True),
    Column("place", Integer, nullable=False),
)

# Duties that come again every week, built in chat: weekdays as "0,1,4", times of day as "08:00".
weekly = Table(
    "weekly",
    metadata,
    Column("id", Text, primary_key=True),
    Column("member", Text, nullable=False),
    Column("weekdays", Text, nullable=False),
    Column("starts", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("weeks", Text, nullable=False),
)

# Duties of the last good import of a calendar.
shifts = Table(
    "shifts",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("member", Text, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Index("shifts_end", "ends_at"),
    sqlite_autoincrement=True,
)

# When somebody is not at work, and never why; without an end until they come back.
absences = Table(
    "absences",
    metadata,
    Column("id", Text, primary_key=True),
    Column("member", Text, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
)

# Who comes on duty and who goes off it beside the plan; the later of two changes holds.
duty_changes = Table(
    "duty_changes",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("comes", Text),
    Column("goes", Text),
    Column("swap", Text),
    Index("duty_changes_end", "ends_at"),
    Index("duty_changes_swap", "swap"),
    sqlite_autoincrement=True,
)

# Somebody wishes to give a duty away, perhaps for another one; it holds once it is accepted.
swaps = Table(
    "swaps",
    metadata,
    Column("id", Text, primary_key=True),
    Column("giver", Text, nullable=False),
    Column("taker", Text),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("back_starts_at", Instant),
    Column("back_ends_at", Instant),
    Column("state", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

# Whoever comes on duty is asked to say so; who does not is noticed before a concern comes.
handshakes = Table(
    "handshakes",
    metadata,
    Column("member", Text, primary_key=True),
    Column("starts_at", Instant, primary_key=True),
    Column("ends_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("told", Text, nullable=False),  # who heard that no answer came: "id,id"
    Index("handshakes_due", "state", "due_at"),
)
