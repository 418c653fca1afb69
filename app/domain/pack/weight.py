"""Weights of the current box: noted, compared with its contents, followed unit by unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from app.domain.capture import Unit
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.pack.task import PackPhase, PackStep, PackTask, subjects_of
from app.domain.packs import PackCount
from app.domain.rows.things import Parcel
from app.domain.weighing import scale_guard, weights
from app.domain.weighing import scale_watch as unit_once
from app.domain.weighing.outcome import Weighing
from app.domain.weighing.scale_watch import StepVerdict, StepVerdictKind
from app.domain.weighing.weight_model import UnitWeight
from app.domain.weighing.weights import Packs
from app.domain.world import Step, World

_NONE = StepVerdictKind.NONE


def weigh(task: PackTask, grams: int, world: World, value: str = "", unit: str = "") -> PackStep:
    """A stable weight of the box in grams. The weight of a partly filled box is only noted.

    value, unit: the reading as the scale sent it.
    """
    parcel = world.parcel(task.sscc)
    said = outcome(Weighing.WEIGHT_NOTED, grams=grams)
    if parcel is None or grams <= scale_guard.ZERO_G:
        return Step(said, task)  # no box is open, or it was lifted off the scale
    noted = replace(
        task, grams=grams, weighed_units=parcel.units, value=value or str(grams), unit=unit or "g"
    )
    if task.phase not in {PackPhase.LABEL, PackPhase.REPRINT}:
        return _watched(noted, grams, parcel, world)
    check = weights.check(parcel, task.carton, grams, world, task.packs)
    fact = weighed(noted, parcel, check, world)
    noted = taught(noted, check)
    if check is not None and check.kind is Weighing.WEIGHT_OFF:
        return Step(check, replace(noted, stopped="weight"), (fact,))
    if noted.stopped == "weight":
        noted = replace(noted, stopped="")  # the goods were put right
    noted, question = _complete(noted, grams, world)
    return Step(question or check or said, noted, (fact,))


def _complete(task: PackTask, grams: int, world: World) -> tuple[PackTask, Outcome | None]:
    """The box is complete: ask once about scans without a weight step, and steps without a scan."""
    if task.watch is None:
        return task, None
    watch, verdict = unit_once.settled(task.watch, grams, _candidates(task, world))
    asked = _question(verdict, world)
    while (found := unit_once.finished(watch, _candidates(task, world)))[1].kind is not _NONE:
        watch, verdict = found
        asked = asked or _question(verdict, world)
    return replace(task, watch=watch), asked


def taught(task: PackTask, check: Outcome | None) -> PackTask:
    """The task after `weighed`: a box of right weight teaches once, however often it is weighed."""
    right = check is not None and check.kind is Weighing.WEIGHT_OK
    return replace(task, taught=task.taught or right)


def weighed(task: PackTask, parcel: Parcel, check: Outcome | None, world: World) -> NewFact:
    """The fact of a whole parcel's weight. A right one also carries what its units weigh.

    A box with packs in it teaches nothing: their cardboard would be taken for the units' weight.
    """
    subjects = subjects_of(task.order, task.sscc)
    verdict = check.kind.value if check else ""
    body: dict[str, object] = {
        "sscc": task.sscc,
        "grams": task.grams,
        "value": task.value,
        "unit": task.unit,
        "verdict": verdict,
    }
    if check is not None and check.kind is Weighing.WEIGHT_OK and not (task.taught or task.packs):
        return _teaching(FactKind.PARCEL_WEIGHED, task, parcel, body, world)
    return NewFact(FactKind.PARCEL_WEIGHED, subjects, body)


def weight_accepted(task: PackTask, world: World) -> NewFact:
    """The fact that a supervisor found the box right; it also carries what its units weigh."""
    parcel = world.parcel(task.sscc)
    body: dict[str, object] = {"sscc": task.sscc, "grams": task.grams}
    if parcel is None or task.packs:
        return NewFact(FactKind.WEIGHT_ACCEPTED, subjects_of(task.order, task.sscc), body)
    return _teaching(FactKind.WEIGHT_ACCEPTED, task, parcel, body, world)


def _teaching(
    kind: FactKind, task: PackTask, parcel: Parcel, body: dict[str, object], world: World
) -> NewFact:
    learned = weights.observed(parcel, task.carton, task.grams or 0, world)
    names = tuple(Subject(Kind.WEIGHT, name) for name, _, _ in learned)
    subjects = (*subjects_of(task.order, task.sscc), *names)
    return NewFact(kind, subjects, {**body, "learned": [list(one) for one in learned]})


def _watched(task: PackTask, grams: int, parcel: Parcel, world: World) -> PackStep:
    said = outcome(Weighing.WEIGHT_NOTED, grams=grams)
    if task.watch is None:
        return Step(said, task)
    watch, verdict = unit_once.settled(task.watch, grams, _candidates(task, world))
    return Step(_question(verdict, world) or said, replace(task, watch=watch))


def _candidates(task: PackTask, world: World) -> dict[str, UnitWeight]:
    order = world.order(task.order)
    skus = {line.sku for line in order.lines} if order else set()
    return {sku: weights.unit_weight(sku, world) for sku in sorted(skus)}


def _question(verdict: StepVerdict, world: World) -> Outcome | None:
    product = world.product(verdict.sku) if verdict.sku else None
    name = product.name if product else verdict.sku
    match verdict.kind:
        case StepVerdictKind.TWICE:
            return outcome(Weighing.SCANNED_TWICE, sku=verdict.sku, name=name)
        case StepVerdictKind.NOT_PUT:
            return outcome(Weighing.NOT_PUT_IN, sku=verdict.sku, name=name)
        case StepVerdictKind.UNSCANNED:
            return outcome(Weighing.UNSCANNED_UNIT, grams=verdict.grams, sku=verdict.sku, name=name)
        case StepVerdictKind.TAKEN_OUT:
            grams = abs(verdict.grams)
            return outcome(Weighing.TAKEN_OUT_UNSCANNED, grams=grams, sku=verdict.sku, name=name)
        case StepVerdictKind.NONE | StepVerdictKind.MATCHED:
            return None


def with_scan(task: PackTask, unit: Unit, world: World, *, out: bool = False) -> PackTask:
    """Units were scanned in or out: expect their step of weight, and note their packs."""
    if unit.pack is not None:
        task = replace(task, packs=_packs(task.packs, (unit.sku, unit.pack), out=out))
    if task.watch is None:
        return task
    weight = weights.unit_weight(unit.sku, world)
    if unit.pack is not None:
        weight = weights.in_pack(unit.sku, unit.pack, world)
    change = unit_once.removed if out else unit_once.scanned
    return replace(task, watch=change(task.watch, unit.sku, weight, unit.quantity))


def _packs(packs: Packs, one: tuple[str, PackCount], *, out: bool) -> Packs:
    """The packs with these, or without them as far as they are there."""
    sku, pack = one
    counts = Counter({(name, old.level, old.units): old.count for name, old in packs})
    counts[sku, pack.level, pack.units] += -pack.count if out else pack.count
    left = (
        (name, PackCount(level, count, units)) for (name, level, units), count in counts.items()
    )
    return tuple((name, found) for name, found in left if found.count > 0)
