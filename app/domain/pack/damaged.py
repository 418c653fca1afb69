"""A unit that turns out to be damaged at the bench: which one, where it lies now, what then.

Its facts are made at its own scan. What is asked after that may be left: nothing of it is lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain import capture, codec, damage
from app.domain.capture import Missing, Unit
from app.domain.commands import Command
from app.domain.damage import Broken
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.outcome import Outcome, Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pack.picked import not_the_picked_one
from app.domain.pack.shortage import after_short, short_fact, short_undone, wait_for_rest
from app.domain.pack.task import (
    Packed,
    PackPhase,
    PackStep,
    PackTask,
    open_line,
    resting,
    room,
    source_of,
    unplaced,
)
from app.domain.plan.places import may_pick
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.domain.world import Hit, HitKind, Step, World

Asked = tuple[Prompt, dict[str, str | int]]


def damaged(task: PackTask, line: OrderLine, unit: Unit, order: Order, world: World) -> PackStep:
    """Units are damaged. Which ones is asked as far as their picker has noted it."""
    other = not_the_picked_one(unit, line, order)
    if other is not None:
        return Step(other, replace(task, pending=None))
    what = _missing(line, unit, world)
    if what is not None:
        asking = replace(task, phase=PackPhase.DAMAGED, pending=unit, line=line.number)
        return Step(capture.ask(what, unit.sku), asking)
    if not unit.lot:
        unit = replace(unit, lot=next((one.lot for one in _taken(line, unit)), ""))
    return _recorded(task, line, unit, order, world)


def scanned(task: PackTask, hit: Hit, order: Order, world: World) -> PackStep:
    """What is asked of a damaged unit: first which one it is, then where it lies."""
    if task.pending is not None:
        return _told(task, task.pending, hit, order, world)
    place = world.bin(hit.id) if hit.kind is HitKind.BIN else None
    return _asked_again(task, world) if place is None else put_away(task, place, world)


def _told(task: PackTask, unit: Unit, hit: Hit, order: Order, world: World) -> PackStep:
    """The lot or serial number of the damaged unit that was scanned before."""
    line = open_line(order, unit.sku)
    if line is None:
        return Step(outcome(Anywhere.CLEARED), replace(resting(task), pending=None))
    if hit.kind not in {HitKind.TEXT, HitKind.PRODUCT}:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    what = _missing(line, unit, world) or Missing.LOT
    filled = capture.answered(unit, what, hit)
    return (
        Step(filled, task)
        if isinstance(filled, Outcome)
        else damaged(task, line, filled, order, world)
    )


def prompt(task: PackTask, order: Order | None, world: World) -> Asked:
    """What the next scan is to tell of the damaged unit: which one it is, or where it lies."""
    if task.phase is PackPhase.DAMAGED_BIN:
        return PackPrompt.DAMAGED_PLACE, {"bin": damage.place_for(_last(task)[1], world)}
    unit = task.pending
    line = open_line(order, unit.sku) if order and unit else None
    if unit is None or line is None:
        return WorkPrompt.SCAN_DAMAGED, {}
    serial = _missing(line, unit, world) is Missing.SERIAL
    return WorkPrompt.SCAN_SERIAL if serial else WorkPrompt.SCAN_LOT, {"sku": unit.sku}


def _missing(line: OrderLine, unit: Unit, world: World) -> Missing | None:
    product = world.product(unit.sku)
    if product is not None and product.track_serial and not unit.serial:
        return Missing.SERIAL
    lots = {one.lot for one in _taken(line, unit)}
    return Missing.LOT if len(lots) > 1 and not unit.lot else None


def _taken(line: OrderLine, unit: Unit) -> list[Any]:
    """What was picked for the line and may be this unit."""
    return [
        one
        for one in line.taken
        if one.quantity > 0 and unit.serial in {"", one.serial} and unit.lot in {"", one.lot}
    ]


def _recorded(task: PackTask, line: OrderLine, unit: Unit, order: Order, world: World) -> PackStep:
    """The unit is the order's no more. Without any in stock the order goes without it."""
    stock = _in_stock(unit.sku, world)
    broken = Broken(_key(unit, world), unit.quantity, serial=unit.serial)
    step = Packed(line.number, unit, broken=broken, fetch=stock > 0)
    body = {**_body(step, source_of(order, world)), "fetch": stock > 0}
    facts: tuple[NewFact, ...] = (_fact(FactKind.UNIT_DAMAGED, task, body, unit),)
    task = replace(task, line=line.number, pending=None)
    if not stock:
        step = replace(step, short=unit.quantity)
        facts = (*facts, short_fact(task.order, line, unit.quantity, "damaged"))
    task = replace(task, steps=(*task.steps, step))
    place = damage.place_for(broken, world)
    if not place:  # nothing can be asked: the site has no place for damaged goods
        return _onward(task, step, facts, None, world, lost=step.short)
    said = outcome(Packing.DAMAGED_TO, sku=unit.sku, units=unit.quantity, bin=place)
    return Step(said, replace(task, phase=PackPhase.DAMAGED_BIN), facts)


