"""The tables of the centre, on PostgreSQL and on SQLite alike."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.domain.facts import Kind
from app.store.database import Utc

metadata = sa.MetaData()

MAIN_SITE = "Main"


def _site(*, key: bool = False) -> sa.Column[str]:
    """The site a row belongs to. PostgreSQL fills it from the login; nobody else writes it."""
    return sa.Column(
        "site", sa.Text, nullable=False, primary_key=key, server_default=sa.text(f"'{MAIN_SITE}'")
    )


meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

# Every writer's file in each of its lives, and how far its facts are here.
station = sa.Table(
    "station",
    metadata,
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("incarnation", sa.Text, primary_key=True),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("last_event", sa.Text, nullable=False),
    sa.Column("seen_at", Utc, nullable=False),
    _site(),
)

# Its partitions on PostgreSQL are ranges of the id, compared byte by byte.
_EVENT_ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

event = sa.Table(
    "event",
    metadata,
    sa.Column("event_id", _EVENT_ID, primary_key=True),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("incarnation", sa.Text, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subjects", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("occurred_at", Utc, nullable=False),
    sa.Column("received_at", Utc, nullable=False),
    sa.Column("operator", sa.Text, nullable=False),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    _site(),
    # In which order the facts were applied; PostgreSQL counts here, SQLite by its rowid.
    sa.Column("position", sa.BigInteger),
    sa.Index("event_origin", "origin", "incarnation", "seq"),
)

event_subject = sa.Table(
    "event_subject",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("event_id", sa.Text, primary_key=True),
    _site(),
)


def _piling(name: str, *extra: sa.Column[Any] | sa.Index) -> sa.Table:
    """Rows that pile up for ever; live: stations work on it (`app.domain.rows.working_set`)."""
    live = sa.Column("live", sa.Boolean, nullable=False, server_default=sa.true())
    where = sa.text("live")
    index = sa.Index(f"{name}_live", "site", "id", postgresql_where=where, sqlite_where=where)
    return _row_table(name, *extra, live, index)


def _row_table(name: str, *extra: sa.Column[Any] | sa.Index) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        _site(key=True),
        *extra,
    )


orders = _piling(
    "orders",
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("sub", sa.Text, nullable=False),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("due", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Index("orders_queue", "sub", "priority", "due", "id"),
    sa.Index("orders_ref", "ref"),
)

ROWS: dict[Kind, sa.Table] = {
    Kind.ORDER: orders,
    Kind.PARCEL: _piling("parcel"),
    Kind.TOTE: _row_table("tote"),
    Kind.BIN: _row_table("bin"),
    Kind.LOAD: _piling("load"),
    Kind.PRODUCT: _row_table("product"),
    Kind.CARTON: _row_table("carton"),
    Kind.OPERATOR: _row_table("operator"),
    Kind.SERIAL: _piling("serial"),
    Kind.WEIGHT: _row_table("weight"),
    Kind.TROUBLE: _piling("exception"),
}

stock_move = sa.Table(
    "stock_move",
    metadata,
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("sku", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("lot", sa.Text, nullable=False),
    sa.Column("delta", sa.Integer, nullable=False),
    _site(),
    sa.Index("stock_move_place", "place", "sku"),
)

# Claims live apart from the orders: claim columns there would bloat the head of the queue.
claim = sa.Table(
    "claim",
    metadata,
    sa.Column("order_id", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("until", Utc, nullable=False),
    _site(key=True),
)

# Which row changed; `xid` exists on PostgreSQL only (migration) and is the cursor's measure there.
feed = sa.Table(
    "feed",
    metadata,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    _site(),
)

# Whose login it is: what a connection may say and see on PostgreSQL (`app.store.admin.roles`).
login = sa.Table(
    "login",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("site", sa.Text, nullable=False),
    sa.Column("job", sa.Text, nullable=False),
)
