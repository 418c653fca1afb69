"""The centre's rows as this station sees them: with those own facts on top that are not in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVar

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Fact, Kind, Subject
from app.domain.reduce import ROW_TYPES, reduce
from app.store.journal_rows import fact_of
from app.store.lookup import codes_of
from app.store.station.db import Db
from app.store.station.lists import Lists
from app.store.station.meta import KeptMeta
from app.store.station.refresh_sql import CODE_UPSERT
from app.store.station.tables import base, code, journal, journal_subject
from app.store.station.values import Pins

T = TypeVar("T")
CACHE_ROWS = 4096
_KIND_OF: Mapping[type[Any], Kind] = {row_type: kind for kind, row_type in ROW_TYPES.items()}


class Rows:
    """Asked by the station thread alone. Rows asked for lately are kept in memory.

    reserved: orders that are claimed for this station, and until when (the centre's time).
    pins: the goods that these have been promised.
    version: rises whenever a row, a queue or a claim may have changed; while it stays, so does
    every answer but that of `find`.
    """

    def __init__(
        self, db: Db, kept: KeptMeta, reserved: Mapping[str, datetime], pins: Pins
    ) -> None:
        self._db = db
        self._kept = kept
        self._cache: dict[Subject, Any] = {}
        """The row asked for least lately comes first."""
        self.version = 0
        self._lists = Lists()
        self.reserved: Mapping[str, datetime] = MappingProxyType(dict(reserved))
        self.pins: Pins = MappingProxyType(dict(pins))

    def get(self, row_type: type[T], name: str) -> T | None:
        """The row with this id; None = unknown."""
        row: T | None = self.at(Subject(_KIND_OF[row_type], name))
        return row

    def of(self, row_type: type[T]) -> Callable[[str], T | None]:
        """`get` for one kind of row; "" is the name of none."""
        kind = _KIND_OF[row_type]
        return lambda name: self.at(Subject(kind, name)) if name else None

    def at(self, item: Subject) -> Any:
        """As `get`, where the kind is known at run time only."""
        if item in self._cache:
            value = self._cache[item]
            self._remember(item, value)
            return value
        with self._db.reading() as db:
            return self._value(db, item)

    def find(self, text: str) -> tuple[Subject, ...]:
        """Everything a code means here, by kind and id."""
        return self.find_each((text,))[text]

    def find_each(self, texts: Collection[str]) -> dict[str, tuple[Subject, ...]]:
        """As `find`, for several codes in one statement; () for a code that means nothing."""
        found: dict[str, tuple[Subject, ...]] = dict.fromkeys(texts, ())
        query = (
            sa.select(code)
            .where(code.c.code.in_(found))
            .order_by(code.c.code, code.c.kind, code.c.ref)
        )
        with self._db.reading() as db:
            for row in db.execute(query):
                found[row.code] += (Subject(Kind(row.kind), row.ref),)
        return found

    def names(
        self, kind: Kind, subs: Sequence[str] = (), limit: int | None = None
    ) -> tuple[str, ...]:
        """Ids of the centre's rows of a kind in queue order, then own new rows.

        subs: sub-states the centre's row is in; () = any. A row that own facts name comes with
        the others whatever its sub-state: the caller looks at the row.
        limit: of rows without own facts the centre has not applied. Those may have left the
        queue: counted, they would hide what waits behind them from a station long offline.
        """
        return self._lists.get(kind, (*subs, limit), lambda: self._names(kind, subs, limit))

    def _names(self, kind: Kind, subs: Sequence[str], limit: int | None) -> tuple[str, ...]:
        query = sa.select(base.c.id).where(base.c.kind == kind.value)
        if subs:
            query = query.where(base.c.sub.in_(subs))
        query = query.order_by(base.c.priority, base.c.due, base.c.id)
        with self._db.reading() as db:
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

    def with_text(self, kind: Kind, text: str, limit: int) -> tuple[str, ...]:
        """Ids of rows that hold this text somewhere, in queue order, and of own new ones.

        Upper and lower case are alike. limit: of the centre's rows. The caller looks at the row.
        """
        return self._lists.get(kind, ("with", text, limit), lambda: self._with(kind, text, limit))

    def _with(self, kind: Kind, text: str, limit: int) -> tuple[str, ...]:
        query = (
            sa.select(base.c.id)
            .where(base.c.kind == kind.value, base.c.body.icontains(text, autoescape=True))
            .order_by(base.c.priority, base.c.due, base.c.id)
            .limit(limit)
        )
        with self._db.reading() as db:
            found = dict.fromkeys(db.execute(query).scalars())
            found |= dict.fromkeys(self._pending(db, kind))
        return tuple(found)

    def count(self, subs: Sequence[str]) -> int:
        """Orders in these sub-states, own facts included."""
        return self._lists.get(Kind.ORDER, ("count", *subs), lambda: self._count(subs))

    def _count(self, subs: Sequence[str]) -> int:
        among = sa.and_(base.c.kind == Kind.ORDER.value, base.c.sub.in_(subs))
        query = sa.select(sa.func.count()).select_from(base).where(among)
        with self._db.reading() as db:
            total: int = db.execute(query).scalar_one()
            pending = self._pending(db, Kind.ORDER)
            if not pending:
                return total
            stale: int = db.execute(query.where(base.c.id.in_(pending))).scalar_one()
            rows = [self._value(db, Subject(Kind.ORDER, name)) for name in pending]
        return total - stale + sum(row is not None and row.sub in subs for row in rows)

    # --- for the other parts of the file ---------------------------------------------------------

    def reduced(self, db: sa.Connection, facts: Iterable[Fact]) -> dict[Subject, Any]:
        """What the rows become by own facts, before these are journalled in the same transaction.

        A row that the facts create can be scanned before the centre knows it. The caller gives
        the result to `take` after the commit.
        """
        rows: dict[Subject, Any] = {}
        new: dict[Subject, None] = {}
        for fact in facts:
            for item in fact.concerns():
                before = rows[item] if item in rows else self._value(db, item)
                after = reduce(item.kind, before, fact, item.id).row
                if before is None and after is not None:
                    new[item] = None
                rows[item] = after
        codes = [
            {"code": text, "kind": item.kind.value, "ref": item.id}
            for item in new
            if rows[item] is not None
            for text in codes_of(item.kind, item.id, rows[item])
        ]
        if codes:
            db.execute(sa.text(CODE_UPSERT), codes)
        return rows

    def take(self, rows: Mapping[Subject, Any]) -> None:
        """Own facts have been journalled; rows: what `reduced` made of them."""
        self.version += 1
        for item, value in rows.items():
            self._remember(item, value)
        kinds = {item.kind for item in rows}
        self._lists.own(kinds)
        self._lists.drop(kinds)

    def forget(self, items: Collection[Subject] | None = None) -> None:
        """The centre's rows have changed: these, or (None) any."""
        self.version += 1
        if items is None:
            self._cache.clear()
            self._lists.clear()
            return
        self._lists.drop({item.kind for item in items})
        for item in items:
            self._cache.pop(item, None)

    def reserve(self, claims: Mapping[str, datetime], pins: Pins) -> None:
        """Other orders are claimed now, or they are promised other goods.

        pins: of orders that are not claimed nothing is kept.
        """
        self.version += 1
        self.reserved = MappingProxyType(dict(claims))
        self.pins = MappingProxyType({name: pins[name] for name in claims if name in pins})

    def _remember(self, item: Subject, value: Any) -> None:
        self._cache.pop(item, None)
        self._cache[item] = value
        if len(self._cache) > CACHE_ROWS:
            del self._cache[next(iter(self._cache))]

    def _value(self, db: sa.Connection, item: Subject) -> Any:
        if item not in self._cache:
            self._remember(item, self._read(db, item))
        return self._cache[item]

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
                journal_subject.c.seq > self._kept.now.applied,
            )
            .order_by(journal.c.seq)
        )
        for row in db.execute(own):
            value = reduce(item.kind, value, fact_of(self._kept.now.origin, row), item.id).row
        return value

    def _pending(self, db: sa.Connection, kind: Kind) -> tuple[str, ...]:
        """Ids of the rows that own facts name which the centre has not applied."""
        query = (
            sa.select(journal_subject.c.id)
            .distinct()
            .where(
                journal_subject.c.kind == kind.value,
                journal_subject.c.seq > self._kept.now.applied,
            )
        )
        names = tuple(row.id for row in db.execute(query))
        if names:
            self._lists.own((kind,))
        return names
