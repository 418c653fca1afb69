"""Where to walk: an order's open lines as stops in walking order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from app.domain.pick.ordering import ordered
from app.domain.pick.task import PickStop, PickTask
from app.domain.plan.allocate import last_day
from app.domain.plan.places import may_pick
from app.domain.plan.shelves import promisable
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin
from app.domain.world import World


def plan(order: Order, world: World) -> tuple[PickStop, ...]:
    """The order's stops in walking order. A SKU that lies nowhere gets a stop with bin ""."""
    stops: list[tuple[Bin | None, PickStop]] = []
    planned: Counter[tuple[str, str]] = Counter()
    for line in order.lines:
        rest = line.to_pick
        bins = places(line.sku, world)
        for place in bins:
            free = usable(place, line.sku, world) - planned[line.sku, place.code]
            take = min(rest, max(free, 0))
            if take:
                planned[line.sku, place.code] += take
                stops.append((place, PickStop(line.number, line.sku, place.code, take)))
                rest -= take
        if rest:
            # By the stock there is not enough. The picker goes and looks: stock may be wrong.
            best = bins[0] if bins else None
            code = best.code if best else ""
            stops.append((best, PickStop(line.number, line.sku, code, rest)))
    return _merged(ordered(stops, world.walking))


def places(sku: str, world: World) -> list[Bin]:
    """Where to look for a SKU, the best bin first.

    A bin in which it was missed is left out, and one from which orders are not picked.
    """
    known = (one for one in world.bins_of(sku) if may_pick(one) and not one.doubted(sku))
    return sorted(known, key=lambda place: _preference(place, sku, world))


def usable(place: Bin, sku: str, world: World) -> int:
    """Units that may be sold, by the books."""
    return sum(promisable(place, sku, world.today).values())


def fitted(task: PickTask, order: Order, world: World) -> PickTask:
    """The walk with the units that are still wanted; the shop may have changed the order.

    What a line needs less is taken off its last stops, what it needs more gets new ones.
    """
    walk = walked(task)
    for line in order.lines:
        if walk[line.number] > line.to_pick:
            less = walk[line.number] - line.to_pick
            task = replace(task, stops=_shortened(task.stops, line.number, less))
        elif walk[line.number] < line.to_pick:
            more = replace(line, short=line.short + walk[line.number])
            added = [stop for stop in plan(replace(order, lines=(more,)), world) if stop.bin]
            task = replace(task, stops=(*task.stops, *added))
    return task


def walked(task: PickTask) -> Counter[int]:
    """Units that the walk still takes, by the number of their line."""
    walk: Counter[int] = Counter()
    for stop in task.stops:
        walk[stop.line] += stop.wanted - stop.done
    return walk


def _shortened(stops: tuple[PickStop, ...], line: int, units: int) -> tuple[PickStop, ...]:
    found = list(stops)
    for at in reversed(range(len(found))):
        stop = found[at]
        if stop.line == line and units:
            less = min(units, stop.wanted - stop.done)
            found[at] = replace(stop, wanted=stop.wanted - less)
            units -= less
    return tuple(found)


def _preference(place: Bin, sku: str, world: World) -> tuple[bool, date, int]:
    """Sort key of bins: bins without sellable units last, earliest good date, walking order."""
    days = [last_day(key) or date.max for key in promisable(place, sku, world.today)]
    return not days, min(days, default=date.max), place.walk


def _merged(stops: list[PickStop]) -> tuple[PickStop, ...]:
    """The stops with those of one line and bin joined into one."""
    found: dict[tuple[int, str], PickStop] = {}
    for stop in stops:
        key = (stop.line, stop.bin)
        old = found.get(key)
        found[key] = stop if old is None else replace(old, wanted=old.wanted + stop.wanted)
    return tuple(found.values())
