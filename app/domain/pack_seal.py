"""Sealing a box and proving its label: only the box's own label closes it."""

from __future__ import annotations

from dataclasses import replace

from app.domain import weights
from app.domain.commands import Command
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.orders import Order, Stage, Sub
from app.domain.outcome import OutcomeKind, outcome
from app.domain.pack_task import PackStep, PackTask, Phase, subjects_of
from app.domain.world import Hit, HitKind, Step, Want, Wish, World

O = OutcomeKind  # noqa: E741  short for a long table of names


def seal(task: PackTask, facts: tuple[NewFact, ...], world: World, *, added: int = 0) -> PackStep:
    """The contents are complete: the label is made, unless a weight taken now says otherwise."""
    parcel = world.parcel(task.sscc)
    units = (parcel.units if parcel else 0) + added
    if task.grams is not None and task.weighed_units == units and parcel is not None:
        check = weights.check(parcel, task.carton, task.grams, world)
        if check is not None and check.kind is O.WEIGHT_OFF:
            return Step(check, replace(task, phase=Phase.WEIGHT), facts)
    return sealed(task, facts)


def sealed(task: PackTask, facts: tuple[NewFact, ...]) -> PackStep:
    fact = NewFact(FactKind.PARCEL_SEALED, subjects_of(task.order, task.sscc), {"sscc": task.sscc})
    said = outcome(O.PARCEL_CLOSED, parcel=task.number, sscc=task.sscc)
    wishes = (Wish(Want.LABEL, task.sscc), Wish(Want.SLIP, task.sscc))
    sealed = replace(task, phase=Phase.LABEL, steps=(), typed="", prints=1)
    return Step(said, sealed, (*facts, fact), wishes)


def prove(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """Only the box's own label closes it."""
    scanned = hit.id if hit.kind is HitKind.PARCEL else hit.reading.sscc
    if not scanned:
        return Step(outcome(O.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    if scanned != task.sscc:
        other = world.parcel(scanned)
        whose = world.order(other.order) if other else None
        fact = NewFact(
            FactKind.LABEL_MISMATCH,
            subjects_of(task.order, task.sscc),
            {"sscc": task.sscc, "scanned": scanned},
        )
        said = outcome(
            O.WRONG_LABEL, sscc=scanned, order=whose.ref if whose else "", wanted=task.sscc
        )
        return Step(said, replace(task, stopped="label"), (fact,))
    fact = NewFact(FactKind.LABEL_PROVEN, subjects_of(task.order, task.sscc), {"sscc": task.sscc})
    if order.packed_out:
        return _finished(task, order, (fact,))
    said = outcome(O.LABEL_PROVEN, sscc=task.sscc, parcel=task.number)
    return Step(said, PackTask(task.order, number=task.number + 1), (fact,))


def _finished(task: PackTask, order: Order, facts: tuple[NewFact, ...]) -> PackStep:
    """The order is packed; boxes sealed without a proven label stay a state of their own."""
    open_labels = [
        mark for mark in order.live_parcels if mark.stage is Stage.SEALED and mark.sscc != task.sscc
    ]
    said = outcome(O.ORDER_PACKED, order=order.ref, parcels=len(order.live_parcels))
    if open_labels:
        said = outcome(O.LABEL_MISSING, order=order.ref)
    if order.sub is not Sub.PACKED:
        facts = (*facts, packed_fact(task.order, order))
    return Step(said, None, facts)


def packed_fact(name: str, order: Order) -> NewFact:
    totes = tuple(Subject(Kind.TOTE, tote) for tote in order.totes)
    return NewFact(FactKind.ORDER_PACKED, (Subject(Kind.ORDER, name), *totes), {"order": name})


def label_command(task: PackTask, pressed: Command, order: Order) -> PackStep:
    match pressed:
        case Command.PRINT:
            count = task.prints + 1
            fact = NewFact(
                FactKind.LABEL_REPRINTED,
                subjects_of(task.order, task.sscc),
                {"sscc": task.sscc, "count": count},
            )
            said = outcome(O.REPRINTING, sscc=task.sscc, count=count)
            wishes = (Wish(Want.LABEL, task.sscc),)
            return Step(said, replace(task, prints=count), (fact,), wishes)
        case Command.UNDO:
            return _reopened(task)
        case Command.FINISH | Command.NEXT | Command.HOLD | Command.HOME:
            # Office trouble never keeps a bench: the box waits, sealed and without a proven label.
            said = outcome(O.LABEL_MISSING, order=order.ref)
            if not order.packed_out:
                fact = NewFact(FactKind.PACK_LEFT, (Subject(Kind.ORDER, task.order),))
                return Step(said, None, (fact,))
            if order.sub is Sub.PACKED:
                return Step(said, None)
            return Step(said, None, (packed_fact(task.order, order),))
        case _:
            return Step(outcome(O.COMMAND_NOT_HERE, command=pressed.value), task)


def weight_answered(task: PackTask, pressed: Command, world: World) -> PackStep:
    """A supervisor accepts the weight, or the box is opened and counted again."""
    if pressed is Command.UNDO:
        return _reopened(task)
    if pressed is not Command.OK:
        return Step(outcome(O.ANSWER_FIRST), task)
    if not world.allows("accept_weight"):
        return Step(outcome(O.NO_PERMISSION, role="supervisor"), task)
    return Step(outcome(O.CLEARED), replace(task, stopped=""), (weight_accepted(task),))


def weight_accepted(task: PackTask) -> NewFact:
    return NewFact(
        FactKind.WEIGHT_ACCEPTED,
        subjects_of(task.order, task.sscc),
        {"sscc": task.sscc, "grams": task.grams},
    )


def _reopened(task: PackTask) -> PackStep:
    fact = NewFact(
        FactKind.PARCEL_REOPENED, subjects_of(task.order, task.sscc), {"sscc": task.sscc}
    )
    opened = replace(task, phase=Phase.ITEM, steps=(), stopped="", grams=None, weighed_units=-1)
    return Step(outcome(O.REOPENED, parcel=task.number), opened, (fact,))


def weigh(task: PackTask, grams: int, world: World) -> PackStep:
    """A stable weight of the box. A partly filled box is only noted: it proves nothing."""
    parcel = world.parcel(task.sscc)
    if parcel is None:
        return Step(outcome(O.WEIGHT_NOTED, grams=grams), task)
    fact = NewFact(
        FactKind.PARCEL_WEIGHED,
        subjects_of(task.order, task.sscc),
        {"sscc": task.sscc, "grams": grams},
    )
    noted = replace(task, grams=grams, weighed_units=parcel.units)
    if task.phase is not Phase.LABEL:
        return Step(outcome(O.WEIGHT_NOTED, grams=grams), noted, (fact,))
    said = weights.check(parcel, task.carton, grams, world)
    if said is None:
        return Step(outcome(O.WEIGHT_NOTED, grams=grams), noted, (fact,))
    stopped = "weight" if said.kind is O.WEIGHT_OFF else ""
    return Step(said, replace(noted, stopped=stopped or noted.stopped), (fact,))
