"""How a centre is: its version, its stations, its size and its protection."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.store import schema
from app.store.admin import leases as centre_leases
from app.store.admin import partitions as months
from app.store.admin import roles as centre_roles
from app.store.centre.tables import event, feed, meta, orders, station
from app.store.database import reading

_TRIGGERS = {
    "postgresql": (
        "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgname"
        " = 'append_only' AND tgrelid IN ('event'::regclass, 'stock_move'::regclass)",
        2,
    ),
    "sqlite": (
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        " AND name LIKE '%!_no!_%' ESCAPE '!' AND tbl_name IN ('event', 'stock_move')",
        4,
    ),
}
# Those that are open are the live ones, and have an index. ISO texts in UTC sort by their bytes.
# The text is not read as JSON: one row of nonsense would end the whole report.
_OPENED_AT = {
    "postgresql": 'substring(body from \'"opened_at": ?"([0-9T:.+-]{19,32})"\') COLLATE "C"',
    "sqlite": "CASE WHEN json_valid(body) THEN json_extract(body, '$.opened_at') END",
}
_OPENED = "SELECT count(*) AS open, min({at}) AS oldest FROM exception WHERE live"


@dataclass(frozen=True)
class StationState:
    """One life of a writer's file. facts: how many of it are here. seen_at: aware, UTC."""

    origin: str
    incarnation: str
    site: str
    last_seq: int
    facts: int
    seen_at: datetime


@dataclass(frozen=True)
class Status:
    """size: bytes. open_exceptions, oldest_open, released, oldest_released: what waits.

    gone: stations not heard of for an hour that hold claimed orders.

    partitions, months_missing, strays, roles: PostgreSQL only, None or empty elsewhere.
    """

    database: str
    version: str | None
    wanted: str
    epoch: str = ""
    sscc_next: int = 0
    restored: str = ""
    size: int = 0
    events: int = 0
    feed: int = 0
    stations: tuple[StationState, ...] = ()
    gone: tuple[centre_leases.Holder, ...] = ()
    open_exceptions: int = 0
    oldest_open: datetime | None = None
    released: int = 0
    oldest_released: str = ""
    partitions: tuple[months.Partition, ...] = ()
    months_missing: tuple[str, ...] = ()
    strays: int = 0
    triggers: bool = False
    roles: bool | None = None
    remedies: tuple[str, ...] = ()


def status(engine: sa.Engine, now: datetime) -> Status:
    """Read everything in one snapshot. now: aware."""
    name = engine.dialect.name
    wanted = schema.HEAD["centre"]
    with reading(engine) as db:
        found = schema.version(db)
        if found != wanted:
            return _with_remedies(Status(name, found, wanted), now)
        values = {row.key: row.value for row in db.execute(sa.select(meta))}
        query, count = _TRIGGERS[name]
        state = Status(
            name,
            found,
            wanted,
            epoch=values.get("epoch", ""),
            sscc_next=int(values.get("sscc_next", "0")),
            restored=values.get("restored", ""),
            size=_size(db),
            events=_count(db, event),
            feed=_count(db, feed),
            stations=tuple(_stations(db)),
            gone=centre_leases.gone(db, now),
            triggers=db.execute(sa.text(query)).scalar_one() >= count,
            **_waiting(db),
            **(_postgres(db, now) if name == "postgresql" else {}),
        )
    return _with_remedies(state, now)


def _count(db: sa.Connection, table: sa.Table) -> int:
    return int(db.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def _size(db: sa.Connection) -> int:
    if db.dialect.name == "postgresql":
        return int(db.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one())
    path = Path(str(db.engine.url.database))
    return path.stat().st_size if path.exists() else 0


def _stations(db: sa.Connection) -> list[StationState]:
    counts = (
        sa.select(event.c.origin, event.c.incarnation, sa.func.count().label("facts"))
        .group_by(event.c.origin, event.c.incarnation)
        .subquery()
    )
    same = sa.and_(
        counts.c.origin == station.c.origin, counts.c.incarnation == station.c.incarnation
    )
    query = (
        sa.select(station, sa.func.coalesce(counts.c.facts, 0).label("facts"))
        .join_from(station, counts, same, isouter=True)
        .order_by(station.c.origin, station.c.seen_at.desc())
    )
    return [
        StationState(
            row.origin, row.incarnation, row.site, row.last_seq, int(row.facts), row.seen_at
        )
        for row in db.execute(query)
    ]


def _waiting(db: sa.Connection) -> dict[str, Any]:
    query = _OPENED.format(at=_OPENED_AT[db.dialect.name]).replace(":", "\\:")
    opened = db.execute(sa.text(query)).one()
    released = sa.select(sa.func.count(), sa.func.min(orders.c.due)).where(
        orders.c.sub == "released"
    )
    count, oldest = db.execute(released).one()
    return {
        "open_exceptions": int(opened.open),
        "oldest_open": _time(opened.oldest),
        "released": int(count),
        # The first character sorts orders with a cut-off before the others.
        "oldest_released": (oldest or "")[1:],
    }


def _time(text: str | None) -> datetime | None:
    """None where it is no time."""
    try:
        return datetime.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None


def _postgres(db: sa.Connection, now: datetime) -> dict[str, Any]:
    missing = months.missing(db, now.date())
    return {
        "partitions": tuple(months.partitions(db)),
        "months_missing": tuple(months.name_of(month) for month in missing),
        "strays": months.strays(db),
        "roles": centre_roles.installed(db),
    }


def _with_remedies(state: Status, now: datetime) -> Status:
    found = []
    if state.version is None:
        found.append("This database is no centre yet: packbench db init.")
    elif state.version > state.wanted:
        found.append("The centre is newer than this program. Update this program.")
    elif state.version != state.wanted:
        found.append("The centre must be upgraded: packbench db upgrade.")
    else:
        found += _remedies(state, now)
    return replace(state, remedies=tuple(found))


def _remedies(state: Status, now: datetime) -> list[str]:
    found = []
    if not state.triggers:
        found.append(
            "Events can be changed: somebody took the triggers away. Prove the past with"
            " packbench db verify, and restore a backup into a new database."
        )
    if state.roles is False:
        found.append("Every login sees everything: packbench db roles.")
    if state.months_missing:
        found.append("Months to come have no partition: packbench db status --maintain.")
    if state.strays:
        found.append(f"Facts with a wrong clock: {state.strays}. Set the stations' clocks.")
    if state.open_exceptions:
        found.append(f"Exceptions that wait for a supervisor: {state.open_exceptions}.")
    for one in state.gone:
        found.append(
            f"{one.origin} ({one.site}) was last heard of {one.heard:%Y-%m-%d %H:%M} UTC and holds"
            f" {one.waiting} orders not begun and {one.begun} begun; what it has not sent is"
            f" unknown: packbench db leases --release {one.origin}."
        )
    silent = {one.origin for one in state.stations if (now - one.seen_at).days >= 2}
    silent -= {one.origin for one in state.stations if (now - one.seen_at).days < 2}
    if silent:
        names = ", ".join(sorted(silent))
        found.append(f"Not heard of for two days: {names}. Look whether facts wait there.")
    return found
