"""What the centre's rows say of the goods that orders want: remaining life, and named units."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

import sqlalchemy as sa

from app.domain.facts import Kind, Subject, serial_id
from app.domain.plan.allocate import Want
from app.domain.plan.wants import life_of, want_of
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Serial
from app.store.centre.tables import ROWS
from app.store.database import one_of
from app.sync.apply import row_of
from app.sync.promise_book import DAMAGE

_SAYS_LIFE = '"life_days":'


class Wants:
    """Read once for some lines, and asked for the want of each."""

    def __init__(self, db: sa.Connection, lines: Collection[OrderLine]) -> None:
        self._db = db
        self._life = self._lives({line.sku for line in lines})
        self._serials = self._rows({_unit(line) for line in lines if line.serial})

    def of(self, order: Order, line: OrderLine, units: int) -> Want:
        life = self._life.get(line.sku, 0)
        return want_of(order, line, units, life, self._serials.get(_unit(line)))

    def _lives(self, skus: Collection[str]) -> dict[str, int]:
        """Of the products that ask for some."""
        table = ROWS[Kind.PRODUCT]
        query = sa.select(table.c.id, table.c.body).where(
            one_of(self._db, table.c.id, sorted(skus)), table.c.body.contains(_SAYS_LIFE)
        )
        found: dict[str, int] = {}
        for row in self._db.execute(query) if skus else ():
            with suppress(*DAMAGE):
                found[row.id] = life_of(row_of(Subject(Kind.PRODUCT, row.id), row.body))
        return found

    def _rows(self, names: Collection[str]) -> dict[str, Serial]:
        table = ROWS[Kind.SERIAL]
        query = sa.select(table.c.id, table.c.body)
        query = query.where(one_of(self._db, table.c.id, sorted(names)))
        found: dict[str, Serial] = {}
        for row in self._db.execute(query) if names else ():
            with suppress(*DAMAGE):
                found[row.id] = row_of(Subject(Kind.SERIAL, row.id), row.body)
        return found


def _unit(line: OrderLine) -> str:
    return serial_id(line.sku, line.serial)
