"""A person of the site holds an order, or gives it free."""

from __future__ import annotations

from app.domain.desk.outcome import Deciding
from app.domain.desk.world import Work
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import outcome
from app.domain.rows.orders import Order, State

HELD_HERE = "the exceptions desk looks into it"
"""Why an order waits, where nobody said more. The screens know the words."""


def hold(name: str, order: Order, why: str) -> Work:
    """Whoever has it open stops; its exception stays until something else is decided."""
    if order.cancelled or order.state not in {State.ORDERED, State.PICKING}:
        return outcome(Deciding.ORDER_PAST_THAT, order=order.ref)
    if order.held_for:
        return outcome(Deciding.HELD_ALREADY, order=order.ref)
    body = {"reason": why or HELD_HERE}
    return (NewFact(FactKind.SITE_HELD, (Subject(Kind.ORDER, name),), body),)


def release(name: str, order: Order) -> Work:
    """The site's hold is over. What the shop holds, only the shop lets go."""
    if order.hold:
        return outcome(Deciding.HELD_BY_SHOP, order=order.ref, reason=order.hold)
    if not order.site_hold:
        return outcome(Deciding.NOT_HELD, order=order.ref)
    return (NewFact(FactKind.SITE_RELEASED, (Subject(Kind.ORDER, name),)),)
