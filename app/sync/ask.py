"""Questions to the centre. Functions over one snapshot; none of them changes anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind
from app.domain.reduce import ROW_TYPES
from app.domain.rows.orders import Sub
from app.domain.rows.things import Bin, ExceptionRow
from app.errors import CentreAway
from app.store.centre.tables import ROWS, bin_sku, event, event_subject, orders, promise
from app.store.database import one_of
from app.store.journal_rows import fact_of
from app.store.station.values import StoredRow
from app.sync.port import EventRow

_PART = 500


def timeline(db: sa.Connection, kind: Kind, name: str) -> tuple[EventRow, ...]:
    """As `SyncPort.timeline`."""
    query = (
        sa.select(event)
        .join(event_subject, event_subject.c.event_id == event.c.event_id)
        .where(event_subject.c.kind == kind.value, event_subject.c.id == name)
        .order_by(*applied_order(db))
    )
    return tuple(map(_event_row, db.execute(query)))


def facts_since(db: sa.Connection, kind: FactKind, since: datetime) -> tuple[Fact, ...]:
    """As `SqlCentre.facts_since`."""
    query = (
        sa.select(event)
        .where(event.c.kind == kind.value, event.c.occurred_at >= since)
        .order_by(event.c.occurred_at, event.c.origin, event.c.seq)
    )
    return tuple(_event_row(row).fact for row in db.execute(query))


def digests(db: sa.Connection, kind: Kind) -> dict[str, str]:
    """As `SyncPort.digests`."""
    table = ROWS[kind]
    column = orders.c.digest if kind is Kind.ORDER else table.c.body
    return {row[0]: row[1] for row in db.execute(sa.select(table.c.id, column))}


def cancelled(db: sa.Connection) -> frozenset[str]:
    """As `SyncPort.cancelled`."""
    query = sa.select(orders.c.id).where(orders.c.sub == Sub.CANCELLED.value)
    return frozenset(row.id for row in db.execute(query))


def row(db: sa.Connection, kind: Kind, name: str) -> StoredRow | None:
    """As `SyncPort.row`."""
    table = ROWS[kind]
    body = db.execute(sa.select(table.c.body).where(table.c.id == name)).scalar()
    return None if body is None else StoredRow(kind.value, name, body)


def rows(db: sa.Connection, kind: Kind, names: Sequence[str]) -> dict[str, Any]:
    """As `SqlCentre.rows`."""
    table, found = ROWS[kind], dict[str, Any]()
    for start in range(0, len(names), _PART):
        part = names[start : start + _PART]
        query = sa.select(table.c.id, table.c.body).where(one_of(db, table.c.id, part))
        for row_ in db.execute(query):
            found[row_.id] = decoded(StoredRow(kind.value, row_.id, row_.body))
    return found


def exceptions(db: sa.Connection, *, closed: bool) -> dict[str, ExceptionRow]:
    """As `SqlCentre.exceptions`."""
    table = ROWS[Kind.EXCEPTION]
    query = sa.select(table.c.id, table.c.body)
    found = db.execute(query if closed else query.where(table.c.live))
    return {row.id: codec.from_text(ExceptionRow, row.body) for row in found}


def bins_of(db: sa.Connection, sku: str) -> tuple[Bin, ...]:
    """As `SqlCentre.bins_of`."""
    table = ROWS[Kind.BIN]
    named = sa.select(bin_sku.c.bin).where(bin_sku.c.sku == sku)
    query = sa.select(table.c.body).where(table.c.id.in_(named)).order_by(table.c.id)
    return tuple(codec.from_text(Bin, row.body) for row in db.execute(query))


def promised_to_others(db: sa.Connection, name: str, sku: str) -> Counter[str]:
    """As `SqlCentre.promised_to_others`."""
    at = promise.c
    query = (
        sa.select(at.bin, sa.func.sum(at.quantity).label("units"))
        .where(at.sku == sku, at.order_id != name)
        .group_by(at.bin)
    )
    return Counter({row.bin: int(row.units) for row in db.execute(query)})


def find_order(db: sa.Connection, ref: str) -> tuple[str, ...]:
    """As `SyncPort.find_order`."""
    query = sa.select(orders.c.id).where(sa.or_(orders.c.ref == ref, orders.c.id == ref))
    return tuple(row.id for row in db.execute(query.order_by(orders.c.id)))


def decoded(row: StoredRow) -> Any:
    """The domain value of a stored row."""
    return codec.from_text(ROW_TYPES[Kind(row.kind)], row.body or "{}")


def applied_order(db: sa.Connection) -> list[Any]:
    """Sort keys: the order in which the centre applied the facts."""
    if db.dialect.name == "sqlite":
        return [sa.literal_column("event.rowid")]
    return [
        event.c.position.nulls_first(),  # events of before there were positions
        event.c.received_at,
        event.c.origin,
        event.c.seq,
    ]


def _event_row(row: Any) -> EventRow:
    try:
        return EventRow(fact_of(row.origin, row), row.received_at, row.verdict, row.reason)
    except (ValueError, TypeError) as error:
        told = f"The centre's event {row.event_id} is damaged: packbench db verify."
        raise CentreAway(told) from error
