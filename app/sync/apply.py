"""One push's facts reduced onto the centre's rows: read once, reduce in memory, write once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, Subject
from app.domain.reduce import ROW_TYPES, moves, reduce
from app.domain.rows import exceptions
from app.domain.rows.orders import Order
from app.domain.rows.things import ExceptionRow
from app.domain.rows.working_set import in_work
from app.domain.search import said_by
from app.errors import CentreAway
from app.store.centre import bulk, words
from app.store.centre.moves import move_columns
from app.store.centre.tables import ROWS, event, event_subject, feed, stock_move
from app.store.database import among
from app.store.journal_rows import journal_row
from app.store.lookup import place_of

Settling = Callable[[ExceptionRow | None, Fact], ExceptionRow | None]

_KINDS = frozenset(kind.value for kind in FactKind)


def row_of(item: Subject, body: str) -> Any:
    """The row that a body of the centre stands for. Raises CentreAway where it is damaged."""
    try:
        return codec.from_text(ROW_TYPES[item.kind], body)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        told = f"The centre's row of {item.kind.value} {item.id} is damaged: packbench db verify."
        raise CentreAway(told) from error


@cache
def _locked(kind: Kind) -> sa.Select[Any]:
    """Rows of a kind, locked until the transaction ends."""
    table = ROWS[kind]
    query = sa.select(table.c.id, table.c.body).where(among(table.c.id, "names"))
    return query.order_by(table.c.id).with_for_update()


class Batch:
    """The facts of one push, in three steps: `lock` their rows, `apply` each fact, `write`.

    What follows from them elsewhere (`app.sync.promises`) may open more troubles, and they are
    written by another `write`.

    Rows are locked by (kind, id) in ascending order, exceptions last, so that two pushes cannot
    deadlock: who opens or closes an exception holds the row that it is about by then.
    conflicts: event ids of the facts that were kept as conflicts.
    """

    def __init__(self, db: sa.Connection, now: datetime) -> None:
        self._db = db
        self._now = now
        self._rows: dict[Subject, Any] = {}
        self._before: dict[Subject, Any] = {}
        self._stored: set[Subject] = set()
        self._worded: dict[Subject, Any] = {}
        self._changed: dict[Subject, None] = {}
        self._events: list[dict[str, Any]] = []
        self._links: list[dict[str, Any]] = []
        self._moves: list[dict[str, Any]] = []
        self.conflicts: list[str] = []

    def lock(self, subjects: Iterable[Subject]) -> None:
        """Read the rows and lock them until the transaction ends."""
        by_kind: dict[Kind, list[str]] = {}
        for item in sorted(set(subjects)):
            by_kind.setdefault(item.kind, []).append(item.id)
        for kind, names in sorted(by_kind.items(), key=lambda one: one[0] is Kind.EXCEPTION):
            for row in self._db.execute(_locked(kind), {"names": names}):
                item = Subject(kind, row.id)
                self._rows[item] = self._before[item] = row_of(item, row.body)
                self._stored.add(item)
            for name in names:
                self._rows.setdefault(Subject(kind, name), None)

    def apply(self, fact: Fact) -> None:
        """Reduce one fact; a conflict or exception opens an exception for a person."""
        known = fact.kind in _KINDS
        conflict = "" if known else "unknown_kind"
        for item in fact.concerns():
            before = self._rows.get(item)
            effect = reduce(item.kind, before, fact, item.id)
            if effect.row is not before or effect.conflict:
                # After a conflict the fact's station must see the row; it may never have had it.
                self._rows[item] = effect.row
                self._changed[item] = None
            if effect.conflict:
                conflict = conflict or effect.conflict
            if effect.conflict or effect.exception:
                self.open_trouble(fact, item, effect.conflict or effect.exception)
            if effect.settles or effect.finishes:
                self._end(fact, item, effect)
        if not known and not any(fact.concerns()):
            self.open_trouble(fact, None, conflict)
        if conflict:
            self.conflicts.append(fact.event_id)
        self._events.append(
            {
                **journal_row(fact),
                "occurred_at": fact.occurred_at,
                "origin": fact.origin,
                "received_at": self._now,
                "verdict": "conflict" if conflict else "applied",
                "reason": conflict,
            }
        )
        self._links += [
            {"kind": kind, "id": name, "event_id": fact.event_id}
            for kind, name in dict.fromkeys(fact.subjects)
        ]
        self._moves += [
            {"event_id": fact.event_id, "n": n, **move_columns(move)}
            for n, move in enumerate(moves(fact))
        ]

    def turned(self, kind: Kind) -> dict[str, tuple[Any, Any]]:
        """Rows of a kind that the facts have changed, as they were and as they are; by id."""
        return {
            item.id: (self._before.get(item), row)
            for item, row in self._rows.items()
            if item.kind is kind and row is not self._before.get(item)
        }

    def row(self, item: Subject) -> Any:
        """The row as the facts have left it; None = there is none, or no fact is about it."""
        return self._rows.get(item)

    def open_trouble(self, fact: Fact, item: Subject | None, reason: str) -> None:
        name, row = self._exception(fact, item, reason)
        self._rows[name] = exceptions.opened(row, fact, item, reason)
        self._changed[name] = None

    def _end(self, fact: Fact, item: Subject, effect: Effect) -> None:
        """Close the exceptions about a row that the fact ends."""
        ends: tuple[tuple[tuple[str, ...], Settling], ...] = (
            (effect.finishes, exceptions.finished),
            (effect.settles, exceptions.settled),
        )
        rules = {
            exceptions.exception_name(reason, item, fact.origin): rule
            for reasons, rule in ends
            for reason in reasons
        }
        self.lock(rules.keys() - self._rows.keys())
        for name, rule in rules.items():
            row = self._rows.get(name)
            after = rule(row, fact)
            if after is not row:
                self._rows[name] = after
                self._changed[name] = None

    def _exception(self, fact: Fact, item: Subject | None, reason: str) -> tuple[Subject, Any]:
        """The exception's name and row. It needs no lock of its own: `item` is locked."""
        name = exceptions.exception_name(reason, item, fact.origin)
        if name not in self._rows:
            self.lock((name,))
        return name, self._rows.get(name)

    def write(self) -> None:
        """Events, rows, moves and feed; a handful of statements whatever the batch's size.

        What is written is not written again, so that troubles which show afterwards can follow.
        """
        written = ((event, self._events), (event_subject, self._links), (stock_move, self._moves))
        for table, values in written:
            bulk.insert(self._db, table, values)
        by_kind: dict[Kind, list[Subject]] = {}
        for item in self._changed:
            if self._rows[item] is not None:
                by_kind.setdefault(item.kind, []).append(item)
        for kind, items in by_kind.items():
            self._write_rows(kind, items)
        entries = [
            {"kind": item.kind.value, "id": item.id} for items in by_kind.values() for item in items
        ]
        bulk.insert(self._db, feed, entries)
        self._write_words([item for kind in words.GIVING for item in by_kind.get(kind, ())])
        self._events, self._links, self._moves = [], [], []
        self._stored |= {item for items in by_kind.values() for item in items}
        self._changed = {}

    def _write_rows(self, kind: Kind, items: list[Subject]) -> None:
        table = ROWS[kind]
        new = [columns_of(item, self._rows[item]) for item in items if item not in self._stored]
        old = [columns_of(item, self._rows[item]) for item in items if item in self._stored]
        bulk.insert(self._db, table, new)
        bulk.update(self._db, table, old)

    def _write_words(self, items: list[Subject]) -> None:
        """The words of orders as these rows give them now; most changes leave them as they are."""
        old: set[words.Said] = set()
        new: set[words.Said] = set()
        for item in items:
            before, row = self._worded.get(item, self._before.get(item)), self._rows[item]
            self._worded[item] = row
            if before is None or said_by(before) != said_by(row):
                old |= words.said(item.id, before)
                new |= words.said(item.id, row)
        words.take(self._db, old - new)
        words.make(self._db, new - old)


def columns_of(item: Subject, row: Any) -> dict[str, Any]:
    """A row as its table keeps it: the body, and the columns by which rows are found."""
    values: dict[str, Any] = {"id": item.id, "body": codec.to_text(row)}
    if "live" in ROWS[item.kind].c:
        values["live"] = in_work(row)
    if isinstance(row, Order):
        place = place_of(row)
        values |= {
            "ref": row.ref,
            "sub": place.sub,
            "priority": place.priority,
            "due": place.due,
            "digest": row.digest,
        }
    return values
