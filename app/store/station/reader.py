"""A read-only look at a station's file, for the sync thread."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from app.domain.facts import Fact
from app.domain.pack.outcome import Packing
from app.domain.pick.outcome import Picking
from app.store.database import close_engine, open_station_reader, storage_faults
from app.store.journal_rows import fact_of
from app.store.station.meta import read_meta
from app.store.station.tables import journal, reserve, scan_log
from app.store.station.values import Pins, pins_in

MISSCANNED = (Picking.WRONG_PRODUCT.value, Packing.NOT_ON_ORDER.value)
"""Verdicts on a product that is another than the one which was asked for."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class SyncState:
    """What the sync needs to know of the file, in one snapshot; most fields as in `Meta`.

    sscc_left: serial numbers left for boxes. reserved: ids of the claimed orders. pins: the goods
    that these have been promised. refreshed: long ago where nothing was pulled yet. waiting: facts
    the centre has not acknowledged.
    """

    incarnation: str
    start: int
    epoch: str
    cursor: str
    acked: int
    sscc_left: int
    reserved: frozenset[str]
    pins: Pins
    refreshed: datetime
    waiting: int


@dataclass(frozen=True)
class Life:
    """One incarnation of the file, and the sequence numbers of its first and last fact."""

    incarnation: str
    first: int
    last: int


MisScan = tuple[date, str, str]
"""(day, SKU of the product that was asked for, SKU of the one that was scanned)."""


class StationReader:
    """Owned by the thread that uses it."""

    def __init__(self, path: Path, origin: str) -> None:
        self._path = path
        self._origin = origin
        self._engine = open_station_reader(path)

    def close(self) -> None:
        close_engine(self._engine)

    def state(self) -> SyncState:
        with storage_faults(self._path), self._engine.begin() as db:
            meta = read_meta(db)
            held = db.execute(sa.select(reserve)).all()
            last: int = db.execute(sa.select(sa.func.max(journal.c.seq))).scalar() or 0
        return SyncState(
            incarnation=meta.incarnation,
            start=meta.start,
            epoch=meta.epoch,
            cursor=meta.cursor,
            acked=meta.acked,
            sscc_left=meta.sscc_end - meta.sscc_next,
            reserved=frozenset(row.order_id for row in held),
            pins=pins_in((row.order_id, row.pins) for row in held),
            refreshed=meta.refreshed or _LONG_AGO,
            waiting=last - meta.acked,
        )

    def facts_after(self, seq: int, limit: int) -> tuple[Fact, ...]:
        """At most `limit` facts with larger sequence numbers, oldest first."""
        query = sa.select(journal).where(journal.c.seq > seq).order_by(journal.c.seq).limit(limit)
        with storage_faults(self._path), self._engine.begin() as db:
            return tuple(fact_of(self._origin, row) for row in db.execute(query))

    def lives(self) -> tuple[Life, ...]:
        """The file's incarnations, oldest first."""
        first, last = sa.func.min(journal.c.seq), sa.func.max(journal.c.seq)
        query = sa.select(journal.c.incarnation, first, last).group_by(journal.c.incarnation)
        with storage_faults(self._path), self._engine.begin() as db:
            return tuple(Life(*row) for row in db.execute(query.order_by(first)))

    def misscans(self, after: int, since: datetime) -> tuple[int, tuple[MisScan, ...]]:
        """The number of the log's last entry, and each mis-scan.

        after: only later entries of the log. since: and none of before.
        """
        query = sa.select(scan_log.c.at, scan_log.c["values"].label("values_")).where(
            scan_log.c.id > after,
            scan_log.c.verdict.in_(MISSCANNED),
            scan_log.c.at >= since.isoformat(),
        )
        with storage_faults(self._path), self._engine.begin() as db:
            last: int = db.execute(sa.select(sa.func.max(scan_log.c.id))).scalar() or 0
            rows = db.execute(query.where(scan_log.c.id <= last)).all()
        found = ((row.at[:10], json.loads(row.values_)) for row in rows)
        pairs = ((day, said.get("wanted", ""), said.get("sku", "")) for day, said in found)
        return last, tuple(
            (date.fromisoformat(day), wanted, sku) for day, wanted, sku in pairs if wanted and sku
        )

    def event_at(self, seq: int) -> str:
        """The event id of one own fact; "" where there is none."""
        query = sa.select(journal.c.event_id).where(journal.c.seq == seq)
        with storage_faults(self._path), self._engine.begin() as db:
            return db.execute(query).scalar() or ""
