"""Costs as tables."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.cost import Costs
from app.reports.tables import Cell, Table

_ABOUT = (
    "Minutes of people without pauses and without what lies untold between two pieces of work;"
    " each line is rounded once. Freight: of the parcels of orders shipped."
)


def cost_tables(costs: Costs) -> Iterator[Table]:
    """The lines, what they add up to, and the products' share of them."""
    money = costs.currency or "money"
    lines: list[tuple[Cell, ...]] = [
        (line.kind.value, line.name or "-", line.count, line.rate, line.each, line.amount, "")
        if line.amount is not None
        else (line.kind.value, line.name or "-", line.count, line.rate, None, None, _why(line.rate))
        for line in costs.lines
    ]
    whole = ((costs.total, "total", None), *_means(costs))
    lines += [(name, "-", n, "", None, amount, costs.why) for amount, name, n in whole]
    head = ("cost", "of", "minutes or pieces", "rate", "each", money, "why not")
    yield Table("Costs", head, tuple(lines), _ABOUT)
    if costs.skus:
        skus = sorted(costs.skus, key=lambda one: (one.sku == "", -one.amount, one.sku))
        rows = tuple((one.sku or "all else", one.amount) for one in skus)
        yield Table(
            "Costs by product",
            ("product", money),
            (*rows, ("total", costs.total)),
            "Own work at the units of each product; boxes, labels, freight and waits are all else.",
        )


def _means(costs: Costs) -> Iterator[tuple[Cell, str, int]]:
    yield costs.per_order, "per order packed", costs.orders
    yield costs.per_parcel, "per parcel closed", costs.parcels


def _why(rate: str) -> str:
    return f"not computable without {rate}"
