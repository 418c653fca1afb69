"""The view of a bin being counted. What is expected is in it only once all is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.count import rules as counting
from app.domain.count.task import tallies
from app.station.views import Bar, CountedBin, CountRow, CountView, Frame

if TYPE_CHECKING:
    from app.station.engine import Station


def count_view(station: Station, task: counting.CountTask, frame: Frame) -> CountView:
    from app.station.present import product_line

    comparing = task.phase is counting.Phase.COMPARE
    last = task.pending or (task.units[-1] if task.units else None)
    counted = {(unit.sku, unit.lot) for unit in task.units}
    shown = [tally for tally in tallies(task) if comparing or (tally.sku, tally.lot) in counted]
    done = sum(
        tally.counted for tally in shown if last and (tally.sku, tally.lot) == (last.sku, last.lot)
    )
    return CountView(
        frame=frame,
        bar=Bar(*counting.prompt(task)),
        outcome=station.outcome,
        bin=task.bin,
        zone=task.before.zone if task.before else "",
        line=product_line(station, last.sku, done=done) if last else None,
        lot=last.lot if last else "",
        rows=tuple(_row(station, tally, comparing=comparing) for tally in shown),
        comparing=comparing,
        typed=task.typed,
        finished=tuple(CountedBin(one.bin, one.units, one.right) for one in task.finished),
    )


def _row(station: Station, tally: counting.Tally, *, comparing: bool) -> CountRow:
    product = station.world.product(tally.sku)
    name = product.name if product else ""
    expected = tally.expected if comparing else None
    return CountRow(tally.sku, name, tally.lot, tally.counted, expected)
