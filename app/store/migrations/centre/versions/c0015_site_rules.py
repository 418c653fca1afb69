"""What a site has decided for all its benches, and messages to benches."""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0015"
down_revision = "c0014"
branch_labels = None
depends_on = None


def prepare(online: Online) -> None:
    """Nothing: new tables keep nobody waiting."""


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    site = "coalesce(my_site(), 'Main')" if postgres else "'Main'"
    op.create_table("site_rule", *_row(site))
    live = sa.Column("live", sa.Boolean, nullable=False, server_default=sa.true())
    op.create_table("message", *_row(site), live)
    where = sa.text("live")
    op.create_index(
        "message_live", "message", ["site", "id"], postgresql_where=where, sqlite_where=where
    )


def _row(site: str) -> tuple[sa.Column[str], ...]:
    return (
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("site", sa.Text, primary_key=True, server_default=sa.text(site)),
    )
