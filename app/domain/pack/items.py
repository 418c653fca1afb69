"""Units into and out of a box."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain import capture, codec, serials
from app.domain.capture import Missing, Unit
from app.domain.demands import line_for, other_unit, too_old
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import Outcome, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import cartons, damaged, shortage
from app.domain.pack.opening import begun, note_confirmed, notes_of, notes_of_line
from app.domain.pack.outcome import Packing
from app.domain.pack.picked import not_the_picked_one
from app.domain.pack.seal import seal
from app.domain.pack.task import (
    Packed,
    PackPhase,
    PackStep,
    PackTask,
    current_line,
    open_line,
    open_lines,
    open_parcel,
    room,
    short_line,
    source_of,
    subjects_of,
    unplaced,
)
from app.domain.pack.weight import with_scan
from app.domain.rows.kits import kit_of
from app.domain.rows.orders import Order, OrderLine
from app.domain.stock import StockKey
from app.domain.world import Hit, Step, World


def put_in(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    if task.phase is PackPhase.REMOVE:
        return _remove(task, hit, order, world)
    open_ = open_lines(order, hit.id)
    if not open_:
        found = short_line(order, hit.id)
        if found is not None and task.phase is not PackPhase.DAMAGED:
            return _found(task, hit, found, order, world)
        return _refused(task, hit, order, world)
    unit = capture.from_scan(hit, world, task.typed, max(units for units, _ in open_))
    task = replace(task, typed="")
    if isinstance(unit, Outcome):
        return Step(unit, task)
    roomy = [line for units, line in open_ if units >= unit.quantity]
    line = line_for(unit, roomy) if unit.lot or unit.serial else roomy[0]
    if task.phase is PackPhase.DAMAGED:
        return damaged.damaged(task, line, unit, order, world)
    return pack_unit(task, order, line, unit, world)


def _found(task: PackTask, hit: Hit, line: OrderLine, order: Order, world: World) -> PackStep:
    """Units that were reported short are here after all: they are taken back and packed."""
    most = min(line.short, line.picked - line.packed)
    unit = capture.from_scan(hit, world, task.typed, most)
    task = replace(task, typed="")
    if isinstance(unit, Outcome):
        return Step(unit, task)
    step = shortage.take_back(task, line, unit.quantity)
    assert step.task is not None
    found = replace(line, short=line.short - unit.quantity)
    lines = tuple(found if one.number == line.number else one for one in order.lines)
    packed = pack_unit(step.task, replace(order, lines=lines), found, unit, world)
    if packed.outcome.severity is Severity.BAD:
        return replace(packed, task=task)
    said = packed.outcome
    if said.kind in {Packing.UNIT_PACKED, Packing.LINE_PACKED}:
        said = outcome(Packing.FOUND_AGAIN, **said.values)
    return replace(packed, outcome=said, facts=(*step.facts, *packed.facts))


def _refused(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    ours = [line for line in order.lines if line.sku == hit.id]
    if any(line.sku == hit.id for line, _ in order.to_put_back):
        return Step(outcome(Packing.NOT_WANTED, sku=hit.id), task)
    if any(line.to_pick for line in ours):
        return Step(outcome(Packing.NOT_PICKED, sku=hit.id), task)
    if ours:
        wanted = sum(line.ordered - line.short for line in ours)
        return Step(outcome(Packing.OVER_COUNT, sku=hit.id, wanted=wanted), task)
    product = world.product(hit.id)
    if product is not None and product.parts:
        return Step(outcome(Working.SCAN_PARTS, sku=hit.id), task)
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


def capture_serial(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    pending = task.pending or Unit("")
    line = open_line(order, pending.sku)
    if line is None:
        return Step(outcome(Anywhere.CLEARED), replace(task, phase=PackPhase.ITEM, pending=None))
    filled = capture.answered(pending, Missing.SERIAL, hit)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    return pack_unit(task, order, line, filled, world)


def pack_unit(
    task: PackTask, order: Order, line: OrderLine, unit: Unit, world: World, source: str = ""
) -> PackStep:
    """Take the unit if everything about it is known and right, else ask for what is missing.

    source: the place of stock it comes from, "" = where the order's picked units are.
    """
    back = replace(task, pending=None, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)
    key = StockKey(unit.sku, unit.lot, unit.expiry)
    old = too_old(key, order, world.product(unit.sku), world) if unit.expiry else None
    elsewhere = serials.refused(unit, task.order, world) if unit.serial else None
    other = other_unit(line, unit) if line.lot or line.serial else None
    named = not_the_picked_one(unit, line, order) if unit.lot or unit.serial else None
    refused = old or elsewhere or other or named
    if refused:
        return Step(refused, back)
    product = world.product(unit.sku)
    noted = line.note or (product is not None and product.note)
    if noted and notes_of_line(order, line, product):
        asking = replace(task, pending=unit, phase=PackPhase.NOTE, line=line.number)
        return Step(outcome(Packing.NOTE_SHOWN, sku=unit.sku), asking)
    facts: tuple[NewFact, ...] = ()
    if not task.sscc:
        # The item was scanned before a box: the suggested box is opened for it.
        opened = open_parcel(task, cartons.suggestion(world, task.order), world)
        if opened is None:
            return Step(outcome(Packing.NO_NUMBERS), task)
        task, facts = opened[0], (opened[1],)
    if capture.missing(product, unit, lots=False) is not None:
        asking = replace(task, pending=unit, phase=PackPhase.CAPTURE)
        return Step(capture.ask(Missing.SERIAL, unit.sku), asking, facts)
    task = replace(
        task,
        pending=None,
        phase=PackPhase.ITEM,
        line=line.number,
        steps=(*task.steps, Packed(line.number, unit)),
    )
    if task.watch is not None or unit.pack is not None:
        task = with_scan(task, unit, world)
    source = source or source_of(order, world)
    facts = (*facts, unit_fact(FactKind.UNIT_PACKED, task, line.number, unit, source))
    said = _said(line, unit.quantity, order)
    rest = order.units_to_pack - unit.quantity
    if rest > 0:
        if order.picked_out or sum(room(one) for one in order.lines) > unit.quantity:
            return Step(said, task, facts)
        return shortage.wait_for_rest(task, facts, order)
    return seal(task, facts, world, added=unit.quantity)


def _said(line: OrderLine, units: int, order: Order) -> Outcome:
    """What a packed scan did: to its line, or to a set of a bundle that is whole by it."""
    done, wanted = line.packed + units, line.ordered - line.short
    kit = kit_of(order.lines, line.number) if line.kit is not None else None
    if kit is not None:
        sets = kit.whole(lambda one: done if one.number == line.number else one.packed)
        if sets > kit.whole(lambda one: one.packed):
            return outcome(Packing.SET_COMPLETE, kit=kit.name, done=sets, wanted=kit.wanted)
    kind = Packing.LINE_PACKED if done >= wanted else Packing.UNIT_PACKED
    return outcome(kind, sku=line.sku, done=done, wanted=wanted)


def note_read(task: PackTask, order: Order, world: World) -> PackStep:
    """The packer has read the note. A unit that waited for that goes into the box."""
    line = order.line(task.line) if task.pending is not None else None
    if line is None or task.pending is None:
        fact = note_confirmed(task.order, notes_of(order))
        read = replace(order, read=(*order.read, *notes_of(order)))
        return Step(outcome(Packing.NOTE_READ), begun(task, read), (fact,))
    texts = notes_of_line(order, line, world.product(line.sku))
    read = replace(order, read=(*order.read, *texts))
    step = pack_unit(task, read, line, task.pending, world)
    return replace(step, facts=(note_confirmed(task.order, texts), *step.facts))


def unit_fact(kind: FactKind, task: PackTask, line: int, unit: Unit, source: str) -> NewFact:
    body: dict[str, Any] = {
        "line": line,
        "sku": unit.sku,
        "quantity": unit.quantity,
        "sscc": task.sscc,
        "order": task.order,
        "from": source,
    }
    subjects = subjects_of(task.order, task.sscc)
    if unit.pack:
        body["pack"] = codec.dump(unit.pack)
    if unit.lot:
        body["lot"] = unit.lot
    if unit.serial:
        body["serial"] = unit.serial
        subjects = (*subjects, Subject(Kind.SERIAL, serial_id(unit.sku, unit.serial)))
    return NewFact(kind, subjects, body)


def _remove(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """Take units out: all of one scan from one content of the box."""
    parcel = world.parcel(task.sscc)
    surplus = {line.number: units for line, units in order.surplus}
    inside = [
        (item, min(item.quantity, surplus.get(item.line, item.quantity)))
        for item in reversed(parcel.contents if parcel else ())
        if item.sku == hit.id
        and (not hit.reading.serial or item.serial == hit.reading.serial)
        and (not surplus or item.line in surplus)  # else the shop wants less of another line
    ]
    if not inside:
        return Step(outcome(Packing.NOT_IN_PARCEL, sku=hit.id), replace(task, typed=""))
    scanned = capture.from_scan(hit, world, task.typed, max(most for _, most in inside))
    task = replace(task, typed="")
    if isinstance(scanned, Outcome):
        if scanned.kind is Working.PACK_TOO_LARGE and not surplus:
            scanned = Outcome(Packing.PACK_NOT_INSIDE, scanned.values)
        return Step(scanned, task)
    item = next(item for item, most in inside if most >= scanned.quantity)
    unit = replace(scanned, lot=item.lot, expiry=None, serial=item.serial)
    fact = unit_fact(FactKind.UNIT_REMOVED, task, item.line, unit, source_of(order, world))
    line = order.line(item.line)
    done = line.packed - unit.quantity if line else 0
    wanted = line.ordered - line.short if line else 0
    said = outcome(Packing.UNIT_REMOVED, sku=item.sku, done=done, wanted=wanted)
    task = with_scan(task, unit, world, out=True)
    phase = PackPhase.REMOVE if sum(surplus.values()) > unit.quantity else PackPhase.ITEM
    kept = replace(task, phase=phase, stopped="", line=item.line, steps=unplaced(task))
    return Step(said, kept, (fact,))


def undo(task: PackTask, world: World) -> PackStep:
    order = world.order(task.order)
    if not task.steps or order is None:
        return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
    last = task.steps[-1]
    task = replace(task, steps=task.steps[:-1], line=last.line)
    if last.broken is not None:
        return damaged.undone(task, last, order, world)
    if last.short:
        line = order.line(last.line)
        if line is None or line.short < last.short:
            return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
        return shortage.take_back(task, line, last.short)
    fact = unit_fact(FactKind.UNIT_REMOVED, task, last.line, last.unit, source_of(order, world))
    task = with_scan(task, last.unit, world, out=True)
    return Step(outcome(Anywhere.UNDONE, what=last.unit.sku), task, (fact,))
