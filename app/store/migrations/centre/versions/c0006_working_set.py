"""What a station needs is marked and found by an index; the feed is read by its site.

The rows of a server that are in work are marked, not the many that are finished: the column begins
with false there.
"""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online, settle

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


def prepare(online: Online) -> None:
    for table in _TABLES:
        in_work = f"({_FINISHED['postgresql'][table]}) IS NOT TRUE"
        online.column(table, "live", "boolean", "false", like="body")
        online.derive(table, "live", in_work)
        online.mark(table, "live = true", f"NOT live AND {in_work}")
        online.index(f"{table}_live", table, "site, id", "WHERE live")
    online.index("feed_site_xid", "feed", "site, xid")


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _postgres()
    else:
        _sqlite()


def _postgres() -> None:
    for table in _TABLES:
        settle(op.get_bind(), table, "live")
        op.alter_column(table, "live", server_default=sa.true())
    op.drop_index("feed_xid", "feed")
    op.execute("ALTER INDEX feed_site_xid RENAME TO feed_xid")


def _sqlite() -> None:
    for table in _TABLES:
        live = sa.Column("live", sa.Boolean, nullable=False, server_default=sa.true())
        op.add_column(table, live)
        finished = _FINISHED["sqlite"][table]
        op.execute(f'UPDATE "{table}" SET live = false WHERE {finished}')  # noqa: S608  ours
        op.create_index(f"{table}_live", table, ["site", "id"], sqlite_where=sa.text("live"))
