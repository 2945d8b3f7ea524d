"""Forgetting: when a concern ended, what is left of it, a chained journal, and blocks that end."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add what forgetting needs; a concern that ended before counts as ended on this day."""
    op.add_column("concerns", sa.Column("ended_on", sa.Date()))
    op.execute("UPDATE concerns SET ended_on = CURRENT_DATE WHERE state IN ('closed', 'withdrawn')")
    op.add_column("journal", sa.Column("salt", sa.LargeBinary()))
    op.add_column("journal", sa.Column("digest", _text))
    op.add_column("journal", sa.Column("link", _text))
    op.create_table(
        "counts",
        sa.Column("month", _text, primary_key=True),
        sa.Column("name", _text, primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    op.create_table(
        "blocks",
        sa.Column("tag", _text, primary_key=True),
        sa.Column("until", sa.Date(), nullable=False),
    )


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("blocks")
    op.drop_table("counts")
    for column in ("link", "digest", "salt"):
        op.drop_column("journal", column)
    op.drop_column("concerns", "ended_on")
