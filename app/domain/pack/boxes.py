"""From box to box: another type for an open one, the next one, and a closed one opened again.

A closed box has a proven label. To open it, or to give it another label, its number is withdrawn:
the goods go on in a box with another number, so that no scan of the old label proves anything.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.pack.task import (
    PackPhase,
    PackStep,
    PackTask,
    open_parcel,
    subjects_of,
    unplaced,
)
from app.domain.rows.orders import Order, ParcelMark, Stage
from app.domain.rows.stages import outdated
from app.domain.rows.things import Parcel
from app.domain.weighing.scale_watch import Watch
from app.domain.world import Hit, Step, Want, Wish, World


def carton(task: PackTask, code: str, world: World) -> PackStep:
    """A box type was scanned: it is opened, or the goods of the open box go into it."""
    if task.phase is PackPhase.CARTON:
        opened = open_parcel(task, code, world)
        if opened is None:
            return Step(outcome(Packing.NO_NUMBERS), task)
        return Step(outcome(Packing.CARTON_CHOSEN, carton=code), opened[0], (opened[1],))
    if task.phase in {PackPhase.LABEL, PackPhase.REPRINT}:
        return Step(outcome(Packing.OPEN_BOX_FIRST), task)
    if task.phase is not PackPhase.ITEM:
        return Step(outcome(Anywhere.NOT_HERE, code=code, what="carton"), task)
    said = outcome(Packing.CARTON_CHANGED, carton=code, parcel=task.number)
    if code == task.carton:
        return Step(said, task)
    body = {"sscc": task.sscc, "carton": code, "from": task.carton}
    fact = NewFact(FactKind.CARTON_CHANGED, subjects_of(task.order, task.sscc), body)
    watch = Watch() if task.watch is not None else None  # another box stands on the scale
    changed = replace(task, carton=code, grams=None, weighed_units=-1, watch=watch)
    return Step(said, changed, (fact,))


def waiting_box(task: PackTask, order: Order, world: World) -> PackTask | None:
    """The task at the first box that is open or has no proven label; None = there is none."""
    for mark in order.live_parcels:
        parcel = world.parcel(mark.sscc)
        if parcel is not None and mark.sscc != task.sscc and waits(mark, parcel, order):
            return at_box(task, mark, parcel, order)
    return None


def waits(mark: ParcelMark, parcel: Parcel, order: Order) -> bool:
    """Whether something is left to do at a box: to fill it, to prove its label, to renew that."""
    if mark.stage in {Stage.OPEN, Stage.SEALED}:
        return True
    return mark.stage is Stage.CLOSED and bool(outdated(parcel, order))


def at_box(task: PackTask, mark: ParcelMark, parcel: Parcel, order: Order) -> PackTask:
    """The task at this box, as somebody left it."""
    return PackTask(
        task.order,
        PackPhase.ITEM if mark.stage is Stage.OPEN else PackPhase.LABEL,
        mark.sscc,
        mark.number,
        parcel.carton,
        stopped=outdated(parcel, order) if mark.stage is Stage.CLOSED else "",
        prints=parcel.prints,
        totes=task.totes,
        steps=unplaced(task),
    )


def new_box(task: PackTask, order: Order) -> PackTask:
    """The task before the order's next box is chosen."""
    number = 1 + max((mark.number for mark in order.parcels), default=0)
    return PackTask(task.order, number=number, totes=task.totes, steps=unplaced(task))


# --- a closed box ---------------------------------------------------------------------------------


def box_scanned(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """The label of a box was scanned while another one is packed: shall it be opened again?"""
    mark = order.parcel(hit.id)
    if hit.id == task.sscc or mark is None or mark.stage not in {Stage.SEALED, Stage.CLOSED}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what="parcel"), task)
    if task.phase not in {PackPhase.ITEM, PackPhase.CARTON, PackPhase.OPEN_BOX}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what="parcel"), task)
    asked = replace(task, phase=PackPhase.OPEN_BOX, other=mark.sscc, typed="")
    return Step(outcome(Packing.OPEN_BOX_ASKED, parcel=mark.number), asked)


