"""What a site decides about its centre; kept in `meta`, written by an administrator only."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from app.domain.plan.allocate import Rules, Stage
from app.store.centre.tables import MAIN_SITE, meta

LEASE = timedelta(minutes=30)
"""How long a claim stands after its station was last heard, in the centre's time."""
_LEASE = "lease_hours:"
_ALLOCATION = "allocation:"
_COMPLETE = "complete"


def lease_hours(db: sa.Connection) -> int | None:
    """After how many hours of a station's silence its claimed orders are anybody's; None = never.

    As the site of this login has decided.
    """
    key = _LEASE + my_site(db)
    found = db.execute(sa.select(meta.c.value).where(meta.c.key == key)).scalar()
    return int(found) if found else None


def my_site(db: sa.Connection) -> str:
    """The site of this login; MAIN_SITE for a login without one."""
    if db.dialect.name != "postgresql":
        return MAIN_SITE
    return str(
        db.execute(sa.text("SELECT coalesce(my_site(), :main)"), {"main": MAIN_SITE}).scalar_one()
    )


def set_lease_hours(db: sa.Connection, site: str, hours: int | None) -> None:
    key = _LEASE + site
    db.execute(meta.delete().where(meta.c.key == key))
    if hours is not None:
        db.execute(meta.insert().values(key=key, value=str(hours)))


def all_lease_hours(db: sa.Connection) -> dict[str, int]:
    """Site -> hours, of the sites that have decided."""
    query = sa.select(meta).where(meta.c.key.startswith(_LEASE, autoescape=True))
    return {row.key.removeprefix(_LEASE): int(row.value) for row in db.execute(query)}


def allocation(db: sa.Connection) -> Rules:
    """By which rules orders get their goods, as the site of this login has decided."""
    key: sa.ColumnElement[str] = sa.literal(_ALLOCATION + MAIN_SITE)
    if db.dialect.name == "postgresql":
        key = sa.literal(_ALLOCATION).concat(sa.func.coalesce(sa.func.my_site(), MAIN_SITE))
    found = db.execute(sa.select(meta.c.value).where(meta.c.key == key)).scalar()
    return Rules() if found is None else _rules(found)


def _rules(text: str) -> Rules:
    words = text.split()
    stages = tuple(Stage(word) for word in words if word != _COMPLETE)
    return Rules(stages, complete=_COMPLETE in words)


def set_allocation(db: sa.Connection, site: str, rules: Rules | None) -> None:
    """rules None = those of a site that has decided nothing."""
    key = _ALLOCATION + site
    db.execute(meta.delete().where(meta.c.key == key))
    if rules is not None:
        words = [*rules.stages, *([_COMPLETE] if rules.complete else [])]
        db.execute(meta.insert().values(key=key, value=" ".join(words)))


def all_allocations(db: sa.Connection) -> dict[str, Rules]:
    """Site -> rules, of the sites that have decided."""
    query = sa.select(meta).where(meta.c.key.startswith(_ALLOCATION, autoescape=True))
    return {row.key.removeprefix(_ALLOCATION): _rules(row.value) for row in db.execute(query)}
