"""Spans of time, and tables that become charts. Pure.

No table is known by name: what `app.reports` makes tomorrow is shown by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from math import isfinite

from app.overview.report.view import Cells, Chart, Series, ShownTable, Span

HOURS = timedelta(hours=8)
MOST_SERIES, MOST_LABELS = 3, 24
_DRAWN = ("picked", "packed", "shipped", "units", "p50", "p90", "p95", "half in", "nine in ten in")
"""Columns that are drawn before all others."""
_NOT_DRAWN = frozenset({"n"})
_IN_TIME = "hour"
"""The first column of a table whose rows follow each other in time."""
_UNITS = {"Minutes": "min", "Seconds": "s"}
"""The first word of a title -> the unit of its numbers."""


def bounds(span: Span, now: datetime) -> tuple[datetime, datetime]:
    """When the span begins and ends, UTC. A day may have 23 or 25 hours. now: aware."""
    today = now.astimezone().date()
    match span:
        case Span.TODAY:
            return _midnight(today), now
        case Span.YESTERDAY:
            return _midnight(today - timedelta(days=1)), _midnight(today)
        case Span.HOURS:
            return now - HOURS, now
        case Span.WEEK:
            return _midnight(today - timedelta(days=6)), now


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)


def shown(tables: Iterable[Cells]) -> tuple[ShownTable, ...]:
    return tuple(
        ShownTable(
            one.title,
            tuple(one.head),
            tuple(tuple(map(_text, row)) for row in one.rows),
            str(getattr(one, "about", "")),
        )
        for one in tables
    )


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return "-" if cell is None else str(cell)


def charts(tables: Iterable[ShownTable]) -> tuple[Chart, ...]:
    """Of each table that has rows and, behind its first column, columns of numbers alone."""
    found = ((one, _columns(one)) for one in tables)
    return tuple(_chart(table, columns) for table, columns in found if columns)


def _columns(table: ShownTable) -> list[int]:
    """The columns that are drawn, at most three: numbers of another kind would hide them."""
    if not table.rows or "formula" in table.head:
        return []
    numbers = [
        at
        for at, name in enumerate(table.head)
        if at and name not in _NOT_DRAWN and _all_numbers([row[at] for row in table.rows])
    ]
    first = [at for at in numbers if table.head[at] in _DRAWN]
    first.sort(key=lambda at: _DRAWN.index(table.head[at]))
    return (first or numbers)[:MOST_SERIES]


def _all_numbers(cells: Sequence[str]) -> bool:
    return all(cell == "-" or _number(cell) is not None for cell in cells) and set(cells) != {"-"}


def _number(cell: str) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if isfinite(value) else None


def _chart(table: ShownTable, columns: Sequence[int]) -> Chart:
    newest = table.head[0] == _IN_TIME
    rows = table.rows[-MOST_LABELS:] if newest else table.rows[:MOST_LABELS]
    series = tuple(
        Series(table.head[at], tuple(_number(row[at]) for row in rows)) for at in columns
    )
    unit = _UNITS.get(table.title.partition(" ")[0], "")
    return Chart(table.title, tuple(row[0] for row in rows), series, unit, len(table.rows), newest)
