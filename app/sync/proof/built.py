"""Rows made anew from their facts, by the rules that stations and centre use.

A rule sees one row, so rows are built one after the other: the facts that name a row, in the order
in which the centre applied them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Fact, Kind, Subject
from app.domain.reduce import reduce
from app.domain.rows.exceptions import exception_name, finished, opened, settled
from app.domain.rows.things import ExceptionRow
from app.store.centre.tables import event, event_subject
from app.sync.ask import applied_order
from app.sync.proof.values import stored_fact, streamed

_KNOWN = frozenset(kind.value for kind in Kind if kind is not Kind.EXCEPTION)
"""Exceptions are built with the rows that they are about."""
Key = tuple[str, str]
"""(id, site)."""


@dataclass(frozen=True)
class Built:
    """One row as its facts make it. row, body: None = no fact makes one. exceptions: the exceptions
    the facts opened, by name. conflicts: (event id, reason) of the facts that cannot be right about
    it. whole: all facts about the row are here and readable.
    """

    kind: Kind
    key: Key
    row: Any
    body: str | None
    exceptions: dict[str, ExceptionRow]
    conflicts: tuple[tuple[str, str], ...]
    whole: bool


def all_built(db: sa.Connection) -> Iterator[Built]:
    """Every row that facts name, by kind, id and site."""
    rows = streamed(db, _events(db).where(event_subject.c.kind.in_(_KNOWN)))
    for (about, name, site), group in groupby(rows, key=lambda row: (row.about, row.id, row.where)):
        yield _built(Subject(Kind(about), name), site, group)


def built(db: sa.Connection, kind: Kind, key: Key) -> Built:
    """One row; its `row` is None where no fact names it."""
    link, (name, site) = event_subject.c, key
    query = _events(db).where(link.kind == kind.value, link.id == name, link.site == site)
    return _built(Subject(kind, name), site, iter(db.execute(query)))


def _events(db: sa.Connection) -> sa.Select[Any]:
    """The facts about each row, in the order in which they were applied. A fact that was deleted or
    archived comes as a line without an event.
    """
    link = event_subject.c
    return (
        sa.select(link.kind.label("about"), link.id, link.site.label("where"), event)
        .join_from(event_subject, event, event.c.event_id == link.event_id, isouter=True)
        .order_by(link.kind, link.id, link.site, *applied_order(db))
    )


def _built(item: Subject, site: str, events: Iterator[Any]) -> Built:
    row: Any = None
    whole = True
    exceptions: dict[str, ExceptionRow] = {}
    conflicts: list[tuple[str, str]] = []
    for one in events:
        if one.event_id is None:
            whole = False
            continue
        try:
            row = _after(row, item, stored_fact(one), exceptions, conflicts)
        except (KeyError, ValueError, TypeError, AttributeError):
            whole = False  # the fact's text was changed; `chain` reports it
    body = None if row is None else codec.to_text(row)
    return Built(item.kind, (item.id, site), row, body, exceptions, tuple(conflicts), whole)


def _after(
    row: Any,
    item: Subject,
    fact: Fact,
    exceptions: dict[str, ExceptionRow],
    conflicts: list[tuple[str, str]],
) -> Any:
    """The row after a fact; the exceptions it opened and its conflicts are added."""
    for concern in fact.concerns():
        if concern == item:
            effect = reduce(item.kind, row, fact, item.id)
            row = effect.row
            if effect.conflict:
                conflicts.append((fact.event_id, effect.conflict))
            if reason := effect.conflict or effect.exception:
                name = exception_name(reason, item, fact.origin).id
                exceptions[name] = opened(exceptions.get(name), fact, item, reason)
            for reason in effect.settles:
                name = exception_name(reason, item, fact.origin).id
                after = settled(exceptions.get(name), fact)
                if after is not None:
                    exceptions[name] = after
            for reason in effect.finishes:
                name = exception_name(reason, item, fact.origin).id
                after = finished(exceptions.get(name), fact)
                if after is not None:
                    exceptions[name] = after
    return row
