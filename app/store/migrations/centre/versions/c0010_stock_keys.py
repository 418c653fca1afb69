"""A stock movement tells the whole stock key, and no status follows one that cannot come before it.

The database refuses the impossible movement, too: the rules of the program already keep its fact as
a conflict, and move nothing.
"""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0010"
down_revision = "c0009"
branch_labels = None
depends_on = None

# As app.domain.rows.stock.possible said it when this was written. was -> what may follow.
_FOLLOWS = {
    "available": "available hold quality damaged expired quarantine scrap",
    "hold": "available hold quality damaged expired quarantine scrap",
    "quality": "available hold quality damaged expired quarantine scrap",
    "damaged": "available hold damaged quarantine scrap",
    "expired": "hold expired quarantine scrap",
    "quarantine": "available hold quality damaged expired quarantine scrap",
    "returned": "available hold quality damaged expired quarantine returned scrap",
}
_STATUSES = (*_FOLLOWS, "scrap")
_COLUMNS = {
    "expiry": "'?'",
    "best_before": "''",
    "status": "'available'",
    "owner": "''",
    "container": "''",
    "was": "''",
}


def _possible(row: str = "") -> str:
    """SQL that is true of a movement that can be. row: "" or "NEW."."""
    known = ", ".join(f"'{one}'" for one in _STATUSES)
    pairs = ", ".join(
        f"'{was}>{status}'" for was, follows in _FOLLOWS.items() for status in follows.split()
    )
    return (
        f"{row}status IN ({known})"
        f" AND ({row}was = '' OR {row}was || '>' || {row}status IN ({pairs}))"
    )


def prepare(online: Online) -> None:
    for column, default in _COLUMNS.items():
        online.column("stock_move", column, "text", default, like="delta")
    check = f"CONSTRAINT stock_move_possible CHECK ({_possible()})"
    online.change(
        "ALTER TABLE stock_move DROP CONSTRAINT IF EXISTS stock_move_possible",
        f"ALTER TABLE stock_move ADD {check} NOT VALID",
    )
    # Reads the table, and keeps no writer waiting meanwhile.
    online.change("ALTER TABLE stock_move VALIDATE CONSTRAINT stock_move_possible")


def upgrade() -> None:
    """On a server nothing more."""
    if op.get_bind().dialect.name != "postgresql":
        _sqlite()


def _sqlite() -> None:
    for column, default in _COLUMNS.items():
        column_of = sa.Column(column, sa.Text, nullable=False, server_default=sa.text(default))
        op.add_column("stock_move", column_of)
    op.execute(
        "CREATE TRIGGER stock_move_possible BEFORE INSERT ON stock_move "
        f"WHEN NOT ({_possible('NEW.')}) "
        "BEGIN SELECT RAISE(ABORT, 'no stock can move so'); END"
    )
