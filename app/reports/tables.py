"""A report as titled tables of texts: what the screen, a spreadsheet and a page of paper share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.reports.shift import Figure, ShiftReport, Who


@dataclass(frozen=True)
class Table:
    """head and rows have the same number of cells; rows may be none."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


NAMES = {
    "orders_picked": "Orders picked",
    "orders_packed": "Orders packed",
    "orders_shipped": "Orders shipped",
    "units_picked": "Units picked",
    "units_packed": "Units packed",
    "parcels": "Parcels closed",
    "units_short": "Units short",
    "units_damaged": "Units damaged",
    "labels_reprinted": "Labels reprinted",
    "labels_failed": "Labels failed",
    "labels_caught": "Swapped labels caught",
    "bins_counted": "Counts",
    "moves": "Stock moves",
    "on_time_shipments": "On-time shipments",
    "shipped_complete": "Shipped complete per customer order",
    "labels_first_time": "Labels right the first time",
    "order_picking_accuracy": "Order picking accuracy",
}
"""The figures by their codes."""


def tables(report: ShiftReport) -> Iterator[Table]:
    """Of all that the report has; times in this machine's zone."""
    figures = tuple((*_figure(one), one.why or one.formula) for one in report.figures)
    yield Table("Figures", ("figure", "value", "n", "formula"), figures)
    hours = tuple(
        (
            f"{one.start.astimezone():%Y-%m-%d %H:00 %z}",
            *_texts(one.picked, one.packed, one.dispatched),
        )
        for one in report.hours
    )
    yield Table("By hour", ("hour", "picked", "packed", "shipped"), hours)
    leads = tuple((one.step, *_texts(one.n, one.half, one.most)) for one in report.leads)
    yield Table("Minutes a step", ("step", "n", "half in", "nine in ten in"), leads)
    yield Table("By station", _WHO, tuple(map(_who, report.stations)))
    if report.people:
        yield Table("By person", _WHO, tuple(map(_who, report.people)))
    carriers = tuple((name, str(count)) for name, count in report.carriers)
    yield Table("Shipped by carrier", ("carrier", "orders"), carriers)


_WHO = ("who", "picked", "packed", "units", "hours of work", "units an hour")


def _who(one: Who) -> tuple[str, ...]:
    rate = one.per_hour
    texts = _texts(one.picked, one.packed, one.units, round(one.hours, 2))
    return (one.name, *texts, "-" if rate is None else f"{rate:.0f}")


def _figure(one: Figure) -> tuple[str, str, str]:
    value = "not computable" if one.value is None else f"{one.value:g}{' %' if one.unit else ''}"
    return NAMES[one.code], value, str(one.n)


def _texts(*values: float) -> tuple[str, ...]:
    return tuple(f"{value:g}" for value in values)
