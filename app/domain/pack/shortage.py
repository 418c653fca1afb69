"""Units that do not come, or are found again; and what the order does without them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.capture import Unit
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.pack.label import freed_totes, packed_fact
from app.domain.pack.outcome import Packing
from app.domain.pack.seal import seal
from app.domain.pack.task import Packed, PackPhase, PackStep, PackTask, subjects_of
from app.domain.rows.orders import Order, OrderLine, Stage
from app.domain.world import Step, World


def short_fact(order: str, line: OrderLine, units: int, reason: str) -> NewFact:
    """So many units of the line will not come."""
    body = {"line": line.number, "sku": line.sku, "quantity": units, "reason": reason}
    return NewFact(FactKind.PACK_SHORT, (Subject(Kind.ORDER, order),), body)


def wait_for_rest(task: PackTask, facts: tuple[NewFact, ...], order: Order) -> PackStep:
    """Nothing is left to pack but what is still to be picked: the order is put on a shelf."""
    fetched = next((line.sku for line in order.lines if line.to_pick), "")
    said = outcome(Packing.REST_IS_FETCHED, sku=fetched)
    return Step(said, replace(task, phase=PackPhase.SHELF), facts)


def missing(task: PackTask, line: OrderLine, world: World) -> PackStep:
    """The rest of the line is not there; undo takes that back."""
    lost = line.to_pack
    said = outcome(Working.SHORT_RECORDED, sku=line.sku, found=line.packed, wanted=line.ordered)
    step = Packed(line.number, Unit(line.sku), short=lost)
    noted = replace(task, steps=(*task.steps, step))
    facts = (short_fact(task.order, line, lost, "missing"),)
    return after_short(noted, said, facts, world, lost=lost)


def after_short(
    task: PackTask, said: Outcome, facts: tuple[NewFact, ...], world: World, *, lost: int
) -> PackStep:
    """What follows a shortage of `lost` units: if nothing is left to pack, the box is sealed.

    An order with an empty box, or none, ends as in `without_box`.
    """
    order, parcel = world.order(task.order), world.parcel(task.sscc)
    rest = sum(line.to_pack for line in order.lines) - lost if order else 0
    if rest > 0:
        return Step(said, task, facts)
    if parcel is not None and parcel.units:
        return seal(task, facts, world)
    return without_box(task, said, facts, world)


def without_box(
    task: PackTask, said: Outcome, facts: tuple[NewFact, ...], world: World
) -> PackStep:
    """Nothing more will come into the last box: it is voided.

    The order is packed with the boxes before it. Without such boxes it is given back, and its
    shortages wait for a person.
    """
    order = world.order(task.order)
    if task.sscc:
        void = NewFact(
            FactKind.PARCEL_VOIDED, subjects_of(task.order, task.sscc), {"sscc": task.sscc}
        )
        facts = (*facts, void)
    if order is not None and boxes_before(task, order):
        return Step(said, None, (*facts, packed_fact(task, order)))
    totes = tuple(Subject(Kind.TOTE, tote) for tote in freed_totes(task, order)) if order else ()
    subjects = (Subject(Kind.ORDER, task.order), *totes)
    left = NewFact(FactKind.PACK_LEFT, subjects, {"order": task.order})
    return Step(said, None, (*facts, left))


def boxes_before(task: PackTask, order: Order) -> int:
    """How many boxes of the order are sealed, not counting the current one."""
    return sum(
        mark.stage is not Stage.OPEN and mark.sscc != task.sscc for mark in order.live_parcels
    )


def take_back(task: PackTask, line: OrderLine, units: int) -> PackStep:
    """So many units of the line are not short any more; they were found."""
    said = outcome(Packing.SHORT_UNDONE, sku=line.sku, units=units)
    fact = short_undone(task.order, line, units)
    return Step(said, replace(task, line=line.number), (fact,))


def short_undone(order: str, line: OrderLine, units: int) -> NewFact:
    body = {"line": line.number, "sku": line.sku, "quantity": units}
    return NewFact(FactKind.SHORT_TAKEN_BACK, (Subject(Kind.ORDER, order),), body)
