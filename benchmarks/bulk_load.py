"""A big PostgreSQL centre for the measurements: `python -m benchmarks.bulk_load URL [ORDERS]`.

Every fact goes through the reducing of a push (`app.sync.apply.Batch`), so that rows, events,
moves and exceptions are what the program itself would have left; COPY takes the place of its
statements. Each order has one line: placed, picked, packed into a parcel that is sealed, proven and
loaded, and its load closed, which makes eight events an order. The newest orders are still open.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import chain, pairwise, repeat
from typing import Any

import psycopg
import sqlalchemy as sa

from app.clock import SystemClock
from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument, ProductDocument
from app.domain.facts import Fact, FactKind, Kind, Subject, chain_hash, order_id
from app.domain.rows.things import Bin, Load
from app.store import schema
from app.store.admin import partitions as centre_partitions
from app.store.centre import words
from app.store.centre.tables import (
    MAIN_SITE,
    ROWS,
    event,
    event_subject,
    feed,
    order_word,
    station,
    stock_move,
)
from app.store.database import open_centre
from app.sync.apply import Batch, columns_of
from app.sync.centre import SqlCentre
from benchmarks.table import show

MONTHS = 14
LOAD = 200
"""Orders of one truck."""
FLUSH = 10
"""Trucks between two writings: what bounds the memory."""
TRUCKS = timedelta(minutes=30)
OPEN_SHARE = 0.003
BENCHES = 10
PRODUCTS = 2500
"""Of each slice; each lies in a bin of its own, `bin_of`."""
LIFE = (
    FactKind.ORDER_PLACED,
    FactKind.UNIT_PICKED,
    FactKind.PARCEL_OPENED,
    FactKind.UNIT_PACKED,
    FactKind.PARCEL_SEALED,
    FactKind.LABEL_PROVEN,
    FactKind.ORDER_PACKED,
    FactKind.PARCEL_LOADED,
)
OPEN_STEPS = (1, 1, 1, 1, 1, 1, 2, 2, 7, 7)
"""How far ten open orders are: six wait, two are being picked, two are packed."""
CHANNEL = "shop"
INCARNATION = "bulk"


@dataclass(frozen=True)
class Slice:
    """A stretch of the time, with goods and stations of its own; filled by one process.

    first, count: numbers of its orders. open_from: number of the first order that is still open.
    benches: how many stations work in it.
    """

    number: int
    first: int
    count: int
    open_from: int
    start: datetime
    step: timedelta
    benches: int = BENCHES


@dataclass
class Origin:
    """A writer and where its journal stands."""

    name: str
    dice: random.Random
    seq: int = 0
    hash: str = ""
    last_event: str = ""

    def say(self, kind: FactKind, subjects: Sequence[Subject], body: Any, at: datetime) -> Fact:
        self.seq += 1
        fact = Fact(
            origin=self.name,
            incarnation=INCARNATION,
            seq=self.seq,
            event_id=event_id(at, self.dice),
            kind=kind.value,
            subjects=tuple((item.kind.value, item.id) for item in subjects),
            body=body,
            occurred_at=at,
            operator="11",
            device="scanner",
        )
        self.hash, self.last_event = chain_hash(self.hash, fact), fact.event_id
        return replace(fact, hash=self.hash)


class CopyBatch(Batch):
    """A push without end, written by COPY."""

    def at(self, now: datetime) -> None:
        """When the next facts reach the centre."""
        self._now = now

    def lock(self, subjects: Iterable[Subject]) -> None:
        """Nothing: the database was empty, so what is not in memory is not there."""

    def flush(self, *, keep: frozenset[Kind]) -> int:
        """Write what came since the last time, but for rows that will change again; the events."""
        count = len(self._events)
        changed = list(self._changed)
        self._copy(event, self._events)
        self._copy(event_subject, self._links)
        self._copy(stock_move, self._moves)
        self._copy(feed, [{"kind": item.kind.value, "id": item.id} for item in changed])
        done: dict[Kind, list[Subject]] = {}
        for item in [item for item in self._rows if item.kind not in keep]:
            done.setdefault(item.kind, []).append(item)
        for kind, items in done.items():
            self._copy(ROWS[kind], [columns_of(item, self._rows[item]) for item in items])
            if kind in words.GIVING:
                said = (words.said(item.id, self._rows[item]) for item in items)
                self._copy(order_word, [word._asdict() for word in chain.from_iterable(said)])
            for item in items:
                del self._rows[item]
        self._events, self._links, self._moves, self._changed = [], [], [], {}
        return count

    def _copy(self, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            copy_rows(self._db, table, rows)


def copy_rows(db: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """The site is said here: by default it is looked up for each row."""
    driver = db.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    names = list(rows[0])
    columns = psycopg.sql.SQL(", ").join(map(psycopg.sql.Identifier, [*names, "site"]))
    statement = psycopg.sql.SQL("COPY {} ({}) FROM STDIN").format(
        psycopg.sql.Identifier(table.name), columns
    )
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row((*row.values(), MAIN_SITE))


def event_id(at: datetime, dice: random.Random) -> str:
    """A UUIDv7 of this time."""
    number = int(at.timestamp() * 1000) << 80 | 7 << 76 | dice.getrandbits(12) << 64
    text = f"{number | 2 << 62 | dice.getrandbits(62):032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def ref_of(number: int) -> str:
    return f"SO-{number:08d}"


def sku_of(part: int, number: int) -> str:
    return f"SKU-{part}-{number:05d}"


def bin_of(part: int, number: int) -> str:
    return f"{part}-{number // 50:02d}-{number % 50:02d}"


def sscc_of(number: int) -> str:
    return f"00{number:016d}"


def cut_off(number: int, at: datetime) -> datetime:
    """Of the truck of an order that comes at this time: one leaves each half hour."""
    due = at + timedelta(hours=1 + number % 8)
    return due + (datetime.fromtimestamp(0, due.tzinfo) - due) % TRUCKS


@dataclass
class Site:
    """Who works and what lies where in one slice."""

    part: Slice
    dice: random.Random
    products: int
    shop: Origin = field(init=False)
    benches: list[Origin] = field(init=False)

    def __post_init__(self) -> None:
        self.shop = Origin(f"import-{self.part.number}", self.dice)
        self.benches = [
            Origin(f"P{self.part.number}-{n}", self.dice) for n in range(self.part.benches)
        ]

    @property
    def origins(self) -> Iterable[Origin]:
        return (self.shop, *self.benches)

    def goods(self) -> Iterator[Fact]:
        at = self.part.start - timedelta(hours=1)
        for n in range(self.products):
            sku, name = sku_of(self.part.number, n), bin_of(self.part.number, n)
            barcode = f"{4_000_000_000_000 + self.part.number * self.products + n:013d}"
            product = codec.dump(ProductDocument(sku, f"Thing {n}", (barcode,), 100, 10, 10, 10))
            place = codec.dump(Bin(name, n, "A"))
            stock = {"bin": name, "sku": sku, "delta": 10**6, "quantity": 10**6}
            yield self.shop.say(FactKind.PRODUCT_SET, [Subject(Kind.PRODUCT, sku)], product, at)
            yield self.shop.say(FactKind.BIN_SET, [Subject(Kind.BIN, name)], place, at)
            yield self.shop.say(FactKind.STOCK_OPENED, [Subject(Kind.BIN, name)], stock, at)

    def truck(self, first: int, count: int, at: datetime) -> Iterator[Fact]:
        """So many orders from the shop to the road; the open ones stop on their way."""
        name = f"R-{first:08d}"
        load = Subject(Kind.LOAD, name)
        leaves = at + count * self.part.step
        body = codec.dump(Load(name, "Northwind Parcel", "D1", leaves))
        yield self.shop.say(FactKind.LOAD_SET, [load], body, at)
        gone: list[tuple[str, str]] = []
        for number in range(first, first + count):
            steps = len(LIFE)
            if number >= self.part.open_from:
                steps = OPEN_STEPS[number % len(OPEN_STEPS)]
            else:
                gone.append((order_id(CHANNEL, ref_of(number)), sscc_of(number)))
            yield from self.order(number, name, at + (number - first) * self.part.step, steps)
        if gone:
            closed = [load, *(Subject(Kind.ORDER, one) for one, _ in gone)]
            closed += [Subject(Kind.PARCEL, one) for _, one in gone]
            body = {"load": name, "ssccs": [one for _, one in gone]}
            yield self.benches[0].say(FactKind.LOAD_CLOSED, closed, body, leaves)

    def order(self, number: int, load: str, at: datetime, steps: int) -> Iterator[Fact]:
        """The first so many steps of an order's life."""
        n, quantity = self.dice.randrange(self.products), self.dice.choice((1, 1, 1, 2, 3))
        sku, place, ref, sscc = (
            sku_of(self.part.number, n),
            bin_of(self.part.number, n),
            ref_of(number),
            sscc_of(number),
        )
        name = order_id(CHANNEL, ref)
        document = OrderDocument(
            channel=CHANNEL,
            ref=ref,
            placed_at=at,
            customer=Address(
                f"Person {number}", "", f"{number % 200} Test Road", "12345", "Sampleton", "", "GB"
            ),
            lines=(LineDocument(1, sku, f"Thing {n}", quantity),),
            carrier="Northwind Parcel",
            cut_off=cut_off(number, at),
            priority=int(number % 20 == 0),
        )
        bench = self.dice.choice(self.benches)
        order, parcel = Subject(Kind.ORDER, name), Subject(Kind.PARCEL, sscc)
        unit = {"order": name, "line": 1, "sku": sku, "quantity": quantity}
        bodies: tuple[tuple[list[Subject], Any], ...] = (
            ([order], {"document": codec.dump(document), "digest": f"{number:064x}"}),
            ([order, Subject(Kind.BIN, place)], {**unit, "bin": place}),
            ([order, parcel], {"order": name, "sscc": sscc, "number": 1, "carton": "BOX"}),
            ([order, parcel], {**unit, "sscc": sscc, "from": f"hand:{bench.name}"}),
            ([order, parcel], {"order": name, "sscc": sscc}),
            ([order, parcel], {"order": name, "sscc": sscc}),
            ([order], {"order": name}),
            ([order, parcel, Subject(Kind.LOAD, load)], {"sscc": sscc, "load": load}),
        )
        for step, (kind, (subjects, body)) in enumerate(zip(LIFE, bodies, strict=True)):
            if step < steps:
                origin = bench if step else self.shop
                yield origin.say(kind, subjects, body, at + timedelta(seconds=5 * step))


