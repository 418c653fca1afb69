"""What a verification finds, and how it reads the events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from app.domain.facts import Fact
from app.store.journal_rows import fact_of

T = TypeVar("T")
PART = 400


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. what: a word of a closed set. The other fields say where it is; ""
    where one does not apply.

    what: changed, missing, reordered, unreadable, verdict_differs (events); life_differs (the
    events of an incarnation); row_differs, row_missing, row_unexplained (rows); moves_differ,
    moves_unexplained, stock_differs (stock); promised_beyond (promises).
    """

    what: str
    detail: str
    origin: str = ""
    incarnation: str = ""
    seq: int = 0
    event_id: str = ""
    kind: str = ""
    id: str = ""
    site: str = ""


@dataclass
class ProofTally:
    """How much was looked at. archived: events and rows that cannot be proven here, because an
    archive has taken their months out.
    """

    events: int = 0
    rows: int = 0
    archived: int = 0


def stored_fact(row: Any) -> Fact:
    """The fact of an event row as its origin hashed it: its time in UTC, whatever the server's.

    Raises ValueError where subjects or body are no JSON any more.
    """
    fact = fact_of(row.origin, row)
    return replace(fact, occurred_at=fact.occurred_at.astimezone(UTC))


def parts(rows: Iterable[T]) -> Iterator[list[T]]:
    left = iter(rows)
    while part := list(islice(left, PART)):
        yield part


def streamed(db: sa.Connection, query: sa.Select[Any]) -> Iterator[Any]:
    """The rows of a large query, a few at a time."""
    yield from db.execute(query, execution_options={"yield_per": PART})
