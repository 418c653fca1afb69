"""Orders searched for at a PostgreSQL centre, their timelines, and what the words cost a push.

`python -m benchmarks.search [URL ORDERS]`: an existing load, else a server of its own is filled
first. Spoken by a supervisor's own login, whose rows are held by policies.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

import sqlalchemy as sa

from app.clock import SystemClock
from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import Fact, FactKind, Kind, Subject, order_id
from app.store.admin import roles as centre_roles
from app.store.database import open_centre
from app.sync.apply import Batch
from benchmarks import bulk_load
from benchmarks.bulk_load import CHANNEL, INCARNATION, ref_of, sku_of, sscc_of
from benchmarks.centre_scale import ORDERS, Bench, measure, on_a_load
from benchmarks.table import quantile, show, spread

_NAMES = ("Anna-Maria Müller", "王小明", "John Smith-Jones", "Ola Nordmann", "Jean Dupont")


def searches(bench: Bench) -> dict[str, Callable[[], str]]:
    """What people look for; each gives another text at every call."""

    def part(number: int) -> int:
        return 0 if number < bench.orders // 2 else 1

    def some_sku() -> str:
        return sku_of(part(bench.number()), bench.dice.randrange(100))

    return {
        "order number": lambda: ref_of(bench.number()),
        "its last five digits": lambda: ref_of(bench.number())[-5:],
        "parcel's barcode": lambda: "00" + sscc_of(bench.number()),
        "parcel's last six digits": lambda: sscc_of(bench.number())[-6:],
        "customer": lambda: f"Person {bench.number()}",
        "SKU of some hundred orders": some_sku,
        "city of all orders": lambda: "Sampleton",
        "letters before all numbers": lambda: "so",
        "city and SKU": lambda: f"Sampleton {some_sku()}",
        "letters and customer": lambda: f"so {bench.number()}",
        "nothing": lambda: f"zq{bench.number()}",
    }


def placed(bench: Bench, count: int) -> list[Fact]:
    """New orders of three lines."""
    made = []
    at = SystemClock().now()
    for n in range(count):
        ref = f"NEW-{bench.origin.seq:08d}"
        lines = tuple(
            LineDocument(line, sku_of(0, bench.dice.randrange(100)), "Thing", 1)
            for line in (1, 2, 3)
        )
        who = Address(_NAMES[n % len(_NAMES)], "", "1 Test Road", "12345", "Sampleton", "", "GB")
        document = OrderDocument(CHANNEL, ref, at, who, lines, carrier="Northwind Parcel")
        body = {"document": codec.dump(document), "digest": ref}
        subjects = [Subject(Kind.ORDER, order_id(CHANNEL, ref))]
        when = at + timedelta(milliseconds=n)
        made.append(bench.origin.say(FactKind.ORDER_PLACED, subjects, body, when))
    return made


def pushed(bench: Bench, facts: list[Fact]) -> Callable[[], object]:
    return lambda: bench.centre.push(bench.origin.name, INCARNATION, bench.epoch, facts)


@contextmanager
def without_words() -> Iterator[None]:
    """A push as it was before there were words."""
    with patch.object(Batch, "_write_words", lambda _batch, _items: None):
        yield


def words_mb(url: str) -> tuple[int, float]:
    """How many words there are, about, and what they and their indexes take of the disk."""
    engine = open_centre(url)
    query = "SELECT reltuples, pg_total_relation_size(oid) AS bytes FROM pg_class WHERE oid ="
    with engine.connect() as db:
        row = db.execute(sa.text(f"{query} 'order_word'::regclass")).one()
    engine.dispose()
    return int(row.reltuples), row.bytes / 2**20


def run(url: str, orders: int, share: float = 1.0) -> None:
    """share: of the times that each thing is measured."""
    bench = Bench.open(url, orders, f"V{os.getpid()}", centre_roles.SUPERVISOR)
    rows, every = [], []
    for name, text in searches(bench).items():
        found: list[int] = []

        def asked(text: Callable[[], str] = text, found: list[int] = found) -> Callable[[], object]:
            wanted = text()
            return lambda: found.append(len(bench.centre.search(wanted).hits))

        gc.collect()
        times = measure(max(1, round(200 * share)), asked)
        every += times
        rows.append([name, f"{sum(found) / len(found):.0f}", *spread(times)])
    rows.append(["all", "", *spread(every)])
    count, size = words_mb(url)
    show(
        f"Searches of {orders:,} orders by {count:,} words in {size:,.0f} of"
        f" {bulk_load.size_mb(url):,.0f} MB; ms",
        ["what", "orders found", "p50", "p95", "p99", "max"],
        rows,
    )

    def timeline_of() -> Callable[[], object]:
        name = bench.name()
        return lambda: bench.centre.timeline(Kind.ORDER, name)

    timelines = measure(max(1, round(500 * share)), timeline_of)
    show("An order's timeline; ms", ["p50", "p95", "p99", "max"], [spread(timelines)])
    rows = []
    work: dict[str, Callable[[], list[Fact]]] = {
        "20 new orders": lambda: placed(bench, 20),
        "1 new order": lambda: placed(bench, 1),
        "20 picks": lambda: bench.picks(20, SystemClock().now()),
        "1 pick": lambda: bench.picks(1, SystemClock().now()),
    }
    for name, facts in work.items():
        plain, worded = _in_turn(bench, facts, max(1, round(60 * share)))
        more = quantile(worded, 0.5) / quantile(plain, 0.5) - 1
        rows.append([name, *spread(plain)[:2], *spread(worded)[:2], f"{100 * more:+.0f} %"])
    head = ["push", "p50 without", "p95", "p50 with words", "p95", "p50"]
    show("What the words cost a push; ms", head, rows)
    bench.centre.close()


def _in_turn(
    bench: Bench, facts: Callable[[], list[Fact]], times: int
) -> tuple[list[float], list[float]]:
    """ms without and with words, by turns, so that both meet the same weather."""
    plain: list[float] = []
    worded: list[float] = []
    for _ in range(times):
        with without_words():
            plain += measure(1, lambda: pushed(bench, facts()))
        worded += measure(1, lambda: pushed(bench, facts()))
    return plain, worded


def main(orders: int = ORDERS, products: int = bulk_load.PRODUCTS, share: float = 1.0) -> None:
    on_a_load(run, orders, products, share)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run(sys.argv[1], int(sys.argv[2]))
    else:
        main()
