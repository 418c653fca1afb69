"""The tables of the centre, on PostgreSQL and on SQLite alike."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.domain.facts import Kind
from app.domain.stock import Action, Status, may
from app.store.database import Utc

metadata = sa.MetaData()

MAIN_SITE = "Main"

STOCK_KEY = ("sku", "lot", "expiry", "best_before", "status", "owner", "container")
"""The columns of a stock key, as `StockKey` names them."""
_PROMISABLE = ", ".join(f"'{one.value}'" for one in Status if may(one, Action.PROMISE))


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

# One row for each incarnation of each writer's file: how far its facts are here.
station = sa.Table(
    "station",
    metadata,
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("incarnation", sa.Text, primary_key=True),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("last_event", sa.Text, nullable=False),
    sa.Column("seen_at", Utc, nullable=False),
    _site(),
    # What it says of itself (`app.domain.standing`), "" = nothing.
    sa.Column("standing", sa.Text, nullable=False, server_default=""),
)

_BYTES = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Compared byte by byte, as a file does anyway."""

event = sa.Table(
    "event",
    metadata,
    # On PostgreSQL the table is partitioned by ranges of the id.
    sa.Column("event_id", _BYTES, primary_key=True),
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
    # The order in which facts were applied. PostgreSQL counts here; on SQLite it is the rowid.
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
    """Rows that pile up for ever. live: a row is in work (`app.domain.rows.working_set`)."""
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
    Kind.TASK: _piling("task"),
    Kind.EXCEPTION: _piling("exception"),
    Kind.SITE: _row_table("site_rule"),
    Kind.MESSAGE: _piling("message"),
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
    # The rest of the stock key, as text, "" = none; expiry "?" = a fact that tells no key.
    sa.Column("expiry", sa.Text, nullable=False, server_default="?"),
    sa.Column("best_before", sa.Text, nullable=False, server_default=""),
    sa.Column("status", sa.Text, nullable=False, server_default="available"),
    sa.Column("owner", sa.Text, nullable=False, server_default=""),
    sa.Column("container", sa.Text, nullable=False, server_default=""),
    # The status where the units came from. A migration (c0010) refuses impossible pairs.
    sa.Column("was", sa.Text, nullable=False, server_default=""),
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

# Claimed orders that another station would like to have; their holder gives them back if it can.
# until: then nobody waits for it any more.
wish = sa.Table(
    "wish",
    metadata,
    sa.Column("order_id", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("until", Utc, nullable=False),
    _site(key=True),
)

# Which bins hold or held a SKU. A trigger of the database writes it: whatever changes a bin's row
# (`push`, `rebuild`, an older program), its SKUs can be found.
bin_sku = sa.Table(
    "bin_sku",
    metadata,
    sa.Column("sku", sa.Text, primary_key=True),
    sa.Column("bin", sa.Text, primary_key=True),
    _site(key=True),
)

# The words by which an order is found (`app.domain.search`). what: of what of it. about: the parcel
# that gives the word, "" = the order itself. Words are compared byte by byte, so that an index
# finds their beginnings.
order_word = sa.Table(
    "order_word",
    metadata,
    sa.Column("order_id", sa.Text, primary_key=True),
    sa.Column("word", _BYTES, primary_key=True),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("about", sa.Text, primary_key=True),
    _site(key=True),
    sa.Index("order_word_found", "word", "site", "order_id"),
)

# Units of one stock key in one bin that are promised to an order's line (`app.sync.promises`).
# Dates as YYYY-MM-DD, "" = none: a key has no holes.
promise = sa.Table(
    "promise",
    metadata,
    sa.Column("order_id", sa.Text, primary_key=True),
    sa.Column("line", sa.Integer, primary_key=True),
    sa.Column("bin", sa.Text, primary_key=True),
    sa.Column("sku", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Text, primary_key=True, nullable=False) for name in STOCK_KEY[1:]),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("hard", sa.Boolean, nullable=False),
    _site(key=True),
    sa.CheckConstraint("quantity > 0", name="promise_quantity"),
    sa.CheckConstraint(f"status IN ({_PROMISABLE})", name="promise_status"),
    sa.Index("promise_sku", "sku", "bin"),
)

# States that somebody must know of (`app.sync.alarms`). details: the alarm's values as JSON. since:
# as far as anybody knows. raised_at: None = it has not lasted long enough to be told. gone_at: the
# state has not been seen since; None = it holds. told_at: when it, or its escalation, was sent.
alarm = sa.Table(
    "alarm",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("details", sa.Text, nullable=False),
    sa.Column("since", Utc, nullable=False),
    sa.Column("raised_at", Utc),
    sa.Column("acknowledged_at", Utc),
    sa.Column("acknowledged_by", sa.Text, nullable=False, server_default=""),
    sa.Column("escalated_at", Utc),
    sa.Column("gone_at", Utc),
    sa.Column("cleared_at", Utc),
    sa.Column("told_at", Utc),
    _site(key=True),
    sa.Index(
        "alarm_open",
        "site",
        "kind",
        "about",
        unique=True,
        postgresql_where=sa.text("cleared_at IS NULL"),
        sqlite_where=sa.text("cleared_at IS NULL"),
    ),
)

# How often a station scanned another product than the one that was asked for, by day (YYYY-MM-DD).
mix_up = sa.Table(
    "mix_up",
    metadata,
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("expected", sa.Text, primary_key=True),
    sa.Column("scanned", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    _site(key=True),
)

# Which rows changed. On PostgreSQL a migration adds `xid`, by which cursors count there.
feed = sa.Table(
    "feed",
    metadata,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    _site(),
)

# The origin and site of each login: what a PostgreSQL connection may write and see follows from
# them (`app.store.admin.roles`).
login = sa.Table(
    "login",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("site", sa.Text, nullable=False),
    sa.Column("job", sa.Text, nullable=False),
)
