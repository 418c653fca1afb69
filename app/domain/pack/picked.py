"""Which units were picked for a line: packing takes no others."""

from __future__ import annotations

from app.domain.capture import Unit
from app.domain.outcome import Outcome, outcome
from app.domain.pack.outcome import Packing
from app.domain.rows.orders import Order, OrderLine

_NAMED = 3  # so many of what was picked are named; the bar has no room for more


def not_the_picked_one(unit: Unit, line: OrderLine, order: Order) -> Outcome | None:
    """The refusal of a unit with another lot or serial number than was picked for the order."""
    if line.added:
        return None
    taken = [one for other in order.lines if other.sku == unit.sku for one in other.taken]
    serials = [one.serial for one in taken if one.serial and one.quantity > 0]
    lots = [one.lot for one in taken if one.lot and one.quantity > 0]
    for scanned, picked in ((unit.serial, serials), (unit.lot, lots)):
        if scanned and picked and scanned not in picked:
            named = ", ".join(sorted(set(picked))[:_NAMED])
            return outcome(Packing.NOT_THE_PICKED, sku=unit.sku, scanned=scanned, picked=named)
    return None
