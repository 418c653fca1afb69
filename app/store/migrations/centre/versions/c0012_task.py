"""The floor's queue of tasks."""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0012"
down_revision = "c0011"
branch_labels = None
depends_on = None


def prepare(online: Online) -> None:
    """Nothing: a new table keeps nobody waiting."""


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    site = "coalesce(my_site(), 'Main')" if postgres else "'Main'"
    op.create_table(
        "task",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("site", sa.Text, primary_key=True, server_default=sa.text(site)),
        sa.Column("live", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    live = sa.text("live")
    op.create_index("task_live", "task", ["site", "id"], postgresql_where=live, sqlite_where=live)
