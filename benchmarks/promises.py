"""Many benches claim orders for scarce goods at one PostgreSQL; is any unit promised twice?

`python -m benchmarks promises`. Writers in processes of their own claim one order after the other,
pick what each was promised, and say so: as fast as they can, which is what finds faults, and then
at the pace of a very large site, which is what tells how long a bench waits. The orders are those
of the busiest day of the UCI Online Retail file (see `benchmarks.uci_orders`), again and again
until there are enough; where the file is absent they are invented. Of each product less is there
than is ordered, in several bins and lots.

The judge counts unit by unit what each product lacks; he knows neither bins nor promises.
"""

from __future__ import annotations

import csv
import lzma
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random

import sqlalchemy as sa

from app.clock import SystemClock
from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import Fact, FactKind, Kind, Subject, order_id
from app.domain.plan.allocate import Allocation
from app.store.centre.tables import ROWS, promise
from app.store.database import open_centre
from app.sync.centre import SqlCentre
from app.sync.port import PUSH_BATCH
from app.sync.proof.promised import promise_findings
from benchmarks import postgres, uci_orders
from benchmarks.bulk_load import INCARNATION, Origin
from benchmarks.many_stations import prepared
from benchmarks.table import show, spread

ORDERS, SKUS, WRITERS = 2000, 500, 8
SHARE = 0.6
"""So much of what is ordered of each product is there."""
PACES_S = (0.0, 0.5)
"""How long after one order a writer begins the next one at the earliest."""
CHANNEL = "uci"
LOTS = (("E", date(2999, 1, 31)), ("L", date(2999, 6, 30)))

Basket = dict[str, int]
"""SKU -> units."""


@dataclass
class Done:
    """What one writer saw. claims, pushes: ms. pins: (bin, lot) -> units. short: SKU -> units."""

    claims: list[float] = field(default_factory=list)
    pushes: list[float] = field(default_factory=list)
    pins: Counter[tuple[str, str]] = field(default_factory=Counter)
    short: Counter[str] = field(default_factory=Counter)


# --- the orders and the goods ---------------------------------------------------------------------


def real_day(path: Path) -> list[Basket]:
    """The orders of the day that has the most of them."""
    days: dict[str, dict[str, Counter[str]]] = {}
    with lzma.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            units = int(row["Quantity"])
            if units > 0 and not row["InvoiceNo"].startswith("C"):
                orders = days.setdefault(row["InvoiceDate"][:10], {})
                orders.setdefault(row["InvoiceNo"], Counter())[row["StockCode"]] += units
    busiest = max(days.values(), key=len)
    return [dict(basket) for basket in busiest.values()]


def invented_day(dice: Random) -> list[Basket]:
    names = [f"S{number:03}" for number in range(40)]
    return [
        {sku: dice.randint(1, 12) for sku in dice.sample(names, dice.randint(1, 9))}
        for _ in range(60)
    ]


def baskets(day: Sequence[Basket], orders: int, skus: int) -> list[Basket]:
    """So many orders of the products that are ordered most."""
    asked = Counter[str]()
    for basket in day:
        asked.update(basket.keys())
    scarce = {sku for sku, _times in asked.most_common(skus)}
    some = ({sku: n for sku, n in basket.items() if sku in scarce} for basket in day)
    return list(islice(cycle([basket for basket in some if basket]), orders))


def goods(orders: Sequence[Basket], dice: Random) -> dict[tuple[str, str, str], int]:
    """(SKU, bin, lot) -> units; each product in one to three bins, some of them in two lots."""
    found: Counter[tuple[str, str, str]] = Counter()
    demand = Counter[str]()
    for basket in orders:
        demand.update(basket)
    for at, (sku, units) in enumerate(sorted(demand.items())):
        bins = [f"B{at:03}-{number}" for number in range(dice.randint(1, 3))]
        lots = ["E", "L"] if at % 3 == 0 else [""]
        for _ in range(max(1, int(units * SHARE))):
            found[sku, dice.choice(bins), dice.choice(lots)] += 1
    return dict(found)


