"""Which rows changed since a cursor; the one place where the two databases differ.

PostgreSQL: the cursor is a snapshot, and a feed row is new when its transaction is not visible in
it. A counter would miss rows whose transactions commit late. SQLite has one writer, so the order
of its sequence is the order of its commits.
"""

from __future__ import annotations

from typing import Protocol

import sqlalchemy as sa

from app.store.centre_tables import feed

Changed = set[tuple[str, str]]


class Feed(Protocol):
    def cursor(self, db: sa.Connection) -> str: ...

    def since(self, db: sa.Connection, cursor: str) -> Changed: ...

    def version(self, db: sa.Connection) -> str:
        """Cheap word that differs when anything changed."""
        ...


class SqliteFeed:
    """Cursor: the largest sequence seen."""

    def cursor(self, db: sa.Connection) -> str:
        return str(db.execute(sa.select(sa.func.max(feed.c.seq))).scalar() or 0)

    def since(self, db: sa.Connection, cursor: str) -> Changed:
        query = sa.select(feed.c.kind, feed.c.id).where(feed.c.seq > int(cursor)).distinct()
        return {(row.kind, row.id) for row in db.execute(query)}

    def version(self, db: sa.Connection) -> str:
        return str(db.exec_driver_sql("PRAGMA data_version").scalar())


class PostgresFeed:
    """Cursor: the text of a pg_snapshot."""

    def cursor(self, db: sa.Connection) -> str:
        return str(db.execute(sa.text("SELECT pg_current_snapshot()::text")).scalar_one())

    def since(self, db: sa.Connection, cursor: str) -> Changed:
        query = sa.text(
            "SELECT DISTINCT kind, id FROM feed"
            " WHERE xid >= pg_snapshot_xmin(CAST(:cursor AS pg_snapshot))"
            " AND NOT pg_visible_in_snapshot(xid, CAST(:cursor AS pg_snapshot))"
        )
        return {(row.kind, row.id) for row in db.execute(query, {"cursor": cursor})}

    def version(self, db: sa.Connection) -> str:
        return self.cursor(db)


def feed_for(engine: sa.Engine) -> Feed:
    return SqliteFeed() if engine.dialect.name == "sqlite" else PostgresFeed()
