"""A station's durable file: its journal, the centre's rows, and both seen as one.

Owned by one thread, which is the only writer. `record` is the beep's promise: when it returns, the
input, its verdict, its facts and the session are on the disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import uuid_utils

from app.domain import codec
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject, chain_hash
from app.domain.reduce import ROW_TYPES, reduce
from app.store import schema
from app.store.database import close_engine, demand_sound, open_station_writer, storage_faults
from app.store.journal_rows import append, fact_of
from app.store.lock import FileLock
from app.store.lookup import codes_of
from app.store.station.refresh_sql import (
    CODE_UPSERT,
    DROP_GONE_CODES,
    DROP_GONE_ROWS,
    STAGE_UPSERT,
    TAKE_STAGED,
)
from app.store.station.tables import (
    base,
    code,
    journal,
    journal_subject,
    meta,
    reserve,
    scan_log,
    staged,
)
from app.store.station.values import Entry, IndexedRow

CACHE_ROWS = 4096


class StationFile:
    """Open with `StationFile.open`; close it in the same thread that used it."""

    def __init__(self, path: Path, origin: str, engine: sa.Engine, lock: FileLock) -> None:
        self.path = path
        self.origin = origin
        self._engine = engine
        self._lock = lock
        self._rows: dict[Subject, Any] = {}
        self._meta: dict[str, str] = {}
        self._seq = 0
        self._hash = ""

    @classmethod
    def open(cls, path: Path, origin: str) -> StationFile:
        """Create or open; migrate; take the lock.

        Raises AlreadyRunning where another program has it, DamagedFile where its pages make no
        sense, StorageFault where it cannot be used otherwise.
        """
        with storage_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock.take(path.with_suffix(".lock"))
        engine = open_station_writer(path)
        try:
            with storage_faults(path):
                with engine.begin() as db:
                    demand_sound(db, path)
                schema.upgrade(engine, "station")
                found = cls(path, origin, engine, lock)
                found._load()
        except BaseException:
            engine.dispose()
            lock.release()
            raise
        return found

    def close(self) -> None:
        close_engine(self._engine)
        self._lock.release()

    def _load(self) -> None:
        with self._engine.begin() as db:
            # Pages of a refresh that did not end: the next one brings its own.
            db.execute(staged.delete())
            self._meta = {row.key: row.value for row in db.execute(sa.select(meta))}
            if "incarnation" not in self._meta:
                new = {"incarnation": str(uuid_utils.uuid4()), "origin": self.origin}
                db.execute(meta.insert(), [{"key": k, "value": v} for k, v in new.items()])
                self._meta |= new
            last = db.execute(
                sa.select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
            ).first()
            if last is not None:
                self._seq, self._hash = last.seq, last.hash

    # --- meta -----------------------------------------------------

    @property
    def incarnation(self) -> str:
        return self._meta["incarnation"]

    @property
    def last_seq(self) -> int:
        return self._seq

    @property
    def acked(self) -> int:
        return int(self._meta.get("acked", "0"))

    @property
    def applied(self) -> int:
        return int(self._meta.get("applied", "0"))

    @property
    def waiting(self) -> int:
        """Facts the centre has not acknowledged."""
        return self._seq - self.acked

    def get(self, key: str, default: str = "") -> str:
        return self._meta.get(key, default)

    def set(self, **values: str) -> None:
        with self._writing() as db:
            self._set(db, values)

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """One transaction. A full disk is often found at the commit: then memory forgets it too."""
        before = dict(self._meta)
        try:
            with storage_faults(self.path), self._engine.begin() as db:
                yield db
        except BaseException:
            self._meta = before
            raise

    def _set(self, db: sa.Connection, values: dict[str, str]) -> None:
        for key, value in values.items():
            if self._meta.get(key) != value:
                db.execute(meta.delete().where(meta.c.key == key))
                db.execute(meta.insert().values(key=key, value=value))
        self._meta.update(values)

    # --- the one write of a scan -----------------------------------------------------

    def record(
        self,
        entry: Entry | None,
        facts: Sequence[NewFact],
        *,
        at: datetime,
        operator: str = "",
        device: str = "",
        meta_values: dict[str, str] | None = None,
        reduce_rows: bool = True,
    ) -> tuple[Fact, ...]:
        """Make an input, its facts and the session durable in one transaction.

        reduce_rows False: of a writer that never asks for rows (an import); saves time and memory.
        Returns the journalled facts. Raises StorageFault; then nothing of it has happened.
        """
        made: list[Fact] = []
        seq, previous = self._seq, self._hash
        for new in facts:
            seq += 1
            fact = self._fact(new, seq, at, operator, device)
            previous = chain_hash(previous, fact)
            made.append(replace(fact, hash=previous))
        rows, changed = self._reduced(made) if reduce_rows else ({}, [])
        with self._writing() as db:
            if made:
                append(db, made)
                self._index(db, {item: rows[item] for item in changed})
            if entry is not None:
                db.execute(scan_log.insert().values(**entry.columns()))
            self._set(db, meta_values or {})
        self._seq, self._hash = seq, previous
        self._rows.update(rows)
        return tuple(made)

    def _fact(self, new: NewFact, seq: int, at: datetime, operator: str, device: str) -> Fact:
        return Fact(
            origin=self.origin,
            incarnation=self.incarnation,
            seq=seq,
            event_id=str(uuid_utils.uuid7()),
            kind=new.kind.value,
            subjects=tuple((item.kind.value, item.id) for item in new.subjects),
            body=new.body,
            occurred_at=at,
            operator=operator,
            device=device,
        )

    def _reduced(self, facts: Iterable[Fact]) -> tuple[dict[Subject, Any], list[Subject]]:
        """Rows after the facts, and the subjects that did not exist before them."""
        rows: dict[Subject, Any] = {}
        new: list[Subject] = []
        for fact in facts:
            for item in fact.concerns():
                before = rows[item] if item in rows else self.row(item.kind, item.id)
                after = reduce(item.kind, before, fact, item.id).row
                if before is None and after is not None:
                    new.append(item)
                rows[item] = after
        return rows, [item for item in new if rows[item] is not None]

    def _index(self, db: sa.Connection, new: dict[Subject, Any]) -> None:
        """What own facts created can be scanned before the centre knows it."""
        codes = [
            {"code": text, "kind": item.kind.value, "ref": item.id}
            for item, row in new.items()
            for text in codes_of(item.kind, item.id, row)
        ]
        if codes:
            db.execute(sa.text(CODE_UPSERT), codes)

    def last_time(self) -> datetime | None:
        """When the last input or fact was written; None = never."""
        with storage_faults(self.path), self._engine.begin() as db:
            found = [
                db.execute(sa.select(sa.func.max(column))).scalar()
                for column in (scan_log.c.at, journal.c.occurred_at)
            ]
        times = [datetime.fromisoformat(text) for text in found if text]
        return max(times) if times else None

    def answered(self, ticket: str) -> tuple[str, str, str] | None:
        """Verdict, severity and values given to this ticket before; None = never seen."""
        query = sa.select(scan_log.c.verdict, scan_log.c.severity, scan_log.c["values"])
        with storage_faults(self.path), self._engine.begin() as db:
            row = db.execute(query.where(scan_log.c.ticket == ticket).limit(1)).first()
        return None if row is None else (row[0], row[1], row[2])

    # --- rows: the centre's, with own facts it has not applied on top ----------------------------

    def row(self, kind: Kind, name: str) -> Any:
        """The row as this station sees it; None = unknown."""
        item = Subject(kind, name)
        if item in self._rows:
            return self._rows[item]
        with storage_faults(self.path), self._engine.begin() as db:
            value = self._read(db, item)
        if len(self._rows) >= CACHE_ROWS:
            self._rows.clear()
        self._rows[item] = value
        return value

    def _read(self, db: sa.Connection, item: Subject) -> Any:
        text = db.execute(
            sa.select(base.c.body).where(base.c.kind == item.kind.value, base.c.id == item.id)
        ).scalar()
        value = None if text is None else codec.from_text(ROW_TYPES[item.kind], text)
        own = (
            sa.select(journal)
            .join(journal_subject, journal_subject.c.seq == journal.c.seq)
            .where(
                journal_subject.c.kind == item.kind.value,
                journal_subject.c.id == item.id,
                journal_subject.c.seq > self.applied,
            )
            .order_by(journal.c.seq)
        )
        for row in db.execute(own):
            value = reduce(item.kind, value, fact_of(self.origin, row), item.id).row
        return value

    def find(self, text: str) -> tuple[Subject, ...]:
        """Everything a code means here."""
        query = sa.select(code.c.kind, code.c.ref).where(code.c.code == text)
        with storage_faults(self.path), self._engine.begin() as db:
            return tuple(Subject(Kind(row.kind), row.ref) for row in db.execute(query))

    def names(
        self, kind: Kind, subs: Sequence[str] = (), limit: int | None = None
    ) -> tuple[str, ...]:
        """Ids of the centre's rows of a kind, in queue order; own new rows are included.

        limit: of rows without own facts the centre has not applied. Those may have left the
        queue: counted, they would hide what waits behind them from a station long offline.
        """
        query = sa.select(base.c.id).where(base.c.kind == kind.value)
        if subs:
            query = query.where(base.c.sub.in_(subs))
        query = query.order_by(base.c.priority, base.c.due, base.c.id)
        with storage_faults(self.path), self._engine.begin() as db:
            pending = dict.fromkeys(self._pending(db, kind))
            found: dict[str, None] = {}
            untouched = 0
            for row in db.execute(query):
                if untouched == limit:
                    break
                found[row.id] = None
                untouched += row.id not in pending
            found |= pending
        return tuple(found)

    def count(self, subs: Sequence[str]) -> int:
        """Orders in these sub-states, own facts included."""
        query = (
            sa.select(sa.func.count())
            .select_from(base)
            .where(base.c.kind == Kind.ORDER.value, base.c.sub.in_(subs))
        )
        with storage_faults(self.path), self._engine.begin() as db:
            total = int(db.execute(query).scalar_one())
            pending = self._pending(db, Kind.ORDER)
            stale = db.execute(
                sa.select(sa.func.count())
                .select_from(base)
                .where(
                    base.c.kind == Kind.ORDER.value,
                    base.c.sub.in_(subs),
                    base.c.id.in_(pending),
                )
            ).scalar_one()
        rows = [self.row(Kind.ORDER, name) for name in pending]
        return total - int(stale) + sum(row is not None and row.sub in subs for row in rows)

    def _pending(self, db: sa.Connection, kind: Kind) -> tuple[str, ...]:
        query = (
            sa.select(journal_subject.c.id)
            .distinct()
            .where(journal_subject.c.kind == kind.value, journal_subject.c.seq > self.applied)
        )
        return tuple(row.id for row in db.execute(query))

    # --- what the sync brings -----------------------------------------------------

    def facts_after(self, seq: int, limit: int) -> tuple[Fact, ...]:
        query = sa.select(journal).where(journal.c.seq > seq).order_by(journal.c.seq).limit(limit)
        with storage_faults(self.path), self._engine.begin() as db:
            return tuple(fact_of(self.origin, row) for row in db.execute(query))

    def facts_about(self, item: Subject) -> tuple[Fact, ...]:
        """Own facts that name a row, oldest first."""
        query = (
            sa.select(journal)
            .join(journal_subject, journal_subject.c.seq == journal.c.seq)
            .where(journal_subject.c.kind == item.kind.value, journal_subject.c.id == item.id)
            .order_by(journal.c.seq)
        )
        with storage_faults(self.path), self._engine.begin() as db:
            return tuple(fact_of(self.origin, row) for row in db.execute(query))

    def last_fact(self, fact: FactKind) -> Fact | None:
        """This station's newest fact of a kind."""
        query = (
            sa.select(journal)
            .where(journal.c.kind == fact.value)
            .order_by(journal.c.seq.desc())
            .limit(1)
        )
        with storage_faults(self.path), self._engine.begin() as db:
            row = db.execute(query).first()
            return fact_of(self.origin, row) if row else None

    def subjects_of(self, facts: Sequence[FactKind], kind: Kind, limit: int) -> tuple[str, ...]:
        """What this station's last facts of these kinds were about, newest first, each once."""
        newest = sa.func.max(journal.c.seq)
        query = (
            sa.select(journal_subject.c.id)
            .join(journal, journal.c.seq == journal_subject.c.seq)
            .where(journal.c.kind.in_(facts), journal_subject.c.kind == kind.value)
            .group_by(journal_subject.c.id)
            .order_by(newest.desc())
            .limit(limit)
        )
        with storage_faults(self.path), self._engine.begin() as db:
            return tuple(row.id for row in db.execute(query))

    def work_since(self, operator: str, since: datetime) -> tuple[int, int]:
        """Orders packed and units packed or picked by a person at this station since a time."""
        query = sa.select(journal.c.kind, journal.c.body).where(
            journal.c.operator == operator,
            journal.c.occurred_at >= since.isoformat(),
            journal.c.kind.in_((FactKind.ORDER_PACKED.value, FactKind.UNIT_PACKED.value)),
        )
        orders = units = 0
        with storage_faults(self.path), self._engine.begin() as db:
            for row in db.execute(query):
                if row.kind == FactKind.ORDER_PACKED.value:
                    orders += 1
                else:
                    units += int(json.loads(row.body)["quantity"])
        return orders, units

    def stage(self, rows: Sequence[IndexedRow]) -> None:
        """Put a page of a refresh aside; nothing on the screen changes yet."""
        with storage_faults(self.path), self._engine.begin() as db:
            self._stage(db, rows)

    def take_over(
        self, rows: Sequence[IndexedRow], *, full: bool, values: dict[str, str]
    ) -> tuple[Subject, ...]:
        """Make the staged rows and these ones base, with cursor and watermark, in one transaction.

        full: rows that did not come are gone, but for those own unapplied facts name.
        Returns the subjects whose rows came now (a large refresh returns only the last page's).
        """
        with self._writing() as db:
            self._stage(db, rows)
            if full:
                db.execute(sa.text(DROP_GONE_CODES))
                applied = int(values.get("applied", self.applied))
                db.execute(sa.text(DROP_GONE_ROWS), {"applied": applied})
            db.execute(sa.text(TAKE_STAGED))
            db.execute(sa.text("DELETE FROM base WHERE body = ''"))
            db.execute(staged.delete())
            self._set(db, values)
        if full or len(rows) > CACHE_ROWS:
            self._rows.clear()
        for item in rows:
            self._rows.pop(Subject(Kind(item.row.kind), item.row.id), None)
        return tuple(Subject(Kind(item.row.kind), item.row.id) for item in rows)

    def _stage(self, db: sa.Connection, rows: Sequence[IndexedRow]) -> None:
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
            if item.row.kind in {Kind.PRODUCT.value, Kind.OPERATOR.value}:
                # Their codes can change; a removed barcode must stop meaning them.
                db.execute(
                    code.delete().where(code.c.kind == item.row.kind, code.c.ref == item.row.id)
                )
        if codes:
            db.execute(sa.text(CODE_UPSERT), codes)

    def new_incarnation(self) -> None:
        """This disk is an old copy or a clone: unsent facts go on under a new identity."""
        name = str(uuid_utils.uuid4())
        with self._writing() as db:
            db.execute(journal.update().where(journal.c.seq > self.acked).values(incarnation=name))
            values = {"incarnation": name, "start": str(self.acked)}
            self._set(db, values | {"sscc_next": "0", "sscc_end": "0"})

    def adopt(self, facts: Sequence[Fact]) -> None:
        """Journal facts of an earlier file of this station again, in this one's own count."""
        made: list[Fact] = []
        previous = self._hash
        for seq, old in enumerate(facts, self._seq + 1):
            fact = replace(old, seq=seq, incarnation=self.incarnation)
            previous = chain_hash(previous, fact)
            made.append(replace(fact, hash=previous))
        if not made:
            return
        rows, new = self._reduced(made)
        with self._writing() as db:
            append(db, made)
            self._index(db, {item: rows[item] for item in new})
        self._seq, self._hash = made[-1].seq, previous
        self._rows.update(rows)

    # --- reserve -----------------------------------------------------

    def reserved(self) -> dict[str, datetime]:
        """Orders claimed for this station and until when (the centre's time)."""
        with storage_faults(self.path), self._engine.begin() as db:
            return {
                row.order_id: datetime.fromisoformat(row.until)
                for row in db.execute(sa.select(reserve))
            }

    def set_reserved(self, claims: dict[str, datetime]) -> None:
        with storage_faults(self.path), self._engine.begin() as db:
            db.execute(reserve.delete())
            rows = [{"order_id": k, "until": v.isoformat()} for k, v in claims.items()]
            if rows:
                db.execute(reserve.insert(), rows)
