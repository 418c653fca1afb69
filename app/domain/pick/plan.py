"""Where to walk: an order's open lines as stops in walking order."""

from __future__ import annotations

from dataclasses import replace

from app.domain.pick.task import PickStop
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin
from app.domain.world import World


def plan(order: Order, world: World) -> tuple[PickStop, ...]:
    """The order's stops in walking order. A SKU without any bin gets a stop with bin ""."""
    stops: list[tuple[int, PickStop]] = []
    planned: dict[tuple[str, str], int] = {}
    for line in order.lines:
        rest = line.to_pick
        bins = sorted(world.bins_of(line.sku), key=lambda item: _preference(item, line.sku, world))
        for place in bins:
            free = place.quantity(line.sku) - planned.get((line.sku, place.code), 0)
            take = min(rest, max(free, 0))
            if take:
                planned[line.sku, place.code] = planned.get((line.sku, place.code), 0) + take
                stops.append((place.walk, PickStop(line.number, line.sku, place.code, take)))
                rest -= take
        if rest:
            # By the stock there is not enough. The picker goes and looks: stock may be wrong.
            place_code = bins[0].code if bins else ""
            walk = bins[0].walk if bins else 0
            stops.append((walk, PickStop(line.number, line.sku, place_code, rest)))
    return _merged([stop for _, stop in sorted(stops, key=lambda pair: (pair[0], pair[1].line))])


def _preference(place: Bin, sku: str, world: World) -> tuple[bool, str, int]:
    """Sort key of bins: expired stock last, earliest expiry first, then walking order."""
    dates = [item.expiry for item in place.stock if item.sku == sku and item.quantity > 0]
    known = [day for day in dates if day is not None]
    stale = bool(known) and max(known) < world.today
    return stale, min(known).isoformat() if known else "9", place.walk


def _merged(stops: list[PickStop]) -> tuple[PickStop, ...]:
    """The stops with those of one line and bin joined into one."""
    found: dict[tuple[int, str], PickStop] = {}
    for stop in stops:
        key = (stop.line, stop.bin)
        old = found.get(key)
        found[key] = stop if old is None else replace(old, wanted=old.wanted + stop.wanted)
    return tuple(found.values())
