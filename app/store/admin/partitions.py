"""Months of the event table on PostgreSQL: made ahead, and taken out when they are old.

A month is a range of event ids: the first 48 bits of a UUIDv7 are its milliseconds since 1970.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import sqlalchemy as sa

AHEAD = 3
"""Months that are made before they begin."""


@dataclass(frozen=True)
class Partition:
    """name: in the schema `events`. rows: the planner's estimate, -1 = not known. size: bytes."""

    name: str
    bounds: str
    rows: int
    size: int


def bound(month: date) -> str:
    """The smallest id of a month, as far as it is needed to compare with."""
    start = datetime(month.year, month.month, 1, tzinfo=UTC)
    digits = f"{int(start.timestamp() * 1000):012x}"
    return f"{digits[:8]}-{digits[8:]}"


def following(month: date, count: int = 1) -> date:
    """The first day of the month that is `count` months later."""
    number = month.year * 12 + month.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def name_of(month: date) -> str:
    return f"y{month:%Ym%m}"


def month_of(name: str) -> date | None:
    """The month of a partition; None for `other` and `before`, which are no months."""
    try:
        return datetime.strptime(name, "y%Ym%m").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def partitions(db: sa.Connection) -> list[Partition]:
    rows = db.execute(
        sa.text(
            "SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) AS bounds,"
            " c.reltuples::bigint AS rows, pg_total_relation_size(c.oid) AS size"
            " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            " WHERE i.inhparent = 'event'::regclass ORDER BY c.relname"
        )
    )
    return [Partition(row.relname, row.bounds, row.rows, row.size) for row in rows]


def missing(db: sa.Connection, today: date) -> list[date]:
    """Months from this one to `AHEAD` that have no partition."""
    there = partitions(db)
    names = {one.name for one in there}
    first = today.replace(day=1)
    months = [following(first, n) for n in range(AHEAD + 1)]
    if "before" in names:
        text = next(one.bounds for one in there if one.name == "before")
        months = [month for month in months if bound(month) >= text.split("'")[-2]]
    return [month for month in months if name_of(month) not in names]


def strays(db: sa.Connection) -> int:
    """How many events have an id of no month, because a station's clock was wrong."""
    return int(db.execute(sa.text("SELECT count(*) FROM events.other")).scalar_one())


def make_ahead(db: sa.Connection, today: date) -> list[str]:
    """Make the partitions that are missing; returns their names."""
    made = []
    for month in missing(db, today):
        _make(db, month)
        made.append(name_of(month))
    return made


def _make(db: sa.Connection, month: date) -> None:
    """Make one partition. Events of a wrong clock move into it from `other` first: PostgreSQL does
    not attach a partition while rows of it lie in `other`.
    """
    table, low, high = f"events.{name_of(month)}", bound(month), bound(following(month))
    for statement in _statements(table, low, high):
        db.execute(sa.text(statement))


def _statements(table: str, low: str, high: str) -> Iterator[str]:
    inside = f"event_id >= '{low}' AND event_id < '{high}'"
    yield f"CREATE TABLE {table} (LIKE event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
    yield f"ALTER TABLE {table} ADD CHECK (event_id IS NOT NULL AND {inside})"
    yield "ALTER TABLE events.other DISABLE TRIGGER append_only"
    yield (
        f"WITH moved AS (DELETE FROM events.other WHERE {inside} RETURNING *)"  # noqa: S608  two ids we made
        f" INSERT INTO {table} SELECT * FROM moved"
    )
    yield "ALTER TABLE events.other ENABLE TRIGGER append_only"
    yield f"ALTER TABLE event ATTACH PARTITION {table} FOR VALUES FROM ('{low}') TO ('{high}')"
    yield (
        f"CREATE TRIGGER no_truncate BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    # A new table belongs to whoever made it.
    yield (
        "DO $$ BEGIN EXECUTE format('ALTER TABLE %s OWNER TO %I', "  # noqa: S608  our own names
        f"'{table}', (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'event'::regclass)"
        "); END $$"
    )


def older_than(db: sa.Connection, today: date, months: int) -> list[str]:
    """Names of the partitions that ended that many months ago."""
    last = following(today.replace(day=1), -months)
    found = ((one.name, month_of(one.name)) for one in partitions(db))
    return [name for name, month in found if month is not None and following(month) <= last]


def detach(db: sa.Connection, name: str) -> None:
    """Take a month out of the event table. Its table stays, under its own name."""
    if month_of(name) is None:
        raise ValueError(name)
    db.execute(sa.text(f"ALTER TABLE event DETACH PARTITION events.{name}"))
