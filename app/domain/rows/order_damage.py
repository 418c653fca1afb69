"""What a damaged unit does to its order, and what taking that back does."""

from __future__ import annotations

from dataclasses import replace

from app.domain.effect import Effect
from app.domain.facts import Fact
from app.domain.rows.order_work import foreign, to_fetch, with_line
from app.domain.rows.orders import Order, Sub
from app.domain.rows.progress import standing


def damaged(order: Order, fact: Fact) -> Effect:
    """A unit is damaged. One that had been picked is picked no more.

    The body's `fetch`: another is to be picked for it, so that the order is a picker's once more.
    """
    if fact.body["from"].startswith("bin:"):
        return Effect(order, exception="damaged")
    row, line = with_line(order, fact, picked=-fact.body["quantity"])
    if line is None:
        return Effect(order, exception="damaged")
    if line.picked < 0:
        return Effect(order, conflict="undone_never_picked")
    if fact.body.get("fetch"):
        row = to_fetch(row)
    return Effect(row, conflict=foreign(order, fact), exception="damaged")


def damage_undone(order: Order, fact: Fact) -> Effect:
    """The unit is not damaged after all: it is picked again.

    The body's `whole`: nothing else was to be fetched, so that the order is a packer's again.
    """
    row, line = with_line(order, fact, picked=fact.body["quantity"])
    if line is None:
        return Effect(order, conflict="unknown_line")
    conflict = foreign(order, fact)
    if not conflict and line.picked > line.ordered:
        conflict = "picked_twice"
    return Effect(_fetched(row) if fact.body.get("whole") else row, conflict=conflict)


def _fetched(order: Order) -> Order:
    """The order with its packer again; a cancelled one notes that it would be."""
    if order.cancelled:
        return replace(order, stood=Sub.PACKING) if order.stood is Sub.STARTED else order
    return standing(order, Sub.PACKING) if order.sub is Sub.STARTED else order
