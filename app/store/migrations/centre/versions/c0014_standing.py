"""What a station says of itself: its program, who works there, devices in trouble."""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0014"
down_revision = "c0013"
branch_labels = None
depends_on = None


def prepare(online: Online) -> None:
    """Nothing: a column with a default keeps nobody waiting."""


def upgrade() -> None:
    op.add_column("station", sa.Column("standing", sa.Text, nullable=False, server_default=""))
