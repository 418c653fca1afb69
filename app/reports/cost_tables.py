"""Costs as tables."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.cost import Costs
from app.reports.tables import Cell, Table

_ABOUT = (
    "Minutes of people without pauses and without what lies untold between two pieces of work;"
    " each line is rounded once. Cartons: the last one chosen of each box that was opened in this"
    " time. Freight: of the parcels of orders shipped."
)


def cost_tables(costs: Costs) -> Iterator[Table]:
    """The lines, what they add up to, and the products' share of them."""
    money = costs.currency or "money"
    lines: list[tuple[Cell, ...]] = [
        (
            line.kind.value,
            line.name or "-",
            line.count,
            line.each,
            line.amount,
            f"minutes or pieces × {line.rate}"
            if line.amount is not None
            else f"not computable without {line.rate}",
        )
        for line in costs.lines
    ]
    why = costs.why
    lines += [
        ("total", "-", None, None, costs.total, why or "sum of the lines"),
        ("per order packed", "-", costs.orders, None, costs.per_order, why or "total ÷ orders"),
        ("per parcel closed", "-", costs.parcels, None, costs.per_parcel, why or "total ÷ parcels"),
    ]
    head = ("cost", "of", "minutes or pieces", "each", money, "formula")
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
