"""Reports for the supervisor's window: what `packbench report` makes, and its files."""

from __future__ import annotations

from datetime import datetime

from app.cli import report
from app.overview.report.view import Made
from app.reports.tables import tables
from app.sync.centre import SqlCentre


def report_for_screen(
    centre: SqlCentre, since: datetime, until: datetime, now: datetime, *, personal: bool
) -> Made:
    """A `Reporter`."""
    del now
    found = report.made(centre, since, until, personal=personal)
    parts, span = list(tables(found)), report.span_of(found)
    return Made(
        parts,
        {"csv": lambda: report.as_csv(span, parts), "pdf": lambda: report.as_pdf(span, parts)},
    )
