"""The shop took its word back while the order is packed: the bench stops, and says the way out."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack import boxes
from app.domain.pack.outcome import Packing
from app.domain.pack.seal import reopened
from app.domain.pack.task import PackPhase, PackStep, PackTask
from app.domain.rows.orders import Order, Stage, Stop
from app.domain.stops import halted_by, stop_of
from app.domain.world import Step, World

CANCELLED, HELD, SURPLUS = (stop.value for stop in (Stop.CANCELLED, Stop.HELD, Stop.SURPLUS))
BY_SHOP = frozenset({CANCELLED, HELD, SURPLUS})
_WAYS_ON = frozenset({Command.OK, Command.CLEAR, Command.UNDO, Command.HOME, Command.HOLD})


def stop(task: PackTask, order: Order) -> PackStep | None:
    """The STOP that the order's shop demands now; None = none, or the packer is on the way out."""
    said = stop_of(order)
    if said is None or (task.phase is PackPhase.SHELF and order.stopped is Stop.HELD):
        return None
    return Step(said, replace(task, stopped=halted_by(order), typed="", pending=None))


def answered(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    """The answer to such a STOP."""
    if pressed not in _WAYS_ON:
        return Step(outcome(Packing.ANSWER_FIRST), task)
    if task.stopped == HELD:
        return Step(outcome(Anywhere.CLEARED), replace(task, stopped="", phase=PackPhase.SHELF))
    if task.stopped == SURPLUS:
        return to_take_out(task, order, world)
    fact = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
    return Step(outcome(Anywhere.CLEARED), None, (fact,))


def to_take_out(task: PackTask, order: Order, world: World) -> PackStep:
    """Go to the open box with units that are not ordered any more; a closed one is opened."""
    said = stop_of(order) or outcome(Anywhere.CLEARED)
    wanted = {line.number for line, _ in order.surplus}
    for mark in sorted(order.live_parcels, key=lambda mark: mark.sscc != task.sscc):
        parcel = world.parcel(mark.sscc)
        if mark.stage in {Stage.LOADED, Stage.DISPATCHED}:
            continue
        if parcel is None or not wanted & {item.line for item in parcel.contents}:
            continue
        taking = replace(boxes.at_box(task, mark, parcel, order), stopped="")
        if mark.sscc == task.sscc:
            taking = replace(task, stopped="")
        if mark.stage is Stage.OPEN:
            return Step(said, replace(taking, phase=PackPhase.REMOVE))
        if mark.stage is Stage.SEALED:
            step = reopened(taking)
        else:
            step = boxes.open_again(replace(taking, other=mark.sscc), order, world)
        if step.task is None or not step.facts:
            return step
        return replace(step, outcome=said, task=replace(step.task, phase=PackPhase.REMOVE))
    left = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
    return Step(said, None, (left,))  # it is on a truck: there it is taken off first