def fill(url: str, part: Slice, seed: int, products: int) -> int:
    """One slice, one transaction a writing; its events."""
    site = Site(part, random.Random(f"{seed}/{part.number}"), products)
    engine = open_centre(url)
    count = 0
    changing = frozenset({Kind.BIN, Kind.EXCEPTION})
    with engine.connect() as db:
        batch = CopyBatch(db, part.start)
        for fact in site.goods():
            batch.apply(fact)
        firsts = range(part.first, part.first + part.count, LOAD)
        for done, first in enumerate(firsts, start=1):
            at = part.start + (first - part.first) * part.step
            batch.at(at + LOAD * part.step)
            for fact in site.truck(first, min(LOAD, part.first + part.count - first), at):
                batch.apply(fact)
            if done % FLUSH == 0:
                with db.begin():
                    count += batch.flush(keep=changing)
        assert not batch.conflicts, f"{len(batch.conflicts)} facts of the load are conflicts"
        stations = [
            {
                "origin": origin.name,
                "incarnation": INCARNATION,
                "last_seq": origin.seq,
                "last_event": origin.last_event,
                "seen_at": part.start,
            }
            for origin in site.origins
            if origin.seq
        ]
        with db.begin():
            count += batch.flush(keep=frozenset())
            copy_rows(db, station, stations)
    engine.dispose()
    return count


