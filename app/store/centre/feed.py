"""The feed is kept for a week; a station whose cursor is older is given everything anew.

Once a day a mark notes how far the feed has come; changes before the mark of a week ago are
deleted. A position in the feed is a transaction's number on PostgreSQL, a row's on SQLite.
"""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa
import uuid_utils

from app.store.centre.tables import meta

KEPT = timedelta(days=7)
FLOOR = "feed_floor"
_MARK = "feed_mark:"


def floor(db: sa.Connection) -> int:
    """The first position that is still here; 0 = nothing was deleted."""
    found = db.execute(sa.select(meta.c.value).where(meta.c.key == FLOOR)).scalar()
    return int(found or 0)


def trim(db: sa.Connection, today: date) -> int:
    """Delete what is older than a week, on the first call of a day. Returns how many rows."""
    _adopt(db)
    query = sa.select(meta).where(meta.c.key.startswith(_MARK, autoescape=True))
    marks = {row.key: int(row.value) for row in db.execute(query)}
    new = _MARK + today.isoformat()
    if new in marks:
        return 0
    db.execute(meta.insert().values(key=new, value=str(_position(db))))
    last = _MARK + (today - KEPT).isoformat()
    old = [key for key in marks if key <= last]
    if not old:
        return 0
    position = marks[max(old)]
    db.execute(meta.delete().where(meta.c.key.in_([*old, FLOOR])))
    db.execute(meta.insert().values(key=FLOOR, value=str(position)))
    return _drop(db, position)


def forget(db: sa.Connection) -> None:
    """Empty the feed: the positions of another database mean nothing in this one."""
    db.execute(sa.text("DELETE FROM feed" if db.dialect.name == "sqlite" else "TRUNCATE feed"))
    mark = meta.c.key.startswith(_MARK, autoescape=True)
    db.execute(meta.delete().where(sa.or_(mark, meta.c.key == FLOOR)))


def _adopt(db: sa.Connection) -> None:
    """A database that was copied by hand (`pg_dump | psql`) has numbers of another server in its
    feed: it begins anew, and every station pulls everything.
    """
    ahead = "SELECT max(xid) >= pg_snapshot_xmax(pg_current_snapshot()) FROM feed"
    if db.dialect.name == "postgresql" and db.execute(sa.text(ahead)).scalar():
        forget(db)
        epoch = meta.update().where(meta.c.key == "epoch")
        db.execute(epoch.values(value=str(uuid_utils.uuid4())))


def _position(db: sa.Connection) -> int:
    """The newest change's. That change is never deleted itself: SQLite would give its number again.

    A transaction with a smaller number may commit later; when it is deleted, it is older than a
    week, too.
    """
    server = db.dialect.name == "postgresql"
    newest = "SELECT max(xid)::text FROM feed" if server else "SELECT max(seq) FROM feed"
    return int(db.execute(sa.text(newest)).scalar() or 0)


def _drop(db: sa.Connection, position: int) -> int:
    gone = "DELETE FROM feed WHERE seq < :position"
    if db.dialect.name == "postgresql":
        gone = "DELETE FROM feed WHERE xid < CAST(CAST(:position AS text) AS xid8)"
    return db.execute(sa.text(gone), {"position": position}).rowcount
