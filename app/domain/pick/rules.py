"""Picking one order: walk to a bin, scan it, scan the units, scan the tote.

Each phase expects one kind of scan. A refusal leaves the task as it was.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain import capture, serials
from app.domain.capture import Missing, Unit
from app.domain.commands import Command
from app.domain.demands import missing, of_others, other_unit, too_old, unproven
from app.domain.digits import with_digit
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_ref
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pick.damage import damaged, damaged_lot, put_away
from app.domain.pick.other_bin import at_other_bin
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import is_for, places, plan, usable, wanted
from app.domain.pick.refill import after_pick, instead_of_short
from app.domain.pick.stopped import current, left_stopped, must_leave
from app.domain.pick.task import PickPhase, PickStop, PickTask
from app.domain.pick.unit_fact import unit_fact
from app.domain.pick.walk import (
    found_after_all,
    onward,
    resting,
    short,
    short_fact,
    skip,
    with_stop,
)
from app.domain.plan import checks
from app.domain.plan.allocate import Want
from app.domain.rows.orders import Order, OrderLine, Sub
from app.domain.rows.things import Bin
from app.domain.stock import PICKABLE, StockKey
from app.domain.world import Hit, HitKind, Step, World

PickStep = Step[PickTask]


def start(name: str, order: Order, world: World) -> PickStep:
    """Open an order for picking."""
    waited = tuple(line for line in order.lines if line.short) if order.all_short else ()
    if waited:
        fresh = tuple(replace(line, short=0) for line in order.lines)
        order = replace(order, lines=fresh)
    # What is begun stands in somebody's way: it takes what it lacks from what nobody has begun.
    strict = order.sub is Sub.RELEASED and not waited and world.goods_are_told(name)
    stops = plan(order, world, strict=strict)
    homeless = [stop for stop in stops if not stop.bin]
    there = tuple(stop for stop in stops if stop.bin)
    apart = homeless and order.complete and order.sub is Sub.RELEASED
    if not there or apart or (waited and not in_stock(order, world)):
        skus = ", ".join(dict.fromkeys(stop.sku for stop in stops[:5]))
        somewhere = waited or any(places(_any_of(stop), world) for stop in stops)
        kind = Picking.WAITS_FOR_STOCK if somewhere else Picking.NO_BIN
        return Step(outcome(kind, order=order.ref, skus=skus), None)
    task = PickTask(name, there, tote=order.totes[-1] if order.totes else "")
    subject = Subject(Kind.ORDER, name)
    facts = [_no_short_any_more(subject, line) for line in waited]
    facts.append(NewFact(FactKind.PICK_STARTED, (subject,)))
    # What lies nowhere, or is all promised to others, is short at once: the rest does not wait.
    facts += [short_fact(name, stop, 0, stop.wanted, doubted=False) for stop in homeless]
    said = outcome(Working.ORDER_OPENED, order=order.ref)
    if homeless:
        skus = ", ".join(dict.fromkeys(stop.sku for stop in homeless[:5]))
        said = outcome(Picking.OPENED_SHORT, order=order.ref, skus=skus)
    return Step(said, task, tuple(facts))


def in_stock(order: Order, world: World) -> bool:
    """Whether there is something to sell of a line that was short."""
    return any(
        usable(place, want, world) > 0
        for line in order.lines
        if line.ordered
        for want in [wanted(order, line, line.to_pick, world).at_least]
        for place in places(want, world)
    )


def _any_of(stop: PickStop) -> Want:
    return Want(stop.line, stop.sku, stop.wanted)


def _no_short_any_more(subject: Subject, line: OrderLine) -> NewFact:
    body = {"line": line.number, "sku": line.sku, "quantity": line.short}
    return NewFact(FactKind.SHORT_TAKEN_BACK, (subject,), body)


# --- scans ----------------------------------------------------------------------------------------


def scan(task: PickTask, hit: Hit, world: World) -> PickStep:
    """Answer one scan."""
    order = world.order(task.order)
    before, task = task, current(task, order, world)
    if task.stopped:
        return Step(must_leave(task, order), task)
    if task is not before and task.stop.complete:  # the shop wants nothing more from this bin
        return onward(task, outcome(Picking.CHANGED_WALK, order=order_ref(task.order)), (), world)
    if task.phase is PickPhase.DAMAGED and task.pending is not None:
        return damaged_lot(task, task.pending, hit, world)
    if task.phase is PickPhase.CAPTURE and task.pending is not None:
        return _captured(task, hit, order, world)
    match hit.kind:
        case HitKind.BIN:
            return _bin(task, hit, world)
        case HitKind.PRODUCT:
            return _product(task, hit, order, world)
        case HitKind.TOTE:
            return _tote(task, hit, world)
        case HitKind.TEXT:
            return Step(outcome(Anywhere.UNKNOWN_CODE, code=hit.reading.text), task)
        case _:
            return Step(
                outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task
            )


def _bin(task: PickTask, hit: Hit, world: World) -> PickStep:
    if hit.id != task.stop.bin:
        place = world.bin(hit.id) if task.broken else None
        put = put_away(task, place, world) if place is not None else None
        return put or at_other_bin(task, hit.id, world)
    task = replace(task, other_bin="")
    if task.phase is not PickPhase.BIN:
        return Step(outcome(Working.BIN_OK, bin=hit.id), task)
    proven = replace(task, phase=PickPhase.PRODUCT, confirmed=True)
    return Step(outcome(Working.BIN_OK, bin=hit.id), proven)


def _product(task: PickTask, hit: Hit, order: Order | None, world: World) -> PickStep:
    stop = task.stop
    if task.phase is PickPhase.DAMAGED:
        return damaged(task, hit, world)
    if hit.id != stop.sku:
        product = world.product(hit.id)
        if product is not None and product.parts:
            return Step(outcome(Working.SCAN_PARTS, sku=hit.id), task)
        name = product.name if product else hit.id
        return Step(
            outcome(
                Picking.WRONG_PRODUCT, code=hit.reading.text, sku=hit.id, name=name, wanted=stop.sku
            ),
            task,
        )
    if task.phase is PickPhase.BIN and not _only_sku(world.bin(stop.bin), stop.sku):
        return Step(outcome(Picking.SCAN_BIN_FIRST, wanted=stop.bin), task)
    if stop.done >= stop.wanted:
        return Step(outcome(Picking.OVER_PICK, sku=stop.sku, wanted=stop.wanted), task)
    place = world.bin(stop.bin)
    unit = capture.from_scan(hit, world, task.typed, stop.wanted - stop.done)
    if isinstance(unit, Outcome):
        return Step(unit, replace(task, typed=""))
    if hit.reading.lot:
        lost = capture.separator_lost(hit.id, hit.reading, place)
        if lost is not None:
            return Step(lost, replace(task, typed=""))
    known = capture.pickable(place, stop.sku)
    if unit.quantity > known and task.beyond != stop.bin:
        said = outcome(Picking.BEYOND_STOCK_ASKED, sku=stop.sku, bin=stop.bin, known=max(known, 0))
        return Step(said, replace(task, beyond=stop.bin))
    task = replace(task, typed="", other_bin="", phase=PickPhase.PRODUCT, confirmed=True)
    return _unit(task, stop, unit, place, order, world)


def _only_sku(place: Bin | None, sku: str) -> bool:
    return place is not None and {item.sku for item in place.stock if item.quantity} == {sku}


def _captured(task: PickTask, hit: Hit, order: Order | None, world: World) -> PickStep:
    pending = task.pending or Unit(task.stop.sku)
    if hit.kind is not HitKind.TEXT and hit.kind is not HitKind.PRODUCT:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.reading.text, what=hit.kind.value), task)
    line = _line(task.stop, order)
    what = missing(world.product(pending.sku), pending, line) or Missing.SERIAL
    place = world.bin(task.stop.bin)
    lost = capture.separator_lost(pending.sku, hit.reading, place)
    filled = lost or capture.answered(pending, what, hit)
    if isinstance(filled, Outcome):
        return Step(filled, task)
    return _unit(task, task.stop, filled, place, order, world)


def _unit(
    task: PickTask,
    stop: PickStop,
    unit: Unit,
    place: Bin | None,
    order: Order | None,
    world: World,
) -> PickStep:
    """Take the unit if everything about it is known and right, else ask for what is missing.

    place: the stop's bin.
    """
    line, left = _line(stop, order), _left_for_sale(place, unit)
    product = world.product(unit.sku)
    if unit.lot:
        unit = capture.known_expiry(unit, place)

    def suits(key: StockKey) -> bool:
        return order is None or line is None or is_for(order, line, key, stop.bin, world)

    named = line is not None and (line.lot or line.serial)
    what = capture.missing(product, unit)
    key = capture.key_of(unit, place, suits, order.owner if order else "")
    refused = (
        (too_old(key, order, product, world) if key.expiry or key.best_before else None)
        or (other_unit(line, unit) if named and line else None)
        or (_serial_refused(task, unit, world) if unit.serial else None)
    )
    back = replace(task, pending=None, phase=PickPhase.PRODUCT)
    if refused:
        return Step(refused, back)
    if what is None and named and line:
        what = unproven(line, unit)
    if what is not None:
        return Step(
            capture.ask(what, unit.sku), replace(task, pending=unit, phase=PickPhase.CAPTURE)
        )
    if key.status not in PICKABLE:
        said = outcome(Picking.STOCK_BLOCKED, sku=unit.sku, bin=stop.bin, status=key.status.value)
        return Step(said, back)
    if order and key.owner != order.owner:
        return Step(of_others(key, order), back)
    unit = replace(unit, key=key)
    stop = replace(stop, done=stop.done + unit.quantity)
    full = stop.done >= stop.wanted
    task = with_stop(task, stop)
    task = replace(
        task,
        pending=None,
        phase=PickPhase.TOTE if full else PickPhase.PRODUCT,
        steps=(*task.steps, unit),
    )
    kind = Picking.LINE_PICKED if full else Picking.UNIT_PICKED
    said = outcome(kind, sku=unit.sku, done=stop.done, wanted=stop.wanted)
    facts: tuple[NewFact, ...] = (unit_fact(FactKind.UNIT_PICKED, task.order, stop, unit),)
    if place is not None:
        if place.faces:
            facts += after_pick(place, unit, world)
        if left <= world.count_low:
            facts += checks.after_taking(place, unit.sku, unit.quantity, world)
    return Step(said, task, facts)


def _line(stop: PickStop, order: Order | None) -> OrderLine | None:
    """The stop's line. Each scan asks, so nothing else is called."""
    if order is not None:
        for line in order.lines:
            if line.number == stop.line:
                return line
    return None


