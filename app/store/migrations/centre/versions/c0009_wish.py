"""Stations say which orders of other stations' reserves they would like to have."""

import sqlalchemy as sa
from alembic import op

from app.store.database import Utc
from app.store.online import Online

revision = "c0009"
down_revision = "c0008"
branch_labels = None
depends_on = None


def prepare(online: Online) -> None:
    """Nothing: a new table keeps nobody waiting."""


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    site = "coalesce(my_site(), 'Main')" if postgres else "'Main'"
    op.create_table(
        "wish",
        sa.Column("order_id", sa.Text, primary_key=True),
        sa.Column("origin", sa.Text, primary_key=True),
        sa.Column("until", Utc, nullable=False),
        sa.Column("site", sa.Text, primary_key=True, server_default=sa.text(site)),
    )
