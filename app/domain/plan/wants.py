"""Which goods a line of an order wants, as its order, its product and its serial number say."""

from __future__ import annotations

from app.domain.documents import ProductDocument
from app.domain.plan.allocate import Want
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Serial, SerialState


def want_of(
    order: Order, line: OrderLine, units: int, life: int = 0, serial: Serial | None = None
) -> Want:
    """life: days that the product asks for. serial: the row of the unit that the line names, None =
    it names none, or nobody knows it.
    """
    return Want(
        line.number,
        line.sku,
        units,
        owner=order.owner,
        life=max(order.life_days, life),
        lot=line.lot,
        bin=_bin_of(serial),
        soft=line.soft,
    )


def life_of(product: ProductDocument | None) -> int:
    """Days that a product's units must stay good for a customer."""
    return (product.life_days if product else None) or 0


def _bin_of(serial: Serial | None) -> str | None:
    """Where the unit lies, "" = in no bin. One whose place nobody has told may be anywhere."""
    if serial is None or serial.state is SerialState.LOOSE:
        return None
    return serial.bin if serial.state is SerialState.IN_STOCK else ""
