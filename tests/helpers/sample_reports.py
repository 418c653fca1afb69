"""Reports to be drawn and looked at: made as the program makes them, of invented numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from app.overview.report.made import charts, shown
from app.overview.report.view import Persons, ReportView, ShownTable, Span
from app.reports.shift import Figure, Hour, Lead, ShiftReport, Who
from app.reports.tables import tables
from tests.helpers.sample_parts import NOW

HOUR = timedelta(hours=1)


def _report(hours: int = 8) -> ShiftReport:
    start = NOW.replace(minute=0) - hours * HOUR
    figures = (
        Figure("orders_picked", 412, "", 412, "orders whose pick ended"),
        Figure("orders_packed", 398, "", 398, "orders whose last box was proven"),
        Figure("units_packed", 1893, "", 1893, "units put into boxes"),
        Figure(
            "on_time_shipments",
            97.48,
            "%",
            357,
            "orders whose load was closed by their cut-off ÷ orders shipped that have one",
        ),
        Figure("labels_first_time", None, "%", 0, "", "no label was sent"),
    )
    return ShiftReport(
        since=start,
        until=NOW,
        figures=figures,
        hours=tuple(
            Hour(start + at * HOUR, 40 + at * 7 % 23, 35 + at * 11 % 31, at * 13 % 90)
            for at in range(hours)
        ),
        stations=tuple(
            Who(f"P{at}", 0, 30 + at * 17 % 40, 210 + at * 37 % 90, 6.5) for at in range(1, 7)
        ),
        people=(),
        leads=(
            Lead("picking", 412, 6.25, 14.5),
            Lead("waiting for a packer", 398, 11.0, 41.75),
            Lead("packing", 398, 2.5, 6.0),
            Lead("waiting for the truck", 357, 96.0, 204.0),
        ),
        carriers=(("DHL", 212), ("Blue Heron Express", 101), ("UPS", 44)),
    )


def _view(report: ShiftReport, span: Span) -> ReportView:
    made = shown(tables(report))
    return ReportView(
        span,
        report.since,
        report.until,
        Persons.NOT_ASKED,
        made,
        charts(made),
        ("csv", "pdf"),
    )


def day() -> ReportView:
    return _view(_report(), Span.HOURS)


def long() -> ReportView:
    """A night: two days, and more hours than a chart has room for."""
    return _view(_report(30), Span.WEEK)


def people() -> ReportView:
    who = tuple(Who(name, 0, 31, 214, 6.5) for name in ("Anna Berg", "王小明", "Tomás Rey"))
    return replace(_view(replace(_report(), people=who), Span.HOURS), persons=Persons.SHOWN)


def empty() -> ReportView:
    nothing = replace(_report(0), figures=(), stations=(), leads=(), carriers=())
    return replace(_view(nothing, Span.TODAY), persons=Persons.REFUSED)


def tomorrow() -> ReportView:
    """A table that this program knows nothing of."""
    head = ("product", "units a day", "cover", "reorder")
    rows = tuple((f"SKU-{at}", f"{at * 3.5:g}", "-", "yes") for at in range(1, 40))
    table = ShownTable("Demand by product", head, rows, "Units a day = units ÷ days.")
    return replace(day(), tables=(table,), charts=charts((table,)))


REPORTS: Mapping[str, Callable[[], ReportView]] = {
    "day": day,
    "long": long,
    "people": people,
    "empty": empty,
    "tomorrow": tomorrow,
}
