"""Two time spans of the same length, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.reports.figures import NAMES
from app.reports.fold import LEAD_NAMES
from app.reports.shift import ShiftReport

_MINUTES = "min"


@dataclass(frozen=True)
class Change:
    """name: the figure's. value, before: None = not computable then; so is the difference then.

    difference: value less before; of a share in percentage points.
    """

    name: str
    unit: str
    value: float | None
    before: float | None
    difference: float | None


def changes(now: ShiftReport, before: ShiftReport) -> tuple[Change, ...]:
    """All figures, and the lead times that one of the two has."""
    old = {name: value for name, _, value in _values(before)}
    found = []
    for name, unit, value in _values(now):
        was = old.get(name)
        if unit == _MINUTES and value is None and was is None:
            continue
        gap = None if value is None or was is None else round(value - was, 2)
        found.append(Change(name, unit, value, was, gap))
    return tuple(found)


def _values(report: ShiftReport) -> Iterator[tuple[str, str, float | None]]:
    for figure in report.figures:
        yield NAMES[figure.code], figure.unit, figure.value
    leads = {lead.step: lead for lead in report.leads}
    for step in LEAD_NAMES:
        lead = leads.get(step)
        yield f"{step}, p50", _MINUTES, lead.half if lead else None
        yield f"{step}, p90", _MINUTES, lead.most if lead else None
