"""Facts of a time span, read as a stream: a report may be about ten millions of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.facts import Fact, FactKind, Kind
from app.domain.stock import PICKABLE, Status
from app.store.centre.tables import ROWS, bin_sku, event
from app.store.database import one_of
from app.store.journal_rows import fact_of
from app.sync import ask
from app.sync.watch import first_id, last_id

CHUNK = 5000
_PART = 500
_HOW_IT_CAME = frozenset({"received_at", "verdict", "reason", "site", "position"})
_TOLD = tuple(column for column in event.c if column.name not in _HOW_IT_CAME)
"""What a fact itself tells."""
_USUAL = Status.AVAILABLE


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

    def ahead(self, now: datetime) -> dict[str, int]:
        """Facts that are later than this time, by the station that wrote them."""
        at = event.c
        query = (
            sa.select(at.origin, sa.func.count().label("facts"))
            .where(at.event_id >= first_id(now), at.occurred_at > now)
            .group_by(at.origin)
        )
        return {row.origin: row.facts for row in self.db.execute(query)}

    def on_hand(self, skus: Sequence[str]) -> Counter[str]:
        """Units of these products that lie in bins and may be sold."""
        table, wanted, found = ROWS[Kind.BIN], set(skus), Counter[str]()
        bins: set[str] = set()
        for start in range(0, len(skus), _PART):
            part = one_of(self.db, bin_sku.c.sku, skus[start : start + _PART])
            bins.update(self.db.execute(sa.select(bin_sku.c.bin).where(part)).scalars())
        names = sorted(bins)
        for start in range(0, len(names), _PART):
            part = one_of(self.db, table.c.id, names[start : start + _PART])
            for body in self.db.execute(sa.select(table.c.body).where(part)).scalars():
                for item in json.loads(body).get("stock", ()):
                    if item["sku"] in wanted and item.get("status", _USUAL) in PICKABLE:
                        found[item["sku"]] += item["quantity"]
        return found


def facts_between(
    db: sa.Connection, kinds: Sequence[FactKind], since: datetime, until: datetime
) -> Iterator[Fact]:
    """Facts of these kinds that happened from `since` on and before `until`, by their time.

    By the clocks of their benches. Ids begin with the time (`app.store.station.file`), so that only
    what happened about then is read. A damaged event is left out: `packbench db verify` names it.
    """
    query = (
        sa.select(*_TOLD)
        .where(
            event.c.event_id >= first_id(since),
            event.c.event_id < last_id(until),
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
