"""The promises of some SKUs, read under their locks, changed in memory and written once.

Locks: promises are made and changed only by whoever holds the locks of their SKUs, which are taken
all at once in ascending order. A push takes them after the locks of its rows (ascending by kind and
id) and of its claims, a claim after the locks of its orders. Whoever holds them waits for no row
that somebody takes before them; so no two transactions wait for each other in a circle.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.domain.facts import Kind, Subject
from app.domain.packs import PackLevel
from app.domain.place import BinKind
from app.domain.plan.allocate import Ends, Pin, Shelf, Why
from app.domain.plan.shelves import shelves_of
from app.domain.rows.things import Bin, Product
from app.domain.stock import Status, StockKey
from app.errors import CentreAway
from app.store.centre.tables import ROWS, STOCK_KEY, bin_sku, promise
from app.store.database import one_of
from app.sync.apply import row_of

_ROOM = 7_261_312  # of this program's other locks
_LOCKS = 1024
"""SKUs share so many locks: a server has room for some thousands in all."""
_TAKE = sa.text(
    "SELECT pg_advisory_xact_lock(:room, one) FROM unnest(CAST(:locks AS integer[])) AS one"
)

DAMAGE = (CentreAway, KeyError, ValueError, TypeError, AttributeError)
"""A row that makes no sense is left out: it must not keep every bench from its orders. The proof of
`packbench db verify` names it.
"""


def lock(db: sa.Connection, skus: Iterable[str]) -> None:
    """Nobody else promises these goods until the transaction ends. A file has one writer anyway.

    No row is locked: a SKU may have none, and stations may not change those of products.
    """
    if db.dialect.name == "postgresql":
        found = sorted({zlib.crc32(sku.encode()) % _LOCKS for sku in skus})
        db.execute(_TAKE, {"room": _ROOM, "locks": found})


@dataclass(frozen=True)
class Place:
    """What a promise is about: whose it is, and on which goods."""

    order: str
    line: int
    bin: str
    key: StockKey


class Book:
    """Every promise on these SKUs. Its holder has their locks until the transaction ends.

    locked False: it is read for an answer, and never written.
    """

    def __init__(self, db: sa.Connection, skus: Collection[str], *, locked: bool = True) -> None:
        if locked:
            lock(db, skus)
        self._db = db
        self.skus = frozenset(skus)
        self._pins: dict[Place, Pin] = {}
        self._bins: tuple[Bin, ...] | None = None  # read when somebody lacks goods
        self._cases: dict[str, int] = {}
        query = sa.select(promise).where(one_of(db, promise.c.sku, sorted(skus)))
        for row in db.execute(query) if skus else ():
            pin = pin_of(row)
            self._pins[Place(row.order_id, pin.line, pin.bin, pin.key)] = pin
        self._before = dict(self._pins)

    def places(self, order: str) -> list[Place]:
        """On what the order has promises, by line and bin."""
        found = [place for place in self._pins if place.order == order]
        return sorted(found, key=lambda one: (one.line, one.bin))

    def pins(self, order: str) -> tuple[Pin, ...]:
        """The order's promises, by line and bin."""
        return tuple(self._pins[place] for place in self.places(order))

    def units(self, order: str) -> Counter[int]:
        """Units promised to each line of an order."""
        found: Counter[int] = Counter()
        for pin in self.pins(order):
            found[pin.line] += pin.quantity
        return found

    def places_in(self, bin_: str) -> dict[StockKey, list[Place]]:
        """Who has been promised what in a bin."""
        found: dict[StockKey, list[Place]] = {}
        for place in self._pins:
            if place.bin == bin_:
                found.setdefault(place.key, []).append(place)
        return found

    def __getitem__(self, place: Place) -> int:
        pin = self._pins.get(place)
        return pin.quantity if pin else 0

    def add(self, order: str, pin: Pin) -> None:
        place = Place(order, pin.line, pin.bin, pin.key)
        old = self._pins.get(place)
        units = pin.quantity + (old.quantity if old else 0)
        self._pins[place] = replace(old or pin, quantity=units)

    def less(self, place: Place, units: int) -> int:
        """Promise fewer; returns how many fewer it has become."""
        pin = self._pins[place]
        if units >= pin.quantity:
            del self._pins[place]
            return pin.quantity
        self._pins[place] = replace(pin, quantity=pin.quantity - units)
        return units

    def clear(self, order: str) -> None:
        for place in self.places(order):
            del self._pins[place]

    def changed(self) -> set[str]:
        """Orders whose promises are other ones than they were."""
        places = self._pins.keys() | self._before.keys()
        return {at.order for at in places if self._pins.get(at) != self._before.get(at)}

    def given_back(self) -> Counter[str]:
        """Units of each SKU that are promised less than at the beginning; may be negative."""
        found: Counter[str] = Counter()
        for pins, sign in ((self._before, 1), (self._pins, -1)):
            for pin in pins.values():
                found[pin.key.sku] += sign * pin.quantity
        return found

    def had(self, order: str) -> bool:
        """Whether the order had a promise at the beginning."""
        return any(place.order == order for place in self._before)

    def write(self) -> None:
        gone = [place for place in self._before if place not in self._pins]
        new = [place for place in self._pins if place not in self._before]
        other = [
            place
            for place, pin in self._pins.items()
            if place in self._before and self._before[place].quantity != pin.quantity
        ]
        if gone:
            self._db.execute(promise.delete().where(*_AT), [_at(place) for place in gone])
        if other:
            values = [{**_at(place), "units": self._pins[place].quantity} for place in other]
            told = promise.update().where(*_AT).values(quantity=sa.bindparam("units"))
            self._db.execute(told, values)
        if new:
            self._db.execute(promise.insert(), [_columns(one, self._pins[one]) for one in new])
        self._before = dict(self._pins)

    def shelves(self, today: date, ends: Ends = Ends.EITHER) -> list[Shelf]:
        """All goods of these SKUs, with what of them is promised to nobody."""
        found: list[Shelf] = []
        if self._bins is None:
            self._bins = tuple(self._read_bins())
            self._cases = self._read_cases(self._bins)
        promised: dict[str, Counter[StockKey]] = {}
        for pin in self._pins.values():
            promised.setdefault(pin.bin, Counter())[pin.key] += pin.quantity
        for place in self._bins:
            taken = promised.get(place.code, Counter())
            with suppress(*DAMAGE):
                for sku in sorted(self.skus & {item.sku for item in place.stock}):
                    case = self._cases.get(sku, 0)
                    found += shelves_of(place, sku, taken, today, case, ends=ends)
        return found

    def _read_bins(self) -> Iterator[Bin]:
        names = sa.select(bin_sku.c.bin).where(one_of(self._db, bin_sku.c.sku, sorted(self.skus)))
        table = ROWS[Kind.BIN]
        query = sa.select(table.c.id, table.c.body).where(table.c.id.in_(names))
        for row in self._db.execute(query.order_by(table.c.id)):
            with suppress(*DAMAGE):
                yield row_of(Subject(Kind.BIN, row.id), row.body)

    def _read_cases(self, bins: Iterable[Bin]) -> dict[str, int]:
        """Units in a full case of each SKU that lies in reserve."""
        reserve = (one for one in bins if one.kind is BinKind.RESERVE)
        skus = sorted(self.skus & {item.sku for one in reserve for item in one.stock})
        table = ROWS[Kind.PRODUCT]
        query = sa.select(table.c.id, table.c.body).where(one_of(self._db, table.c.id, skus))
        found: dict[str, int] = {}
        for row in self._db.execute(query) if skus else ():
            with suppress(*DAMAGE):
                product: Product = row_of(Subject(Kind.PRODUCT, row.id), row.body)
                cases = [one.units for one in product.packs if one.level is PackLevel.CASE]
                found[row.id] = cases[0] if cases else 0
        return found


_COLUMNS = ("order_id", "line", "bin", *STOCK_KEY)
_AT = tuple(promise.c[name] == sa.bindparam(f"at_{name}") for name in _COLUMNS)
_DATES = ("expiry", "best_before")


def _named(place: Place) -> dict[str, Any]:
    key = {name: getattr(place.key, name) for name in STOCK_KEY}
    key |= {name: key[name].isoformat() if key[name] else "" for name in _DATES}
    return {"order_id": place.order, "line": place.line, "bin": place.bin, **key}


def _at(place: Place) -> dict[str, Any]:
    return {f"at_{name}": value for name, value in _named(place).items()}


def _columns(place: Place, pin: Pin) -> dict[str, Any]:
    return {**_named(place), "quantity": pin.quantity, "why": pin.why.value, "hard": pin.hard}


def pin_of(row: Any) -> Pin:
    """The pin of a row of `promise`."""
    dates = {
        name: date.fromisoformat(text) if (text := getattr(row, name)) else None for name in _DATES
    }
    key = StockKey(
        row.sku,
        row.lot,
        **dates,
        status=Status(row.status),
        owner=row.owner,
        container=row.container,
    )
    return Pin(row.line, row.bin, key, row.quantity, Why(row.why), row.hard)
