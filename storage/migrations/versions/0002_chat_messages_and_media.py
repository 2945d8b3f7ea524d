"""Messages that can still be deleted, and the pictures and sounds of concerns."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "chat_messages",
        sa.Column("id", _text, primary_key=True),
        sa.Column("lane", _text, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
    )
    op.create_index("chat_messages_lane", "chat_messages", ["lane"])
    op.create_index("chat_messages_day", "chat_messages", ["day"])
    op.create_table(
        "concern_media",
        sa.Column("concern", _text, primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("concern_media")
    op.drop_table("chat_messages")
