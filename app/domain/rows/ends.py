"""Which exceptions the work on a row ends: by itself, or if a person has decided on it.

Of the latter (`app.domain.desk`) only the decision makes the work their end: without one it says
nothing of them, as it did before there were decisions.
"""

from __future__ import annotations

from app.domain.rows.orders import Order
from app.domain.rows.things import Bin

SHORTS = ("short", "nothing_picked")
"""About an order: units that were short are picked after all."""
COUNTED = ("recount", "unknown_bin", "impossible_move")
"""About a bin: somebody has counted all of it, and knew all that had happened there."""
NEGATIVE = "negative_stock"
"""About a bin: by the count it has no less than nothing."""
PUT_BACK = (
    "return_goods",
    "picked_cancelled",
    "packed_cancelled",
    "loaded_cancelled",
    "picked_twice",
    "packed_twice",
    "lines_changed_while_worked",
)
"""About an order: what it must not have is out of its boxes and totes."""
RELEASED = ("held_while_worked", "picked_on_hold")
"""About an order: nobody holds it any more."""
ORDER_RELABELLED = ("carrier_changed", "address_changed_after_loading")
"""About an order: one of its boxes has got a new label, or is opened for one."""
BOX_RELABELLED = ("printed_twice", "sealed_twice", "sscc_used_twice")
"""About a box: the same."""


def all_back(order: Order) -> tuple[str, ...]:
    """What is settled once every unit of a cancelled order is back on its shelf."""
    left = any(line.picked > line.packed for line in order.lines)
    return ("return_goods",) if order.cancelled and not left else ()


def put_right(before: Order, row: Order) -> tuple[str, ...]:
    """What is settled when the last unit that the shop does not want any more is out."""
    return ("lines_changed_while_worked",) if put_back(before, row) else ()


def put_back(before: Order, row: Order) -> tuple[str, ...]:
    """What a decision has ended then."""
    was_wrong, is_wrong = (bool(one.surplus or one.to_put_back) for one in (before, row))
    return PUT_BACK if was_wrong and not is_wrong else ()


def counted(row: Bin, *, whole: bool) -> tuple[str, ...]:
    """What ends with a count. whole: all of the bin was counted, and the books were known."""
    owes = any(item.quantity < 0 for item in row.stock)
    return (*(COUNTED if whole else ()), *(() if owes else (NEGATIVE,)))
