"""What a station needs is marked and found by an index; the feed is read by its site.

A constant default needs no rewrite of a table. Nobody can write until the end, so PostgreSQL marks
the few rows that are in work, not the many that are finished: with 200,000 orders writers waited
7 s for the other way round.
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
    server = dialect == "postgresql"
    for table in _TABLES:
        first = sa.false() if server else sa.true()
        op.add_column(table, sa.Column("live", sa.Boolean, nullable=False, server_default=first))
        finished = _FINISHED[dialect][table]
        if server:
            op.execute(f'UPDATE "{table}" SET live = true WHERE ({finished}) IS NOT TRUE')  # noqa: S608  ours
            op.alter_column(table, "live", server_default=sa.true())
        else:
            op.execute(f'UPDATE "{table}" SET live = false WHERE {finished}')  # noqa: S608  ours
        op.create_index(
            f"{table}_live",
            table,
            ["site", "id"],
            postgresql_where=sa.text("live"),
            sqlite_where=sa.text("live"),
        )
    if server:
        op.drop_index("feed_xid", "feed")
        op.create_index("feed_xid", "feed", ["site", "xid"])
