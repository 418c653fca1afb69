"""Alarms, and which products are taken for each other."""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0016"
down_revision = "c0015"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def prepare(online: Online) -> None:
    """Nothing: new tables keep nobody waiting."""


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    site = sa.text("coalesce(my_site(), 'Main')" if postgres else "'Main'")
    op.create_table(
        "alarm",
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "about", "details")),
        sa.Column("since", _TIME, nullable=False),
        *(sa.Column(name, _TIME) for name in ("raised_at", "acknowledged_at")),
        sa.Column("acknowledged_by", sa.Text, nullable=False, server_default=""),
        *(sa.Column(n, _TIME) for n in ("escalated_at", "gone_at", "cleared_at", "told_at")),
        sa.Column("site", sa.Text, primary_key=True, server_default=site),
    )
    still = sa.text("cleared_at IS NULL")
    op.create_index(
        "alarm_open",
        "alarm",
        ["site", "kind", "about"],
        unique=True,
        postgresql_where=still,
        sqlite_where=still,
    )
    names = ("day", "expected", "scanned", "origin")
    op.create_table(
        "mix_up",
        *(sa.Column(name, sa.Text, primary_key=True) for name in names),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("site", sa.Text, primary_key=True, server_default=site),
    )
