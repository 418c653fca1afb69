"""What a person of this site says of an order. The shop's word stays what it is beside it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.effect import Effect
from app.domain.facts import Fact
from app.domain.rows.ends import RELEASED
from app.domain.rows.orders import Order, Sub
from app.domain.rows.progress import reached, standing


def held(order: Order, fact: Fact) -> Effect:
    """Nobody works on it until a person of this site gives it free. The body says why.

    Where it was begun a person is told, as when the shop holds it: its goods are on their way.
    """
    if order.cancelled:
        return Effect(order)
    row = replace(order, site_hold=str(fact.body["reason"]))
    if not reached(order, Sub.STARTED):
        return Effect(standing(row, Sub.ON_HOLD))
    return Effect(row, exception="held_while_worked")


def released(order: Order, _fact: Fact) -> Effect:
    """The site's own hold is over. What the shop holds stays held."""
    row = replace(order, site_hold="")
    if row.hold:
        return Effect(row)
    if row.sub is Sub.ON_HOLD:
        row = standing(row, Sub.RELEASED)
    return Effect(row, settles=("held_while_worked",), finishes=RELEASED)


def priority_set(order: Order, fact: Fact) -> Effect:
    """The site's own priority; whatever the shop says later, this one counts."""
    return Effect(replace(order, site_priority=int(fact.body["priority"])))
