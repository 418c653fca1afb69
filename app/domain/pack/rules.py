"""Packing one order: choose a box, scan every unit into it, prove its label, next box or done.

The order's last unit seals the box without a command. A box is closed only once its own label has
been scanned back from it.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.digits import with_digit
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_ref
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import adding, boxes, cartons, damaged, stopped
from app.domain.pack.items import capture_serial, note_read, put_in, undo
from app.domain.pack.label import label_command, prove, renewed
from app.domain.pack.opening import missing_totes, notes_of, tote_scanned, without_totes
from app.domain.pack.outcome import Packing
from app.domain.pack.seal import seal, sealed, weight_answered
from app.domain.pack.shortage import boxes_before, missing, short_fact, without_box
from app.domain.pack.task import PackPhase, PackStep, PackTask, current_line, resting, room
from app.domain.pack.weight import weight_accepted
from app.domain.permissions import role_for
from app.domain.rows.orders import Order, Stop
from app.domain.world import Hit, HitKind, Step, World


def scan(task: PackTask, hit: Hit, world: World) -> PackStep:
    """Answer one scan."""
    order = world.order(task.order)
    if order is None:
        return Step(outcome(Packing.NOTHING_OPEN), None)
    if task.stopped:
        task = task.freed(order)
    # Scanning the right label answers the stop for a wrong one. Any other stop waits for OK.
    if task.stopped and task.stopped != "label" and task.stopped not in stopped.BY_SHOP:
        return Step(outcome(Packing.ANSWER_FIRST), task)
    if order.stopped is not None:
        if task.phase is PackPhase.REMOVE and hit.kind is HitKind.PRODUCT and order.surplus:
            return put_in(task, hit, order, world)  # on the way out of that very stop
        halt = stopped.stop(task, order)
        if halt is not None:
            return halt
    return _scanned(task, hit, order, world)


def _scanned(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    new_note = (order.note or order.gift_message) and notes_of(order)
    if task.phase is PackPhase.NOTE or new_note:  # the shop may have written it just now
        return Step(outcome(Packing.READ_NOTE_FIRST), replace(task, phase=PackPhase.NOTE))
    if task.phase in {PackPhase.LABEL, PackPhase.REPRINT}:
        return prove(task, hit, order, world)
    if task.phase is PackPhase.SHELF:
        return _park(task, hit, order)
    if task.phase is PackPhase.CAPTURE and hit.kind in {HitKind.TEXT, HitKind.PRODUCT}:
        return capture_serial(task, hit, order, world)
    if task.phase is PackPhase.DAMAGED_BIN or (task.phase is PackPhase.DAMAGED and task.pending):
        return damaged.scanned(task, hit, order, world)
    if task.phase is PackPhase.ADD and hit.kind is HitKind.PRODUCT:
        return adding.scanned(task, hit, order, world)
    if task.phase is PackPhase.ADD_BIN and hit.kind is HitKind.BIN:
        return adding.from_bin(task, hit.id, order, world)
    if task.phase in {PackPhase.ADD_ASKED, PackPhase.ADD_BIN}:
        return Step(outcome(Packing.ANSWER_FIRST), task)
    match hit.kind:
        case HitKind.PRODUCT if task.phase is PackPhase.TOTES:
            absent = ", ".join(missing_totes(task, order))
            return Step(outcome(Packing.TOTE_ASKED, tote=absent), task)
        case HitKind.PRODUCT:
            return put_in(task, hit, order, world)
        case HitKind.CARTON:
            return boxes.carton(task, hit.id, world)
        case HitKind.TOTE:
            return _tote(task, hit, order, world)
        case HitKind.PARCEL:
            return boxes.box_scanned(task, hit, order, world)
        case _:
            return _elsewhere(task, hit, world)


def _elsewhere(task: PackTask, hit: Hit, world: World) -> PackStep:
    """What belongs to no box; the bin of a damaged unit may be scanned at any time."""
    if hit.kind is HitKind.TEXT:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
    place = world.bin(hit.id) if hit.kind is HitKind.BIN and damaged.homeless(task) else None
    if place is not None:
        return damaged.put_away(task, place, world)
    return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)


def _tote(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    if hit.id in order.totes:
        return tote_scanned(task, hit.id, order)
    tote = world.tote(hit.id)
    if tote is None or not tote.order:
        return Step(outcome(Working.TOTE_EMPTY, tote=hit.id), task)
    other = world.order(tote.order)
    return Step(
        outcome(Working.FOREIGN_TOTE, tote=hit.id, order=other.ref if other else tote.order), task
    )


def command(task: PackTask, pressed: Command, world: World) -> PackStep:
    """Answer one command."""
    order = world.order(task.order)
    if order is None:
        return Step(outcome(Packing.NOTHING_OPEN), None)
    if task.stopped:
        task = task.freed(order)
    if task.stopped:
        return _answered(task, pressed, order, world)
    halt = stopped.stop(task, order) if order.stopped is not None else None
    if halt is not None:
        return halt
    if task.phase is PackPhase.OPEN_BOX:
        return _open_box(task, pressed, order, world)
    if task.phase in {PackPhase.LABEL, PackPhase.REPRINT}:
        return label_command(task, pressed, order, world)
    if task.phase is PackPhase.DAMAGED_BIN:
        return damaged.command(task, pressed, order, world)
    if pressed.digit is not None:
        said, typed = with_digit(task.typed, pressed.digit)
        return Step(said, replace(task, typed=typed))
    if pressed is Command.DELETE and task.typed:
        task = replace(task, typed=task.typed[:-1])
        return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
    if pressed is Command.OK:
        return _confirmed(task, order, world)
    if pressed is Command.UNDO and task.phase is PackPhase.REPLACE:
        return undo(task, world)
    if pressed in {Command.CLEAR, Command.UNDO} and _half_done(task):
        return Step(outcome(Anywhere.CLEARED), resting(task))
    return _work_command(task, pressed, order, world)


def _half_done(task: PackTask) -> bool:
    return bool(task.typed) or task.phase not in {PackPhase.CARTON, PackPhase.ITEM}


def _answered(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    if task.stopped == "weight":
        return weight_answered(task, pressed, world)
    if task.stopped in {"address", "carrier"} and pressed in {Command.OK, Command.PRINT}:
        return renewed(task, order, task.stopped, world)
    if task.stopped in {stopped.HELD, stopped.SURPLUS, stopped.CANCELLED, "taken"}:
        return stopped.answered(task, pressed, order, world)
    if pressed not in {Command.OK, Command.CLEAR, Command.UNDO, Command.HOME}:
        return Step(outcome(Packing.ANSWER_FIRST), task)
    return Step(outcome(Anywhere.CLEARED), replace(task, stopped=""))


def _open_box(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    """The answer to: open the closed box again? Only a permitted person may say yes."""
    if pressed in {Command.OK, Command.REOPEN}:
        if not world.allows(task.duty):
            return Step(outcome(Anywhere.NO_PERMISSION, role=role_for(task.duty)), task)
        return boxes.open_again(task, order, world)
    if pressed in {Command.UNDO, Command.CLEAR, Command.HOME, Command.HOLD}:
        return Step(outcome(Anywhere.CLEARED), boxes.left_alone(task, order, world))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _work_command(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    parcel = world.parcel(task.sscc)
    match pressed:
        case Command.UNDO:
            return undo(task, world)
        case Command.CLEAR:
            return Step(outcome(Anywhere.CLEARED), task)
        case Command.REMOVE if task.sscc:
            return Step(outcome(Working.REMOVE_ASKED), replace(task, phase=PackPhase.REMOVE))
        case Command.DAMAGED:
            line = current_line(task, order)
            said = outcome(Working.DAMAGED_ASKED, sku=line.sku if line else "")
            return Step(said, replace(task, phase=PackPhase.DAMAGED))
        case Command.SHORT if task.phase is PackPhase.REPLACE:
            return damaged.replacement(task, order, world, fetch=False)
        case Command.SHORT:
            line = current_line(task, order)
            if line is None:
                return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
            said = outcome(Working.SHORT_ASKED, sku=line.sku, wanted=line.ordered - line.short)
            return Step(said, replace(task, phase=PackPhase.MISSING, line=line.number))
        case Command.BOX | Command.CLOSE | Command.FINISH if _full(task, order):
            return _close_last(task, world)
        case Command.BOX | Command.CLOSE:
            if parcel is None or not parcel.units:
                return Step(outcome(Packing.PARCEL_EMPTY), task)
            return seal(task, (), world)
        case Command.FINISH:
            lines = sum(1 for line in order.lines if line.to_pack)
            said = outcome(Packing.SHIP_PARTLY_ASKED, lines=lines)
            return Step(said, replace(task, phase=PackPhase.PARTLY))
        case Command.HOLD | Command.HOME:
            return Step(outcome(Anywhere.CLEARED), replace(task, phase=PackPhase.SHELF))
        case Command.FREE | Command.SUBSTITUTE if task.sscc:
            return adding.ask(task, pressed, order)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _full(task: PackTask, order: Order) -> bool:
    """Whether nothing more goes into the open box, because the whole order is in boxes."""
    return task.phase is PackPhase.ITEM and order.packed_out


def _close_last(task: PackTask, world: World) -> PackStep:
    parcel = world.parcel(task.sscc)
    if parcel is not None and parcel.units:
        return seal(task, (), world)
    order = world.order(task.order)
    said = outcome(
        Packing.ORDER_PACKED,
        order=order.ref if order else "",
        parcels=boxes_before(task, order) if order else 0,
    )
    return without_box(task, said, (), world)


def _confirmed(task: PackTask, order: Order, world: World) -> PackStep:
    match task.phase:
        case PackPhase.NOTE:
            return note_read(task, order, world)
        case PackPhase.TOTES:
            return without_totes(task, order)
        case PackPhase.REPLACE:
            return damaged.replacement(task, order, world, fetch=True)
        case PackPhase.ADD_ASKED:
            return adding.allowed(task, world)
        case PackPhase.ITEM if _full(task, order):
            return _close_last(task, world)
        case PackPhase.CARTON:
            return boxes.carton(task, cartons.suggestion(world, task.order), world)
        case PackPhase.PARTLY:
            return _partly(task, order, world)
        case PackPhase.MISSING:
            line = order.line(task.line)
            return (
                Step(outcome(Anywhere.CLEARED), resting(task))
                if line is None
                else missing(resting(task), line, world)
            )
        case PackPhase.WEIGHT:
            if not world.allows("accept_weight"):
                return Step(outcome(Anywhere.NO_PERMISSION, role="supervisor"), task)
            return sealed(task, (weight_accepted(task, world),), world)
        case PackPhase.SHELF:
            return _parked(task, "", order)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=Command.OK.value), task)


def _partly(task: PackTask, order: Order, world: World) -> PackStep:
    """Report everything that is in no box as short, and end the order with what is packed."""
    facts = tuple(
        short_fact(task.order, line, line.to_pack, "shipped_partly")
        for line in order.lines
        if line.to_pack
    )
    parcel = world.parcel(task.sscc)
    if parcel is not None and parcel.units:
        return sealed(task, facts, world)
    boxes = boxes_before(task, order)
    if not boxes:
        back = replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)
        return Step(outcome(Packing.PARCEL_EMPTY), back)
    said = outcome(Packing.ORDER_PACKED, order=order.ref, parcels=boxes)
    return without_box(task, said, facts, world)


def _park(task: PackTask, hit: Hit, order: Order) -> PackStep:
    """A shelf was scanned. What the site knows as something else is no shelf, but a bin may be."""
    if hit.kind is HitKind.BIN or (hit.kind is HitKind.TEXT and not hit.reading.gtin):
        return _parked(task, hit.id, order)
    return Step(outcome(Packing.NOT_A_SHELF, code=hit.reading.text), task)


def _parked(task: PackTask, shelf: str, order: Order) -> PackStep:
    """Put the order aside. What waits for its shop or its picker comes back by itself."""
    body = {"shelf": shelf}
    if order.stopped is Stop.HELD:
        body["for"] = "hold"
    elif not order.packed_out and not any(room(line) for line in order.lines):
        body["for"] = "fetch"
    fact = NewFact(FactKind.ORDER_PARKED, (Subject(Kind.ORDER, task.order),), body)
    return Step(outcome(Working.HELD, order=order_ref(task.order)), None, (fact,))