def _left_for_sale(place: Bin | None, unit: Unit) -> int:
    """What the unit leaves in the bin by the books. Each scan asks, so nothing else is called."""
    left = -unit.quantity
    for item in place.stock if place else ():
        if item.sku == unit.sku and item.status in PICKABLE:
            left += item.quantity
    return left


def _serial_refused(task: PickTask, unit: Unit, world: World) -> Outcome | None:
    order = world.order(task.order)
    lines = order.lines if order else ()
    ours = [one.serial for line in lines if line.sku == unit.sku for one in line.taken]
    here = [step.serial for step in task.steps if step.sku == unit.sku]
    if unit.serial in (*ours, *here):  # at this stop, or at one before
        return outcome(Working.SERIAL_REPEATED, serial=unit.serial)
    return serials.refused(unit, task.order, world, task.stop.bin)


def _tote(task: PickTask, hit: Hit, world: World) -> PickStep:
    stop, tote = task.stop, world.tote(hit.id)
    if task.phase in {PickPhase.FOUND, PickPhase.DAMAGED} or stop.done == stop.put:
        return Step(outcome(Anywhere.NOT_HERE, code=hit.id, what="tote"), task)
    if tote is not None and tote.order not in {"", task.order}:
        other = world.order(tote.order)
        return Step(
            outcome(Working.FOREIGN_TOTE, tote=hit.id, order=other.ref if other else tote.order),
            task,
        )
    if task.tote and hit.id not in {task.tote, task.other_tote}:
        asked = replace(task, other_tote=hit.id)
        return Step(outcome(Picking.OTHER_TOTE_ASKED, tote=hit.id, wanted=task.tote), asked)
    count = stop.done - stop.put
    fact = NewFact(
        FactKind.PUT_IN_TOTE,
        (Subject(Kind.ORDER, task.order), Subject(Kind.TOTE, hit.id)),
        {
            "line": stop.line,
            "sku": stop.sku,
            "tote": hit.id,
            "order": task.order,
            "quantity": count,
        },
    )
    task = with_stop(
        replace(task, tote=hit.id, other_tote="", steps=()), replace(stop, put=stop.done)
    )
    said = outcome(Picking.PUT_IN_TOTE, tote=hit.id, sku=stop.sku)
    if not task.stop.complete:
        return Step(said, replace(task, phase=PickPhase.PRODUCT), (fact,))
    return onward(task, said, (fact,), world)


