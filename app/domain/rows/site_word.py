"""What a person of this site says of an order. The shop's word stays what it is beside it."""

from __future__ import annotations

from dataclasses import replace

from app.domain import codec
from app.domain.address import Address
from app.domain.effect import Effect
from app.domain.facts import Fact
from app.domain.rows.ends import RELEASED
from app.domain.rows.orders import Order, State, Sub
from app.domain.rows.progress import reached, standing
from app.domain.rows.shop_word import too_late


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


def redirected(order: Order, fact: Fact) -> Effect:
    """By another carrier or to another address; whatever the shop says later, this counts.

    What has left is never rewritten; whoever must know is told.
    """
    body = fact.body
    to = codec.load(Address, body["customer"]) if "customer" in body else order.customer
    new = replace(order, carrier=str(body["carrier"]), service=str(body["service"]), customer=to)
    if order.cancelled:
        return Effect(order)
    late = too_late(order, new, order.lines)
    if order.state is State.DISPATCHED:
        return Effect(order, exception=late)
    row = replace(
        new,
        site_carrier=new.carrier,
        site_service=new.service,
        site_customer=to if "customer" in body else order.site_customer,
    )
    return Effect(row, exception=late)
