"""Which rows changed since a cursor; the one place where the two databases differ.

PostgreSQL: the cursor is a snapshot, and a feed row is new when its transaction is not visible in
it. A counter would miss rows whose transactions commit late. SQLite has one writer, so the order
of its sequence is the order of its commits.

A snapshot as the server gives it counts transactions that left nothing on its disk. After a crash
the server gives their numbers again, and changes that then commit under them would be taken for
seen. Therefore the cursor ends behind the newest transaction in the feed: its commit is on the
disk, and smaller numbers are never given again. Feed rows with numbers this server has not given
yet were copied from another server (`pg_dump`) and are not counted.

A cursor ahead of the feed has seen changes that the centre has forgotten, because its disk was set
back. It is answered with everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa

from app.store.centre.tables import feed

Changed = set[tuple[str, str]]
_FIRST_XID = 2
"""The last number that no transaction of a cluster ever has (PostgreSQL, transam.h)."""

_STANDING = """
    (SELECT version_num FROM alembic_version) AS schema,
    (SELECT value FROM meta WHERE key = 'rules') AS rules,
    (SELECT value FROM meta WHERE key = 'feed_floor') AS floor,
    (SELECT last_seq FROM station WHERE origin = :origin AND incarnation = :incarnation) AS applied
"""
_FILE_STANDING = sa.text(f"""
SELECT (SELECT value FROM meta WHERE key = 'epoch') AS epoch,
    (SELECT max(seq) FROM feed) AS newest, {_STANDING}
""")  # noqa: S608  constants
# The epoch contains the cluster, its timeline and the database: a standby that took over, or a copy
# that was moved, may have forgotten acknowledged facts although nobody ran a restore.
# The site stands in the query although a policy demands it too, because the index begins with it.
_SERVER_STANDING = sa.text(f"""
SELECT (SELECT value || '/' || (SELECT system_identifier FROM pg_control_system())
        || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
        || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
        FROM meta WHERE key = 'epoch') AS epoch,
    pg_current_snapshot()::text AS snapshot,
    (SELECT max(xid) FROM feed WHERE site = (SELECT coalesce(my_site(), 'Main'))
        AND xid < pg_snapshot_xmax(pg_current_snapshot()))::text AS newest, {_STANDING}
""")  # noqa: S608  constants
_SINCE = sa.text("""
SELECT DISTINCT kind, id FROM feed WHERE site = (SELECT coalesce(my_site(), 'Main'))
    AND xid >= pg_snapshot_xmin(CAST(:cursor AS pg_snapshot))
    AND xid < pg_snapshot_xmax(pg_current_snapshot())
    AND NOT pg_visible_in_snapshot(xid, CAST(:cursor AS pg_snapshot))
""")


@dataclass(frozen=True)
class FeedStanding:
    """Where the centre stands, in one snapshot.

    epoch: another epoch means that the centre was restored; cursors and counts of the old one mean
    nothing. schema, rules: see `app.sync.versions`. cursor: behind the newest change. floor:
    changes before this position are gone (`app.store.centre.feed`). applied: the sequence number
    of the asking station's last fact here.
    """

    epoch: str
    schema: str | None
    rules: int
    cursor: str
    floor: int
    applied: int


class Feed(Protocol):
    def standing(self, db: sa.Connection, origin: str, incarnation: str) -> FeedStanding:
        """Where the centre stands for this station; one statement."""
        ...

    def since(self, db: sa.Connection, cursor: str, here: FeedStanding) -> Changed | None:
        """(kind, id) of the rows that changed after the cursor; None where the feed does not go
        back to it, or has not come as far.
        """
        ...


class SqliteFeed:
    """Cursor: the largest sequence seen."""

    def standing(self, db: sa.Connection, origin: str, incarnation: str) -> FeedStanding:
        row = db.execute(_FILE_STANDING, {"origin": origin, "incarnation": incarnation}).one()
        return _standing(row, str(row.newest or 0), int(row.floor or 0))

    def since(self, db: sa.Connection, cursor: str, here: FeedStanding) -> Changed | None:
        if not here.floor <= int(cursor) + 1 <= int(here.cursor) + 1:
            return None
        query = sa.select(feed.c.kind, feed.c.id).where(feed.c.seq > int(cursor)).distinct()
        return {(row.kind, row.id) for row in db.execute(query)}


class PostgresFeed:
    """Cursor: the text of a pg_snapshot, "xmin:xmax:xip,xip"."""

    def standing(self, db: sa.Connection, origin: str, incarnation: str) -> FeedStanding:
        row = db.execute(_SERVER_STANDING, {"origin": origin, "incarnation": incarnation}).one()
        floor = int(row.floor or 0)
        if floor >= _ends(row.snapshot)[1]:
            floor = 0  # the floor of another server, whose dump was restored here
        newest = max(int(row.newest or _FIRST_XID), floor - 1)
        return _standing(row, durable(str(row.snapshot), newest), floor)

    def since(self, db: sa.Connection, cursor: str, here: FeedStanding) -> Changed | None:
        first, end = _ends(cursor)
        if first < here.floor or end > _ends(here.cursor)[1]:
            return None
        return {(row.kind, row.id) for row in db.execute(_SINCE, {"cursor": cursor})}


def _standing(row: sa.Row[Any], cursor: str, floor: int) -> FeedStanding:
    return FeedStanding(
        epoch=str(row.epoch),
        schema=row.schema,
        rules=int(row.rules or 0),
        cursor=cursor,
        floor=floor,
        applied=row.applied or 0,
    )


def _ends(snapshot: str) -> tuple[int, int]:
    """The first number that may be of an open transaction, and the first that was not given."""
    first, end, _open = snapshot.split(":")
    return int(first), int(end)


def durable(snapshot: str, newest: int) -> str:
    """The snapshot cut off behind a visible transaction, as if none had begun after it."""
    _, xmax, running = snapshot.split(":")
    end = min(int(xmax), newest + 1)
    waiting = sorted(xid for xid in map(int, filter(None, running.split(","))) if xid < end)
    return f"{min(waiting, default=end)}:{end}:{','.join(map(str, waiting))}"


def feed_for(engine: sa.Engine) -> Feed:
    return SqliteFeed() if engine.dialect.name == "sqlite" else PostgresFeed()
