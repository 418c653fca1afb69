"""Reports for the supervisor's window: what `packbench report` makes, and its files."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from app.cli.report import made, rates_of
from app.cli.report_files import CONTENTS, span_of
from app.domain.rows.site_rules import value_of
from app.overview.report.view import Made
from app.reports.shift import Asked
from app.sync.centre import SqlCentre


def report_for_screen(
    centre: SqlCentre, since: datetime, until: datetime, now: datetime, *, personal: bool
) -> Made:
    """A `Reporter`."""
    site = {name: row.value for name, row in centre.site_rules().items()}
    asked = Asked(since, until, now, personal, cover_days=value_of("cover_days", site))
    whole = made(centre, asked, rates_of(site), compare=False)
    parts, span = list(whole.tables()), span_of(whole)
    return Made(
        parts,
        {form: partial(content, span, parts, now) for form, content in CONTENTS.items()},
    )