def slices(orders: int, end: datetime, parts: int) -> list[Slice]:
    """The time before `end`, in as many stretches; the orders are spread evenly over it."""
    start = end - timedelta(days=MONTHS * 30.4)
    step = (end - start) / max(1, orders)
    bounds = [orders * n // parts for n in range(parts + 1)]
    open_from = orders - max(10, int(orders * OPEN_SHARE))
    return [
        Slice(n, first, last - first, open_from, start + first * step, step)
        for n, (first, last) in enumerate(pairwise(bounds))
    ]


def load(
    url: str,
    orders: int,
    *,
    end: datetime,
    parts: int = 1,
    seed: int = 1,
    products: int = PRODUCTS,
) -> int:
    """Fill an empty database; the number of its events. Its statistics are up to date then.

    The orders lie in the `MONTHS` before `end`. parts: processes. products: of each of them.
    """
    engine = open_centre(url)
    schema.upgrade(engine, "centre")
    SqlCentre.open(url, SystemClock()).close()
    work = slices(orders, end, parts)
    month = work[0].start.date().replace(day=1)
    with engine.begin() as db:
        while month <= end.date():
            centre_partitions.make_ahead(db, month)
            month = centre_partitions.following(month, centre_partitions.AHEAD + 1)
        centre_partitions.make_ahead(db, end.date())
    if parts == 1:
        events = fill(url, work[0], seed, products)
    else:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(parts, mp_context=context) as pool:
            events = sum(pool.map(fill, repeat(url), work, repeat(seed), repeat(products)))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.execute(sa.text("VACUUM (ANALYZE)"))
    engine.dispose()
    return events


def size_mb(url: str) -> float:
    engine = open_centre(url)
    with engine.connect() as db:
        found = int(db.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one())
    engine.dispose()
    return found / 2**20


def report(url: str, orders: int, *, parts: int = 2, products: int = PRODUCTS) -> None:
    """Load and say how long it took."""
    schema_of = schema.HEAD["centre"]
    began = time.perf_counter()
    events = load(url, orders, end=SystemClock().now(), parts=parts, products=products)
    seconds = time.perf_counter() - began
    show(
        f"Bulk load of a centre ({schema_of}) by {parts} processes",
        ["orders", "events", "s", "events/s", "MB"],
        [
            [
                f"{orders:,}",
                f"{events:,}",
                f"{seconds:.0f}",
                f"{events / seconds:,.0f}",
                f"{size_mb(url):.0f}",
            ]
        ],
    )


if __name__ == "__main__":
    report(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
