"""A box's label: a scan of it proves it; it is printed again only for a stated reason."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack import boxes, copies
from app.domain.pack.outcome import Packing
from app.domain.pack.seal import reopened
from app.domain.pack.task import PackPhase, PackStep, PackTask, room, subjects_of
from app.domain.rows.orders import Order, Stage, Sub
from app.domain.rows.stages import outdated
from app.domain.rows.things import Label, Parcel
from app.domain.world import Hit, HitKind, Step, Want, Wish, World


class Reprint(StrEnum):
    """Why a packer wants a label again that was already sent to the printer."""

    NOT_OUT = "not_out"  # it never came out of the printer
    UNREADABLE = "unreadable"
    LOST = "lost"  # torn, dirty, on the floor


REPRINTS = (Reprint.NOT_OUT, Reprint.UNREADABLE, Reprint.LOST)
"""In the order of the digits 1, 2, 3 that choose them."""


def reprint_reason(pressed: Command) -> Reprint | None:
    """The reason that a digit command stands for; None for any other command."""
    digit = pressed.digit
    return REPRINTS[digit - 1] if digit and digit <= len(REPRINTS) else None


def clears(reason: Reprint, parcel: Parcel | None) -> bool:
    """Whether the printer may still hold the old label, so that its queue must be cleared first."""
    doubtful = parcel is not None and parcel.label is Label.DOUBTFUL
    return doubtful or reason is Reprint.NOT_OUT


def prove(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """A scan while the box waits for its label: only the box's own label closes it.

    A box that is collected waits for its shelf instead.
    """
    if order.pickup:
        return _shelf_scanned(task, hit, order, world)
    if hit.kind is HitKind.PRINTER:
        return elsewhere(task, hit.id, order, world)
    if hit.kind is HitKind.CARTON:
        return Step(outcome(Packing.OPEN_BOX_FIRST), task)
    scanned = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    if not scanned:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    if scanned != task.sscc:
        other = world.parcel(scanned)
        whose = world.order(other.order) if other else None
        fact = NewFact(
            FactKind.LABEL_MISMATCH,
            subjects_of(task.order, task.sscc),
            {"sscc": task.sscc, "scanned": scanned},
        )
        said = outcome(
            Packing.WRONG_LABEL, sscc=scanned, order=whose.ref if whose else "", wanted=task.sscc
        )
        return Step(said, replace(task, stopped="label"), (fact,))
    parcel = world.parcel(task.sscc)
    changed = outdated(parcel, order)
    if changed:
        return Step(outdated_outcome(changed, order), replace(task, stopped=changed))
    doubt = copies.unproven(parcel, hit.reading.copy) if parcel else None
    if doubt is not None:
        stops = doubt.severity is Severity.STOP
        return Step(doubt, replace(task, stopped="label" if stops else task.stopped))
    body = {"sscc": task.sscc, "copy": hit.reading.copy or task.prints}
    fact = NewFact(FactKind.LABEL_PROVEN, subjects_of(task.order, task.sscc), body)
    said = outcome(Packing.LABEL_PROVEN, sscc=task.sscc, parcel=task.number)
    return _box_done(task, order, said, fact, world)


def _shelf_scanned(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """A shelf may be a bin; what the site knows as something else is no shelf."""
    if hit.kind is HitKind.BIN or (hit.kind is HitKind.TEXT and not hit.reading.gtin):
        return _shelved(task, hit.id, order, world)
    return Step(outcome(Packing.NOT_A_SHELF, code=hit.reading.text), task)


def _shelved(task: PackTask, shelf: str, order: Order, world: World) -> PackStep:
    """The box waits for its customer. shelf: "" = at this bench."""
    body = {"sscc": task.sscc, "order": task.order, "shelf": shelf}
    fact = NewFact(FactKind.PICKUP_SHELVED, subjects_of(task.order, task.sscc), body)
    said = outcome(Packing.SHELVED, parcel=task.number, shelf=shelf or world.station)
    return _box_done(task, order, said, fact, world)


def _box_done(task: PackTask, order: Order, said: Outcome, fact: NewFact, world: World) -> PackStep:
    """Go on after a box whose label or shelf is proven: to the next one, or the order is packed."""
    another = boxes.waiting_box(task, order, world)
    if another is not None and another.phase is PackPhase.ITEM:
        return Step(said, another, (fact,))
    if order.packed_out:
        return _finished(task, order, (fact,))
    if not any(room(line) for line in order.lines):
        left = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
        return Step(said, None, (fact, left))  # what is missing is picked first
    return Step(said, boxes.new_box(task, order), (fact,))


def outdated_outcome(changed: str, order: Order) -> Outcome:
    """Why a label is wrong now. changed: as `app.domain.rows.stages.outdated` says."""
    if changed == "carrier":
        return outcome(Working.CARRIER_OUTDATED, order=order.ref, carrier=order.carrier)
    return outcome(Working.LABEL_OUTDATED, order=order.ref)


def _finished(task: PackTask, order: Order, facts: tuple[NewFact, ...]) -> PackStep:
    """The order is packed. Boxes whose label nobody scanned stay sealed, and the answer says so."""
    open_labels = [
        mark for mark in order.live_parcels if mark.stage is Stage.SEALED and mark.sscc != task.sscc
    ]
    said = outcome(Packing.ORDER_PACKED, order=order.ref, parcels=len(order.live_parcels))
    if open_labels:
        said = outcome(Packing.LABEL_MISSING, order=order.ref)
    elif order.to_put_back:
        line, units = order.to_put_back[0]
        said = outcome(Packing.REST_GOES_BACK, order=order.ref, sku=line.sku, units=units)
    if order.sub is not Sub.PACKED:
        facts = (*facts, packed_fact(task, order))
    return Step(said, None, facts)


def packed_fact(task: PackTask, order: Order) -> NewFact:
    """The order is packed."""
    totes = tuple(Subject(Kind.TOTE, tote) for tote in freed_totes(task, order))
    body = {"order": task.order}
    return NewFact(FactKind.ORDER_PACKED, (Subject(Kind.ORDER, task.order), *totes), body)


def freed_totes(task: PackTask, order: Order) -> tuple[str, ...]:
    """The order's totes in which nothing can be any more when its packing ends.

    Not so what the shop does not want any more, and what is short and may lie in a tote that
    nobody saw here.
    """
    if order.to_put_back:
        return ()
    unseen = len(order.totes) > 1 and any(line.short for line in order.lines)
    return task.totes if unseen else order.totes


def label_command(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    """A command while the box waits for its label."""
    if order.pickup:
        return _pickup_command(task, pressed, order, world)
    if task.phase is PackPhase.REPRINT:
        return _reason_given(task, pressed, order, world)
    match pressed:
        case Command.PRINT:
            return _print_asked(task, order, world)
        case Command.SLIP:
            said = outcome(Packing.SLIP_PRINTED, order=order.ref)
            return Step(said, task, (), (Wish(Want.SLIP, task.sscc, printed=True),))
        case Command.UNDO:
            return reopened(task)
        case Command.FINISH | Command.NEXT | Command.HOLD | Command.HOME:
            # A broken printer must not keep a bench: the box waits, sealed, for its label.
            said = outcome(Packing.LABEL_MISSING, order=order.ref)
            if not order.packed_out:
                fact = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
                return Step(said, None, (fact,))
            if order.sub is Sub.PACKED:
                return Step(said, None)
            return Step(said, None, (packed_fact(task, order),))
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _pickup_command(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    """A command while a box that is collected waits for its shelf."""
    match pressed:
        case Command.OK:
            return _shelved(task, "", order, world)
        case Command.SLIP:
            said = outcome(Packing.SLIP_PRINTED, order=order.ref)
            return Step(said, task, (), (Wish(Want.SLIP, task.sscc, printed=True),))
        case Command.UNDO:
            return reopened(task)
        case _:
            return Step(outcome(Packing.SHELF_FIRST, order=order.ref), task)


def in_doubt(task: PackTask) -> NewFact:
    """The fact that nobody knows a label's fate: the program ended before the printer reported."""
    body = {
        "sscc": task.sscc,
        "count": max(task.prints, 1),
        "copy": max(task.prints, 1),
        "reason": "interrupted",
        "doubtful": True,
    }
    return NewFact(FactKind.LABEL_FAILED, subjects_of(task.order, task.sscc), body)


