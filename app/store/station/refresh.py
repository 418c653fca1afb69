"""What the sync brings into a station's file: the centre's rows, and the claims it grants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from app.domain.facts import Kind, Subject
from app.store.station.db import Db
from app.store.station.meta import KeptMeta, Meta
from app.store.station.refresh_sql import (
    CODE_UPSERT,
    DROP_GONE_CODES,
    DROP_GONE_ROWS,
    STAGE_UPSERT,
    TAKE_STAGED,
)
from app.store.station.rows import Rows
from app.store.station.tables import code, reserve, staged
from app.store.station.values import NO_PINS, IndexedRow, Pins, pins_text

_RECODED = {Kind.PRODUCT.value, Kind.OPERATOR.value}


class Refresh:
    """Every method raises StorageFault; then nothing of it has happened."""

    def __init__(self, db: Db, kept: KeptMeta, rows: Rows) -> None:
        self._db = db
        self._kept = kept
        self._rows = rows
        self._staged: list[Subject] = []

    def stage(self, rows: Sequence[IndexedRow]) -> None:
        """Put one page of a pull aside; no row changes before the last page is there."""
        with self._db.writing() as db:
            _stage(db, rows)
        self._staged += _subjects(rows)

    def take_over(
        self, rows: Sequence[IndexedRow], *, full: bool, meta: Meta
    ) -> tuple[Subject, ...]:
        """The last page of a pull: it and the pages put aside become the centre's rows here, and
        `meta` (with the new cursor and watermark) is kept, in one transaction.

        full: rows that did not come are gone, but for those that own facts name which are not
        applied. Returns the subjects of all pages.
        """
        came = (*self._staged, *_subjects(rows))
        changed = full or bool(came)
        if not changed and meta == self._kept.now:
            return ()
        with self._db.writing() as db:
            if changed:
                _stage(db, rows)
                if full:
                    db.execute(sa.text(DROP_GONE_CODES))
                    db.execute(sa.text(DROP_GONE_ROWS), {"applied": meta.applied})
                db.execute(sa.text(TAKE_STAGED))
                db.execute(sa.text("DELETE FROM base WHERE body = ''"))
                db.execute(staged.delete())
            self._kept.write(db, meta)
        # The rows that own facts name are counted apart until they are applied.
        changed |= meta.applied != self._kept.now.applied
        self._kept.now = meta
        self._staged.clear()
        if changed:
            self._rows.forget(None if full else came)
        return came

    def set_reserved(self, claims: Mapping[str, datetime], pins: Pins = NO_PINS) -> None:
        """These orders are claimed for this station and no others; until: the centre's time.

        pins: the goods that each has been promised; of orders that are not claimed nothing is kept.
        """
        pins = {order: pins[order] for order in claims if order in pins}
        if claims == self._rows.reserved and pins == self._rows.pins:
            return
        rows = [
            {"order_id": order, "until": until.isoformat(), "pins": pins_text(pins.get(order))}
            for order, until in claims.items()
        ]
        with self._db.writing() as db:
            db.execute(reserve.delete())
            if rows:
                db.execute(reserve.insert(), rows)
        self._rows.reserve(claims, pins)


def _subjects(rows: Iterable[IndexedRow]) -> tuple[Subject, ...]:
    return tuple(Subject(Kind(item.row.kind), item.row.id) for item in rows)


def _stage(db: sa.Connection, rows: Sequence[IndexedRow]) -> None:
    if not rows:
        return
    db.execute(
        sa.text(STAGE_UPSERT),
        [
            {
                "kind": item.row.kind,
                "id": item.row.id,
                "body": item.row.body or "",
                "sub": item.sub,
                "priority": item.priority,
                "due": item.due,
            }
            for item in rows
        ],
    )
    codes = [
        {"code": text, "kind": item.row.kind, "ref": item.row.id}
        for item in rows
        for text in item.codes
    ]
    for item in rows:
        if item.row.kind in _RECODED:
            # Their codes can change; a removed barcode must stop meaning them.
            db.execute(code.delete().where(code.c.kind == item.row.kind, code.c.ref == item.row.id))
    if codes:
        db.execute(sa.text(CODE_UPSERT), codes)
