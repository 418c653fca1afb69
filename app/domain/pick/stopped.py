"""A pick that must not go on: its order is cancelled, held, or another bench's."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject, order_ref
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import fitted
from app.domain.pick.task import CANCELLED, HELD, TAKEN, PickPhase, PickTask
from app.domain.pick.unit_fact import unit_fact
from app.domain.pick.walk import resting
from app.domain.rows.orders import Order, State
from app.domain.stops import stop_of
from app.domain.world import Step, World

PickStep = Step[PickTask]


def current(task: PickTask, order: Order | None, world: World) -> PickTask:
    """The task as the order is now: its stop is over, or begins; its walk has what is wanted."""
    reason = _reason(task, order)
    if reason != task.stopped:
        task = replace(task, stopped=reason)
    if reason or order is None:
        return task
    left = {line.number: max(0, line.ordered - line.picked - line.short) for line in order.lines}
    for stop in task.stops:
        left[stop.line] = left.get(stop.line, 0) - stop.wanted + stop.done
    return _fitted(task, order, world) if any(left.values()) else task


def _fitted(task: PickTask, order: Order, world: World) -> PickTask:
    fit = fitted(task, order, world)
    calm = fit.phase in {PickPhase.BIN, PickPhase.PRODUCT}
    return replace(fit, phase=resting(fit)) if calm else fit


def _reason(task: PickTask, order: Order | None) -> str:
    """A claim that is another's ends only with news of the centre; all else the order says."""
    if task.stopped == TAKEN or order is None:
        return task.stopped if task.stopped == TAKEN else ""
    if order.state is State.CANCELLED:
        return CANCELLED
    return HELD if order.hold or order.site_hold else ""


def must_leave(task: PickTask, order: Order | None) -> Outcome:
    """What to do now. Units in the hand go back into the bin at which the picker stands."""
    ref = order.ref if order else order_ref(task.order)
    if task.in_hand:
        return outcome(Picking.PUT_BACK_FIRST, order=ref, units=task.in_hand, bin=task.stop.bin)
    stop = None if task.taken or order is None else stop_of(order)
    return stop or outcome(Picking.LEAVE_IT, order=ref)


def left_stopped(task: PickTask, order: Order | None) -> PickStep:
    """The picker has put back what was in the hand. What lies in a tote is put back from there."""
    back = tuple(
        unit_fact(FactKind.PICK_UNDONE, task.order, task.stop, unit) for unit in task.steps
    )
    left = NewFact(FactKind.PICK_LEFT, (Subject(Kind.ORDER, task.order),))
    ref = order.ref if order else order_ref(task.order)
    said = outcome(Working.HELD, order=ref)
    if task.stopped != HELD and any(stop.put for stop in task.stops):
        said = outcome(Picking.PUT_BACK_NEXT, order=ref, tote=task.tote)
    return Step(said, None, (*back, left))
