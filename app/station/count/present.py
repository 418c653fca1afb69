"""Stock-taking at a bench: its view, its buttons, its row in the table of workflows.

People count blind: the expected numbers are in the view only once all is counted.
"""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.count import jobs, prompt, rules
from app.domain.count.outcome import Counting
from app.domain.count.task import CountPhase, CountTask, Tally, tallies
from app.domain.outcome import outcome
from app.domain.rows.tasks import FloorTask
from app.domain.world import HitKind, Step, World
from app.station.count.view import CheckRow, CountedBin, CountRow, CountView
from app.station.frame import Buttons, frame, in_packs, product_line
from app.station.seen import Seen
from app.station.session import Session
from app.station.views import Bar
from app.station.workflow import Workflow

C = Command
SHOWN_TASKS = 20
_ANSWERED = frozenset({CountPhase.COMPARE, CountPhase.WHY})


def _view(seen: Seen, task: CountTask, buttons: Buttons) -> CountView:
    comparing = task.phase in _ANSWERED
    last = task.pending or (task.units[-1] if task.units else None)
    sku = last.sku if last else task.sku
    counted = {(unit.sku, unit.lot) for unit in task.units}
    shown = [tally for tally in tallies(task) if comparing or (tally.sku, tally.lot) in counted]
    done = sum(
        tally.counted for tally in shown if last and (tally.sku, tally.lot) == (last.sku, last.lot)
    )
    free = task.before is None and task.job is None
    waiting = jobs.waiting(seen.world)[:SHOWN_TASKS] if free else ()
    return CountView(
        frame=frame(seen, buttons),
        bar=Bar(*prompt.prompt(task)),
        outcome=seen.outcome,
        bin=task.bin,
        zone=task.before.zone if task.before else "",
        line=product_line(seen, sku, done=done) if sku else None,
        lot=last.lot if last else "",
        rows=tuple(_row(seen, tally, comparing=comparing) for tally in shown),
        comparing=comparing,
        typed=task.typed,
        finished=tuple(CountedBin(one.bin, one.units, one.right, one.sku) for one in task.finished),
        whys=task.whys if task.phase is CountPhase.WHY else (),
        job=_check(seen, task.job) if task.job else None,
        waiting=tuple(_check(seen, one) for one in waiting),
    )


def _check(seen: Seen, job: FloorTask) -> CheckRow:
    product = seen.world.product(job.sku)
    return CheckRow(job.source, job.sku, product.name if product else "", job.rule)


def _row(seen: Seen, tally: Tally, *, comparing: bool) -> CountRow:
    product = seen.world.product(tally.sku)
    name = product.name if product else ""
    expected = tally.expected if comparing else None
    return CountRow(
        tally.sku,
        name,
        tally.lot,
        tally.counted,
        expected,
        in_packs(product, tally.counted),
        in_packs(product, expected or 0),
    )


def _enabled(task: CountTask, seen: Seen) -> set[Command]:
    match task.phase:
        case _ if task.stopped:
            return {C.OK}
        case CountPhase.BIN:
            free = task.job is None and jobs.waiting(seen.world)
            return {C.CLEAR, C.NEXT} if free else {C.CLEAR}
        case CountPhase.WHY:
            return {C.UNDO, C.CLEAR}
        case _:
            return {C.UNDO, C.CLEAR, C.OK}


def _begin(session: Session, world: World) -> Step[CountTask]:
    """The count of the bin whose card home shows; without a card a bin is to be scanned."""
    if session.shown_kind != HitKind.BIN.value or not session.shown:
        return Step(outcome(Counting.COUNT_OPENED), CountTask())
    return rules.start(CountTask(), session.shown, world)


COUNT = Workflow(
    CountTask,
    rules.command,
    _view,
    (C.UNDO, C.CLEAR, C.NEXT, C.OK),
    scan=rules.scan,
    enabled=_enabled,
    opens=C.COUNT,
    duty="count",
    begin=_begin,
)
