"""What a person of the office says of an order, with the refusals in the office's words."""

from __future__ import annotations

from app.domain.address import Address
from app.domain.desk.order_word import OrderWord, fact_of
from app.domain.desk.outcome import Deciding
from app.domain.facts import NewFact
from app.domain.outcome import Outcome
from app.domain.rows.orders import Order
from app.errors import EnvironmentFault

_REFUSALS = {
    Deciding.HELD_ALREADY: "Order {order} is held for that already.",
    Deciding.HELD_BY_SHOP: "Nobody of this site holds order {order}. The shop holds it: {reason}.",
    Deciding.NOT_HELD: "Nobody of this site holds order {order}.",
    Deciding.PRIORITY_ALREADY: "Order {order} has priority {priority} already.",
    Deciding.GOES_THERE_ALREADY: "Order {order} goes there already, by that carrier.",
}


def said(
    word: OrderWord,
    name: str,
    order: Order,
    *,
    why: str = "",
    priority: int = 0,
    carrier: str = "",
    service: str = "",
    to: Address | None = None,
) -> NewFact:
    """The fact. name: the order's id. Raises EnvironmentFault where it means nothing any more."""
    made = fact_of(
        word,
        name,
        order,
        why=why,
        priority=priority,
        carrier=carrier,
        service=service,
        to=to,
    )
    if not isinstance(made, Outcome):
        return made
    if made.kind is Deciding.ORDER_PAST_THAT:
        state = "is cancelled" if order.cancelled else "has left the house"
        raise EnvironmentFault(f"Order {order.ref} {state}.")
    assert isinstance(made.kind, Deciding)
    raise EnvironmentFault(_REFUSALS[made.kind].format(**made.values))
