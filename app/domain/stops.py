"""Why an order must not go on, as every bench says it: the shop took its word back."""

from __future__ import annotations

from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.rows.orders import Order, Stop


def stop_of(order: Order) -> Outcome | None:
    """The STOP of an order that was cancelled, is held, or has more in its boxes than is ordered.

    None = nothing stands against it. The words say what to do: return it, put it on a shelf, or
    take so many units out.
    """
    match order.stopped:
        case Stop.CANCELLED:
            return outcome(Working.ORDER_CANCELLED, order=order.ref)
        case Stop.HELD:
            return outcome(Working.ORDER_HELD, order=order.ref, reason=order.held_for)
        case Stop.SURPLUS:
            line, units = order.surplus[0]
            return outcome(Working.TAKE_OUT, order=order.ref, sku=line.sku, units=units)
        case None:
            return None


def halted_by(order: Order) -> str:
    """The reason a task is halted for (`Task.halt`), "" = none."""
    return order.stopped.value if order.stopped is not None else ""
