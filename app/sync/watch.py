"""What whoever watches the whole floor asks the centre. Functions over one snapshot.

A watcher is no station: it has no facts of its own, claims nothing, and keeps nothing on a disk.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from app.domain.facts import FactKind, Kind
from app.domain.standing import NOTHING, Standing, from_text
from app.store import schema
from app.store.centre.tables import ROWS, event, event_subject, station
from app.store.database import one_of
from app.store.station.values import StoredRow
from app.sync.feed import Feed

_PART = 500
_MOST_SAID = 4000
"""So much of what a station says of itself is read."""
_SLACK = timedelta(minutes=2)
"""An event's id may be this much older than what it tells of."""
_LATER = timedelta(days=1)
"""It may be this much younger: older programs made it when they wrote the event."""


@dataclass(frozen=True)
class Watched:
    """rows: changed since the cursor that was asked with. full: these are all, any other is gone.

    gone: (kind, id) of changed rows that are not there any more. at: the centre's time.
    """

    epoch: str
    cursor: str
    rows: tuple[StoredRow, ...]
    gone: tuple[tuple[str, str], ...]
    full: bool
    at: datetime


@dataclass(frozen=True)
class Passed:
    """One order that took a step. at: by the clock of its bench, aware, UTC."""

    kind: str
    order: str
    station: str
    operator: str
    at: datetime


@dataclass(frozen=True)
class Heard:
    """When the centre heard of a station last, aware, UTC, and how it said that it stands."""

    station: str
    at: datetime
    standing: Standing = NOTHING


def changes(
    db: sa.Connection, feed: Feed, now: datetime, kinds: Collection[Kind], epoch: str, cursor: str
) -> Watched:
    """The rows of these kinds that are in work and changed since the cursor; "" = all of them."""
    here = feed.standing(db, "", "")
    schema.demand(here.schema)
    known = cursor if epoch == here.epoch else ""
    if known and known == here.cursor:
        return Watched(here.epoch, known, (), (), full=False, at=now)
    changed = feed.since(db, known, here) if known else None
    if changed is None:
        rows = [row for kind in sorted(kinds) for row in _in_work(db, kind)]
        return Watched(here.epoch, here.cursor, tuple(rows), (), full=True, at=now)
    wanted = {(kind, name) for kind, name in changed if kind in {one.value for one in kinds}}
    rows = [row for kind in sorted(kinds) for row in _named(db, kind, wanted)]
    gone = tuple(sorted(wanted - {(row.kind, row.id) for row in rows}))
    return Watched(here.epoch, here.cursor, tuple(rows), gone, full=False, at=now)


def _in_work(db: sa.Connection, kind: Kind) -> list[StoredRow]:
    table = ROWS[kind]
    query = sa.select(table.c.id, table.c.body)
    if "live" in table.c:
        query = query.where(table.c.live)
    return [StoredRow(kind.value, row.id, row.body) for row in db.execute(query)]


def _named(db: sa.Connection, kind: Kind, wanted: Collection[tuple[str, str]]) -> list[StoredRow]:
    names = sorted(name for one, name in wanted if one == kind.value)
    table = ROWS[kind]
    found: list[StoredRow] = []
    for start in range(0, len(names), _PART):
        query = sa.select(table.c.id, table.c.body)
        query = query.where(one_of(db, table.c.id, names[start : start + _PART]))
        found += [StoredRow(kind.value, row.id, row.body) for row in db.execute(query)]
    return found


def first_id(since: datetime) -> str:
    """No event of that time or later has a smaller id."""
    return str(UUID(int=int((since - _SLACK).timestamp() * 1000) << 80))


def last_id(until: datetime) -> str:
    """No event of before that time has this id or a larger one."""
    return str(UUID(int=int((until + _LATER).timestamp() * 1000) << 80))


def passed(
    db: sa.Connection,
    kinds: Sequence[FactKind],
    since: datetime,
    orders: Collection[str] | None = None,
) -> tuple[Passed, ...]:
    """The orders that took one of these steps since then, oldest first.

    orders: only these; None = all, for which every event since then is read. Event ids begin with
    their time (UUIDv7, RFC 9562 section 5.7), so older ones are not.
    """
    query = (
        sa.select(
            event.c.kind, event.c.subjects, event.c.origin, event.c.operator, event.c.occurred_at
        )
        .where(
            event.c.event_id >= first_id(since),
            event.c.kind.in_([kind.value for kind in kinds]),
            event.c.occurred_at >= since,
        )
        .order_by(event.c.occurred_at, event.c.event_id)
    )
    if orders is not None:
        query = query.join(event_subject, event_subject.c.event_id == event.c.event_id).where(
            event_subject.c.kind == Kind.ORDER.value,
            one_of(db, event_subject.c.id, sorted(orders)),
        )
    return tuple(
        Passed(kind, name, *rest)
        for kind, subjects, *rest in db.execute(query)
        for about, name in json.loads(subjects)
        if about == Kind.ORDER.value
    )


def heard(db: sa.Connection) -> tuple[Heard, ...]:
    """When the centre heard of each writer last, by name."""
    said = sa.func.substr(station.c.standing, 1, _MOST_SAID).label("standing")
    query = sa.select(station.c.origin, station.c.seen_at, said)
    newest = {row.origin: row for row in db.execute(query.order_by(station.c.seen_at))}
    return tuple(
        Heard(name, row.seen_at, from_text(row.standing)) for name, row in sorted(newest.items())
    )
