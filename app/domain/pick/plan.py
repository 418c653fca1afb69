"""Where to walk: an order's open lines as stops in walking order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from app.domain.facts import order_id
from app.domain.pick.ordering import ordered
from app.domain.pick.task import PickStop, PickTask
from app.domain.plan.allocate import Want, by_need, last_day, suits
from app.domain.plan.places import may_pick
from app.domain.plan.shelves import promisable
from app.domain.plan.wants import life_of, want_of
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Bin
from app.domain.stock import StockKey
from app.domain.world import World


def plan(
    order: Order, world: World, walk: tuple[PickStop, ...] = (), *, strict: bool = False
) -> tuple[PickStop, ...]:
    """The order's stops in walking order. A SKU that lies nowhere gets a stop with bin "".

    The goods that the centre has promised to the order come first. Where it has promised too few,
    or was not asked, the books of this bench say where to look, without what is promised to others.
    walk: stops that are under way already; what they will take is not planned again.
    strict: the centre has just looked. Units that it has not promised are another order's, if there
    are any: they get a stop with bin "", too.
    """
    stops: list[tuple[Bin | None, PickStop]] = []
    name = order_id(order.channel, order.ref)
    planned: Counter[tuple[str, str]] = Counter()
    for stop in walk:
        planned[stop.sku, stop.bin] += stop.wanted - stop.done
    lines = {line.number: line for line in order.lines if line.to_pick}
    wants = (wanted(order, line, line.to_pick, world) for line in lines.values())
    for want in by_need(wants):
        line = lines[want.line]
        bins = places(want, world)
        promised = _promised(name, line, walk, world)
        beyond = max(0, line.to_pick - promised.total()) if strict else 0
        rest = line.to_pick - beyond
        others = world.promised_to_others(name, line.sku) if rest else Counter()
        least = want.at_least
        ways = [(place, least, promised[place.code], 0) for place in bins]
        for goods in dict.fromkeys((want, least)):
            ways += [(place, goods, rest, others[place.code]) for place in bins]
        for place, goods, most, kept in ways:
            free = usable(place, goods, world) - kept - planned[line.sku, place.code]
            take = min(rest, most, free)
            if take > 0:
                planned[line.sku, place.code] += take
                stops.append((place, PickStop(line.number, line.sku, place.code, take)))
                rest -= take
        if any(usable(one, least, world) > planned[line.sku, one.code] for one in bins):
            stops += [(None, PickStop(line.number, line.sku, "", beyond))] if beyond else []
        else:
            rest += beyond
        if rest:
            # By the stock there is not enough. The picker goes and looks: stock may be wrong.
            best = next((one for one in bins if _may_hold(one, least, world)), None)
            code = best.code if best else ""
            stops.append((best, PickStop(line.number, line.sku, code, rest)))
    return _merged(ordered(stops, world.walking))


def wanted(order: Order, line: OrderLine, units: int, world: World) -> Want:
    """Units that the line needs, as far as this bench knows what they must be."""
    serial = world.serial(line.sku, line.serial) if line.serial else None
    return want_of(order, line, units, life_of(world.product(line.sku)), serial)


def is_for(order: Order, line: OrderLine, key: StockKey, bin_: str, world: World) -> bool:
    """Whether goods that lie in a bin are such as the line may get."""
    return suits(key, bin_, wanted(order, line, 1, world).at_least, world.today, world.ends)


def _may_hold(place: Bin, want: Want, world: World) -> bool:
    """Whether there may be more of the goods than the books say. A choosy line needs a trace."""
    if not want.choosy:
        return True
    return any(suits(item.key, place.code, want, world.today, world.ends) for item in place.stock)


def _promised(name: str, line: OrderLine, walk: tuple[PickStop, ...], world: World) -> Counter[str]:
    """Units promised to a line that its walk does not take yet, by bin."""
    found: Counter[str] = Counter()
    for pin in world.promised(name):
        if (pin.line, pin.key.sku) == (line.number, line.sku):
            found[pin.bin] += pin.quantity
    for stop in walk:
        if stop.line == line.number:
            found[stop.bin] -= stop.wanted - stop.done
    return found


def places(want: Want, world: World) -> list[Bin]:
    """Where to look for goods, the best bin first.

    A bin in which the SKU was missed is left out, and one from which orders are not picked.
    """
    sku = want.sku
    known = (one for one in world.bins_of(sku) if may_pick(one) and not one.doubted(sku))
    return sorted(known, key=lambda place: _preference(place, want, world))


def usable(place: Bin, want: Want, world: World) -> int:
    """Units that may be sold to whoever wants such goods, by the books."""
    return sum(_suiting(place, want, world).values())


def _suiting(place: Bin, want: Want, world: World) -> dict[StockKey, int]:
    today, ends = world.today, world.ends
    there = promisable(place, want.sku, today, ends).items()
    return {key: units for key, units in there if suits(key, place.code, want, today, ends)}


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
            added = plan(replace(order, lines=(more,)), world, task.stops)
            there = tuple(stop for stop in added if stop.bin)
            task = replace(task, stops=(*task.stops, *there))
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


def _preference(place: Bin, want: Want, world: World) -> tuple[bool, bool, date, int]:
    """Sort key of bins: bins without sellable units last, the SKU's pick faces first, earliest good
    date, walking order.
    """
    days = [last_day(key, world.ends) or date.max for key in _suiting(place, want, world)]
    return not days, place.face(want.sku) is None, min(days, default=date.max), place.walk


def _merged(stops: list[PickStop]) -> tuple[PickStop, ...]:
    """The stops with those of one line and bin joined into one."""
    found: dict[tuple[int, str], PickStop] = {}
    for stop in stops:
        key = (stop.line, stop.bin)
        old = found.get(key)
        found[key] = stop if old is None else replace(old, wanted=old.wanted + stop.wanted)
    return tuple(found.values())
