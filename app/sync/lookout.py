"""What alarms are made of, beside the rows in work. Functions over one snapshot.

Nothing of it is remembered by who asks, so that all watchers see the same.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from app.domain.alarms import Mishap
from app.domain.facts import FactKind, Kind
from app.domain.thresholds import AlarmKind
from app.store.centre.tables import event, event_subject
from app.store.database import one_of
from app.sync.watch import first_id

_PART = 500
_KINDS = {
    FactKind.LABEL_FAILED.value: AlarmKind.PRINTER_FAULTS,
    FactKind.PICK_SHORT.value: AlarmKind.BIN_SHORTS,
}


def moved(db: sa.Connection, orders: Collection[str]) -> dict[str, datetime]:
    """When the last fact of each of these orders happened, by its id (UUIDv7, RFC 9562)."""
    names = sorted(orders)
    found: dict[str, datetime] = {}
    for start in range(0, len(names), _PART):
        query = (
            sa.select(event_subject.c.id, sa.func.max(event_subject.c.event_id))
            .where(
                event_subject.c.kind == Kind.ORDER.value,
                one_of(db, event_subject.c.id, names[start : start + _PART]),
            )
            .group_by(event_subject.c.id)
        )
        found |= {name: _time(newest) for name, newest in db.execute(query)}
    return found


def _time(event_id: str) -> datetime:
    return datetime.fromtimestamp((UUID(event_id).int >> 80) / 1000, UTC)


def mishaps(db: sa.Connection, now: datetime, span: timedelta) -> tuple[Mishap, ...]:
    """Labels that failed and goods that were missed. Every event of the time span is read."""
    since = now - span
    query = sa.select(event.c.kind, event.c.subjects, event.c.origin, event.c.occurred_at).where(
        event.c.event_id >= first_id(since),
        event.c.kind.in_(_KINDS),
        event.c.occurred_at >= since,
    )
    found = []
    for kind, subjects, origin, at in db.execute(query):
        bins = [name for about, name in json.loads(subjects) if about == Kind.BIN.value]
        names = [origin] if kind == FactKind.LABEL_FAILED.value else bins[:1]
        found += [Mishap(_KINDS[kind], name, at) for name in names]
    return tuple(found)