# --- commands -------------------------------------------------------------------------------------


def command(task: PickTask, pressed: Command, world: World) -> PickStep:
    """Answer one command."""
    order = world.order(task.order)
    before, task = task, current(task, order, world)
    if task.stopped:
        if pressed in {Command.OK, Command.HOLD, Command.HOME, Command.UNDO, Command.CLEAR}:
            return left_stopped(task, order)
        return Step(must_leave(task, order), task)
    if task is not before and task.stop.complete:
        return onward(task, outcome(Picking.CHANGED_WALK, order=order_ref(task.order)), (), world)
    digit = pressed.digit
    if digit is not None:
        return _digit(task, digit)
    match pressed:
        case Command.SHORT if task.phase in {PickPhase.BIN, PickPhase.PRODUCT}:
            waits = instead_of_short(task, world)
            if waits is not None:
                return waits
            asked = replace(task, phase=PickPhase.FOUND, typed="")
            return Step(
                outcome(Working.SHORT_ASKED, sku=task.stop.sku, wanted=task.stop.wanted), asked
            )
        case Command.DAMAGED if task.phase in {PickPhase.BIN, PickPhase.PRODUCT}:
            asked = replace(task, phase=PickPhase.DAMAGED)
            return Step(outcome(Working.DAMAGED_ASKED, sku=task.stop.sku), asked)
        case Command.OK if task.phase is PickPhase.FOUND:
            return short(task, world)
        case Command.SKIP if task.stop.done == task.stop.put:
            return skip(task)
        case Command.UNDO:
            return _undo(task, world)
        case Command.CLEAR:
            cleared = replace(task, typed="", pending=None, other_tote="", phase=resting(task))
            return Step(outcome(Anywhere.CLEARED), cleared)
        case Command.DELETE if task.typed:
            task = replace(task, typed=task.typed[:-1])
            return Step(outcome(Anywhere.DIGITS, number=task.typed), task)
        case Command.HOLD | Command.HOME:
            return _leave(task)
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _digit(task: PickTask, digit: int) -> PickStep:
    said, typed = with_digit(task.typed, digit)
    return Step(said, replace(task, typed=typed))


