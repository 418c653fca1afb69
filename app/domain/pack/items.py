"""Units into and out of a box."""

from __future__ import annotations

from dataclasses import replace

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import cartons
from app.domain.pack.label import packed_fact
from app.domain.pack.outcome import Packing
from app.domain.pack.seal import seal
from app.domain.pack.task import (
    Packed,
    PackPhase,
    PackStep,
    PackTask,
    current_line,
    open_line,
    open_parcel,
    room,
    subjects_of,
)
from app.domain.pack.weight import with_scan
from app.domain.rows.orders import Order, OrderLine, Stage
from app.domain.world import Hit, Step, World


def put_in(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    if task.phase is PackPhase.REMOVE:
        return _remove(task, hit, order, world)
    if task.phase is PackPhase.DAMAGED:
        return _damaged(task, hit, order, world)
    line = open_line(order, hit.id)
    if line is None:
        return _refused(task, hit, order, world)
    counted = _quantity(task, hit, line, world)
    if isinstance(counted, Outcome):
        return Step(counted, replace(task, typed=""))
    unit = capture.from_scan(hit.id, hit.reading, counted)
    return _unit(replace(task, typed=""), order, line, unit, world)


def _refused(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    ours = [line for line in order.lines if line.sku == hit.id]
    if ours:
        wanted = sum(line.ordered - line.short for line in ours)
        return Step(outcome(Packing.OVER_COUNT, sku=hit.id, wanted=wanted), task)
    product = world.product(hit.id)
    wanted_line = current_line(task, order)
    return Step(
        outcome(
            Packing.NOT_ON_ORDER,
            code=hit.reading.text,
            sku=hit.id,
            name=product.name if product else hit.id,
            wanted=wanted_line.sku if wanted_line else "",
        ),
        task,
    )


def _quantity(task: PackTask, hit: Hit, line: OrderLine, world: World) -> int | Outcome:
    """How many units the scan means: 1, or a number if the product may be counted.

    The number is typed, or stands on the label of a case; where both are there, none is meant.
    """
    labelled = hit.reading.count or 1
    if not task.typed and labelled == 1:
        return 1
    if task.typed and labelled != 1:
        return outcome(Working.COUNT_NOT_ALLOWED, sku=hit.id)
    number, product = int(task.typed or labelled), world.product(hit.id)
    if product is None or not product.count_by_number or product.track_serial:
        return outcome(Working.COUNT_NOT_ALLOWED, sku=hit.id)
    if not 0 < number <= room(line):
        return outcome(Anywhere.NUMBER_TOO_LARGE, number=number, most=room(line))
    return number


def capture_serial(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    pending = task.pending or Unit("")
    line = open_line(order, pending.sku)
    if line is None:
        return Step(outcome(Anywhere.CLEARED), replace(task, phase=PackPhase.ITEM, pending=None))
    filled = capture.answered(pending, Missing.SERIAL, hit)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    return _unit(task, order, line, filled, world)


def _unit(task: PackTask, order: Order, line: OrderLine, unit: Unit, world: World) -> PackStep:
    """Take the unit if everything about it is known and right, else ask for what is missing."""
    back = replace(task, pending=None, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)
    expired = capture.expired(unit, world) if unit.expiry else None
    refused = expired or _serial_used(unit, world)
    if refused:
        return Step(refused, back)
    facts: tuple[NewFact, ...] = ()
    if not task.sscc:
        # The item was scanned before a box: the suggested box is opened for it.
        opened = open_parcel(task, cartons.suggestion(world, task.order), world)
        if opened is None:
            return Step(outcome(Packing.NO_NUMBERS), task)
        task, facts = opened[0], (opened[1],)
    if capture.missing(world.product(unit.sku), unit, lots=False) is not None:
        asking = replace(task, pending=unit, phase=PackPhase.CAPTURE)
        return Step(capture.ask(Missing.SERIAL, unit.sku), asking, facts)
    task = replace(
        task,
        pending=None,
        phase=PackPhase.ITEM,
        line=line.number,
        steps=(*task.steps, Packed(line.number, unit)),
    )
    if task.watch is not None:
        task = with_scan(task, unit.sku, unit.quantity, world)
    source = _source(order, world)
    facts = (*facts, _unit_fact(FactKind.UNIT_PACKED, task, line.number, unit, source))
    done, wanted = line.packed + unit.quantity, line.ordered - line.short
    kind = Packing.LINE_PACKED if done >= wanted else Packing.UNIT_PACKED
    said = outcome(kind, sku=unit.sku, done=done, wanted=wanted)
    rest = order.units_to_pack - unit.quantity
    if rest > 0:
        return Step(said, task, facts)
    return seal(task, facts, world, added=unit.quantity)


def _serial_used(unit: Unit, world: World) -> Outcome | None:
    known = world.serial(unit.sku, unit.serial) if unit.serial else None
    if known is None or not known.parcel:
        return None
    order = world.order(known.order)
    return outcome(
        Working.SERIAL_USED, serial=unit.serial, order=order.ref if order else known.order
    )


def _source(order: Order | None, world: World) -> str:
    """Where the units of an order come from (and go back to), as a place of stock."""
    return f"tote:{order.totes[0]}" if order and order.totes else f"hand:{world.station}"


def _unit_fact(kind: FactKind, task: PackTask, line: int, unit: Unit, source: str) -> NewFact:
    body: dict[str, str | int] = {
        "line": line,
        "sku": unit.sku,
        "quantity": unit.quantity,
        "sscc": task.sscc,
        "order": task.order,
        "from": source,
    }
    subjects = subjects_of(task.order, task.sscc)
    if unit.lot:
        body["lot"] = unit.lot
    if unit.serial:
        body["serial"] = unit.serial
        subjects = (*subjects, Subject(Kind.SERIAL, serial_id(unit.sku, unit.serial)))
    return NewFact(kind, subjects, body)


def _remove(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    parcel = world.parcel(task.sscc)
    for item in reversed(parcel.contents if parcel else ()):
        if item.sku != hit.id or (hit.reading.serial and item.serial != hit.reading.serial):
            continue
        unit = Unit(item.sku, 1, item.lot, None, item.serial)
        fact = _unit_fact(FactKind.UNIT_REMOVED, task, item.line, unit, _source(order, world))
        line = order.line(item.line)
        done = line.packed - 1 if line else 0
        wanted = line.ordered - line.short if line else 0
        said = outcome(Packing.UNIT_REMOVED, sku=item.sku, done=done, wanted=wanted)
        task = with_scan(task, item.sku, -1, world)
        kept = replace(task, phase=PackPhase.ITEM, line=item.line, steps=())
        return Step(said, kept, (fact,))
    return Step(outcome(Packing.NOT_IN_PARCEL, sku=hit.id), task)


def _damaged(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    line = open_line(order, hit.id)
    if line is None:
        return _refused(task, hit, order, world)
    body = {"line": line.number, "sku": hit.id, "quantity": 1, "reason": "damaged"}
    source = _source(order, world)
    subjects = (Subject(Kind.ORDER, task.order),)
    facts = (
        NewFact(FactKind.PACK_SHORT, subjects, body),
        NewFact(FactKind.UNIT_DAMAGED, subjects, {**body, "from": source}),
    )
    task = replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)
    return after_short(task, outcome(Working.DAMAGED_RECORDED, sku=hit.id), facts, world, lost=1)


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
        return Step(said, None, (*facts, packed_fact(task.order, order)))
    left = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
    return Step(said, None, (*facts, left))


def boxes_before(task: PackTask, order: Order) -> int:
    """How many boxes of the order are sealed, not counting the current one."""
    return sum(
        mark.stage is not Stage.OPEN and mark.sscc != task.sscc for mark in order.live_parcels
    )


def undo(task: PackTask, world: World) -> PackStep:
    if not task.steps:
        return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
    last = task.steps[-1]
    source = _source(world.order(task.order), world)
    fact = _unit_fact(FactKind.UNIT_REMOVED, task, last.line, last.unit, source)
    task = with_scan(task, last.unit.sku, -last.unit.quantity, world)
    undone = replace(task, steps=task.steps[:-1], line=last.line)
    return Step(outcome(Anywhere.UNDONE, what=last.unit.sku), undone, (fact,))
