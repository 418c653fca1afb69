"""Packing one order: choose a box, scan every unit into it, prove its label, next box or done.

The order's last unit seals the box without a command. A box is closed only once its own label has
been scanned back from it.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.digits import with_digit
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_ref
from app.domain.outcome import Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack import cartons
from app.domain.pack.items import (
    after_short,
    boxes_before,
    capture_serial,
    put_in,
    undo,
    without_box,
)
from app.domain.pack.label import again, in_doubt, label_command, prove
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pack.seal import seal, sealed, weight_answered
from app.domain.pack.task import PackPhase, PackStep, PackTask, current_line, open_parcel
from app.domain.pack.weight import weight_accepted
from app.domain.rows.orders import Order, Stage, Sub
from app.domain.rows.things import Label, Parcel
from app.domain.weighing import weights
from app.domain.world import Hit, HitKind, Step, Want, Wish, World


def start(name: str, order: Order, world: World) -> PackStep:
    """Open an order at this bench, or go on where somebody left it."""
    subjects = (Subject(Kind.ORDER, name),)
    facts = [NewFact(FactKind.PACK_STARTED, subjects)] if order.sub is not Sub.PACKED else []
    said = outcome(Working.ORDER_OPENED, order=order.ref)
    wishes: tuple[Wish, ...] = (Wish(Want.CLAIM, name),)
    for mark in order.live_parcels:
        parcel = world.parcel(mark.sscc)
        if parcel is None or mark.stage not in {Stage.OPEN, Stage.SEALED}:
            continue
        phase = PackPhase.ITEM if mark.stage is Stage.OPEN else PackPhase.LABEL
        task = PackTask(name, phase, mark.sscc, mark.number, parcel.carton, prints=parcel.prints)
        if phase is PackPhase.LABEL and parcel.label is Label.FAILED:
            retry = again(task, parcel.label_reason)
            return Step(said, retry.task, (*facts, *retry.facts), (*wishes, *retry.wishes))
        if phase is PackPhase.LABEL and parcel.label is Label.NONE:
            # Nobody knows whether the label of this sealed box came out: the packer must look.
            facts.append(in_doubt(task))
        return Step(said, task, tuple(facts), wishes)
    task = PackTask(name, number=1 + max((m.number for m in order.parcels), default=0))
    return Step(said, task, tuple(facts), wishes)


def scan(task: PackTask, hit: Hit, world: World) -> PackStep:
    """Answer one scan."""
    order = world.order(task.order)
    if order is None:
        return Step(outcome(Packing.NOTHING_OPEN), None)
    if order.cancelled:
        return Step(
            outcome(Working.ORDER_CANCELLED, order=order.ref), replace(task, stopped="cancelled")
        )
    # Scanning the right label answers the stop for a wrong one. Any other stop waits for OK.
    if task.stopped and task.stopped != "label":
        return Step(outcome(Packing.ANSWER_FIRST), task)
    if task.phase in {PackPhase.LABEL, PackPhase.REPRINT}:
        return prove(task, hit, order, world)
    if task.phase is PackPhase.SHELF:
        return _park(task, hit.id)
    if task.phase is PackPhase.CAPTURE and hit.kind in {HitKind.TEXT, HitKind.PRODUCT}:
        return capture_serial(task, hit, order, world)
    match hit.kind:
        case HitKind.PRODUCT:
            return put_in(task, hit, order, world)
        case HitKind.CARTON:
            return _carton(task, hit.id, world)
        case HitKind.TOTE:
            return _tote(task, hit, world)
        case HitKind.TEXT:
            return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
        case _:
            return Step(
                outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task
            )


def _carton(task: PackTask, code: str, world: World) -> PackStep:
    if task.phase is not PackPhase.CARTON:
        return Step(outcome(Anywhere.NOT_HERE, code=code, what="carton"), task)
    opened = open_parcel(task, code, world)
    if opened is None:
        return Step(outcome(Packing.NO_NUMBERS), task)
    return Step(outcome(Packing.CARTON_CHOSEN, carton=code), opened[0], (opened[1],))


def _tote(task: PackTask, hit: Hit, world: World) -> PackStep:
    tote = world.tote(hit.id)
    if tote is None or not tote.order:
        return Step(outcome(Working.TOTE_EMPTY, tote=hit.id), task)
    if tote.order == task.order:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.id, what="tote"), task)
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
        return _answered(task, pressed, world)
    if order.cancelled:
        return Step(
            outcome(Working.ORDER_CANCELLED, order=order.ref), replace(task, stopped="cancelled")
        )
    if task.phase in {PackPhase.LABEL, PackPhase.REPRINT}:
        return label_command(task, pressed, order, world)
    if pressed.digit is not None:
        said, typed = with_digit(task.typed, pressed.digit)
        return Step(said, replace(task, typed=typed))
    if pressed is Command.DELETE and task.typed:
        task = replace(task, typed=task.typed[:-1])
        return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
    if pressed is Command.OK:
        return _confirmed(task, order, world)
    if pressed in {Command.CLEAR, Command.UNDO} and _half_done(task):
        rest = PackPhase.ITEM if task.sscc else PackPhase.CARTON
        return Step(outcome(Anywhere.CLEARED), replace(task, phase=rest, typed="", pending=None))
    return _work_command(task, pressed, order, world)


def _half_done(task: PackTask) -> bool:
    return bool(task.typed) or task.phase not in {PackPhase.CARTON, PackPhase.ITEM}


def _answered(task: PackTask, pressed: Command, world: World) -> PackStep:
    if task.stopped == "weight":
        return weight_answered(task, pressed, world)
    if task.stopped == "address" and pressed in {Command.OK, Command.PRINT}:
        return again(replace(task, stopped=""), "address_changed", clear=True)
    if pressed not in {Command.OK, Command.CLEAR, Command.UNDO, Command.HOME}:
        return Step(outcome(Packing.ANSWER_FIRST), task)
    if task.stopped in {"cancelled", "taken"}:
        fact = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
        return Step(outcome(Anywhere.CLEARED), None, (fact,))
    return Step(outcome(Anywhere.CLEARED), replace(task, stopped=""))


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
        case Command.SHORT:
            line = current_line(task, order)
            if line is None:
                return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)
            said = outcome(Working.SHORT_ASKED, sku=line.sku, wanted=line.ordered - line.short)
            return Step(said, replace(task, phase=PackPhase.MISSING, line=line.number))
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
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _confirmed(task: PackTask, order: Order, world: World) -> PackStep:
    match task.phase:
        case PackPhase.CARTON:
            return _carton(task, cartons.suggestion(world, task.order), world)
        case PackPhase.PARTLY:
            return _partly(task, order, world)
        case PackPhase.MISSING:
            line = order.line(task.line)
            lost = line.to_pack if line else 0
            body = {"line": task.line, "quantity": lost, "reason": "missing"}
            fact = NewFact(FactKind.PACK_SHORT, (Subject(Kind.ORDER, task.order),), body)
            sku = line.sku if line else ""
            said = outcome(
                Working.SHORT_RECORDED,
                sku=sku,
                found=line.packed if line else 0,
                wanted=line.ordered if line else 0,
            )
            back = replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)
            return after_short(back, said, (fact,), world, lost=lost)
        case PackPhase.WEIGHT:
            if not world.allows("accept_weight"):
                return Step(outcome(Anywhere.NO_PERMISSION, role="supervisor"), task)
            return sealed(task, (weight_accepted(task, world),))
        case PackPhase.SHELF:
            return _park(task, "")
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=Command.OK.value), task)


def _partly(task: PackTask, order: Order, world: World) -> PackStep:
    """Report everything that is in no box as short, and end the order with what is packed."""
    facts = tuple(
        NewFact(
            FactKind.PACK_SHORT,
            (Subject(Kind.ORDER, task.order),),
            {"line": line.number, "quantity": line.to_pack, "reason": "shipped_partly"},
        )
        for line in order.lines
        if line.to_pack
    )
    parcel = world.parcel(task.sscc)
    if parcel is not None and parcel.units:
        return sealed(task, facts)
    boxes = boxes_before(task, order)
    if not boxes:
        back = replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)
        return Step(outcome(Packing.PARCEL_EMPTY), back)
    said = outcome(Packing.ORDER_PACKED, order=order.ref, parcels=boxes)
    return without_box(task, said, facts, world)


def _park(task: PackTask, shelf: str) -> PackStep:
    fact = NewFact(FactKind.ORDER_PARKED, (Subject(Kind.ORDER, task.order),), {"shelf": shelf})
    return Step(outcome(Working.HELD, order=order_ref(task.order)), None, (fact,))


def prompt(task: PackTask, world: World) -> tuple[Prompt, dict[str, str | int]]:
    """The one thing to do now."""
    if task.stopped:
        return WorkPrompt.STOPPED, {"reason": task.stopped}
    order = world.order(task.order)
    match task.phase:
        case PackPhase.CARTON:
            return PackPrompt.CHOOSE_CARTON, {"carton": cartons.suggestion(world, task.order)}
        case PackPhase.ITEM:
            if task.typed:
                return WorkPrompt.SCAN_COUNTED, {"number": task.typed}
            return PackPrompt.SCAN_ITEM, {}
        case PackPhase.CAPTURE:
            return WorkPrompt.SCAN_SERIAL, {"sku": task.pending.sku if task.pending else ""}
        case PackPhase.REMOVE:
            return WorkPrompt.SCAN_OUT, {}
        case PackPhase.DAMAGED:
            return WorkPrompt.SCAN_DAMAGED, {}
        case PackPhase.MISSING:
            line = order.line(task.line) if order else None
            return WorkPrompt.HOW_MANY_FOUND, {
                "sku": line.sku if line else "",
                "number": line.packed if line else 0,
            }
        case PackPhase.PARTLY:
            lines = sum(1 for line in order.lines if line.to_pack) if order else 0
            return PackPrompt.SHIP_PARTLY, {"lines": lines}
        case PackPhase.WEIGHT:
            parcel = world.parcel(task.sscc)
            expected = weights.expected(parcel, task.carton, world) if parcel else None
            wanted = expected.grams if expected else 0
            return PackPrompt.CHECK_WEIGHT, {"grams": task.grams or 0, "expected": wanted}
        case PackPhase.SHELF:
            return PackPrompt.HOLD_SHELF, {}
        case PackPhase.LABEL:
            return _label_prompt(world.parcel(task.sscc))
        case PackPhase.REPRINT:
            return PackPrompt.REPRINT_REASON, {}


def _label_prompt(parcel: Parcel | None) -> tuple[Prompt, dict[str, str | int]]:
    label = parcel.label if parcel else Label.NONE
    if label is Label.SENT:
        return PackPrompt.SCAN_LABEL, {}
    if label is Label.DOUBTFUL and parcel is not None:
        return PackPrompt.LABEL_DOUBTFUL, {"reason": parcel.label_reason}
    if label is Label.FAILED and parcel is not None:
        return PackPrompt.LABEL_TROUBLE, {"reason": parcel.label_reason}
    return PackPrompt.LABEL_PRINTING, {}
