"""What a site decides about its centre; kept in `meta`, written by an administrator only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from app.domain.plan.allocate import CHAIN, Ends, Rules, Stage
from app.store.centre.tables import MAIN_SITE, meta

LEASE = timedelta(minutes=30)
"""How long a claim stands after its station was last heard, in the centre's time."""
_LEASE = "lease_hours:"
_ALLOCATION = "allocation:"
_ENDS = "expires_by:"
_COMPLETE = "complete"


@dataclass(frozen=True)
class Decided:
    """What one site has decided.

    lease_hours: after how many hours of a station's silence its claimed orders are anybody's; None
    = never. allocation: by which rules orders get their goods.
    """

    lease_hours: int | None
    allocation: Rules


def decided(db: sa.Connection) -> Decided:
    """By the site of this login; one statement."""
    rows = db.execute(_decided(db.dialect.name))
    found = {row.key.partition(":")[0] + ":": row.value for row in rows}
    hours = found.get(_LEASE)
    rules = _rules(found.get(_ALLOCATION), found.get(_ENDS))
    return Decided(int(hours) if hours else None, rules)


@cache
def _decided(dialect: str) -> sa.Select[Any]:
    site: Any = MAIN_SITE
    if dialect == "postgresql":
        site = sa.func.coalesce(sa.func.my_site(), MAIN_SITE)
    keys = [sa.literal(what).concat(site) for what in (_LEASE, _ALLOCATION, _ENDS)]
    return sa.select(meta.c.key, meta.c.value).where(meta.c.key.in_(keys))


def allocation(db: sa.Connection) -> Rules:
    """By which rules orders get their goods, as the site of this login has decided."""
    return decided(db).allocation


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


def _rules(text: str | None, ends: str | None) -> Rules:
    """Of the two settings' texts; None = the site has decided nothing."""
    words = text.split() if text else list(CHAIN)
    stages = tuple(Stage(word) for word in words if word != _COMPLETE)
    return Rules(stages, complete=_COMPLETE in words, ends=Ends(ends or Ends.EITHER))


def set_allocation(db: sa.Connection, site: str, rules: Rules | None) -> None:
    """rules None = those of a site that has decided nothing."""
    db.execute(meta.delete().where(meta.c.key.in_([_ALLOCATION + site, _ENDS + site])))
    if rules is not None:
        words = [*rules.stages, *([_COMPLETE] if rules.complete else [])]
        told = [{"key": _ALLOCATION + site, "value": " ".join(words)}]
        if rules.ends is not Ends.EITHER:
            told.append({"key": _ENDS + site, "value": rules.ends.value})
        db.execute(meta.insert(), told)


def all_allocations(db: sa.Connection) -> dict[str, Rules]:
    """Site -> rules, of the sites that have decided."""
    found: dict[str, dict[str, str]] = {}
    for name in (_ALLOCATION, _ENDS):
        query = sa.select(meta).where(meta.c.key.startswith(name, autoescape=True))
        for row in db.execute(query):
            found.setdefault(row.key.removeprefix(name), {})[name] = row.value
    return {site: _rules(told.get(_ALLOCATION), told.get(_ENDS)) for site, told in found.items()}
