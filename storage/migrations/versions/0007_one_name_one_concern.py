"""One name, one concern: whoever says a nickname means this concern and no other."""

from itertools import count

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_CONCERNS = sa.table("concerns", sa.column("id"), sa.column("nickname"), sa.column("received_at"))


def upgrade() -> None:
    """Let the newest concern keep a nickname that several have; the others get a number, too."""
    there = op.get_bind()
    newest_first = _CONCERNS.c.received_at.desc(), _CONCERNS.c.id
    rows = there.execute(sa.select(_CONCERNS).order_by(*newest_first)).all()
    names, used = {row.nickname for row in rows}, set[str]()
    for row in rows:
        if row.nickname in used:
            name = next(
                each for number in count(2) if (each := f"{row.nickname} {number}") not in names
            )
            names.add(name)
            renamed = sa.update(_CONCERNS).where(_CONCERNS.c.id == row.id)
            there.execute(renamed.values(nickname=name))
        used.add(row.nickname)
    op.create_index("concerns_nickname", "concerns", ["nickname"], unique=True)


def downgrade() -> None:
    """Let names come twice again."""
    op.drop_index("concerns_nickname", "concerns")
