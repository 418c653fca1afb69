"""Spans of time, and any table as a chart."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from app.overview.report.made import MOST_LABELS, bounds, charts, shown
from app.overview.report.view import ShownTable, Span
from ui.supervisor.reports.chart import TICKS, step_of

NOW = datetime(2026, 3, 30, 12, 30, tzinfo=UTC)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
def test_days_are_those_of_the_site_also_when_the_clock_changes() -> None:
    """On 2026-03-29 the clocks of Berlin go forward."""
    assert bounds(Span.TODAY, NOW) == (datetime(2026, 3, 29, 22, tzinfo=UTC), NOW)
    since, until = bounds(Span.YESTERDAY, NOW)
    assert (since, until - since) == (
        datetime(2026, 3, 28, 23, tzinfo=UTC),
        timedelta(hours=23),
    )
    assert bounds(Span.WEEK, NOW) == (datetime(2026, 3, 23, 23, tzinfo=UTC), NOW)
    assert bounds(Span.HOURS, NOW) == (NOW - timedelta(hours=8), NOW)


@dataclass(frozen=True)
class Anything:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    about: str = ""


def test_cells_of_any_kind_become_texts() -> None:
    (table,) = shown([Anything("T", ("a", "b", "c"), (("x", 1234.5, None), ("y", 3, "-")), "why")])
    assert table == ShownTable("T", ("a", "b", "c"), (("x", "1234.5", "-"), ("y", "3", "-")), "why")


def test_columns_of_numbers_are_drawn_and_known_ones_first() -> None:
    table = ShownTable(
        "Minutes a step", ("step", "n", "why", "p90", "p50"), (("pick", "12", "-", "9", "4.5"),)
    )
    (chart,) = charts([table])
    assert [(one.name, one.values) for one in chart.series] == [("p50", (4.5,)), ("p90", (9.0,))]
    assert (chart.unit, chart.labels) == ("min", ("pick",))
    other = ShownTable("New", ("who", "x", "y"), (("a", "1", "no"), ("b", "-", "2")))
    (chart,) = charts([other])
    assert [(one.name, one.values) for one in chart.series] == [("x", (1.0, None))]


@pytest.mark.parametrize(
    "table",
    [
        ShownTable("By hour", ("hour", "picked"), ()),
        ShownTable("Figures", ("figure", "value", "formula"), (("a", "1", "b"),)),
        ShownTable("Words", ("a", "b"), (("x", "y"),)),
        ShownTable("Odd", ("a", "b"), (("x", "nan"), ("y", "inf"))),
        ShownTable("Nothing", ("a", "b"), (("x", "-"),)),
    ],
)
def test_what_is_no_chart(table: ShownTable) -> None:
    assert charts([table]) == ()


def test_of_many_hours_the_last_are_drawn_and_of_many_names_the_first() -> None:
    rows = tuple((f"{at:03}", str(at)) for at in range(100))
    hours, names = charts([ShownTable(title, (title, "picked"), rows) for title in ("hour", "who")])
    assert (hours.labels[-1], hours.newest, hours.rows) == ("099", True, 100)
    assert (names.labels[0], names.newest, len(names.labels)) == ("000", False, MOST_LABELS)


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (1, 0.5), (3, 1), (8, 2), (78, 20), (204, 100), (1893, 500)]
)
def test_the_axis_has_few_round_lines(most: float, step: float) -> None:
    assert step_of(most) == pytest.approx(step)
    assert most / step_of(most) <= TICKS + 0.01
