"""Whether a unit with a serial number can be where somebody has it in the hand.

What this station does not know is never refused: the centre knows it, and tells of it later.
"""

from __future__ import annotations

from app.domain.capture import Unit
from app.domain.facts import order_ref
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.rows.orders import Order
from app.domain.rows.things import Serial, SerialState
from app.domain.world import World


def refused(unit: Unit, name: str, world: World, place: str = "") -> Outcome | None:
    """The refusal of a unit for the order `name`. place: the bin at which it is picked, "" none."""
    known = world.serial(unit.sku, unit.serial) if unit.serial else None
    if known is None:
        return None
    order = world.order(known.order or known.picked)
    ref = order.ref if order else order_ref(known.order or known.picked)
    match known.state:
        case SerialState.IN_STOCK if place and known.bin != place:
            return outcome(Working.SERIAL_IN_BIN, serial=unit.serial, bin=known.bin)
        case SerialState.PICKED if known.picked != name and _holds(order, known):
            return outcome(Working.SERIAL_PICKED, serial=unit.serial, order=ref)
        case SerialState.PACKED | SerialState.SHIPPED:
            # A load that an older program closed has told the order, and not its serial numbers.
            left = known.left_at or (order.dispatched_at if order else None)
            if left is None:
                return outcome(Working.SERIAL_PACKED, serial=unit.serial, order=ref)
            day = left.date().isoformat()
            return outcome(Working.SERIAL_SHIPPED, serial=unit.serial, order=ref, date=day)
        case SerialState.RETURNED:
            return outcome(Working.SERIAL_RETURNED, serial=unit.serial, order=ref)
        case _:
            return None


def _holds(order: Order | None, known: Serial) -> bool:
    """Whether the order still wants the unit that was picked for it."""
    if order is None or order.cancelled:
        return False
    taken = (one for line in order.lines if line.sku == known.sku for one in line.taken)
    return any(one.serial == known.serial and one.quantity > 0 for one in taken)
