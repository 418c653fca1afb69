"""Which products are taken for each other, as the benches' logs tell. Over one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from app.domain.alarms import MixUp
from app.domain.lookalike import DayCount
from app.store.centre.tables import mix_up

_MOST = 500
"""Of more pairs only the most frequent are told."""


def tell(db: sa.Connection, origin: str, counts: Sequence[DayCount]) -> None:
    """A station's counts of whole days. What it tells again changes nothing; less than before, as
    by a file that was restored, neither.
    """
    insert = sa.text(
        "INSERT INTO mix_up(day, expected, scanned, origin, count)"
        " VALUES (:day, :expected, :scanned, :origin, :count)"
        " ON CONFLICT (day, expected, scanned, origin, site)"
        " DO UPDATE SET count = excluded.count WHERE excluded.count > mix_up.count"
    )
    rows = [
        {
            "day": one.day.isoformat(),
            "expected": one.expected,
            "scanned": one.scanned,
            "origin": origin,
            "count": one.count,
        }
        for one in sorted(counts)
    ]
    if rows:
        db.execute(insert, rows)


def frequent(db: sa.Connection, since: date, least: int) -> tuple[MixUp, ...]:
    """Pairs that all stations mixed up so often since that day, the most frequent first."""
    count = sa.func.sum(mix_up.c.count)
    query = (
        sa.select(mix_up.c.expected, mix_up.c.scanned, count)
        .where(mix_up.c.day >= since.isoformat())
        .group_by(mix_up.c.expected, mix_up.c.scanned)
        .having(count >= least)
        .order_by(count.desc(), mix_up.c.expected, mix_up.c.scanned)
        .limit(_MOST)
    )
    return tuple(
        MixUp(expected, scanned, int(total)) for expected, scanned, total in db.execute(query)
    )
