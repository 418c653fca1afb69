"""What can be done for an order that is short of goods."""

from __future__ import annotations

from collections import Counter

from app.domain.desk.outcome import Deciding
from app.domain.desk.world import DeskWorld, Work
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.plan import checks
from app.domain.plan.allocate import Want, suits
from app.domain.plan.shelves import promisable, takeable
from app.domain.plan.wants import life_of, want_of
from app.domain.rows.orders import Order, OrderLine, Sub
from app.domain.rows.progress import reached
from app.domain.rows.tasks import Rule, wanted
from app.domain.rows.things import Bin


def pick_again(name: str, order: Order, world: DeskWorld) -> Work:
    """Short units are wanted again, as many as lie where orders are picked from.

    Those of which there are none stay short, and the exception stays open for them.
    """
    refused = _refused(order, world)
    if refused is not None:
        return refused
    facts, first = [], None
    spoken_for: Counter[str] = Counter()  # by lines of this order, of each SKU
    for line in order.lines:
        spoken_for[line.sku] += line.to_pick
    for line in order.lines:
        if line.short:
            free = _pickable(name, order, line, world) - spoken_for[line.sku]
            units = max(0, min(line.short, free))
            spoken_for[line.sku] += units
            first = first or (None if units else line)
            if units:
                body = {"line": line.number, "sku": line.sku, "quantity": units, "fetch": True}
                facts.append(NewFact(FactKind.SHORT_TAKEN_BACK, (Subject(Kind.ORDER, name),), body))
    if facts or first is None:
        return tuple(facts)
    return _where_else(first, world)


def ship_partly(order: Order) -> Outcome | None:
    """Why the order cannot go on without what is short; None = it can."""
    if not _is_short(order):
        return outcome(Deciding.SHORT_OF_NOTHING, order=order.ref)
    if order.cancelled:
        return outcome(Deciding.ORDER_PAST_THAT, order=order.ref)
    if order.complete:
        return outcome(Deciding.WANTS_ALL, order=order.ref)
    if not any(line.ordered > line.short for line in order.lines):
        return outcome(Deciding.NOTHING_TO_SHIP, order=order.ref)
    return None


def look_where_missed(order: Order, world: DeskWorld) -> Work:
    """The bins in which a picker missed the order's goods are counted."""
    if not _is_short(order):
        return outcome(Deciding.SHORT_OF_NOTHING, order=order.ref)
    places = {
        (place.code, line.sku): place
        for line in order.lines
        if line.short
        for place in world.bins_of(line.sku)
        if place.doubted(line.sku)
    }
    if not places:
        return outcome(Deciding.NO_BIN_TO_COUNT)
    tasks = (checks.check_of(places[one], one[1], Rule.SHORT) for one in sorted(places))
    return tuple(wanted(task, Subject(Kind.BIN, task.source)) for task in tasks)


def _is_short(order: Order) -> bool:
    return any(line.short for line in order.lines)


def _refused(order: Order, world: DeskWorld) -> Outcome | None:
    """Why no picker can go once more."""
    if not _is_short(order):
        return outcome(Deciding.SHORT_OF_NOTHING, order=order.ref)
    if order.cancelled or reached(order, Sub.PACKED):
        return outcome(Deciding.ORDER_PAST_THAT, order=order.ref)
    if order.worked_by not in {"", world.station}:
        return outcome(Deciding.ORDER_AT_WORK, order=order.ref, station=order.worked_by)
    return None


def _pickable(name: str, order: Order, line: OrderLine, world: DeskWorld) -> int:
    """Units that a picker would be sent to."""
    serial = world.serial(line.sku, line.serial) if line.serial else None
    life = life_of(world.product(line.sku))
    want = want_of(order, line, line.short, life, serial).at_least
    others = world.promised_to_others(name, line.sku)
    bins = (place for place in world.bins_of(line.sku) if takeable(place, line.sku))
    free = (_suiting(place, want, world) - others[place.code] for place in bins)
    return sum(units for units in free if units > 0)


def _suiting(place: Bin, want: Want, world: DeskWorld) -> int:
    today, ends = world.today, world.ends
    there = promisable(place, want.sku, today, ends).items()
    return sum(units for key, units in there if suits(key, place.code, want, today, ends))


def _where_else(line: OrderLine, world: DeskWorld) -> Outcome:
    """Nobody is sent for it. The nearest bin that has some is named: a person may free it."""
    bins = [place for place in world.bins_of(line.sku) if place.quantity(line.sku) > 0]
    if not bins:
        return outcome(Deciding.NO_STOCK_LEFT, sku=line.sku)
    best = min(bins, key=lambda place: (place.walk, place.code))
    units = best.quantity(line.sku)
    return outcome(Deciding.NO_STOCK_BUT, sku=line.sku, bin=best.code, units=units)
