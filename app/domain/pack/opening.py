"""Opening an order for packing: what must be read first, which totes must be here, at which box."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.outcome_work import Working
from app.domain.pack.boxes import new_box, waiting_box
from app.domain.pack.label import again, in_doubt, outdated_outcome
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackStep, PackTask
from app.domain.rows.orders import Order, OrderLine, Stage, Stop, Sub
from app.domain.rows.things import Label, Product
from app.domain.stops import stop_of
from app.domain.world import Step, Want, Wish, World


def start(name: str, order: Order, world: World, tote: str = "") -> PackStep:
    """Open an order at this bench, or go on where somebody left it.

    tote: the one that was scanned to open it, "" = none.
    """
    facts: tuple[NewFact, ...] = ()
    if order.sub is not Sub.PACKED:
        facts = (NewFact(FactKind.PACK_STARTED, (Subject(Kind.ORDER, name),)),)
    said = outcome(Working.ORDER_OPENED, order=order.ref)
    if order.parked:
        said = outcome(Packing.ORDER_FROM_SHELF, order=order.ref, shelf=order.parked)
    wishes: tuple[Wish, ...] = (Wish(Want.CLAIM, name),)
    empty = PackTask(name, totes=(tote,) if tote in order.totes else ())
    if order.stopped is Stop.SURPLUS and (taken := stop_of(order)) is not None:
        stopped = replace(new_box(empty, order), stopped=Stop.SURPLUS.value)
        return Step(taken, stopped, facts, wishes)
    task = waiting_box(empty, order, world)
    if task is None:
        return Step(said, begun(new_box(empty, order), order), facts, wishes)
    if task.phase is PackPhase.ITEM:
        return Step(said, begun(task, order), facts, wishes)
    if task.stopped:  # its label was proven, and its order goes elsewhere now
        return Step(outdated_outcome(task.stopped, order), task, facts, wishes)
    parcel = world.parcel(task.sscc)
    label = parcel.label if parcel else Label.NONE
    if label is Label.FAILED:
        retry = again(task, order, parcel.label_reason if parcel else "")
        return Step(said, retry.task, (*facts, *retry.facts), (*wishes, *retry.wishes))
    if label is Label.NONE and not order.pickup:
        # Nobody knows whether the label of this sealed box came out: the packer must look.
        facts = (*facts, in_doubt(task))
    return Step(said, task, facts, wishes)


def begun(task: PackTask, order: Order) -> PackTask:
    """The task at the first thing that must be done before units go into the box."""
    if notes_of(order):
        return replace(task, phase=PackPhase.NOTE)
    mark = order.parcel(task.sscc)
    if mark is not None and mark.stage is not Stage.OPEN:
        return replace(task, phase=PackPhase.LABEL)
    if not task.sscc and missing_totes(task, order):
        return replace(task, phase=PackPhase.TOTES)
    return replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON)


# --- totes ----------------------------------------------------------------------------------------


def missing_totes(task: PackTask, order: Order) -> tuple[str, ...]:
    """The order's totes that nobody scanned here; one tote alone need not be scanned."""
    if len(order.totes) < 2:
        return ()
    return tuple(tote for tote in order.totes if tote not in task.totes)


def tote_scanned(task: PackTask, code: str, order: Order) -> PackStep:
    """One of the order's own totes is here."""
    task = replace(task, totes=tuple(dict.fromkeys((*task.totes, code))))
    left = missing_totes(task, order)
    if left:
        return Step(outcome(Packing.TOTE_ASKED, tote=left[0]), task)
    if task.phase is PackPhase.TOTES:
        task = begun(task, order)
    return Step(outcome(Packing.TOTE_HERE, tote=code), task)


def without_totes(task: PackTask, order: Order) -> PackStep:
    """The packer goes on without the totes that are not here; they stay the order's."""
    left = missing_totes(task, order)
    phase = PackPhase.ITEM if task.sscc else PackPhase.CARTON
    said = outcome(Packing.TOTE_LEFT, tote=", ".join(left))
    return Step(said, replace(task, phase=phase))


# --- notes ----------------------------------------------------------------------------------------


def notes_of(order: Order) -> tuple[str, ...]:
    """What the shop wants the packer to know of the whole order, and nobody has confirmed."""
    return _unread(order, order.note, order.gift_message)


def notes_of_line(order: Order, line: OrderLine, product: Product | None) -> tuple[str, ...]:
    """What is to be known of a line's units before the first goes into a box."""
    return _unread(order, line.note, product.note if product else "")


def _unread(order: Order, *texts: str) -> tuple[str, ...]:
    return tuple(text for text in dict.fromkeys(texts) if text and text not in order.read)


def note_confirmed(order: str, texts: tuple[str, ...]) -> NewFact:
    return NewFact(FactKind.NOTE_CONFIRMED, (Subject(Kind.ORDER, order),), {"notes": list(texts)})
