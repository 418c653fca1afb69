"""Units that do not come: damaged, missing, found again; and what the order does without them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain import codec
from app.domain.capture import Unit
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.label import freed_totes, packed_fact
from app.domain.pack.outcome import Packing
from app.domain.pack.seal import seal
from app.domain.pack.task import Packed, PackPhase, PackStep, PackTask, room, source_of, subjects_of
from app.domain.plan.places import may_pick
from app.domain.rows.orders import Order, OrderLine, Stage
from app.domain.world import Step, World


def damaged(task: PackTask, line: OrderLine, unit: Unit, order: Order, world: World) -> PackStep:
    """Units are damaged. Where more are in stock, the packer is asked whether to fetch others."""
    task = replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON, line=line.number)
    places = (place for place in world.bins_of(unit.sku) if may_pick(place))
    stock = sum(max(0, place.quantity(unit.sku)) for place in places)
    broken = _damaged_fact(task, line, unit, order, world, fetch=stock > 0)
    if stock:
        said = outcome(Packing.FETCH_ASKED, sku=unit.sku, units=stock)
        return Step(said, replace(task, phase=PackPhase.REPLACE, pending=unit), (broken,))
    return _without(task, line, unit.quantity, (broken,), world)


def _damaged_fact(
    task: PackTask, line: OrderLine, unit: Unit, order: Order, world: World, *, fetch: bool
) -> NewFact:
    body: dict[str, Any] = {
        "line": line.number,
        "sku": unit.sku,
        "quantity": unit.quantity,
        "reason": "damaged",
        "from": source_of(order, world),
        "fetch": fetch,
    }
    if unit.pack:
        body["pack"] = codec.dump(unit.pack)
    if unit.lot:
        body["lot"] = unit.lot
    return NewFact(FactKind.UNIT_DAMAGED, (Subject(Kind.ORDER, task.order),), body)


def _without(
    task: PackTask, line: OrderLine, units: int, facts: tuple[NewFact, ...], world: World
) -> PackStep:
    """The order goes without the damaged units."""
    said = outcome(Working.DAMAGED_RECORDED, sku=line.sku, units=units)
    short = short_fact(task.order, line, units, "damaged")
    return after_short(task, said, (*facts, short), world, lost=units)


def short_fact(order: str, line: OrderLine, units: int, reason: str) -> NewFact:
    """So many units of the line will not come."""
    body = {"line": line.number, "sku": line.sku, "quantity": units, "reason": reason}
    return NewFact(FactKind.PACK_SHORT, (Subject(Kind.ORDER, order),), body)


def replacement(task: PackTask, order: Order, world: World, *, fetch: bool) -> PackStep:
    """The answer for damaged units: others are fetched, or the order goes without."""
    line, units = order.line(task.line), task.pending.quantity if task.pending else 1
    rest = PackPhase.ITEM if task.sscc else PackPhase.CARTON
    task = replace(task, phase=rest, pending=None)
    if line is None:
        return Step(outcome(Anywhere.CLEARED), task)
    if not fetch:
        return _without(task, line, units, (), world)
    if any(room(one) > 0 for one in order.lines):
        return Step(outcome(Packing.FETCH_ORDERED, sku=line.sku), task)
    return wait_for_rest(task, (), order)


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
    body = {"line": line.number, "sku": line.sku, "quantity": units}
    fact = NewFact(FactKind.SHORT_TAKEN_BACK, (Subject(Kind.ORDER, task.order),), body)
    said = outcome(Packing.SHORT_UNDONE, sku=line.sku, units=units)
    return Step(said, replace(task, line=line.number), (fact,))
