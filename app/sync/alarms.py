"""The site's alarms, one truth for all who watch. Functions over one transaction.

Any number of watchers bring what they see, each for itself. Every change names the state that it
changes, so that what one of them has done already is not done twice.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
import uuid_utils

from app.domain.alarms import Alarm, OpenAlarm, Value
from app.domain.thresholds import AlarmKind, Thresholds
from app.store.centre.tables import alarm
from app.store.database import one_of

KEPT = timedelta(days=90)
"""So long what is over can be looked up."""
_OPEN = alarm.c.cleared_at.is_(None)
_UNHEARD = sa.and_(_OPEN, alarm.c.raised_at.is_not(None), alarm.c.acknowledged_at.is_(None))
_KNOWN = tuple(AlarmKind)
"""Alarms of other kinds belong to a newer program, which alone knows whether they hold."""


def reconcile(
    db: sa.Connection, now: datetime, found: Sequence[Alarm], limits: Thresholds
) -> tuple[OpenAlarm, ...]:
    """Raise what is new, clear what has been well for a while, escalate what nobody acknowledges.

    found: all that holds now. Returns what is open then, the oldest first.
    """
    query = sa.select(alarm).where(_OPEN, alarm.c.kind.in_(_KNOWN)).order_by(alarm.c.id)
    rows = {(row.kind, row.about): row for row in db.execute(query)}
    holds = {(one.kind.value, one.about): one for one in found}
    for key, row in rows.items():
        if key in holds:
            _hold(db, row, holds[key], now, limits)
        else:
            _miss(db, row, now, limits)
    new = [one for key, one in sorted(holds.items()) if key not in rows]
    if new:
        _add(db, new, now, limits)
    late = now - timedelta(minutes=limits.escalate_minutes)
    if limits.escalate_minutes and any(_is_stale(row, late) for row in rows.values()):
        stale = sa.and_(_UNHEARD, alarm.c.escalated_at.is_(None), alarm.c.raised_at <= late)
        db.execute(alarm.update().where(stale).values(escalated_at=now))
    return standing(db)


def _is_stale(row: sa.Row[Any], late: datetime) -> bool:
    unheard = row.acknowledged_at is None and row.escalated_at is None
    return unheard and row.raised_at is not None and row.raised_at <= late


def _add(db: sa.Connection, new: Iterable[Alarm], now: datetime, limits: Thresholds) -> None:
    """Another watcher may have raised the same just now."""
    insert = sa.text(
        "INSERT INTO alarm(id, kind, about, details, since, raised_at)"
        " VALUES (:id, :kind, :about, :details, :since, :raised_at) ON CONFLICT DO NOTHING"
    ).bindparams(
        sa.bindparam("since", type_=alarm.c.since.type),
        sa.bindparam("raised_at", type_=alarm.c.raised_at.type),
    )
    rows = [
        {
            "id": str(uuid_utils.uuid7()),
            "kind": one.kind.value,
            "about": one.about,
            "details": _text(one),
            "since": one.since,
            "raised_at": None if now - one.since < limits.delay(one.kind) else now,
        }
        for one in new
    ]
    db.execute(insert, rows)


def _hold(
    db: sa.Connection, row: sa.Row[Any], one: Alarm, now: datetime, limits: Thresholds
) -> None:
    this = sa.and_(alarm.c.id == row.id, _OPEN)
    changed: dict[str, Any] = {}
    if row.gone_at is not None:
        changed["gone_at"] = None
    if row.details != (text := _text(one)):
        changed["details"] = text
    if changed:
        db.execute(alarm.update().where(this).values(changed))
    if row.raised_at is None and now - row.since >= limits.delay(one.kind):
        waits = sa.and_(this, alarm.c.raised_at.is_(None))
        db.execute(alarm.update().where(waits).values(raised_at=now))


def _miss(db: sa.Connection, row: sa.Row[Any], now: datetime, limits: Thresholds) -> None:
    """What nobody was told of is forgotten; else it is over once it has been well for a while."""
    this = sa.and_(alarm.c.id == row.id, _OPEN)
    if row.raised_at is None:
        db.execute(alarm.delete().where(this, alarm.c.raised_at.is_(None)))
    elif row.gone_at is None:
        fresh = sa.and_(this, alarm.c.gone_at.is_(None))
        db.execute(alarm.update().where(fresh).values(gone_at=now))
    elif now - row.gone_at >= timedelta(minutes=limits.clear_minutes):
        gone = sa.and_(this, alarm.c.gone_at == row.gone_at)  # and has not come back meanwhile
        db.execute(alarm.update().where(gone).values(cleared_at=now))


def standing(db: sa.Connection) -> tuple[OpenAlarm, ...]:
    """What was raised and is not over, the oldest first."""
    raised = sa.and_(_OPEN, alarm.c.raised_at.is_not(None), alarm.c.kind.in_(_KNOWN))
    query = sa.select(alarm).where(raised).order_by(alarm.c.raised_at, alarm.c.id)
    return tuple(_open(row) for row in db.execute(query))


def acknowledge(db: sa.Connection, now: datetime, name: str, by: str) -> bool:
    """A person says that he knows of it. False = it is over, or somebody has said so before."""
    this = sa.and_(_UNHEARD, alarm.c.id == name)
    values = {"acknowledged_at": now, "acknowledged_by": by}
    return db.execute(alarm.update().where(this).values(values)).rowcount == 1


def claim_telling(db: sa.Connection, now: datetime) -> tuple[OpenAlarm, ...]:
    """What its caller alone is to send out now: new alarms, and those that were escalated since
    they were told.
    """
    due = sa.or_(alarm.c.told_at.is_(None), alarm.c.told_at < alarm.c.escalated_at)
    waits = sa.and_(_UNHEARD, due, alarm.c.kind.in_(_KNOWN))
    if db.execute(sa.select(alarm.c.id).where(waits).limit(1)).first() is None:
        return ()
    told = alarm.update().where(waits).values(told_at=now).returning(*alarm.c)
    found = sorted(db.execute(told), key=lambda row: (row.raised_at, row.id))
    return tuple(_open(row) for row in found)


def give_back_telling(db: sa.Connection, names: Collection[str]) -> None:
    """They could not be sent: they are anybody's to send again."""
    still = sa.and_(_OPEN, one_of(db, alarm.c.id, sorted(names)))
    db.execute(alarm.update().where(still).values(told_at=None))


def forget_old(db: sa.Connection, now: datetime) -> None:
    """What has been over for long leaves the centre."""
    db.execute(alarm.delete().where(alarm.c.cleared_at < now - KEPT))


def _text(one: Alarm) -> str:
    return json.dumps(dict(one.values), ensure_ascii=False, sort_keys=True)


def _open(row: sa.Row[Any]) -> OpenAlarm:
    return OpenAlarm(
        row.id,
        AlarmKind(row.kind),
        row.about,
        _values(row.details),
        row.since,
        row.raised_at,
        row.acknowledged_at,
        row.acknowledged_by,
        row.escalated_at is not None,
    )


def _values(text: str) -> dict[str, Value]:
    """A text that no program of ours wrote tells nothing."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    told = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in told if isinstance(value, str | int)}
