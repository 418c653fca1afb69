"""PostgreSQL keeps the events in partitions by the month in their id (UUIDv7).

The partitions live in a schema of their own, where no role has rights: rows are reached through
`event` and its policies only. Ids of wrong clocks go to `events.other`. Events that are there
already become one partition: its key's index is built again, which holds the table for about a
second a million events.
"""

import sqlalchemy as sa
from alembic import op

revision = "c0004"
down_revision = "c0003"
branch_labels = None
depends_on = None

# The first 12 hex digits of a UUIDv7 are its milliseconds since 1970.
_NEXT_MONTH = """
SELECT left(digits, 8) || '-' || right(digits, 4) FROM (
    SELECT lpad(to_hex((1000 * extract(epoch FROM
        (date_trunc('month', timezone('UTC', now())) + interval '1 month') AT TIME ZONE 'UTC'
    ))::bigint), 12, '0') AS digits) AS bound
"""


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute("CREATE SCHEMA events")
    op.execute("ALTER TABLE event RENAME TO before")
    op.execute("ALTER TABLE before RENAME CONSTRAINT event_pkey TO before_pkey")
    op.execute("ALTER INDEX event_origin RENAME TO before_origin")
    op.execute("CREATE SEQUENCE event_position")
    op.create_table(
        "event",
        sa.Column("event_id", sa.Text(collation="C"), primary_key=True),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("incarnation", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subjects", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column(
            "site",
            sa.Text,
            nullable=False,
            server_default=sa.text("coalesce(my_site(), 'Main')"),
        ),
        # Given while the rows of the fact are locked: the order in which facts met a row.
        sa.Column("position", sa.BigInteger, server_default=sa.text("nextval('event_position')")),
        postgresql_partition_by="RANGE (event_id)",
    )
    op.create_index("event_origin", "event", ["origin", "incarnation", "seq"])
    op.execute("ALTER SEQUENCE event_position OWNED BY event.position")
    op.execute("CREATE TABLE events.other PARTITION OF event DEFAULT")
    if op.get_bind().execute(sa.text("SELECT EXISTS (SELECT 1 FROM before)")).scalar_one():
        _keep()
    else:
        op.execute("DROP TABLE before")


def _keep() -> None:
    """Older events stay where they are; ids of the future go to `other`."""
    bound = op.get_bind().execute(sa.text(_NEXT_MONTH)).scalar_one()
    op.execute("ALTER TABLE before ADD COLUMN site text NOT NULL DEFAULT 'Main'")
    op.execute("ALTER TABLE before ALTER COLUMN site SET DEFAULT coalesce(my_site(), 'Main')")
    op.execute("ALTER TABLE before ADD COLUMN position bigint")
    op.execute("ALTER TABLE before ALTER COLUMN position SET DEFAULT nextval('event_position')")
    op.execute('ALTER TABLE before ALTER COLUMN event_id TYPE text COLLATE "C"')
    op.execute("ALTER TABLE before SET SCHEMA events")
    later = f"events.before WHERE event_id >= '{bound}'"
    op.execute(f"INSERT INTO events.other SELECT * FROM {later}")  # noqa: S608  hex digits
    op.execute(f"DELETE FROM {later}")  # noqa: S608  our own bound
    op.execute(
        "ALTER TABLE event ATTACH PARTITION events.before"
        f" FOR VALUES FROM (MINVALUE) TO ('{bound}')"
    )
