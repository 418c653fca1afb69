"""What a station needs is marked and found by an index; the feed is read by its site.

A constant default needs no rewrite of a table. The rows that are marked then are finished: no
station touches them, so nobody waits.
"""

import sqlalchemy as sa
from alembic import op

revision = "c0006"
down_revision = "c0005"
branch_labels = None
depends_on = None

_TABLES = ("exception", "load", "orders", "parcel", "serial")
_FINISHED = {
    "postgresql": {
        "exception": "(body::jsonb ->> 'closed')::boolean",
        "load": "(body::jsonb ->> 'closed')::boolean",
        "orders": "sub = 'manifested'",
        "parcel": "body::jsonb ->> 'stage' IN ('dispatched', 'void')",
        "serial": "true",
    },
    "sqlite": {
        "exception": "json_extract(body, '$.closed')",
        "load": "json_extract(body, '$.closed')",
        "orders": "sub = 'manifested'",
        "parcel": "json_extract(body, '$.stage') IN ('dispatched', 'void')",
        "serial": "true",
    },
}


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    for table in _TABLES:
        op.add_column(
            table, sa.Column("live", sa.Boolean, nullable=False, server_default=sa.true())
        )
        finished = _FINISHED[dialect][table]
        op.execute(f'UPDATE "{table}" SET live = false WHERE {finished}')  # noqa: S608  ours
        op.create_index(
            f"{table}_live",
            table,
            ["site", "id"],
            postgresql_where=sa.text("live"),
            sqlite_where=sa.text("live"),
        )
    if dialect == "postgresql":
        op.drop_index("feed_xid", "feed")
        op.create_index("feed_xid", "feed", ["site", "xid"])
