"""A station's durable file: its journal, the centre's rows, and both seen as one.

Owned by one thread, which is the only writer. `record` is the beep's promise: when it returns, the
input, its verdict, its facts and the session are on the disk.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
import uuid_utils

from app.domain.facts import Fact, NewFact, chain_hash
from app.errors import DamagedFile
from app.store import schema
from app.store.database import demand_sound, open_station_writer, storage_faults
from app.store.journal_rows import append
from app.store.lock import FileLock
from app.store.station.db import Db
from app.store.station.history import History
from app.store.station.meta import KeptMeta, Meta, read_meta
from app.store.station.refresh import Refresh
from app.store.station.rows import Rows
from app.store.station.tables import journal, reserve, scan_log, staged
from app.store.station.values import Entry, Pins, pins_in

T = TypeVar("T")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Found:
    """What a file held when it was opened. seq, hash: of its last fact, 0 and "" without one."""

    meta: Meta
    reserved: Mapping[str, datetime]
    pins: Pins
    seq: int
    hash: str


class StationFile:
    """Open with `StationFile.open`; close it in the same thread that used it.

    rows: what this station knows. history: what it has done. refresh: what the sync brings.
    kept.now: the same as `meta`.
    """

    def __init__(self, db: Db, origin: str, lock: FileLock, found: Found) -> None:
        self.path = db.path
        self.origin = origin
        self.db = db
        self._lock = lock
        self.kept = KeptMeta(found.meta)
        self._seq = found.seq
        self._hash = found.hash
        self.rows = Rows(db, self.kept, found.reserved, found.pins)
        self.history = History(db, origin)
        self.refresh = Refresh(db, self.kept, self.rows)

    @classmethod
    def open(cls, path: Path, origin: str) -> StationFile:
        """Create or open; migrate; take the lock.

        Raises AlreadyRunning where another program has it, DamagedFile where its pages or what it
        keeps of itself make no sense, StorageFault where it cannot be used otherwise.
        """
        with storage_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock.take(path.with_suffix(".lock"))
        engine = open_station_writer(path)
        try:
            db = Db(path, engine)
            with storage_faults(path):
                with engine.begin() as connection:
                    demand_sound(connection, path)
                schema.upgrade(engine, "station")
            return cls(db, origin, lock, _found(db, origin))
        except BaseException:  # whatever ends it, the file is free for the next try
            engine.dispose()
            lock.release()
            raise

    def close(self) -> None:
        self.db.close()
        self._lock.release()

    @property
    def meta(self) -> Meta:
        """What the file keeps of itself, as it is on the disk."""
        return self.kept.now

    @property
    def last_seq(self) -> int:
        """The sequence number of the last own fact; 0 = none."""
        return self._seq

    @property
    def waiting(self) -> int:
        """Facts the centre has not acknowledged."""
        return self._seq - self.meta.acked

    def keep(self, meta: Meta) -> None:
        """Make a changed Meta durable. Raises StorageFault; then the old one stays."""
        if meta == self.meta:
            return
        with self.db.writing() as db:
            self.kept.write(db, meta)
        self.kept.now = meta

    def record(
        self,
        entry: Entry | None,
        facts: Sequence[NewFact],
        *,
        at: datetime,
        operator: str = "",
        device: str = "",
        meta: Meta | None = None,
        reduce_rows: bool = True,
    ) -> tuple[Fact, ...]:
        """Make an input, its facts and a changed Meta durable in one transaction.

        at: aware, UTC. reduce_rows False: of a writer that never asks for rows (an import); saves
        time and memory.
        Returns the journalled facts. Raises StorageFault; then nothing of it has happened.
        """
        new = [self._fact(one, seq, at, operator, device) for seq, one in self._numbered(facts)]
        made = self._chained(new)
        self._write(made, entry, meta or self.meta, reduce_rows=reduce_rows)
        return made

    def adopt(self, facts: Sequence[Fact]) -> None:
        """Journal facts of an earlier file of this station again, in this one's own count.

        Raises StorageFault; then nothing of it has happened.
        """
        life = self.meta.incarnation
        mine = [replace(one, seq=seq, incarnation=life) for seq, one in self._numbered(facts)]
        self._write(self._chained(mine), None, self.meta, reduce_rows=True)

    def new_incarnation(self) -> None:
        """This disk is an old copy or a clone: unsent facts go on under a new identity.

        Its serial numbers for boxes may be in use elsewhere, so the new one has none.
        """
        name, acked = str(uuid_utils.uuid4()), self.meta.acked
        meta = replace(self.meta, incarnation=name, start=acked, sscc_next=0, sscc_end=0)
        with self.db.writing() as db:
            db.execute(journal.update().where(journal.c.seq > acked).values(incarnation=name))
            self.kept.write(db, meta)
        self.kept.now = meta

    def _numbered(self, facts: Iterable[T]) -> Iterator[tuple[int, T]]:
        return enumerate(facts, self._seq + 1)

    def _fact(self, new: NewFact, seq: int, at: datetime, operator: str, device: str) -> Fact:
        return Fact(
            origin=self.origin,
            incarnation=self.meta.incarnation,
            seq=seq,
            event_id=event_id(at, seq),
            kind=new.kind.value,
            subjects=tuple((item.kind.value, item.id) for item in new.subjects),
            body=new.body,
            occurred_at=at,
            operator=operator,
            device=device,
        )

    def _chained(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """The facts with the hashes that follow the last one's."""
        made: list[Fact] = []
        previous = self._hash
        for fact in facts:
            previous = chain_hash(previous, fact)
            made.append(replace(fact, hash=previous))
        return tuple(made)

    def _write(
        self, facts: tuple[Fact, ...], entry: Entry | None, meta: Meta, *, reduce_rows: bool
    ) -> None:
        if not facts and entry is None and meta == self.meta:
            return
        with self.db.writing() as db:
            rows = self.rows.reduced(db, facts) if reduce_rows else {}
            if facts:
                append(db, facts)
            if entry is not None:
                db.execute(scan_log.insert().values(**entry.columns()))
            self.kept.write(db, meta)
        self.kept.now = meta
        if facts:
            self._seq, self._hash = facts[-1].seq, facts[-1].hash
            self.rows.take(rows)
            self.history.count(facts)


