"""Units that are counted: scanned one by one, as packs, or told as one number."""

from __future__ import annotations

from dataclasses import replace

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.count import jobs
from app.domain.count.outcome import Counting
from app.domain.count.task import CountPhase, CountTask, dated, tallies
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.world import Hit, HitKind, Step, World

CountStep = Step[CountTask]


def scanned(task: CountTask, hit: Hit, world: World) -> CountStep:
    """Goods were scanned."""
    refused = jobs.wrong_goods(task, hit.id)
    if refused is not None:
        return Step(refused, task)
    product = world.product(hit.id)
    unit = capture.from_scan(hit, world, task.typed)
    if isinstance(unit, Outcome):
        return Step(unit, replace(task, typed=""))
    told = unit.serial and product is not None and product.track_serial
    if told and any((one.sku, one.serial) == (hit.id, unit.serial) for one in task.units):
        return Step(outcome(Working.SERIAL_REPEATED, serial=unit.serial), task)
    lost = capture.separator_lost(hit.id, hit.reading, task.before)
    if lost is not None:
        return Step(lost, task)
    if product is None or not product.track_lot:
        unit = replace(unit, lot="")
    return _told(task, unit, world)


def all_of_it(task: CountTask, world: World) -> CountStep:
    """The number that was typed is all there is of the SKU that is to be counted.

    A number does not tell lots from each other: where the books know several, they are scanned.
    """
    number, lots = int(task.typed), tallies(task)
    task = replace(task, typed="")
    if not number:
        return Step(outcome(Counting.UNIT_COUNTED, sku=task.sku, counted=0), task)
    if len(lots) > 1:
        return Step(outcome(Counting.LOTS_APART, sku=task.sku), task)
    return _told(task, Unit(task.sku, number, lots[0].lot if lots else ""), world)


def missing(task: CountTask, unit: Unit, world: World) -> Missing | None:
    """What must still be known of a unit, so that it can be told from others in its bin."""
    product = world.product(unit.sku)
    if product is not None and product.track_lot and not unit.lot:
        return Missing.LOT
    if task.before and unit.expiry is None and dated(task.before, unit.sku, unit.lot):
        return Missing.EXPIRY
    return None


def told(task: CountTask, pending: Unit, hit: Hit, world: World) -> CountStep:
    """The lot or the date of `pending` was scanned."""
    if hit.kind not in {HitKind.TEXT, HitKind.PRODUCT}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    lost = capture.separator_lost(pending.sku, hit.reading, task.before)
    unit = lost or capture.answered(pending, missing(task, pending, world) or Missing.LOT, hit)
    if isinstance(unit, Outcome):
        return Step(unit, task)
    return _told(task, unit, world)


def _told(task: CountTask, unit: Unit, world: World) -> CountStep:
    what = missing(task, unit, world)
    if what is None:
        return _counted(task, unit)
    asking = replace(task, phase=CountPhase.LOT, pending=unit, typed="")
    return Step(capture.ask(what, unit.sku), asking)


def _counted(task: CountTask, unit: Unit) -> CountStep:
    units = (*task.units, unit)
    task = replace(task, phase=CountPhase.ITEMS, units=units, pending=None, typed="")
    counted = sum(one.quantity for one in units if (one.sku, one.lot) == (unit.sku, unit.lot))
    return Step(outcome(Counting.UNIT_COUNTED, sku=unit.sku, counted=counted), task)
