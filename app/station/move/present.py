"""Moving goods at a bench: its view, its buttons, its row in the table of workflows."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.move import jobs, prompt, rules
from app.domain.move.outcome import Moving
from app.domain.move.task import Moved, MovePhase, MoveTask
from app.domain.outcome import outcome
from app.domain.packs import split
from app.domain.plan.replenish import PRIORITIES
from app.domain.rows.stock_move import bin_place
from app.domain.rows.tasks import FloorTask, Rule
from app.domain.stock import StockKey
from app.domain.world import HitKind, Step, World
from app.station.frame import Buttons, frame, product_line
from app.station.move.view import GoodsRow, JobRow, MovedRow, MoveView
from app.station.seen import Seen
from app.station.session import Session
from app.station.views import Bar
from app.station.workflow import Workflow

C = Command
SHOWN_TASKS = 20


def _view(seen: Seen, task: MoveTask, buttons: Buttons) -> MoveView:
    place = seen.world.bin(task.source)
    last = task.pending.sku if task.pending else task.hand[-1].key.sku if task.hand else ""
    done = sum(one.quantity for one in task.hand if one.key.sku == last)
    held = [item for item in place.stock if item.quantity] if place else []
    free = task.phase is MovePhase.SOURCE and task.job is None
    waiting = jobs.waiting(seen.world)[:SHOWN_TASKS] if free else ()
    return MoveView(
        frame=frame(seen, buttons),
        bar=Bar(*prompt.prompt(task)),
        outcome=seen.outcome,
        bin=task.source,
        zone=place.zone if place else "",
        line=product_line(seen, last, done=done) if last else None,
        here=tuple(_row(seen, item.key, item.quantity) for item in held),
        hand=tuple(_row(seen, one.key, one.quantity) for one in task.goods),
        which=tuple(
            _row(seen, key, place.of(key) if place else 0)
            for key in (task.choices if task.phase is MovePhase.WHICH else ())
        ),
        statuses=task.statuses if task.phase is MovePhase.STATUS else (),
        reasons=task.reasons if task.phase is MovePhase.REASON else (),
        into=task.into,
        typed=task.typed,
        finished=tuple(_finished(one) for one in task.finished),
        job=_job(seen, task.job) if task.job else None,
        to=task.job.target if task.job and task.units >= task.job.quantity else "",
        waiting=tuple(_job(seen, one) for one in waiting),
    )


def _job(seen: Seen, job: FloorTask) -> JobRow:
    product = seen.world.product(job.sku)
    name = product.name if product else ""
    packs = split(job.quantity, product.packs) if product and product.packs else None
    urgent = job.priority >= PRIORITIES[Rule.EMPTY_FACE]
    return JobRow(job.source, job.target, job.sku, name, job.quantity, packs, urgent=urgent)


def _row(seen: Seen, key: StockKey, units: int) -> GoodsRow:
    product = seen.world.product(key.sku)
    day = key.expiry or key.best_before
    return GoodsRow(
        key.sku,
        product.name if product else "",
        units,
        key.lot,
        day.isoformat() if day else "",
        key.status,
        key.owner,
        key.container,
        split(units, product.packs) if product and product.packs else None,
    )


def _finished(moved: Moved) -> MovedRow:
    first = moved.moves[0]
    into = first.into.status
    return MovedRow(
        first.source.removeprefix(bin_place("")),
        first.target.removeprefix(bin_place("")) if first.target.startswith(bin_place("")) else "",
        moved.units,
        into if into is not first.key.status else None,
    )


def _enabled(task: MoveTask, seen: Seen) -> set[Command]:
    match task.phase:
        case _ if task.stopped:
            return {C.OK}
        case MovePhase.SOURCE:
            more = {C.UNDO} if task.finished else set()
            free = task.job is None and jobs.waiting(seen.world)
            return {C.CLEAR, *more, C.NEXT} if free else {C.CLEAR, *more}
        case MovePhase.GOODS if task.hand and task.job is None:
            return {C.UNDO, C.CLEAR, C.STATUS}
        case MovePhase.PLACE | MovePhase.LEAVE:
            return {C.UNDO, C.CLEAR, C.OK}
        case _:
            return {C.UNDO, C.CLEAR}


def _begin(session: Session, world: World) -> Step[MoveTask]:
    """Before the bin whose card home shows; without a card a bin is to be scanned."""
    if session.shown_kind != HitKind.BIN.value or not session.shown:
        return Step(outcome(Moving.MOVE_OPENED), MoveTask())
    return rules.start(MoveTask(), session.shown, world)


MOVE = Workflow(
    MoveTask,
    rules.command,
    _view,
    (C.UNDO, C.CLEAR, C.NEXT, C.STATUS, C.OK),
    scan=rules.scan,
    enabled=_enabled,
    opens=C.MOVE,
    duty="move",
    begin=_begin,
)