def _undo(task: PickTask, world: World) -> PickStep:
    if task.phase in {PickPhase.FOUND, PickPhase.DAMAGED, PickPhase.CAPTURE}:
        cleared = replace(task, phase=resting(task), typed="", pending=None)
        return Step(outcome(Anywhere.CLEARED), cleared)
    last = task.shorts[-1] if task.shorts else None
    if last is not None and last.after == len(task.steps):
        found = found_after_all(task, last.at, world)
        if found is not None and (last.at == task.at or not task.in_hand):
            return found
    if not task.steps:
        if task.phase is PickPhase.PRODUCT and task.stop.done == task.stop.put:
            back = replace(task, phase=PickPhase.BIN, confirmed=False)
            return Step(outcome(Anywhere.UNDONE, what=task.stop.bin), back)
        return Step(outcome(Anywhere.NOTHING_TO_UNDO), task)
    unit = task.steps[-1]
    fact = unit_fact(FactKind.PICK_UNDONE, task.order, task.stop, unit)
    task = with_stop(task, replace(task.stop, done=task.stop.done - unit.quantity))
    task = replace(task, steps=task.steps[:-1], phase=PickPhase.PRODUCT)
    return Step(outcome(Anywhere.UNDONE, what=unit.sku), task, (fact,))


def _leave(task: PickTask) -> PickStep:
    if task.in_hand:
        return Step(outcome(Picking.PUT_FIRST, units=task.in_hand), task)
    fact = NewFact(FactKind.PICK_LEFT, (Subject(Kind.ORDER, task.order),))
    return Step(outcome(Working.HELD, order=order_ref(task.order)), None, (fact,))
