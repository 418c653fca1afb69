"""The tables of a station's file. Facts are append-only; base rows are the centre's."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("incarnation", sa.Text, nullable=False),
    sa.Column("event_id", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subjects", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("occurred_at", sa.Text, nullable=False),
    sa.Column("operator", sa.Text, nullable=False),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)

# Which own facts name a row. Those the centre has not applied are reduced on top of its row.
journal_subject = sa.Table(
    "journal_subject",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sqlite_with_rowid=False,
)

_BASE = (
    ("kind", sa.Text, True),
    ("id", sa.Text, True),
    ("body", sa.Text, False),
    ("sub", sa.Text, False),
    ("priority", sa.Integer, False),
    ("due", sa.Text, False),
)

base = sa.Table(
    "base",
    metadata,
    *(sa.Column(name, kind, primary_key=key, nullable=False) for name, kind, key in _BASE),
    sa.Index("base_queue", "kind", "sub", "priority", "due"),
)

# Pages of a pull wait here until the last page has come; then all become `base` at once.
staged = sa.Table(
    "staged",
    metadata,
    *(sa.Column(name, kind, primary_key=key, nullable=False) for name, kind, key in _BASE),
)

code = sa.Table(
    "code",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("ref", sa.Text, primary_key=True),
    sa.Index("code_ref", "kind", "ref"),
    sqlite_with_rowid=False,
)

# Claimed orders. pins: the goods that the centre has promised to each.
reserve = sa.Table(
    "reserve",
    metadata,
    sa.Column("order_id", sa.Text, primary_key=True),
    sa.Column("until", sa.Text, nullable=False),
    sa.Column("pins", sa.Text, nullable=False, server_default=sa.text("''")),
)

scan_log = sa.Table(
    "scan_log",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("input", sa.Text, nullable=False),
    sa.Column("symbology", sa.Text, nullable=False),
    sa.Column("screen", sa.Text, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("severity", sa.Text, nullable=False),
    sa.Column("values", sa.Text, nullable=False),
    sa.Column("operator", sa.Text, nullable=False),
    sa.Column("ticket", sa.Text, nullable=False),
    sa.Index("scan_log_ticket", "ticket"),
)

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
