"""The team: a roster instead of a mark, steps that can be undone, cards that can be answered."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add what the team's side needs; whoever is on duty stays so."""
    op.add_column("cards", sa.Column("place", _text))
    op.add_column("cards", sa.Column("concern", _text))
    op.create_index("cards_place", "cards", ["place"])
    op.add_column("concerns", sa.Column("offered_to", _text))
    _what_reporters_were_told()
    op.create_index("journal_concern", "journal", ["concern", "number"])
    op.create_index("journal_at", "journal", ["at"])
    _steps()
    _plan()
    _changes()
    _keep_those_on_duty()
    op.drop_column("staff", "on_duty")
    op.add_column("staff", sa.Column("status", _text, nullable=False, server_default="active"))
    op.add_column("staff", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("invites", sa.Column("id", _text, nullable=False, server_default=""))
    op.add_column("invites", sa.Column("member", _text))
    op.execute("UPDATE invites SET id = substr(code, 1, 16)")


def _what_reporters_were_told() -> None:
    op.add_column(
        "concerns",
        sa.Column("told_on", sa.Date(), nullable=False, server_default="1970-01-01"),
    )
    op.add_column(
        "concerns",
        sa.Column("told_reacted", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute(
        "UPDATE concerns SET told_on = promised_on, told_reacted = state IN ('reacted', 'closed')"
    )


def _steps() -> None:
    op.create_table(
        "undos",
        sa.Column("concern", _text, primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("member", _text, nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("before", _text, nullable=False),
    )
    op.create_table(
        "orders",
        sa.Column("member", _text, primary_key=True),
        sa.Column("concern", _text, primary_key=True),
        sa.Column("place", sa.Integer(), nullable=False),
    )


def _plan() -> None:
    op.create_table(
        "weekly",
        sa.Column("id", _text, primary_key=True),
        sa.Column("member", _text, nullable=False),
        sa.Column("weekdays", _text, nullable=False),
        sa.Column("starts", _text, nullable=False),
        sa.Column("ends", _text, nullable=False),
        sa.Column("weeks", _text, nullable=False),
    )
    op.create_table(
        "shifts",
        sa.Column("id", _number, primary_key=True, autoincrement=True),
        sa.Column("member", _text, nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("shifts_end", "shifts", ["ends_at"])
    op.create_table(
        "absences",
        sa.Column("id", _text, primary_key=True),
        sa.Column("member", _text, nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime()),
    )


def _changes() -> None:
    op.create_table(
        "duty_changes",
        sa.Column("id", _number, primary_key=True, autoincrement=True),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime()),
        sa.Column("comes", _text),
        sa.Column("goes", _text),
        sa.Column("swap", _text),
        sqlite_autoincrement=True,
    )
    op.create_index("duty_changes_end", "duty_changes", ["ends_at"])
    op.create_index("duty_changes_swap", "duty_changes", ["swap"])
    op.create_table(
        "swaps",
        sa.Column("id", _text, primary_key=True),
        sa.Column("giver", _text, nullable=False),
        sa.Column("taker", _text),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("back_starts_at", sa.DateTime()),
        sa.Column("back_ends_at", sa.DateTime()),
        sa.Column("state", _text, nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "handshakes",
        sa.Column("member", _text, primary_key=True),
        sa.Column("starts_at", sa.DateTime(), primary_key=True),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("state", _text, nullable=False),
        sa.Column("told", _text, nullable=False),
    )
    op.create_index("handshakes_due", "handshakes", ["state", "due_at"])


def _keep_those_on_duty() -> None:
    staff = sa.table("staff", sa.column("id"), sa.column("on_duty", sa.Boolean))
    changes = sa.table("duty_changes", sa.column("starts_at", sa.DateTime), sa.column("comes"))
    now = datetime.now(UTC).replace(tzinfo=None)
    on_duty = sa.select(sa.literal(now), staff.c.id).where(staff.c.on_duty.is_(True))
    op.execute(changes.insert().from_select(["starts_at", "comes"], on_duty))


def downgrade() -> None:
    """Take it all away again; nobody is on duty afterwards."""
    op.drop_column("invites", "member")
    op.drop_column("invites", "id")
    op.drop_column("staff", "version")
    op.drop_column("staff", "status")
    op.add_column(
        "staff", sa.Column("on_duty", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    for table in ("handshakes", "swaps", "duty_changes", "absences", "shifts", "weekly"):
        op.drop_table(table)
    for table in ("orders", "undos"):
        op.drop_table(table)
    op.drop_index("journal_at", "journal")
    op.drop_index("journal_concern", "journal")
    op.drop_column("concerns", "told_reacted")
    op.drop_column("concerns", "told_on")
    op.drop_column("concerns", "offered_to")
    op.drop_index("cards_place", "cards")
    op.drop_column("cards", "concern")
    op.drop_column("cards", "place")
