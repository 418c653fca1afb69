"""Reports to be drawn and looked at, of invented numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from app.overview.report.made import charts
from app.overview.report.view import Persons, ReportView, ShownTable, Span
from tests.helpers.sample_parts import NOW

HOUR = timedelta(hours=1)
_FIGURES = ShownTable(
    "Figures",
    ("figure", "value", "unit", "n", "formula"),
    (
        ("Orders picked", "412", "", "412", "orders whose pick ended"),
        ("Orders packed", "398", "", "398", "orders whose last box was proven"),
        ("Units packed", "1893", "", "1893", "units put into boxes"),
        (
            "On-time shipments",
            "97.48",
            "%",
            "357",
            "orders whose load was closed by their cut-off ÷ orders shipped that have one",
        ),
        ("Labels right the first time", "not computable", "%", "0", "no label was sent"),
    ),
)
_LEADS = ShownTable(
    "Minutes a step",
    ("step", "n", "p50", "p90", "p95"),
    (
        ("picking", "412", "6.25", "14.5", "19"),
        ("waiting for a packer", "398", "11", "41.75", "55"),
        ("packing", "398", "2.5", "6", "8.25"),
        ("waiting for the truck", "357", "96", "204", "230"),
    ),
    "Of orders whose step began and ended in this time.",
)
_WHO = ("who", "picked", "packed", "units", "hours of work", "units an hour")


def _hours(count: int) -> ShownTable:
    start = NOW.replace(minute=0) - count * HOUR
    rows = tuple(
        (
            f"{start + at * HOUR:%Y-%m-%d %H:00 %z}",
            str(40 + at * 7 % 23),
            str(35 + at * 11 % 31),
            str(at * 13 % 90),
        )
        for at in range(count)
    )
    return ShownTable("By hour", ("hour", "picked", "packed", "shipped"), rows)


def _whos(title: str, names: tuple[str, ...]) -> ShownTable:
    rows = tuple(
        (name, "0", str(30 + at * 17 % 40), str(210 + at * 37 % 90), "6.5", "-")
        for at, name in enumerate(names)
    )
    return ShownTable(title, _WHO, rows)


def _view(tables: tuple[ShownTable, ...], span: Span, hours: int = 8) -> ReportView:
    since = NOW.replace(minute=0) - hours * HOUR
    forms = ("csv", "xlsx", "pdf")
    return ReportView(span, since, NOW, Persons.NOT_ASKED, tables, charts(tables), forms)


def _tables(hours: int) -> tuple[ShownTable, ...]:
    stations = _whos("By station", ("P1", "P2", "P3", "P4", "P5", "P6"))
    rows = (("DHL", "212"), ("Blue Heron Express", "101"), ("UPS", "44"))
    carriers = ShownTable("By carrier", ("carrier", "shipped"), rows)
    return (_FIGURES, _hours(hours), _LEADS, stations, carriers)


def day() -> ReportView:
    return _view(_tables(8), Span.HOURS)


def long() -> ReportView:
    """A night: two days, and more hours than a chart has room for."""
    return _view(_tables(30), Span.WEEK, 30)


def people() -> ReportView:
    persons = _whos("By person", ("Anna Berg", "王小明", "Tomás Rey"))
    return replace(_view((*_tables(8), persons), Span.HOURS), persons=Persons.SHOWN)


def empty() -> ReportView:
    nothing = tuple(replace(one, rows=()) for one in _tables(0))
    return replace(_view(nothing, Span.TODAY, 1), persons=Persons.REFUSED)


def tomorrow() -> ReportView:
    """A table that this program knows nothing of."""
    head = ("product", "units a day", "cover", "reorder")
    rows = tuple((f"SKU-{at}", f"{at * 3.5:g}", "-", "yes") for at in range(1, 40))
    table = ShownTable("Demand by product", head, rows, "Units a day = units ÷ days. " * 14)
    return _view((table,), Span.HOURS)


REPORTS: Mapping[str, Callable[[], ReportView]] = {
    "day": day,
    "long": long,
    "people": people,
    "empty": empty,
    "tomorrow": tomorrow,
}
