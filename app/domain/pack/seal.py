"""Sealing a box, after a check of its weight if there is one."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.facts import FactKind, NewFact
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing
from app.domain.pack.task import PackPhase, PackStep, PackTask, subjects_of
from app.domain.pack.weight import taught, weighed, weight_accepted
from app.domain.weighing import weights
from app.domain.weighing.outcome import Weighing
from app.domain.world import Step, Want, Wish, World


def seal(task: PackTask, facts: tuple[NewFact, ...], world: World, *, added: int = 0) -> PackStep:
    """Seal the box and print its label, unless the weight on the scale does not fit its contents.

    added: units of this very turn, which the parcel's row does not have yet.
    """
    parcel = world.parcel(task.sscc)
    units = (parcel.units if parcel else 0) + added
    if task.grams is not None and task.weighed_units == units and parcel is not None:
        check = weights.check(parcel, task.carton, task.grams, world, task.packs)
        facts = (*facts, weighed(task, parcel, check, world))
        task = taught(task, check)
        if check is not None and check.kind is Weighing.WEIGHT_OFF:
            return Step(check, replace(task, phase=PackPhase.WEIGHT), facts)
    return sealed(task, facts, world)


def sealed(task: PackTask, facts: tuple[NewFact, ...], world: World) -> PackStep:
    order = world.order(task.order)
    if order is not None and order.pickup:
        return _for_pickup(task, facts)
    body: dict[str, str | int] = {"sscc": task.sscc, "count": task.prints + 1}
    if order is not None:  # the label that is made now names these
        body |= {"carrier": order.carrier, "service": order.service}
    fact = NewFact(FactKind.PARCEL_SEALED, subjects_of(task.order, task.sscc), body)
    said = outcome(Packing.PARCEL_CLOSED, parcel=task.number, sscc=task.sscc)
    wishes = (Wish(Want.LABEL, task.sscc, task.prints + 1), Wish(Want.SLIP, task.sscc))
    sealed = replace(task, phase=PackPhase.LABEL, typed="", prints=task.prints + 1)
    return Step(said, sealed, (*facts, fact), wishes)


def _for_pickup(task: PackTask, facts: tuple[NewFact, ...]) -> PackStep:
    """Nobody carries the box away: it gets no label, and its slip says whose it is."""
    body = {"sscc": task.sscc, "pickup": True}
    fact = NewFact(FactKind.PARCEL_SEALED, subjects_of(task.order, task.sscc), body)
    said = outcome(Packing.PARCEL_CLOSED, parcel=task.number, sscc=task.sscc)
    wishes = (Wish(Want.SLIP, task.sscc, printed=True),)
    return Step(said, replace(task, phase=PackPhase.LABEL, typed=""), (*facts, fact), wishes)


def weight_answered(task: PackTask, pressed: Command, world: World) -> PackStep:
    """The answer to a wrong weight: OK of a supervisor accepts it, UNDO opens the box again."""
    if pressed is Command.UNDO:
        return reopened(task)
    if pressed is not Command.OK:
        return Step(outcome(Packing.ANSWER_FIRST), task)
    if not world.allows("accept_weight"):
        return Step(outcome(Anywhere.NO_PERMISSION, role="supervisor"), task)
    return Step(
        outcome(Anywhere.CLEARED), replace(task, stopped=""), (weight_accepted(task, world),)
    )


def reopened(task: PackTask) -> PackStep:
    fact = NewFact(
        FactKind.PARCEL_REOPENED, subjects_of(task.order, task.sscc), {"sscc": task.sscc}
    )
    opened = replace(
        task, phase=PackPhase.ITEM, stopped="", grams=None, weighed_units=-1, taught=False
    )
    return Step(outcome(Packing.REOPENED, parcel=task.number), opened, (fact,))
