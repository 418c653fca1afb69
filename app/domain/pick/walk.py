"""From stop to stop: the next one, a shelf that holds too few, a stop that is left for later."""

from __future__ import annotations

from dataclasses import replace

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pick.outcome import Picking
from app.domain.pick.plan import places, usable, wanted
from app.domain.pick.task import PickPhase, PickStop, PickTask, ShortMade
from app.domain.plan import checks
from app.domain.plan.allocate import Want
from app.domain.rows.tasks import Rule
from app.domain.world import Step, World

PickStep = Step[PickTask]


def with_stop(task: PickTask, stop: PickStop) -> PickTask:
    stops = (*task.stops[: task.at], stop, *task.stops[task.at + 1 :])
    return replace(task, stops=stops)


def resting(task: PickTask) -> PickPhase:
    """The stop's phase without anything half done."""
    stop = task.stop
    if stop.done >= stop.wanted:
        return PickPhase.TOTE
    return PickPhase.PRODUCT if task.confirmed else PickPhase.BIN


def onward(task: PickTask, said: Outcome, facts: tuple[NewFact, ...], world: World) -> PickStep:
    """Go to the next open stop; without one the order is picked."""
    count = len(task.stops)
    for ahead in range(1, count + 1):
        at = (task.at + ahead) % count
        if not task.stops[at].complete:
            return Step(
                said, replace(task, at=at, phase=PickPhase.BIN, confirmed=False, steps=()), facts
            )
    order = world.order(task.order)
    ref = order.ref if order else task.order
    done = NewFact(FactKind.ORDER_PICKED, (Subject(Kind.ORDER, task.order),))
    if not any(stop.done for stop in task.stops) and not (order and order.totes):
        return Step(outcome(Picking.NOTHING_PICKED, order=ref), None, (*facts, done))
    return Step(outcome(Picking.ORDER_PICKED, order=ref, tote=task.tote), None, (*facts, done))


def short(task: PickTask, world: World) -> PickStep:
    """The shelf holds fewer than asked; other bins with stock are visited before it is short."""
    stop = task.stop
    found = int(task.typed) if task.typed else stop.done
    if not stop.done <= found < stop.wanted:
        return Step(
            outcome(Anywhere.NUMBER_TOO_LARGE, number=found, most=stop.wanted - 1),
            replace(task, typed=""),
        )
    gone, place = stop.wanted - found, world.bin(stop.bin)
    elsewhere = _elsewhere(task, gone, world)
    lost = gone - sum(other.wanted for other in elsewhere)
    doubted = place is not None and place.quantity(stop.sku) > found - stop.done
    facts: tuple[NewFact, ...] = (short_fact(task.order, stop, found, lost, doubted=doubted),)
    if place is not None and doubted:
        facts += checks.check(place, stop.sku, Rule.SHORT, world)
    said = outcome(Working.SHORT_RECORDED, sku=stop.sku, found=found, wanted=stop.wanted)
    task = with_stop(replace(task, typed=""), replace(stop, wanted=found))
    made = ShortMade(task.at, stop.wanted, lost, len(task.steps))
    task = replace(task, stops=(*task.stops, *elsewhere), shorts=(*task.shorts, made))
    if task.stop.complete:
        return onward(task, said, facts, world)
    phase = PickPhase.TOTE if task.stop.done >= found else PickPhase.PRODUCT
    return Step(said, replace(task, phase=phase), facts)


def short_fact(order: str, stop: PickStop, found: int, lost: int, *, doubted: bool) -> NewFact:
    """Too few were found. doubted: by the books there are more in the bin."""
    body = {
        "line": stop.line,
        "sku": stop.sku,
        "bin": stop.bin,
        "found": found,
        "wanted": stop.wanted,
        "quantity": lost,
        "doubted": doubted,
    }
    bin_ = (Subject(Kind.BIN, stop.bin),) if stop.bin else ()
    return NewFact(FactKind.PICK_SHORT, (Subject(Kind.ORDER, order), *bin_), body)


def found_after_all(task: PickTask, at: int, world: World) -> PickStep | None:
    """The last shortage of stop `at` is taken back, and the picker is there; None = it had none."""
    made = next((one for one in reversed(task.shorts) if one.at == at), None)
    if made is None:
        return None
    stop = replace(task.stops[at], wanted=made.wanted)
    stops = (*task.stops[:at], stop, *task.stops[at + 1 :])
    # Units that were to come from other bins instead are not needed from there any more.
    spare = made.wanted - task.stops[at].wanted - made.lost
    for other in reversed(range(len(stops))):
        one = stops[other]
        if other != at and one.line == stop.line and spare > 0:
            less = min(spare, one.wanted - one.done)
            stops = (*stops[:other], replace(one, wanted=one.wanted - less), *stops[other + 1 :])
            spare -= less
    body = {"line": stop.line, "sku": stop.sku, "bin": stop.bin, "quantity": made.lost}
    subjects = (Subject(Kind.ORDER, task.order), Subject(Kind.BIN, stop.bin))
    shorts = tuple(one for one in task.shorts if one is not made)
    steps = task.steps if at == task.at else ()
    task = replace(task, at=at, stops=stops, shorts=shorts, confirmed=True, typed="", steps=steps)
    said = outcome(Picking.PICK_SHORT_UNDONE, sku=stop.sku, wanted=stop.wanted)
    facts = (
        NewFact(FactKind.SHORT_TAKEN_BACK, subjects, body),
        *checks.no_check(stop.bin, stop.sku, Rule.SHORT, world),
    )
    return Step(said, replace(task, phase=resting(task)), facts)


def _elsewhere(task: PickTask, gone: int, world: World) -> tuple[PickStop, ...]:
    stop, stops = task.stop, []
    want = _want(task, stop, gone, world).at_least
    visited = {item.bin for item in task.stops if item.sku == stop.sku}
    others = world.promised_to_others(task.order, stop.sku)
    for place in places(want, world):
        take = min(gone, usable(place, want, world) - others[place.code])
        if place.code not in visited and take > 0:
            stops.append(PickStop(stop.line, stop.sku, place.code, take))
            gone -= take
    return tuple(stops)


def _want(task: PickTask, stop: PickStop, units: int, world: World) -> Want:
    order = world.order(task.order)
    line = order.line(stop.line) if order else None
    if order is None or line is None:
        return Want(stop.line, stop.sku, units)
    return wanted(order, line, units, world)


def skip(task: PickTask) -> PickStep:
    stop = task.stop
    stops = (*task.stops[: task.at], *task.stops[task.at + 1 :], stop)
    shorts = tuple(_moved(one, task.at, len(stops) - 1) for one in task.shorts)
    task = replace(
        task,
        stops=stops,
        shorts=shorts,
        phase=PickPhase.BIN,
        confirmed=False,
        typed="",
        pending=None,
        steps=(),
    )
    first = next(at for at, item in enumerate(stops) if not item.complete)
    at = next((n for n in range(task.at, len(stops)) if not stops[n].complete), first)
    return Step(outcome(Picking.SKIPPED, sku=stop.sku), replace(task, at=at))


def _moved(made: ShortMade, gone: int, last: int) -> ShortMade:
    """A shortage's stop after stop `gone` went to the end."""
    at = last if made.at == gone else made.at - (made.at > gone)
    return replace(made, at=at)