def ask_to_open(name: str, order: Order, sscc: str) -> PackStep:
    """The same question, asked of a box whose order is not open at this bench."""
    mark = order.parcel(sscc)
    if mark is None or mark.stage not in {Stage.SEALED, Stage.CLOSED}:
        return Step(outcome(Working.UNKNOWN_PARCEL, code=sscc), None)
    task = PackTask(name, PackPhase.OPEN_BOX, number=mark.number, other=sscc)
    return Step(outcome(Packing.OPEN_BOX_ASKED, parcel=mark.number), task)


def open_again(task: PackTask, order: Order, world: World) -> PackStep:
    """Open the closed box; its label is void from now on."""
    made = _renumbered(task, order, task.other, "opened", world)
    if isinstance(made, Outcome):
        return Step(made, left_alone(task, order, world))
    opened, facts = made
    said = outcome(Packing.BOX_OPENED, parcel=opened.number)
    return Step(said, opened, facts, (Wish(Want.CLAIM, task.order),))


def left_alone(task: PackTask, order: Order, world: World) -> PackTask | None:
    """The task without the question; None = the order was not open here for anything else."""
    if not task.sscc and order.worked_by != world.station:
        return None
    return replace(task, phase=PackPhase.ITEM if task.sscc else PackPhase.CARTON, other="")


def relabel(task: PackTask, order: Order, reason: str, world: World) -> PackStep:
    """Give the closed box a new number and a new label; its goods stay as they are.

    reason: "address_changed" or "carrier_changed".
    """
    made = _renumbered(task, order, task.sscc, reason, world)
    if isinstance(made, Outcome):
        return Step(made, task)
    new, facts = made
    body = {"sscc": new.sscc, "count": 1, "carrier": order.carrier, "service": order.service}
    sealed = NewFact(FactKind.PARCEL_SEALED, subjects_of(task.order, new.sscc), body)
    said = outcome(Packing.RELABELLED, sscc=new.sscc, parcel=new.number)
    waiting = replace(new, phase=PackPhase.LABEL, prints=1)
    wishes = (Wish(Want.LABEL, new.sscc, 1), Wish(Want.SLIP, new.sscc))
    return Step(said, waiting, (*facts, sealed), wishes)


def _renumbered(
    task: PackTask, order: Order, sscc: str, reason: str, world: World
) -> tuple[PackTask, tuple[NewFact, ...]] | Outcome:
    """The task at a box with another number that holds the goods of this one, and its facts."""
    old = world.parcel(sscc)
    if old is None:
        return outcome(Working.UNKNOWN_PARCEL, code=sscc)
    numbered = replace(task, number=old.number, other="", stopped="", typed="", line=0)
    opened = open_parcel(numbered, old.carton, world)
    if opened is None:
        return outcome(Packing.NO_NUMBERS)
    new, opening = opened
    serials = tuple(Subject(Kind.SERIAL, name) for name in old.serials)
    body = {
        "sscc": sscc,
        "order": task.order,
        "into": new.sscc,
        "reason": reason,
        "lines": [[item.line, item.quantity] for item in old.contents],
    }
    withdrawn = NewFact(FactKind.PARCEL_WITHDRAWN, (*subjects_of(task.order, sscc), *serials), body)
    return new, (withdrawn, opening, *_moved(old, new.sscc))


def _moved(old: Parcel, sscc: str) -> tuple[NewFact, ...]:
    facts = []
    for item in old.contents:
        body: dict[str, str | int] = {
            "line": item.line,
            "sku": item.sku,
            "quantity": item.quantity,
            "sscc": sscc,
            "order": old.order,
            "from": f"parcel:{old.sscc}",
        }
        subjects = subjects_of(old.order, sscc)
        if item.lot:
            body["lot"] = item.lot
        if item.serial:
            body["serial"] = item.serial
            subjects = (*subjects, Subject(Kind.SERIAL, serial_id(item.sku, item.serial)))
        facts.append(NewFact(FactKind.UNIT_PACKED, subjects, body))
    return tuple(facts)