def _print_asked(task: PackTask, order: Order, world: World) -> PackStep:
    parcel = world.parcel(task.sscc)
    label = parcel.label if parcel else Label.NONE
    changed = outdated(parcel, order)
    if changed:
        return renewed(task, order, changed, world)
    if parcel is not None and label in {Label.FAILED, Label.DOUBTFUL}:
        return again(task, order, parcel.label_reason, clear=label is Label.DOUBTFUL)
    return Step(outcome(Packing.REPRINT_ASKED), replace(task, phase=PackPhase.REPRINT))


def renewed(task: PackTask, order: Order, changed: str, world: World) -> PackStep:
    """A new label for a box whose order goes elsewhere now.

    changed: "address" or "carrier". A box of another carrier, or whose label was proven, gets
    another number, so that its old label proves nothing any more.
    """
    parcel, reason = world.parcel(task.sscc), f"{changed}_changed"
    if parcel is not None and (parcel.stage is Stage.CLOSED or changed == "carrier"):
        return boxes.relabel(task, order, reason, world)
    return again(replace(task, stopped=""), order, reason, clear=True)


def _reason_given(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    reason, parcel = reprint_reason(pressed), world.parcel(task.sscc)
    if reason is not None:
        return again(task, order, reason.value, clear=clears(reason, parcel))
    if pressed in {Command.UNDO, Command.CLEAR, Command.HOME}:
        return Step(outcome(Anywhere.CLEARED), replace(task, phase=PackPhase.LABEL))
    return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def again(
    task: PackTask, order: Order, reason: str, *, clear: bool = False, printer: str = ""
) -> PackStep:
    """Print the label once more. reason: kept in the fact. printer: another bench's, "" = our own.

    clear: first throw away what the printer may still hold.
    """
    count = task.prints + 1
    body = {"sscc": task.sscc, "count": count, "reason": reason}
    body |= {"carrier": order.carrier, "service": order.service}
    said = outcome(Packing.REPRINTING, sscc=task.sscc, count=count)
    if printer:
        body["printer"] = printer
        said = outcome(Packing.SENT_ELSEWHERE, sscc=task.sscc, printer=printer)
    fact = NewFact(FactKind.LABEL_REPRINTED, subjects_of(task.order, task.sscc), body)
    wish = Wish(Want.LABEL, task.sscc, count, printer, clear)
    return Step(said, replace(task, phase=PackPhase.LABEL, prints=count), (fact,), (wish,))


def elsewhere(task: PackTask, printer: str, order: Order, world: World) -> PackStep:
    """Another bench's printer was scanned: it prints a label that failed or is wanted again."""
    parcel = world.parcel(task.sscc)
    asked = task.phase is PackPhase.REPRINT
    if parcel is None or not (asked or parcel.label in {Label.FAILED, Label.DOUBTFUL}):
        return Step(outcome(Anywhere.NOT_HERE, code=printer, what="printer"), task)
    return again(task, order, parcel.label_reason or Reprint.NOT_OUT.value, printer=printer)
