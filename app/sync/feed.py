"""Which rows changed since a cursor; the one place where the two databases differ.

PostgreSQL: the cursor is a snapshot, and a feed row is new when its transaction is not visible in
it. A counter would miss rows whose transactions commit late. SQLite has one writer, so the order
of its sequence is the order of its commits.

A snapshot as the server gives it counts transactions that left nothing on its disk. Their numbers
are given again after a crash of the server, and what then commits under them would be taken for
seen. So the cursor ends behind the newest transaction in the feed: its commit is on the disk, and
smaller numbers are never given again. Rows whose numbers this server has not given yet came by hand
from another one (`pg_dump`); they tell nothing.

A cursor that is ahead of the feed saw what the centre has forgotten (a disk that was set back): it
is answered with everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import sqlalchemy as sa

from app.store import centre_feed
from app.store.centre_tables import feed, meta

Changed = set[tuple[str, str]]
_FIRST_XID = 2
"""The last number that no transaction of a cluster ever has (PostgreSQL, transam.h)."""

_EPOCH = sa.select(meta.c.value).where(meta.c.key == "epoch")
_SERVER_EPOCH = sa.text(
    "SELECT value || '/' || (SELECT system_identifier FROM pg_control_system())"
    " || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) FROM meta WHERE key = 'epoch'"
)
# The site is said here beside the policy that says it too: the index begins with it.
_SNAPSHOT = sa.text("""
SELECT pg_current_snapshot()::text AS snapshot,
    (SELECT max(xid) FROM feed WHERE site = (SELECT coalesce(my_site(), 'Main'))
        AND xid < pg_snapshot_xmax(pg_current_snapshot()))::text AS newest,
    (SELECT value FROM meta WHERE key = 'feed_floor') AS floor
""")
_SINCE = sa.text("""
SELECT DISTINCT kind, id FROM feed WHERE site = (SELECT coalesce(my_site(), 'Main'))
    AND xid >= pg_snapshot_xmin(CAST(:cursor AS pg_snapshot))
    AND xid < pg_snapshot_xmax(pg_current_snapshot())
    AND NOT pg_visible_in_snapshot(xid, CAST(:cursor AS pg_snapshot))
""")


@dataclass(frozen=True)
class Position:
    """Where the feed stands. floor: changes before it are gone (`app.store.centre_feed`)."""

    cursor: str
    floor: int


class Feed(Protocol):
    def epoch(self, db: sa.Connection) -> str:
        """Cursors and counts of another epoch mean nothing: the centre was restored meanwhile."""
        ...

    def position(self, db: sa.Connection) -> Position: ...

    def since(self, db: sa.Connection, cursor: str, here: Position) -> Changed | None:
        """None = the feed does not go back so far, or has not come so far."""
        ...

    def version(self, db: sa.Connection) -> str:
        """Cheap word that differs when anything changed."""
        ...


class SqliteFeed:
    """Cursor: the largest sequence seen."""

    def epoch(self, db: sa.Connection) -> str:
        return str(db.execute(_EPOCH).scalar_one())

    def position(self, db: sa.Connection) -> Position:
        newest = db.execute(sa.select(sa.func.max(feed.c.seq))).scalar() or 0
        return Position(str(newest), centre_feed.floor(db))

    def since(self, db: sa.Connection, cursor: str, here: Position) -> Changed | None:
        if not here.floor <= int(cursor) + 1 <= int(here.cursor) + 1:
            return None
        query = sa.select(feed.c.kind, feed.c.id).where(feed.c.seq > int(cursor)).distinct()
        return {(row.kind, row.id) for row in db.execute(query)}

    def version(self, db: sa.Connection) -> str:
        return str(db.exec_driver_sql("PRAGMA data_version").scalar())


class PostgresFeed:
    """Cursor: the text of a pg_snapshot, "xmin:xmax:xip,xip"."""

    def epoch(self, db: sa.Connection) -> str:
        """With the cluster and its timeline: a standby that took over, or a copy that was moved,
        may have forgotten what the centre had acknowledged, and nobody ran a restore.
        """
        return str(db.execute(_SERVER_EPOCH).scalar_one())

    def position(self, db: sa.Connection) -> Position:
        row = db.execute(_SNAPSHOT).one()
        floor = int(row.floor or 0)
        if floor >= _ends(row.snapshot)[1]:
            floor = 0  # another server's
        newest = max(int(row.newest or _FIRST_XID), floor - 1)
        return Position(durable(str(row.snapshot), newest), floor)

    def since(self, db: sa.Connection, cursor: str, here: Position) -> Changed | None:
        first, end = _ends(cursor)
        if first < here.floor or end > _ends(here.cursor)[1]:
            return None
        return {(row.kind, row.id) for row in db.execute(_SINCE, {"cursor": cursor})}

    def version(self, db: sa.Connection) -> str:
        return self.position(db).cursor


def _ends(snapshot: str) -> tuple[int, int]:
    """The first number that may be open, and the first that was not given."""
    first, end, _open = snapshot.split(":")
    return int(first), int(end)


def durable(snapshot: str, newest: int) -> str:
    """The snapshot up to a visible transaction, as if nothing had begun after it."""
    _, xmax, running = snapshot.split(":")
    end = min(int(xmax), newest + 1)
    waiting = sorted(xid for xid in map(int, filter(None, running.split(","))) if xid < end)
    return f"{min(waiting, default=end)}:{end}:{','.join(map(str, waiting))}"


def feed_for(engine: sa.Engine) -> Feed:
    return SqliteFeed() if engine.dialect.name == "sqlite" else PostgresFeed()
