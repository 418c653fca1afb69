"""Each life of a writer's file: the events of its incarnation, and the row that counts them.

An event's hash does not cover its incarnation. What shows a changed one is that the numbers of a
life follow each other without a gap, and that its row in `station` names the last of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from app.store.centre.archive import archived
from app.store.centre.tables import event, station
from app.sync.proof.values import Finding


def life_findings(db: sa.Connection) -> Iterator[Finding]:
    yield from _lost_ends(db)
    lives = (
        sa.select(
            event.c.origin,
            event.c.incarnation,
            sa.func.count(sa.distinct(event.c.seq)).label("count"),
            sa.func.min(event.c.seq).label("first"),
            sa.func.max(event.c.seq).label("last"),
        )
        .group_by(event.c.origin, event.c.incarnation)
        .subquery()
    )
    same = sa.and_(lives.c.origin == station.c.origin, lives.c.incarnation == station.c.incarnation)
    query = sa.select(lives, station.c.last_seq).join_from(lives, station, same, isouter=True)
    for life in db.execute(query):
        if life.last_seq is None:
            yield _of_life(life, "life_differs", "no station has this incarnation")
        elif life.last_seq != life.last:
            yield _of_life(life, "life_differs", f"its row says {life.last_seq} is the last")
        elif not archived(db) and life.count != life.last - life.first + 1:
            yield _of_life(life, "life_differs", f"numbers from {life.first} on are not there")


def _of_life(life: Any, what: str, detail: str) -> Finding:
    return Finding(what, detail, life.origin, life.incarnation, life.last)


def _lost_ends(db: sa.Connection) -> Iterator[Finding]:
    """The last fact of each life must be there: a chain does not show its own end."""
    last = sa.exists().where(
        event.c.event_id == station.c.last_event,
        event.c.origin == station.c.origin,
        event.c.incarnation == station.c.incarnation,
        event.c.seq == station.c.last_seq,
    )
    query = sa.select(station).where(station.c.last_event != "", ~last)
    for row in db.execute(query):
        yield Finding(
            "missing",
            "the last fact is not there",
            row.origin,
            row.incarnation,
            row.last_seq,
            row.last_event,
        )