def _in_stock(sku: str, world: World) -> int:
    places = (place for place in world.bins_of(sku) if may_pick(place))
    return sum(max(0, place.quantity(sku)) for place in places)


def _key(unit: Unit, world: World) -> StockKey:
    """What the unit was before: as goods of its lot lie in a bin, if they do."""
    told = StockKey(unit.sku, unit.lot, unit.expiry)
    same = (capture.key_of(unit, place) for place in world.bins_of(unit.sku))
    best = next((key for key in same if key.lot == unit.lot and key.expiry), told)
    return replace(told, expiry=best.expiry, best_before=best.best_before, owner=best.owner)


def _body(step: Packed, source: str) -> dict[str, Any]:
    assert step.broken is not None
    unit = step.unit
    body: dict[str, Any] = {
        "line": step.line,
        "sku": unit.sku,
        "quantity": unit.quantity,
        "from": source,
        "key": codec.dump(step.broken.key),
    }
    if unit.pack:
        body["pack"] = codec.dump(unit.pack)
    if unit.lot:
        body["lot"] = unit.lot
    if unit.serial:
        body["serial"] = unit.serial
    return body


def _fact(kind: FactKind, task: PackTask, body: dict[str, Any], unit: Unit) -> NewFact:
    subjects: tuple[Subject, ...] = (Subject(Kind.ORDER, task.order),)
    if unit.serial:
        subjects = (*subjects, Subject(Kind.SERIAL, serial_id(unit.sku, unit.serial)))
    if kind is FactKind.UNIT_DAMAGED:
        body = {**body, "reason": "damaged"}
    return NewFact(kind, subjects, body)


# --- its place ------------------------------------------------------------------------------------


def homeless(task: PackTask) -> tuple[Broken, ...]:
    """What was damaged at this task and has no place yet, oldest first."""
    return tuple(step.broken for step in unplaced(task) if step.broken is not None)


def put_away(task: PackTask, place: Bin, world: World) -> PackStep:
    """A place for damaged goods was scanned: those that had none lie there now."""
    broken = homeless(task)
    refused = damage.wrong_place(broken, place, world)
    if refused is not None:
        return Step(refused, task)
    steps = tuple(
        replace(step, broken=replace(step.broken, bin=place.code))
        if step.broken is not None and not step.broken.bin
        else step
        for step in task.steps
    )
    units = sum(one.quantity for one in broken)
    said = outcome(Working.DAMAGED_PUT_AWAY, units=units, bin=place.code)
    facts = tuple(damage.put(one, place.code, task.order) for one in broken)
    task = replace(task, steps=steps)
    if task.phase is not PackPhase.DAMAGED_BIN:
        return Step(said, task, facts)
    return _onward(task, _last(task)[0], facts, said, world)


def _last(task: PackTask) -> tuple[Packed, Broken]:
    """The step whose bin is asked for, and what was damaged by it."""
    step = task.steps[-1]
    assert step.broken is not None
    return step, step.broken


