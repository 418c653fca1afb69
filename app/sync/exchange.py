"""Hello, push and pull at the centre. Functions over one transaction each.

`here` is where the centre stands in that transaction (`app.sync.feed`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.facts import Fact, Kind
from app.store import schema
from app.store.centre.tables import ROWS, event, station
from app.store.database import Utc, one_of
from app.store.station.values import StoredRow
from app.sync import claims, promise_facts, versions
from app.sync.apply import Batch
from app.sync.feed import Feed
from app.sync.port import Fenced, Gap, Hello, Pulled, Pushed, StaleEpoch

SSCC_BLOCK = 10_000
"""Serial numbers for boxes that a station is given at once."""

Now = Callable[[sa.Connection], datetime]
"""The centre's time; on a server it costs a statement."""

_NO_PRIVILEGE = "42501"
log = logging.getLogger(__name__)

_KINDS = frozenset(kind.value for kind in ROWS)
_PART = 500  # names in one statement
_TAKE_SERIALS = sa.text(
    "UPDATE meta SET value = CAST(CAST(value AS bigint) + :many AS text)"
    " WHERE key = 'sscc_next' RETURNING value"
)
# Two copies of one station may say their first hello at the same moment.
_INTRODUCE = sa.text(
    "INSERT INTO station(origin, incarnation, last_seq, last_event, seen_at)"
    " VALUES (:origin, :incarnation, :start, '', :now) ON CONFLICT DO NOTHING"
).bindparams(sa.bindparam("now", type_=Utc))


def hello(
    db: sa.Connection,
    feed: Feed,
    now: datetime,
    origin: str,
    incarnation: str,
    *,
    start: int,
    wants_sscc: bool,
) -> Hello:
    """As `SyncPort.hello`."""
    me = {"origin": origin, "incarnation": incarnation, "start": start, "now": now}
    db.execute(_INTRODUCE, me)
    known = db.execute(its_row(origin, incarnation)).one()
    here = feed.standing(db, origin, incarnation)
    schema.demand(here.schema)
    return Hello(
        epoch=here.epoch,
        last_seq=known.last_seq,
        last_event=known.last_event,
        server_time=now,
        rules_version=here.rules,
        sscc=_sscc_block(db) if wants_sscc else (0, 0),
    )


def push(
    db: sa.Connection,
    feed: Feed,
    now: Now,
    origin: str,
    incarnation: str,
    epoch: str,
    facts: Sequence[Fact],
) -> Pushed:
    """As `SyncPort.push`. now: asked only where there is something to apply.

    Raises IntegrityError where another origin inserts one of the same new rows.
    """
    here = feed.standing(db, origin, incarnation)
    if here.epoch != epoch:
        raise StaleEpoch
    me = db.execute(its_row(origin, incarnation)).first()
    if me is None:
        raise Gap
    old = [fact.event_id for fact in facts if fact.seq <= me.last_seq]
    new = [fact for fact in facts if fact.seq > me.last_seq]
    if len(_known(db, old)) < len(old):
        raise Fenced
    if not new:
        return Pushed(me.last_seq)
    if [fact.seq for fact in new] != list(range(me.last_seq + 1, me.last_seq + 1 + len(new))):
        raise Gap
    versions.agree(db, here)
    at = now(db)
    # Before others have to wait for what the facts lock.
    db.execute(
        station.update()
        .where(station.c.origin == origin, station.c.incarnation == incarnation)
        .values(last_seq=new[-1].seq, last_event=new[-1].event_id, seen_at=at)
    )
    return Pushed(new[-1].seq, apply(db, new, at))


def apply(db: sa.Connection, facts: Sequence[Fact], now: datetime) -> tuple[str, ...]:
    """Keep the facts and reduce them onto the rows, but for those that are here already.

    Returns the event ids of those that were kept as conflicts.
    """
    known = _known(db, [fact.event_id for fact in facts])
    batch = Batch(db, now)
    new = [fact for fact in facts if fact.event_id not in known]
    batch.lock({item for fact in new for item in fact.concerns()})
    for fact in new:
        batch.apply(fact)
    batch.write()
    claims.follow(db, new, now)
    promise_facts.follow(db, batch, new, now)
    batch.write()
    return tuple(batch.conflicts)


def pull(
    db: sa.Connection, feed: Feed, origin: str, incarnation: str, epoch: str, cursor: str
) -> Pulled:
    """As `SyncPort.pull`."""
    here = feed.standing(db, origin, incarnation)
    if here.epoch != epoch:
        raise StaleEpoch
    schema.demand(here.schema)  # rows of another schema are not read
    if here.cursor == cursor:
        return Pulled((), cursor, here.applied, full=False)
    changed = feed.since(db, cursor, here) if cursor else None
    rows = _working_set(db) if changed is None else _changed_rows(db, changed)
    return Pulled(tuple(rows), here.cursor, here.applied, full=changed is None)


def its_row(origin: str, incarnation: str) -> sa.Select[Any]:
    """A station's row, locked: a second copy of the station waits here."""
    return (
        sa.select(station)
        .where(station.c.origin == origin, station.c.incarnation == incarnation)
        .with_for_update()
    )


def _sscc_block(db: sa.Connection) -> tuple[int, int]:
    """On PostgreSQL a trigger moves the count on where the server has forgotten blocks (c0007).

    (0, 0) where the server refuses the login another block today: the station works on with what
    it has.
    """
    try:
        with db.begin_nested():
            after = int(db.execute(_TAKE_SERIALS, {"many": SSCC_BLOCK}).scalar_one())
    except sa.exc.ProgrammingError as error:
        if getattr(error.orig, "sqlstate", "") != _NO_PRIVILEGE:
            raise
        log.warning("no serial numbers were given: %s", error.orig)
        return (0, 0)
    return after - SSCC_BLOCK, after


def _known(db: sa.Connection, ids: Sequence[str]) -> set[str]:
    """Those of the event ids that are here."""
    query = sa.select(event.c.event_id).where(event.c.event_id.in_(ids))
    return {row.event_id for row in db.execute(query)} if ids else set()


def _changed_rows(db: sa.Connection, changed: set[tuple[str, str]]) -> list[StoredRow]:
    by_kind: dict[str, list[str]] = {}
    for kind, name in changed:
        by_kind.setdefault(kind, []).append(name)
    rows = []
    # A kind that this program does not know is a newer one's, or somebody's mischief.
    for kind in sorted(by_kind.keys() & _KINDS):
        names, table = by_kind[kind], ROWS[Kind(kind)]
        for start in range(0, len(names), _PART):
            part = names[start : start + _PART]
            query = sa.select(table.c.id, table.c.body).where(one_of(db, table.c.id, part))
            rows += [StoredRow(kind, row.id, row.body) for row in db.execute(query)]
    return rows


def _working_set(db: sa.Connection) -> list[StoredRow]:
    """Everything a station needs: of the rows that pile up, those in work."""
    rows = []
    for kind, table in ROWS.items():
        query = sa.select(table.c.id, table.c.body)
        if "live" in table.c:
            query = query.where(table.c.live)
        rows += [StoredRow(kind.value, row.id, row.body) for row in db.execute(query)]
    return rows
