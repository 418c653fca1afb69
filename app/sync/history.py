"""Facts of a time span, read as a stream: a report may be about ten millions of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind
from app.store.centre.tables import event
from app.store.journal_rows import fact_of
from app.sync import ask
from app.sync.watch import first_id

CHUNK = 5000


@dataclass(frozen=True)
class History:
    """One snapshot of the centre, for questions about the past."""

    db: sa.Connection

    def facts(self, kinds: Sequence[FactKind], since: datetime, until: datetime) -> Iterator[Fact]:
        """As `facts_between`."""
        return facts_between(self.db, kinds, since, until)

    def rows(self, kind: Kind, names: Sequence[str]) -> dict[str, Any]:
        """As `ask.rows`."""
        return ask.rows(self.db, kind, names)


def facts_between(
    db: sa.Connection, kinds: Sequence[FactKind], since: datetime, until: datetime
) -> Iterator[Fact]:
    """Facts of these kinds that happened from `since` on and before `until`, by their time.

    By the clocks of their benches. A damaged event is left out: `packbench db verify` names it.
    """
    query = (
        sa.select(event)
        .where(
            event.c.event_id >= first_id(since),
            event.c.kind.in_([kind.value for kind in kinds]),
            event.c.occurred_at >= since,
            event.c.occurred_at < until,
        )
        .order_by(event.c.occurred_at, event.c.origin, event.c.seq)
    )
    for row in db.execute(query, execution_options={"yield_per": CHUNK}):
        try:
            yield fact_of(row.origin, row)
        except (ValueError, TypeError, KeyError):
            continue