def judged(orders: Sequence[Basket], there: dict[tuple[str, str, str], int]) -> Counter[str]:
    """Units that are short in the end, each unit counted by itself."""
    left = Counter[str]()
    for (sku, _bin, _lot), units in there.items():
        left[sku] += units
    short = Counter[str]()
    for basket in orders:
        for sku, units in basket.items():
            for _ in range(units):
                if left[sku]:
                    left[sku] -= 1
                else:
                    short[sku] += 1
    return short


# --- what is said to the centre -------------------------------------------------------------------


class Writer:
    def __init__(self, url: str, name: str) -> None:
        self.centre = SqlCentre(open_centre(url), SystemClock())
        self._origin = Origin(name, Random(name))
        self._epoch = self.centre.hello(name, INCARNATION, start=0, wants_sscc=False).epoch

    def fact(self, kind: FactKind, subjects: Sequence[Subject], body: object) -> Fact:
        return self._origin.say(kind, subjects, body, SystemClock().now())

    def push(self, facts: Sequence[Fact]) -> None:
        for start in range(0, len(facts), PUSH_BATCH):
            part = facts[start : start + PUSH_BATCH]
            self.centre.push(self._origin.name, INCARNATION, self._epoch, part)


def _stocked(writer: Writer, there: dict[tuple[str, str, str], int]) -> Iterator[Fact]:
    days = {name: day.isoformat() for name, day in LOTS}
    for walk, code in enumerate(sorted({code for _sku, code, _lot in there})):
        body = {"code": code, "walk": walk}
        yield writer.fact(FactKind.BIN_SET, [Subject(Kind.BIN, code)], body)
    for (sku, code, lot), units in there.items():
        body = {"bin": code, "sku": sku, "quantity": units, "delta": units}
        body |= {"lot": lot, "expiry": days[lot]} if lot else {}
        yield writer.fact(FactKind.STOCK_OPENED, [Subject(Kind.BIN, code)], body)


def _placed(writer: Writer, orders: Sequence[Basket]) -> Iterator[Fact]:
    for number, basket in enumerate(orders):
        ref = f"{number:05}"
        lines = tuple(LineDocument(n, sku, sku, basket[sku]) for n, sku in enumerate(basket, 1))
        document = OrderDocument(CHANNEL, ref, SystemClock().now(), Address("Ada"), lines)
        body = {"document": codec.dump(document), "digest": ref}
        subject = Subject(Kind.ORDER, order_id(CHANNEL, ref))
        yield writer.fact(FactKind.ORDER_PLACED, [subject], body)


def work(url: str, name: str, pace_s: float) -> Done:
    """One bench: claim, pick what is promised, and so on until nothing waits any more."""
    writer, done = Writer(url, name), Done()
    due = time.perf_counter() + pace_s * Random(name).random()
    while True:
        time.sleep(max(0.0, due - time.perf_counter()))
        due += pace_s
        began = time.perf_counter()
        claim = writer.centre.claim(name, count=1)
        took = 1000 * (time.perf_counter() - began)
        if not claim.granted:
            break
        done.claims.append(took)
        for order in claim.granted:
            facts = list(_picked(writer, order, claim.promised[order], done))
            began = time.perf_counter()
            writer.push(facts)
            done.pushes.append(1000 * (time.perf_counter() - began))
    writer.centre.close()
    return done


def _picked(writer: Writer, order: str, told: Allocation, done: Done) -> Iterator[Fact]:
    me = Subject(Kind.ORDER, order)
    yield writer.fact(FactKind.PICK_STARTED, [me], {})
    for pin in told.pins:
        done.pins[pin.bin, pin.key.lot] += pin.quantity
        body = {"line": pin.line, "sku": pin.key.sku, "bin": pin.bin, "quantity": pin.quantity}
        if pin.key.expiry:
            body |= {"lot": pin.key.lot, "expiry": pin.key.expiry.isoformat()}
        yield writer.fact(FactKind.UNIT_PICKED, [me, Subject(Kind.BIN, pin.bin)], body)
    for short in told.shorts:
        done.short[short.sku] += short.quantity
        numbers = {"found": 0, "wanted": short.quantity, "quantity": short.quantity}
        body = {"line": short.line, "sku": short.sku, "bin": "", **numbers}
        yield writer.fact(FactKind.PICK_SHORT, [me], body)
    yield writer.fact(FactKind.ORDER_PICKED, [me], {})


