"""What follows after a concern was sent: more words, an end, and drafts that are reminded of."""

from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add how a concern ended, what is added to it, and when a door needs a look."""
    op.add_column("concerns", sa.Column("closing", _text))
    op.add_column("doors", sa.Column("wakes_at", sa.DateTime()))
    op.create_index("doors_waking", "doors", ["wakes_at"])
    _wake_the_drafts_there_are()
    op.create_table(
        "entries",
        sa.Column("id", _number, primary_key=True, autoincrement=True),
        sa.Column("concern", _text, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("entries_concern", "entries", ["concern", "id"])


def _wake_the_drafts_there_are() -> None:
    """Let the drafts of before be reminded of tomorrow, by day: they have no hour of their own."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    doors = sa.table("doors", sa.column("waiting", sa.Boolean), sa.column("wakes_at", sa.DateTime))
    noon = datetime.combine(tomorrow, time(12))
    op.execute(doors.update().where(doors.c.waiting.is_(True)).values(wakes_at=noon))


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("entries")
    op.drop_index("doors_waking", "doors")
    op.drop_column("doors", "wakes_at")
    op.drop_column("concerns", "closing")
