"""Promises compared with what the bins hold: no unit may be promised twice.

A date that has passed since is no finding: the next push of the bin, or the next claim, sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import sqlalchemy as sa

from app.domain import codec
from app.domain.facts import Kind
from app.domain.plan.shelves import promisable
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.store.centre.tables import ROWS, event_subject, promise
from app.sync.promise_book import pin_of
from app.sync.proof.values import Finding, streamed

_ANY_DAY = date.min
"""Goods are never too old for it."""


def promise_findings(db: sa.Connection) -> Iterator[Finding]:
    query = sa.select(promise).order_by(promise.c.site, promise.c.bin)
    for (site, code), rows in groupby(streamed(db, query), key=lambda row: (row.site, row.bin)):
        promised: dict[StockKey, int] = {}
        for row in rows:
            pin = pin_of(row)
            promised[pin.key] = promised.get(pin.key, 0) + pin.quantity
        place = _bin(db, site, code)
        if place is None:
            continue  # a missing or a damaged row, which is named as such
        for key, units in promised.items():
            there = promisable(place, key.sku, _ANY_DAY).get(key, 0)
            if units > there:
                detail = f"{key.sku} {key.lot}".strip() + f": {units} promised, {there} there"
                yield Finding("promised_beyond", detail, kind="bin", id=code, site=site)


def _bin(db: sa.Connection, site: str, code: str) -> Bin | None:
    """The bin as it is stored. One that no fact has ever named holds nothing. None = its facts say
    that it is there, and its row does not.
    """
    table, link = ROWS[Kind.BIN], event_subject.c
    query = sa.select(table.c.body).where(table.c.id == code, table.c.site == site)
    body = db.execute(query).scalar()
    if body is None:
        named = sa.exists().where(link.kind == Kind.BIN.value, link.id == code, link.site == site)
        return None if db.execute(sa.select(named)).scalar() else Bin(code)
    try:
        return codec.from_text(Bin, body)
    except (ValueError, TypeError, KeyError):
        return None
