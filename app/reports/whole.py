"""A whole report: the figures of a time span, and beside them those of the time before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.facts import Fact
from app.reports.compare import Change, changes
from app.reports.cost import Costs, costs
from app.reports.cost_tables import cost_tables
from app.reports.course import Orders
from app.reports.demand import Stock
from app.reports.notes import AHEAD
from app.reports.rates import Rates
from app.reports.shift import Asked, ShiftReport, shift_report
from app.reports.tables import Table, tables

Facts = Callable[[datetime, datetime], Iterable[Fact]]
"""The facts of `fold.KINDS` from a time on and before another, by their time."""


@dataclass(frozen=True)
class Whole:
    """before: the time of the same length before it. changes: () unless it was asked for."""

    asked: Asked
    report: ShiftReport
    costs: Costs
    before: ShiftReport | None = None
    changes: tuple[Change, ...] = ()

    def tables(self) -> Iterator[Table]:
        """What comes on the screen and into files."""
        made = tables(self.report, self.asked.cover_days)
        for table in made:
            yield table
            if table.title == "Figures" and self.before is not None:
                yield _compared(self.before, self.changes)
        yield from cost_tables(self.costs)


def whole(
    facts: Facts,
    orders: Orders,
    stock: Stock,
    ahead: Callable[[datetime], Mapping[str, int]],
    asked: Asked,
    rates: Rates,
    *,
    compare: bool = False,
) -> Whole:
    """ahead: facts that are later than a time, by station."""
    asked = replace(asked, ahead=ahead(asked.now + AHEAD))
    report, sums = shift_report(facts(asked.since, asked.until), orders, stock, asked)
    spent = costs(sums, rates)
    if not compare:
        return Whole(asked, report, spent)
    earlier = replace(
        asked, since=asked.since - (asked.until - asked.since), until=asked.since, personal=False
    )
    before, _ = shift_report(facts(earlier.since, earlier.until), orders, stock, earlier)
    return Whole(asked, report, spent, before, changes(report, before))


def _compared(before: ShiftReport, found: tuple[Change, ...]) -> Table:
    span = " to ".join(
        f"{at.astimezone():%Y-%m-%d %H:%M %z}" for at in (before.since, before.until)
    )
    rows = tuple((one.name, one.value, one.before, one.difference, one.unit) for one in found)
    about = " ".join((f"Before: {span}.", *before.notes))
    head = ("figure", "value", "before", "difference", "unit")
    return Table("Compared with the time before", head, rows, about)
