"""A station tells the centre how it stands. Functions over one transaction."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from app.store.centre.tables import station


def stand(db: sa.Connection, origin: str, now: datetime, text: str) -> None:
    """The station is there, and stands so. text: a `Standing`. now: the centre's time.

    Of its files the one that was heard last; an origin that never said hello changes nothing.
    """
    newest = sa.select(sa.func.max(station.c.seen_at)).where(station.c.origin == origin)
    this = sa.and_(station.c.origin == origin, station.c.seen_at == newest.scalar_subquery())
    db.execute(station.update().where(this).values(seen_at=now, standing=text))