def _asked_again(task: PackTask, world: World) -> PackStep:
    """Something else than a bin was scanned while the damaged unit's bin is asked for."""
    one = _last(task)[1]
    place = damage.place_for(one, world)
    said = outcome(Packing.DAMAGED_TO, sku=one.key.sku, units=one.quantity, bin=place)
    return Step(said, task)


def command(task: PackTask, pressed: Command, order: Order, world: World) -> PackStep:
    """Answer a command while the damaged unit's bin is asked for. It may be scanned later, too."""
    match pressed:
        case Command.OK | Command.CLEAR:
            return _onward(task, _last(task)[0], (), None, world)
        case Command.UNDO:
            return undone(replace(task, steps=task.steps[:-1]), _last(task)[0], order, world)
        case Command.HOLD | Command.HOME:
            return Step(outcome(Anywhere.CLEARED), replace(task, phase=PackPhase.SHELF))
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


# --- and then -------------------------------------------------------------------------------------


def _onward(
    task: PackTask,
    step: Packed,
    facts: tuple[NewFact, ...],
    said: Outcome | None,
    world: World,
    *,
    lost: int = 0,
) -> PackStep:
    """Ask whether others are fetched, or go on without them.

    lost: units that are short by this very turn.
    """
    units, task = step.unit.quantity, replace(task, phase=resting(task).phase)
    if step.fetch:
        stock = _in_stock(step.unit.sku, world)
        asked = said or outcome(Packing.FETCH_ASKED, sku=step.unit.sku, units=stock)
        return Step(asked, replace(task, phase=PackPhase.REPLACE), facts)
    said = said or outcome(Working.DAMAGED_RECORDED, sku=step.unit.sku, units=units)
    return after_short(task, said, facts, world, lost=lost)


def replacement(task: PackTask, order: Order, world: World, *, fetch: bool) -> PackStep:
    """The answer for damaged units: others are fetched, or the order goes without."""
    line, task = order.line(task.line), replace(task, phase=resting(task).phase, pending=None)
    last = task.steps[-1] if task.steps else None
    if line is None or last is None or last.broken is None:
        return Step(outcome(Anywhere.CLEARED), task)
    units = last.unit.quantity
    if not fetch:
        task = replace(task, steps=(*task.steps[:-1], replace(last, short=units)))
        said = outcome(Working.DAMAGED_RECORDED, sku=line.sku, units=units)
        short = short_fact(task.order, line, units, "damaged")
        return after_short(task, said, (short,), world, lost=units)
    if any(room(one) > 0 for one in order.lines):
        return Step(outcome(Packing.FETCH_ORDERED, sku=line.sku), task)
    return wait_for_rest(task, (), order)


def undone(task: PackTask, last: Packed, order: Order, world: World) -> PackStep:
    """The unit is not damaged after all. task: without its step.

    Not where its bin has it no more, or where another was picked for it.
    """
    one, line = last.broken, order.line(last.line)
    assert one is not None, "not the step of a damaged unit"
    nothing = Step(outcome(Anywhere.NOTHING_TO_UNDO), replace(task, steps=(*task.steps, last)))
    if line is None or line.short < last.short:
        return nothing
    if line.picked + one.quantity > line.ordered - line.short + last.short:
        return nothing
    facts: tuple[NewFact, ...] = (short_undone(task.order, line, last.short),) if last.short else ()
    if one.bin:
        place = world.bin(one.bin)
        if place is None or place.of(one.damaged) < one.quantity:
            return nothing
        facts = (*facts, damage.taken_out(one, task.order))
    rest = sum(one.to_pick for one in order.lines)
    body = _body(last, source_of(order, world))
    if last.fetch:
        body["whole"] = rest <= (0 if last.short else last.unit.quantity)
    facts = (*facts, _fact(FactKind.DAMAGE_UNDONE, task, body, last.unit))
    said = outcome(Packing.NOT_DAMAGED, sku=line.sku, units=one.quantity)
    return Step(said, replace(task, phase=resting(task).phase, pending=None), facts)
