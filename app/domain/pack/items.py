"""Units into and out of a box."""

from __future__ import annotations

from dataclasses import replace

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import Outcome, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import cartons, shortage
from app.domain.pack.opening import begun, note_confirmed, notes_of, notes_of_line
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
    short_line,
    source_of,
    subjects_of,
)
from app.domain.pack.weight import with_scan
from app.domain.rows.orders import Order, OrderLine
from app.domain.world import Hit, Step, World

_NAMED = 3  # so many of what was picked are named; the bar has no room for more


def put_in(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    if task.phase is PackPhase.REMOVE:
        return _remove(task, hit, order, world)
    line = open_line(order, hit.id)
    if task.phase is PackPhase.DAMAGED and line is not None:
        return shortage.damaged(task, line, hit, order, world)
    if line is None:
        found = short_line(order, hit.id)
        if found is not None and task.phase is not PackPhase.DAMAGED:
            return _found(task, hit, found, order, world)
        return _refused(task, hit, order, world)
    counted = _quantity(task, hit, room(line), world)
    if isinstance(counted, Outcome):
        return Step(counted, replace(task, typed=""))
    unit = capture.from_scan(hit.id, hit.reading, counted)
    return pack_unit(replace(task, typed=""), order, line, unit, world)


def _found(task: PackTask, hit: Hit, line: OrderLine, order: Order, world: World) -> PackStep:
    """Units that were reported short are here after all: they are taken back and packed."""
    counted = _quantity(task, hit, min(line.short, line.picked - line.packed), world)
    task = replace(task, typed="")
    if isinstance(counted, Outcome):
        return Step(counted, task)
    step = shortage.take_back(task, line, counted)
    assert step.task is not None
    found = replace(line, short=line.short - counted)
    unit = capture.from_scan(hit.id, hit.reading, counted)
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


def _quantity(task: PackTask, hit: Hit, most: int, world: World) -> int | Outcome:
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
    if not 0 < number <= most:
        return outcome(Anywhere.NUMBER_TOO_LARGE, number=number, most=most)
    return number


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
    expired = capture.expired(unit, world) if unit.expiry else None
    refused = expired or _serial_used(unit, world) or _not_the_picked_one(unit, line, order)
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
    if task.watch is not None:
        task = with_scan(task, unit.sku, unit.quantity, world)
    source = source or source_of(order, world)
    facts = (*facts, unit_fact(FactKind.UNIT_PACKED, task, line.number, unit, source))
    done, wanted = line.packed + unit.quantity, line.ordered - line.short
    kind = Packing.LINE_PACKED if done >= wanted else Packing.UNIT_PACKED
    said = outcome(kind, sku=unit.sku, done=done, wanted=wanted)
    rest = order.units_to_pack - unit.quantity
    if rest > 0:
        if order.picked_out or sum(room(one) for one in order.lines) > unit.quantity:
            return Step(said, task, facts)
        return shortage.wait_for_rest(task, facts, order)
    return seal(task, facts, world, added=unit.quantity)


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


def _not_the_picked_one(unit: Unit, line: OrderLine, order: Order) -> Outcome | None:
    """The refusal of a unit with another lot or serial number than was picked for the order."""
    if line.added or not (unit.lot or unit.serial):
        return None
    taken = [one for other in order.lines if other.sku == unit.sku for one in other.taken]
    serials = [one.serial for one in taken if one.serial and one.quantity > 0]
    lots = [one.lot for one in taken if one.lot and one.quantity > 0]
    for scanned, picked in ((unit.serial, serials), (unit.lot, lots)):
        if scanned and picked and scanned not in picked:
            named = ", ".join(sorted(set(picked))[:_NAMED])
            return outcome(Packing.NOT_THE_PICKED, sku=unit.sku, scanned=scanned, picked=named)
    return None


def _serial_used(unit: Unit, world: World) -> Outcome | None:
    known = world.serial(unit.sku, unit.serial) if unit.serial else None
    if known is None or not known.parcel:
        return None
    order = world.order(known.order)
    return outcome(
        Working.SERIAL_USED, serial=unit.serial, order=order.ref if order else known.order
    )


def unit_fact(kind: FactKind, task: PackTask, line: int, unit: Unit, source: str) -> NewFact:
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
    surplus = {line.number for line, _ in order.surplus}
    for item in reversed(parcel.contents if parcel else ()):
        if item.sku != hit.id or (hit.reading.serial and item.serial != hit.reading.serial):
            continue
        if surplus and item.line not in surplus:
            continue  # the shop wants less of another line
        unit = Unit(item.sku, 1, item.lot, None, item.serial)
        fact = unit_fact(FactKind.UNIT_REMOVED, task, item.line, unit, source_of(order, world))
        line = order.line(item.line)
        done = line.packed - 1 if line else 0
        wanted = line.ordered - line.short if line else 0
        said = outcome(Packing.UNIT_REMOVED, sku=item.sku, done=done, wanted=wanted)
        task = with_scan(task, item.sku, -1, world)
        more = sum(units for _, units in order.surplus) > 1
        phase = PackPhase.REMOVE if more else PackPhase.ITEM
        kept = replace(task, phase=phase, stopped="", line=item.line, steps=())
        return Step(said, kept, (fact,))
    return Step(outcome(Packing.NOT_IN_PARCEL, sku=hit.id), task)


def undo(task: PackTask, world: World) -> PackStep:
    order = world.order(task.order)
    if not task.steps or order is None:
        return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
    last = task.steps[-1]
    task = replace(task, steps=task.steps[:-1], line=last.line)
    if last.short:
        line = order.line(last.line)
        if line is None or line.short < last.short:
            return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
        return shortage.take_back(task, line, last.short)
    fact = unit_fact(FactKind.UNIT_REMOVED, task, last.line, last.unit, source_of(order, world))
    task = with_scan(task, last.unit.sku, -last.unit.quantity, world)
    return Step(outcome(Anywhere.UNDONE, what=last.unit.sku), task, (fact,))
