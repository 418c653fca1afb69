"""The promises of some SKUs, read under their locks, changed in memory and written once.

Locks: promises are made and changed only by whoever holds the locks of their SKUs, which are taken
all at once in ascending order. A push takes them after the locks of its rows (ascending by kind and
id) and of its claims, all others after those of their orders, claims and wishes. Whoever holds them
waits for no row that somebody takes before them; so no two transactions wait for each other in a
circle.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
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
from app.store.centre import bulk
from app.store.centre.tables import ROWS, STOCK_KEY, bin_sku, promise
from app.store.database import among
from app.sync.apply import row_of

_ROOM = 7_261_312  # of this program's other locks
_LOCKS = 1024
"""SKUs share so many locks: a server has room for some thousands in all."""
_TAKE = sa.text(
    "SELECT pg_advisory_xact_lock(:room, one) FROM unnest(CAST(:locks AS integer[])) AS one"
)

_PROMISES = sa.select(promise).where(among(promise.c.sku, "skus"))
_GONE = promise.delete().where(among(promise.c.order_id, "orders"), among(promise.c.sku, "skus"))
_BIN, _PRODUCT = ROWS[Kind.BIN], ROWS[Kind.PRODUCT]
_BINS = (
    sa.select(_BIN.c.id, _BIN.c.body)
    .where(_BIN.c.id.in_(sa.select(bin_sku.c.bin).where(among(bin_sku.c.sku, "skus"))))
    .order_by(_BIN.c.id)
)
_PRODUCTS = sa.select(_PRODUCT.c.id, _PRODUCT.c.body).where(among(_PRODUCT.c.id, "skus"))

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
        self._bins: dict[str, list[Bin]] = {}  # by SKU; read when somebody lacks it
        self._cases: dict[str, int] = {}
        for row in db.execute(_PROMISES, {"skus": sorted(skus)}) if skus else ():
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
        """The promises of each order that has other ones now are written anew."""
        changed = self.changed()
        if any(place.order in changed for place in self._before):
            self._db.execute(_GONE, {"orders": sorted(changed), "skus": sorted(self.skus)})
        new = [_columns(at, pin) for at, pin in self._pins.items() if at.order in changed]
        bulk.insert(self._db, promise, new)
        self._before = dict(self._pins)

    def shelves(self, skus: Collection[str], today: date, ends: Ends = Ends.EITHER) -> list[Shelf]:
        """All goods of these SKUs, which are the book's, with what of them nobody is promised."""
        found: list[Shelf] = []
        new = set(skus) - self._bins.keys()
        if new:
            self._read_bins(new)
        promised: dict[str, Counter[StockKey]] = {}
        for pin in self._pins.values():
            promised.setdefault(pin.bin, Counter())[pin.key] += pin.quantity
        for sku in sorted(skus):
            case = self._cases.get(sku, 0)
            for place in self._bins[sku]:
                taken = promised.get(place.code, Counter())
                with suppress(*DAMAGE):
                    found += shelves_of(place, sku, taken, today, case, ends=ends)
        return found

    def _read_bins(self, skus: Collection[str]) -> None:
        """Every bin that holds one of these SKUs, and how many units a full case of it has."""
        self._bins |= {sku: [] for sku in skus}
        in_reserve = set[str]()
        for row in self._db.execute(_BINS, {"skus": sorted(skus)}):
            with suppress(*DAMAGE):
                place: Bin = row_of(Subject(Kind.BIN, row.id), row.body)
                held = {item.sku for item in place.stock} & set(skus)
                for sku in held:
                    self._bins[sku].append(place)
                if place.kind is BinKind.RESERVE:
                    in_reserve |= held
        if in_reserve:
            self._read_cases(sorted(in_reserve))

    def _read_cases(self, skus: Sequence[str]) -> None:
        for row in self._db.execute(_PRODUCTS, {"skus": skus}):
            with suppress(*DAMAGE):
                product: Product = row_of(Subject(Kind.PRODUCT, row.id), row.body)
                cases = [one.units for one in product.packs if one.level is PackLevel.CASE]
                self._cases[row.id] = cases[0] if cases else 0


_DATES = ("expiry", "best_before")


def _columns(place: Place, pin: Pin) -> dict[str, Any]:
    key = {name: getattr(place.key, name) for name in STOCK_KEY}
    key |= {name: key[name].isoformat() if key[name] else "" for name in _DATES}
    told = {"quantity": pin.quantity, "why": pin.why.value, "hard": pin.hard}
    return {"order_id": place.order, "line": place.line, "bin": place.bin, **key, **told}


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
