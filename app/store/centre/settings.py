"""What a site decides about its centre: in `meta`, which only an administrator writes, and in its
rules (`app.domain.rows.site_rules`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Kind
from app.domain.plan.allocate import CHAIN, Ends, Rules, Stage
from app.domain.rows.site_rules import SiteRule, value_of
from app.store.centre.tables import MAIN_SITE, ROWS, meta

LEASE = timedelta(minutes=30)
"""How long a claim stands after its station was last heard, in the centre's time."""
_LEASE = "lease_hours:"
_ALLOCATION = "allocation:"
_ENDS = "expires_by"
"""The name of the site's rule."""
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
    found = {row.key.partition(":")[0]: row.value for row in rows}
    hours = found.get(_LEASE.removesuffix(":"))
    rules = _rules(found.get(_ALLOCATION.removesuffix(":")))
    row = found.get(_ENDS)
    ends = value_of(_ENDS, {_ENDS: codec.from_text(SiteRule, row).value} if row else {})
    return Decided(int(hours) if hours else None, replace(rules, ends=Ends(ends)))


@cache
def _decided(dialect: str) -> sa.CompoundSelect[Any]:
    site: Any = MAIN_SITE
    if dialect == "postgresql":
        site = sa.func.coalesce(sa.func.my_site(), MAIN_SITE)
    keys = [sa.literal(what).concat(site) for what in (_LEASE, _ALLOCATION)]
    rule = ROWS[Kind.SITE].c
    return sa.union_all(
        sa.select(meta.c.key, meta.c.value).where(meta.c.key.in_(keys)),
        sa.select(rule.id, rule.body).where(rule.id == _ENDS, rule.site == site),
    )


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


def _rules(text: str | None) -> Rules:
    """Of the setting's text; None = the site has decided nothing."""
    words = text.split() if text else list(CHAIN)
    stages = tuple(Stage(word) for word in words if word != _COMPLETE)
    return Rules(stages, complete=_COMPLETE in words)


def set_allocation(db: sa.Connection, site: str, rules: Rules | None) -> None:
    """rules None = those of a site that has decided nothing."""
    db.execute(meta.delete().where(meta.c.key == _ALLOCATION + site))
    if rules is not None:
        words = [*rules.stages, *([_COMPLETE] if rules.complete else [])]
        db.execute(meta.insert().values(key=_ALLOCATION + site, value=" ".join(words)))


def all_allocations(db: sa.Connection) -> dict[str, Rules]:
    """Site -> rules, of the sites that have decided."""
    query = sa.select(meta).where(meta.c.key.startswith(_ALLOCATION, autoescape=True))
    return {row.key.removeprefix(_ALLOCATION): _rules(row.value) for row in db.execute(query)}
