"""What a person of the site may say of one order: the fact, or why it means nothing any more."""

from __future__ import annotations

from enum import StrEnum

from app.domain import codec
from app.domain.address import Address
from app.domain.desk.outcome import Deciding
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.rows.orders import Order, State

PRIORITIES = range(-9, 100)
FIRST, IN_TURN = 9, 0
"""The priorities that a bench can give."""


class OrderWord(StrEnum):
    HOLD = "hold"
    RELEASE = "release"
    PRIORITISE = "prioritise"
    CANCEL = "cancel"
    REDIRECT = "redirect"


def fact_of(
    word: OrderWord,
    name: str,
    order: Order,
    *,
    why: str = "",
    priority: int = IN_TURN,
    carrier: str = "",
    service: str = "",
    to: Address | None = None,
) -> NewFact | Outcome:
    """name: the order's id. carrier, service, to: of REDIRECT; carrier "" = it stays, to None = the
    address stays.
    """
    if order.cancelled or order.state not in {State.ORDERED, State.PICKING}:
        return outcome(Deciding.ORDER_PAST_THAT, order=order.ref)
    subject = (Subject(Kind.ORDER, name),)
    told = {"why": why} if why else {}
    match word:
        case OrderWord.HOLD:
            if order.site_hold == why:
                return outcome(Deciding.HELD_ALREADY, order=order.ref)
            return NewFact(FactKind.SITE_HELD, subject, {"reason": why})
        case OrderWord.CANCEL:
            return NewFact(FactKind.ORDER_CANCELLED, subject, {"why": why})
        case OrderWord.RELEASE:
            if not order.site_hold and order.hold:
                return outcome(Deciding.HELD_BY_SHOP, order=order.ref, reason=order.hold)
            if not order.site_hold:
                return outcome(Deciding.NOT_HELD, order=order.ref)
            return NewFact(FactKind.SITE_RELEASED, subject, told)
        case OrderWord.PRIORITISE:
            if order.precedence == priority:
                return outcome(Deciding.PRIORITY_ALREADY, order=order.ref, priority=priority)
            return NewFact(FactKind.PRIORITY_SET, subject, {"priority": priority, **told})
        case OrderWord.REDIRECT:
            route = (carrier or order.carrier, service if carrier else order.service)
            if route == (order.carrier, order.service) and to in {None, order.customer}:
                return outcome(Deciding.GOES_THERE_ALREADY, order=order.ref)
            body = {"carrier": route[0], "service": route[1], **told}
            if to is not None:
                body["customer"] = codec.dump(to)
            return NewFact(FactKind.ORDER_REDIRECTED, subject, body)