def _found(db: Db, origin: str) -> Found:
    """Read what is kept in memory; a new file gets its first incarnation."""
    with db.writing() as connection:
        # Pages of a refresh that did not end: the next one brings its own.
        connection.execute(staged.delete())
        try:
            meta = read_meta(connection)
        except ValueError as error:
            raise DamagedFile(f"{db.path.name} is damaged: {error}.") from error
        if not meta.incarnation:
            first = replace(meta, incarnation=str(uuid_utils.uuid4()), origin=origin)
            KeptMeta(meta).write(connection, first)
            meta = first
        last = connection.execute(
            sa.select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
        ).first()
        claims = connection.execute(sa.select(reserve)).all()
    reserved = {row.order_id: datetime.fromisoformat(row.until) for row in claims}
    pins = pins_in((row.order_id, row.pins) for row in claims)
    return Found(meta, reserved, pins, *((last.seq, last.hash) if last else (0, "")))


def event_id(at: datetime, seq: int) -> str:
    """A fact's name: a UUIDv7 (RFC 9562 section 5.7) that begins with the time of the fact.

    The centre finds the facts of a time span by their names alone, so that a day of long ago costs
    what happened in it. Behind the time stands the fact's number (section 6.2, method 1): the names
    of one file rise with its facts as long as its clock does. at: of the fact, aware.
    """
    ms = max(0, (at - _EPOCH) // _MS)
    number = ms << 80 | 7 << 76 | (seq & 0xFFF) << 64 | 2 << 62 | secrets.randbits(62)
    return str(UUID(int=number))
