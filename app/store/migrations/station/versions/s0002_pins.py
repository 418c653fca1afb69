"""The goods that are promised to a claimed order are kept beside its claim."""

import sqlalchemy as sa
from alembic import op

revision = "s0002"
down_revision = "s0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "reserve", sa.Column("pins", sa.Text, nullable=False, server_default=sa.text("''"))
    )
