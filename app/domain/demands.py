"""Whether goods in the hand are those that a line of an order asks for: lot, unit, life, owner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.domain import capture
from app.domain.capture import Missing, Unit
from app.domain.documents import ProductDocument
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.plan.allocate import last_day
from app.domain.plan.wants import life_of
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Product
from app.domain.stock import StockKey
from app.domain.world import World


def other_unit(line: OrderLine, unit: Unit) -> Outcome | None:
    """The refusal of another lot or unit than the one that must be."""
    if line.soft:
        return None
    if line.serial and unit.serial and unit.serial != line.serial:
        return outcome(Working.WRONG_UNIT, serial=unit.serial, wanted=line.serial)
    if line.lot and unit.lot and unit.lot != line.lot:
        return outcome(Working.WRONG_LOT, sku=unit.sku, lot=unit.lot, wanted=line.lot)
    return None


def line_for(unit: Unit, lines: Sequence[OrderLine]) -> OrderLine:
    """Of lines of one SKU the one that a unit is for: first those that name it, then any that take
    it.
    """

    def rank(line: OrderLine) -> tuple[bool, bool]:
        named = bool(line.lot or line.serial) and {line.lot, line.serial} <= {
            unit.lot,
            unit.serial,
            "",
        }
        return other_unit(line, unit) is not None, not named

    return min(lines, key=rank)


def unproven(line: OrderLine, unit: Unit) -> Missing | None:
    """What must be scanned to prove that it is the one; the product may not ask for it."""
    if line.soft:
        return None
    if line.lot and not unit.lot:
        return Missing.LOT
    return Missing.SERIAL if line.serial and not unit.serial else None


def missing(product: Product | None, unit: Unit, line: OrderLine | None) -> Missing | None:
    """The first thing that is still to be scanned, for the product or for the line."""
    what = capture.missing(product, unit)
    return what or (unproven(line, unit) if line else None)


def too_old(
    key: StockKey, order: Order | None, product: ProductDocument | None, world: World
) -> Outcome | None:
    """The refusal of goods that will not stay good for as long as the order needs them."""
    days = max(order.life_days if order else 0, life_of(product))
    last = last_day(key, world.ends)
    if last is None or last >= world.today + timedelta(days=days):
        return None
    day = last.isoformat()
    if last < world.today:
        return outcome(Working.LOT_EXPIRED, sku=key.sku, lot=key.lot, expiry=day)
    return outcome(Working.LIFE_TOO_SHORT, sku=key.sku, lot=key.lot, expiry=day, days=days)


def of_others(key: StockKey, order: Order) -> Outcome:
    """The refusal of goods that are another owner's than the order's."""
    if key.owner:
        return outcome(Working.GOODS_OF_OTHERS, sku=key.sku, owner=key.owner)
    return outcome(Working.GOODS_OF_SITE, sku=key.sku, owner=order.owner)
