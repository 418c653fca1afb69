"""The words of the supervisor's reports: of their page, and of what reports say themselves."""

from __future__ import annotations

from app.overview.report.view import Persons, Span
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "page_reports": QT_TRANSLATE_NOOP("Screen", "Reports"),
        "reports_persons": QT_TRANSLATE_NOOP("Screen", "Persons"),
        "reports_tables": QT_TRANSLATE_NOOP("Screen", "Tables"),
        "reports_start": QT_TRANSLATE_NOOP("Screen", "Choose a time above"),
        "reports_empty": QT_TRANSLATE_NOOP("Screen", "Nothing in this time"),
        "reports_span": QT_TRANSLATE_NOOP("Screen", "{since} to {until}"),
        "reports_save": QT_TRANSLATE_NOOP("Screen", "Save as {form}"),
        "reports_chart": QT_TRANSLATE_NOOP("Screen", "Chart"),
        "reports_first": QT_TRANSLATE_NOOP("Screen", "the first {count}"),
        "reports_last": QT_TRANSLATE_NOOP("Screen", "the last {count}"),
    },
)

SPANS: dict[Span, str] = {
    Span.TODAY: QT_TRANSLATE_NOOP("Report", "Today"),
    Span.YESTERDAY: QT_TRANSLATE_NOOP("Report", "Yesterday"),
    Span.HOURS: QT_TRANSLATE_NOOP("Report", "Last 8 h"),
    Span.WEEK: QT_TRANSLATE_NOOP("Report", "7 days"),
}

PERSONS: dict[Persons, str] = {
    Persons.SHOWN: "",
    Persons.NOT_ASKED: "",
    Persons.OFF: QT_TRANSLATE_NOOP("Report", "Single persons are switched off at this site."),
    Persons.NOBODY: QT_TRANSLATE_NOOP("Report", "For single persons sign in at the desk first."),
    Persons.REFUSED: QT_TRANSLATE_NOOP("Report", "Single persons are for supervisors only."),
}

SAID: tuple[str, ...] = (
    # titles
    QT_TRANSLATE_NOOP("Report", "Figures"),
    QT_TRANSLATE_NOOP("Report", "By hour"),
    QT_TRANSLATE_NOOP("Report", "Minutes a step"),
    QT_TRANSLATE_NOOP("Report", "By station"),
    QT_TRANSLATE_NOOP("Report", "By person"),
    QT_TRANSLATE_NOOP("Report", "Shipped by carrier"),
    # heads
    QT_TRANSLATE_NOOP("Report", "figure"),
    QT_TRANSLATE_NOOP("Report", "value"),
    QT_TRANSLATE_NOOP("Report", "n"),
    QT_TRANSLATE_NOOP("Report", "formula"),
    QT_TRANSLATE_NOOP("Report", "hour"),
    QT_TRANSLATE_NOOP("Report", "picked"),
    QT_TRANSLATE_NOOP("Report", "packed"),
    QT_TRANSLATE_NOOP("Report", "shipped"),
    QT_TRANSLATE_NOOP("Report", "step"),
    QT_TRANSLATE_NOOP("Report", "half in"),
    QT_TRANSLATE_NOOP("Report", "nine in ten in"),
    QT_TRANSLATE_NOOP("Report", "who"),
    QT_TRANSLATE_NOOP("Report", "units"),
    QT_TRANSLATE_NOOP("Report", "hours of work"),
    QT_TRANSLATE_NOOP("Report", "units an hour"),
    QT_TRANSLATE_NOOP("Report", "carrier"),
    QT_TRANSLATE_NOOP("Report", "orders"),
    QT_TRANSLATE_NOOP("Report", "min"),
    QT_TRANSLATE_NOOP("Report", "s"),
    # figures
    QT_TRANSLATE_NOOP("Report", "Orders picked"),
    QT_TRANSLATE_NOOP("Report", "Orders packed"),
    QT_TRANSLATE_NOOP("Report", "Orders shipped"),
    QT_TRANSLATE_NOOP("Report", "Units picked"),
    QT_TRANSLATE_NOOP("Report", "Units packed"),
    QT_TRANSLATE_NOOP("Report", "Parcels closed"),
    QT_TRANSLATE_NOOP("Report", "Units short"),
    QT_TRANSLATE_NOOP("Report", "Units damaged"),
    QT_TRANSLATE_NOOP("Report", "Labels reprinted"),
    QT_TRANSLATE_NOOP("Report", "Labels failed"),
    QT_TRANSLATE_NOOP("Report", "Swapped labels caught"),
    QT_TRANSLATE_NOOP("Report", "Counts"),
    QT_TRANSLATE_NOOP("Report", "Stock moves"),
    QT_TRANSLATE_NOOP("Report", "On-time shipments"),
    QT_TRANSLATE_NOOP("Report", "Shipped complete per customer order"),
    QT_TRANSLATE_NOOP("Report", "Labels right the first time"),
    QT_TRANSLATE_NOOP("Report", "Order picking accuracy"),
    QT_TRANSLATE_NOOP("Report", "not computable"),
    # steps
    QT_TRANSLATE_NOOP("Report", "picking"),
    QT_TRANSLATE_NOOP("Report", "packing"),
    QT_TRANSLATE_NOOP("Report", "waiting for a packer"),
    QT_TRANSLATE_NOOP("Report", "waiting for the truck"),
    # formulas, and why there is no number
    QT_TRANSLATE_NOOP("Report", "orders whose pick ended"),
    QT_TRANSLATE_NOOP("Report", "orders whose last box was proven"),
    QT_TRANSLATE_NOOP("Report", "orders on closed loads"),
    QT_TRANSLATE_NOOP("Report", "units taken from bins"),
    QT_TRANSLATE_NOOP("Report", "units put into boxes"),
    QT_TRANSLATE_NOOP("Report", "boxes closed"),
    QT_TRANSLATE_NOOP("Report", "units that were not found, less those found after all"),
    QT_TRANSLATE_NOOP("Report", "units found damaged"),
    QT_TRANSLATE_NOOP("Report", "labels printed again"),
    QT_TRANSLATE_NOOP("Report", "labels that a printer did not print"),
    QT_TRANSLATE_NOOP("Report", "labels of another box that a scan caught"),
    QT_TRANSLATE_NOOP("Report", "counts of a product in a bin"),
    QT_TRANSLATE_NOOP("Report", "moves from place to place or from status to status"),
    QT_TRANSLATE_NOOP(
        "Report", "orders whose load was closed by their cut-off ÷ orders shipped that have one"
    ),
    QT_TRANSLATE_NOOP("Report", "no order with a cut-off was shipped"),
    QT_TRANSLATE_NOOP("Report", "orders shipped with all units ÷ orders shipped"),
    QT_TRANSLATE_NOOP("Report", "no order was shipped"),
    QT_TRANSLATE_NOOP("Report", "labels printed once ÷ labels sent to a printer"),
    QT_TRANSLATE_NOOP("Report", "no label was sent"),
    QT_TRANSLATE_NOOP(
        "Report", "nobody has told which orders reached their customers with an error"
    ),
)
"""What reports say: titles, heads, names, formulas. A text that is not here is shown as it is."""
