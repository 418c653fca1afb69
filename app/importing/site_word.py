"""What a person of the office may say of an order: hold it, give it free, put it first."""

from __future__ import annotations

from enum import StrEnum

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.rows.orders import Order, State
from app.errors import EnvironmentFault

PRIORITIES = range(-9, 100)


class Word(StrEnum):
    HOLD = "hold"
    RELEASE = "release"
    PRIORITISE = "prioritise"
    CANCEL = "cancel"


def said(word: Word, name: str, order: Order, *, why: str = "", priority: int = 0) -> NewFact:
    """The fact. name: the order's id. Raises EnvironmentFault where it means nothing any more."""
    subject = (Subject(Kind.ORDER, name),)
    if order.cancelled:
        raise EnvironmentFault(f"Order {order.ref} is cancelled.")
    if order.state not in {State.ORDERED, State.PICKING}:
        raise EnvironmentFault(f"Order {order.ref} has left the house.")
    match word:
        case Word.HOLD:
            if order.site_hold == why:
                raise EnvironmentFault(f"Order {order.ref} is held for that already.")
            return NewFact(FactKind.SITE_HELD, subject, {"reason": why})
        case Word.CANCEL:
            return NewFact(FactKind.ORDER_CANCELLED, subject, {"why": why})
        case Word.RELEASE:
            if not order.site_hold:
                shop = f" The shop holds it: {order.hold}." if order.hold else ""
                raise EnvironmentFault(f"Nobody of this site holds order {order.ref}.{shop}")
            return NewFact(FactKind.SITE_RELEASED, subject, {"why": why} if why else {})
        case Word.PRIORITISE:
            if order.precedence == priority:
                raise EnvironmentFault(f"Order {order.ref} has priority {priority} already.")
            body = {"priority": priority, **({"why": why} if why else {})}
            return NewFact(FactKind.PRIORITY_SET, subject, body)
