"""Priorities: what leaves first while more waits than may go."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let what waits be answers, and what overtakes its chat the numbers to call."""
    op.add_column("outbox", sa.Column("priority", sa.Integer(), nullable=False, server_default="3"))
    op.execute("UPDATE outbox SET priority = 0 WHERE not_before < '2000-01-01'")


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("outbox", "priority")
