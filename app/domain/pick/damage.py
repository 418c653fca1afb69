"""A unit that was found damaged in its bin, or on the way from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain import capture, codec, serials
from app.domain.capture import Missing, Unit
from app.domain.damage import Broken, put, takes_damaged, wrong_place
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pick.outcome import Picking
from app.domain.pick.task import PickTask
from app.domain.pick.walk import resting
from app.domain.plan import checks
from app.domain.rows.things import Bin
from app.domain.world import Hit, HitKind, Step, World

PickStep = Step[PickTask]


def damaged(task: PickTask, hit: Hit, world: World) -> PickStep:
    """The unit that was scanned is damaged."""
    stop = task.stop
    if hit.id != stop.sku:
        return Step(
            outcome(
                Picking.WRONG_PRODUCT,
                code=hit.reading.text,
                sku=hit.id,
                name=hit.id,
                wanted=stop.sku,
            ),
            task,
        )
    unit = capture.from_scan(hit, world, task.typed, capture.MOST)
    task = replace(task, typed="")
    if isinstance(unit, Outcome):
        return Step(unit, task)
    if not unit.lot and capture.missing(world.product(stop.sku), unit) is Missing.LOT:
        lots = _lots(world.bin(stop.bin), stop.sku)
        if len(lots) != 1:  # which lot the stock loses must be known
            return Step(capture.ask(Missing.LOT, stop.sku), replace(task, pending=unit))
        unit = replace(unit, lot=lots[0])
    return _serial_or_broken(task, unit, world)


def _lots(place: Bin | None, sku: str) -> list[str]:
    stock = place.stock if place else ()
    there = (item for item in stock if item.sku == sku and item.quantity > 0 and item.pickable)
    return list(dict.fromkeys(item.lot for item in there if item.lot))


def damaged_lot(task: PickTask, unit: Unit, hit: Hit, world: World) -> PickStep:
    """The lot or serial number of the damaged unit that was scanned before."""
    if hit.kind not in {HitKind.TEXT, HitKind.PRODUCT}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    what = missing(unit, world)
    filled = capture.answered(unit, what, hit)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    if what is Missing.LOT and not filled.lot:
        return Step(capture.ask(Missing.LOT, unit.sku), task)
    return _serial_or_broken(task, filled, world)


def missing(unit: Unit, world: World) -> Missing:
    """What is asked of a damaged unit: its lot, or after that its serial number."""
    asked = capture.missing(world.product(unit.sku), replace(unit, expiry=world.today))
    return asked or Missing.LOT


def _serial_or_broken(task: PickTask, unit: Unit, world: World) -> PickStep:
    if capture.missing(world.product(unit.sku), unit, lots=False) is not None:
        return Step(capture.ask(Missing.SERIAL, unit.sku), replace(task, pending=unit))
    refused = serials.refused(unit, task.order, world, task.stop.bin) if unit.serial else None
    if refused is not None:
        return Step(refused, replace(task, pending=None))
    return _broken(task, unit, world)


def _broken(task: PickTask, unit: Unit, world: World) -> PickStep:
    stop, place = task.stop, world.bin(task.stop.bin)
    order = world.order(task.order)
    owner = order.owner if order else ""
    key = capture.key_of(unit, place, lambda key: key.owner == owner, owner)
    body: dict[str, Any] = {
        "line": stop.line,
        "sku": stop.sku,
        "bin": stop.bin,
        "quantity": unit.quantity,
        "from": f"bin:{stop.bin}",
        "key": codec.dump(key),
    }
    if unit.pack:
        body["pack"] = codec.dump(unit.pack)
    if unit.lot:
        body["lot"] = unit.lot
    subjects: tuple[Subject, ...] = (Subject(Kind.ORDER, task.order), Subject(Kind.BIN, stop.bin))
    if unit.serial:
        body["serial"] = unit.serial
        subjects = (*subjects, Subject(Kind.SERIAL, serial_id(unit.sku, unit.serial)))
    fact = NewFact(FactKind.UNIT_DAMAGED, subjects, body)
    said = outcome(Working.DAMAGED_RECORDED, sku=stop.sku, units=unit.quantity)
    facts: tuple[NewFact, ...] = (fact,)
    if place is not None:
        facts += checks.after_taking(place, stop.sku, unit.quantity, world)
    broken = (*task.broken, Broken(key, unit.quantity, serial=unit.serial))
    return Step(said, replace(task, pending=None, phase=resting(task), broken=broken), facts)


def put_away(task: PickTask, place: Bin, world: World) -> PickStep | None:
    """A place for damaged goods was scanned: what was damaged on this walk lies there now.

    None = it is no such place, or nothing was damaged.
    """
    if not task.broken or not takes_damaged(place):
        return None
    refused = wrong_place(task.broken, place, world)
    if refused is not None:
        return Step(refused, task)
    units = sum(one.quantity for one in task.broken)
    said = outcome(Working.DAMAGED_PUT_AWAY, units=units, bin=place.code)
    facts = tuple(put(one, place.code, task.order) for one in task.broken)
    return Step(said, replace(task, broken=()), facts)