# --- the judgement --------------------------------------------------------------------------------


def faults(
    url: str, orders: Sequence[Basket], there: dict[tuple[str, str, str], int], all_: Sequence[Done]
) -> list[str]:
    """What is wrong in the end, in words."""
    taken, short = Counter[tuple[str, str]](), Counter[str]()
    for done in all_:
        taken.update(done.pins)
        short.update(done.short)
    held = Counter[tuple[str, str]]()
    for (_sku, code, lot), units in there.items():
        held[code, lot] += units
    found = [f"{at}: {n} promised, {held[at]} there" for at, n in taken.items() if n > held[at]]
    lacking = judged(orders, there)
    found += [
        f"{sku}: {short[sku]} short, {lacking[sku]} by the judge"
        for sku in sorted(short.keys() | lacking.keys())
        if short[sku] != lacking[sku]
    ]
    engine = open_centre(url)
    with engine.begin() as db:
        left = db.execute(sa.select(sa.func.count()).select_from(promise)).scalar_one()
        found += [f"{left} promises of picked orders are left"] if left else []
        found += [finding.detail for finding in promise_findings(db)]
        wrong = ROWS[Kind.EXCEPTION].c.id
        for reason in ("negative_stock", "promise_broken"):
            query = sa.select(sa.func.count()).where(wrong.startswith(reason, autoescape=True))
            told = db.execute(query).scalar_one()
            found += [f"{told} times {reason}"] if told else []
    engine.dispose()
    return found


def main(
    orders: int = ORDERS,
    skus: int = SKUS,
    writers: int = WRITERS,
    paces_s: Sequence[float] = PACES_S,
    *,
    invented: bool = False,
) -> bool:
    """Whether something is wrong."""
    if postgres.binaries() is None:
        print("\nPostgreSQL is not installed; nothing measured")
        return False
    path = None if invented else uci_orders.source()
    dice = Random(1)
    chosen = baskets(real_day(path) if path else invented_day(dice), orders, skus)
    there = goods(chosen, dice)
    wrong, rows = list[str](), list[list[str]]()
    short = 0
    with postgres.running() as server:
        for pace_s in paces_s:
            url = server.database()
            all_ = _run(url, chosen, there, writers, pace_s)
            wrong += faults(url, chosen, there, all_)
            short = sum(sum(done.short.values()) for done in all_)
            pace = f"an order each {pace_s} s" if pace_s else "at once"
            claims = [ms for done in all_ for ms in done.claims]
            pushes = [ms for done in all_ for ms in done.pushes]
            rows.append([pace, "claim with its goods", *spread(claims)])
            rows.append([pace, "its picks pushed", *spread(pushes)])
    lines = sum(len(basket) for basket in chosen) / max(1, len(chosen))
    show(
        f"{writers} benches, {len(chosen)} orders of {lines:.0f} lines,"
        f" {'a real' if path else 'an invented'} day: {short} units short",
        ["pace", "ms an order", "p50", "p95", "p99", "max"],
        rows,
    )
    print(f"  promised twice, or not as the judge has it: {len(wrong)}")
    for one in wrong[:20]:
        print(f"    {one}")
    return bool(wrong)


def _run(
    url: str,
    orders: Sequence[Basket],
    there: dict[tuple[str, str, str], int],
    writers: int,
    pace_s: float,
) -> list[Done]:
    prepared(url)
    shop = Writer(url, "import")
    shop.push([*_stocked(shop, there), *_placed(shop, orders)])
    shop.centre.close()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(writers, mp_context=context) as pool:
        names = [f"P{number}" for number in range(writers)]
        return list(pool.map(work, [url] * writers, names, [pace_s] * writers))
