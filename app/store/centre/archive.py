"""Which months of events an administrator has taken out into files; kept in `meta`."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.centre.tables import meta

_KEY = "archived"
"""Names of the partitions that were taken out, with blanks between."""


def archived(db: sa.Connection) -> tuple[str, ...]:
    """Names of the partitions that are no longer here, in the order in which they were taken."""
    found = db.execute(sa.select(meta.c.value).where(meta.c.key == _KEY)).scalar()
    return tuple((found or "").split())


def note(db: sa.Connection, name: str) -> None:
    """This partition is taken out in this transaction."""
    value = " ".join((*archived(db), name))
    db.execute(meta.delete().where(meta.c.key == _KEY))
    db.execute(meta.insert().values(key=_KEY, value=value))
