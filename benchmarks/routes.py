"""Pick routes: are they the shortest, how long do they take, how much walking do they save?

The walked day is the busiest one of the UCI Online Retail file (see uci_orders), each order walked
alone, its articles laid out by chance; without the file it is an invented day.
"""

from __future__ import annotations

import csv
import lzma
import random
import time
from collections import defaultdict
from collections.abc import Iterator

from app.domain.plan.layout import Layout, Spot
from app.domain.plan.routes import exact, serpentine
from benchmarks.table import quantile, show
from benchmarks.uci_orders import source
from tests.helpers.shortest_tour import shortest

TOURS = 10_000
AISLES, BAYS = 20, 110
BAY_MM = 1000
LAYOUTS = {
    "one block": Layout(3500, (0, BAYS * BAY_MM), Spot(0, 0)),
    "two blocks": Layout(3500, (0, BAYS // 2 * BAY_MM, BAYS * BAY_MM), Spot(0, 0)),
}
SMALL, LARGE = 7, 25  # stops; the oracle looks at all tours, so it gets small ones
INVENTED_ORDERS = 120


def main(tours: int = TOURS, *, invented: bool = False) -> int:
    """1 where a tour was not the shortest."""
    dice = random.Random(1)
    rows, wrong = [], 0
    for name, layout in LAYOUTS.items():
        right = sum(_is_shortest(layout, dice) for _ in range(tours // 2))
        wrong += tours // 2 - right
        times = [_milliseconds(layout, dice) for _ in range(tours // 10)]
        shares = [f"{quantile(times, share):.2f}" for share in (0.5, 0.99)]
        rows.append([name, str(tours // 2), f"{right / (tours // 2):.2%}", *shares])
    show(
        f"Exact tours: up to {SMALL} stops against all tours; {LARGE} stops over {AISLES} aisles",
        ["warehouse", "tours", "shortest", "CPU p50 ms", "p99 ms"],
        rows,
    )
    _walk(list(_day(invented=invented)), dice)
    return int(wrong > 0)


def _spot(dice: random.Random) -> Spot:
    return Spot(dice.randrange(AISLES), dice.randrange(BAYS) * BAY_MM + BAY_MM // 2)


def _is_shortest(layout: Layout, dice: random.Random) -> bool:
    stops = [_spot(dice) for _ in range(dice.randint(1, SMALL))]
    return exact(layout, stops).length_mm == shortest(layout, stops)


def _milliseconds(layout: Layout, dice: random.Random) -> float:
    stops = [_spot(dice) for _ in range(LARGE)]
    began = time.thread_time()
    exact(layout, stops)
    return (time.thread_time() - began) * 1000


def _day(*, invented: bool) -> Iterator[set[str]]:
    """The articles of each order."""
    path = None if invented else source()
    if path is None:
        dice = random.Random(2)
        for _ in range(INVENTED_ORDERS):
            yield {f"SKU-{dice.randrange(3000)}" for _ in range(dice.randint(1, 30))}
        return
    days: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["InvoiceNo"].startswith("C") and row["Quantity"].isdigit():
                days[row["InvoiceDate"][:10]][row["InvoiceNo"]].add(row["StockCode"])
    yield from max(days.values(), key=len).values()


def _walk(orders: list[set[str]], dice: random.Random) -> None:
    places = {sku: _spot(dice) for sku in sorted(set().union(*orders))}
    rows = []
    for name, layout in LAYOUTS.items():
        walks = [[places[sku] for sku in sorted(order)] for order in orders]
        simple = sum(serpentine(layout, walk).length_mm for walk in walks) / 1_000_000
        best = sum(exact(layout, walk).length_mm for walk in walks) / 1_000_000
        lines = sum(map(len, walks))
        saved = f"{1 - best / simple:.1%}"
        rows.append([name, str(len(walks)), str(lines), f"{simple:.1f}", f"{best:.1f}", saved])
    show(
        "One day's orders, each walked alone",
        ["warehouse", "orders", "lines", "serpentine, km", "exact, km", "saved"],
        rows,
    )
