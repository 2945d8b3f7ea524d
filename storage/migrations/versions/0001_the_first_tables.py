"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table."""
    _what_comes_and_goes()
    _people()
    _concerns()
    _what_is_noted()


def downgrade() -> None:
    """Take every table away, its indexes with it."""
    for table in (
        *("inbox", "outbox", "cards"),
        *("doors", "staff", "invites"),
        *("concerns", "alerts", "reminders"),
        *("journal", "marks"),
    ):
        op.drop_table(table)


def _what_comes_and_goes() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", _number, primary_key=True, autoincrement=False),
        sa.Column("lane", _text),
        sa.Column("sealed", sa.LargeBinary()),
        sa.Column("state", _text, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
    )
    op.create_index("inbox_waiting", "inbox", ["state", "update_id"])
    op.create_index("inbox_age", "inbox", ["received_at"])
    op.create_table(
        "outbox",
        sa.Column("id", _number, primary_key=True, autoincrement=True),
        sa.Column("lane", _text, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", _text, nullable=False),
        sa.Column("repeatable", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("card", _text),
        sa.Column("member", _text),
        sa.Column("concern", _text),
        sqlite_autoincrement=True,
    )
    op.create_index("outbox_lane", "outbox", ["lane", "id"])
    op.create_index("outbox_due", "outbox", ["not_before", "id"])
    op.create_table(
        "cards",
        sa.Column("id", _text, primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )


def _people() -> None:
    op.create_table(
        "doors",
        sa.Column("tag", _text, primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("touched_on", sa.Date(), nullable=False),
    )
    op.create_index("doors_waiting", "doors", ["waiting", "touched_on"])
    op.create_table(
        "staff",
        sa.Column("id", _text, primary_key=True),
        sa.Column("tag", _text, nullable=False, unique=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("role", _text, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, unique=True),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "invites",
        sa.Column("code", _text, primary_key=True),
        sa.Column("role", _text, nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
    )


def _concerns() -> None:
    op.create_table(
        "concerns",
        sa.Column("id", _text, primary_key=True),
        sa.Column("nickname", _text, nullable=False),
        sa.Column("role", _text, nullable=False),
        sa.Column("acute", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("state", _text, nullable=False),
        sa.Column("owner", _text),
        sa.Column("reaction", _text),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("receipt", _text, nullable=False, unique=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("route", sa.LargeBinary()),
    )
    op.create_index("concerns_open", "concerns", ["state", "received_at"])
    op.create_index("concerns_owner", "concerns", ["owner", "received_at"])
    op.create_table(
        "alerts",
        sa.Column("concern", _text, primary_key=True),
        sa.Column("member", _text, primary_key=True),
        sa.Column("card", _text, nullable=False),
    )
    op.create_table(
        "reminders",
        sa.Column("id", _number, primary_key=True, autoincrement=True),
        sa.Column("concern", _text, nullable=False),
        sa.Column("rung", _text, nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("state", _text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("reminders_due", "reminders", ["state", "due_at"])
    op.create_index("reminders_concern", "reminders", ["concern", "state"])


def _what_is_noted() -> None:
    op.create_table(
        "journal",
        sa.Column("number", _number, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", _text, nullable=False),
        sa.Column("action", _text, nullable=False),
        sa.Column("concern", _text),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "marks",
        sa.Column("name", _text, primary_key=True),
        sa.Column("value", _text, nullable=False),
    )
