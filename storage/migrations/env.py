"""How Alembic reaches the database: through the connection it is given."""

from alembic import context

from storage import schema, team_schema  # noqa: F401 - they make the tables known
from storage.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    on_version_apply=context.config.attributes.get("applied", ()),
)
with context.begin_transaction():
    context.run_migrations()
