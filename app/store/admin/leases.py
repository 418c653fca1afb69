"""Claimed orders of stations that are gone, and giving back what they have not begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from app.domain.facts import Kind
from app.domain.rows.orders import Sub
from app.errors import EnvironmentFault
from app.store.centre.settings import LEASE, my_site
from app.store.centre.tables import claim, feed, orders, promise, station

SILENT = timedelta(hours=1)
"""A station that was not heard of for so long is named as gone."""

_MAY = sa.text(
    "SELECT count(*) = 0 OR bool_or(pg_has_role(oid, 'USAGE')) FROM pg_roles"
    " WHERE rolname IN ('pb_owner', 'pb_supervisor')"
)


@dataclass(frozen=True)
class Holder:
    """A station with claims. heard: when it last spoke. until: the end of its lease. Both aware.

    waiting, begun: how many of its claimed orders it has not begun, and has.
    """

    origin: str
    site: str
    heard: datetime
    until: datetime
    waiting: int
    begun: int


@dataclass(frozen=True)
class Released:
    """given: ids of the orders that are anybody's now. left: (id, sub-state) of those begun."""

    given: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


def gone(db: sa.Connection, now: datetime) -> tuple[Holder, ...]:
    """Stations with claims that were silent for `SILENT`.

    now: the time of an embedded centre; a server has its own.
    """
    now = _time(db, now)
    return tuple(one for one in _holders(db) if max(one.heard + SILENT, one.until) <= now)


def release(db: sa.Connection, origin: str, now: datetime, *, alive: bool = False) -> Released:
    """Give back what this station has claimed and not begun. alive: even if it was just heard.

    Raises EnvironmentFault: it holds nothing, it was heard within its lease, this login may not.
    """
    _demand_right(db)
    mine = sa.select(claim.c.order_id).where(claim.c.origin == origin)
    # Locked in the order of a push: what the station begins now is begun, or is not its own.
    lock = sa.select(orders.c.id, orders.c.sub).where(orders.c.id.in_(mine))
    states = db.execute(lock.order_by(orders.c.id).with_for_update()).all()
    now = _time(db, now)
    holders = [one for one in _holders(db) if one.origin == origin]
    if not holders:
        raise EnvironmentFault(f"Station {origin} holds no order.")
    heard = max(one.heard for one in holders)
    if not alive and heard > now - LEASE:
        raise EnvironmentFault(
            f"Station {origin} was heard of at {heard:%Y-%m-%d %H:%M} UTC: end its program, which"
            " gives them back. If it cannot be ended: --even-if-alive."
        )
    waiting = [row.id for row in states if row.sub == Sub.RELEASED.value]
    mine_only = sa.and_(claim.c.origin == origin, claim.c.order_id.in_(waiting))
    if not alive:
        mine_only &= claim.c.until <= now  # it may renew them at this moment
    rows = db.execute(claim.delete().where(mine_only).returning(claim.c.order_id, claim.c.site))
    given = sorted((row.order_id, row.site) for row in rows)
    for name, site in given:
        db.execute(promise.delete().where(promise.c.order_id == name, promise.c.site == site))
    _tell(db, given)
    left = [(row.id, row.sub) for row in states if row.sub != Sub.RELEASED.value]
    return Released(tuple(name for name, _site in given), tuple(left))


def _holders(db: sa.Connection) -> list[Holder]:
    seen = (
        sa.select(station.c.origin, sa.func.max(station.c.seen_at).label("at"))
        .group_by(station.c.origin)
        .subquery()
    )
    waits = orders.c.sub == Sub.RELEASED.value
    query = (
        sa.select(
            claim.c.origin,
            claim.c.site,
            sa.func.max(claim.c.until).label("until"),
            sa.func.max(seen.c.at).label("seen"),
            sa.func.count(sa.case((waits, 1))).label("waiting"),
            sa.func.count(sa.case((~waits, 1))).label("begun"),
        )
        .join(orders, sa.and_(orders.c.id == claim.c.order_id, orders.c.site == claim.c.site))
        .join(seen, seen.c.origin == claim.c.origin, isouter=True)
        .group_by(claim.c.origin, claim.c.site)
        .order_by(claim.c.origin, claim.c.site)
    )
    found = []
    for row in db.execute(query):
        spoke = row.until - LEASE  # a station with nothing to push renews its leases
        heard = max(spoke, row.seen or spoke)
        found.append(Holder(row.origin, row.site, heard, row.until, row.waiting, row.begun))
    return found


def _tell(db: sa.Connection, given: Sequence[tuple[str, str]]) -> None:
    """Put the orders into the feed: benches without work look for some, and the station that held
    them learns of it.
    """
    here = my_site(db)
    for name, site in given:
        row = {"kind": Kind.ORDER.value, "id": name}
        if site != here:  # an owner's; a supervisor's rows are all of his site
            row["site"] = site
        db.execute(feed.insert().values(row))


def _demand_right(db: sa.Connection) -> None:
    if db.dialect.name == "postgresql" and not db.execute(_MAY).scalar_one():
        raise EnvironmentFault("This login may not do that: it needs a supervisor's or an owner's.")


def _time(db: sa.Connection, now: datetime) -> datetime:
    """Leases are in the server's time where there is a server."""
    if db.dialect.name == "sqlite":
        return now
    found: datetime = db.execute(sa.text("SELECT clock_timestamp()")).scalar_one()
    return found
