"""What its boxes and their trucks do to an order: how far each box is, and when all have left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind
from app.domain.rows import ends
from app.domain.rows.orders import Order, Stage, State, Sub
from app.domain.rows.progress import forward, reached, standing
from app.domain.rows.stages import after

_LEAVING = frozenset({FactKind.LOAD_CLOSED, FactKind.HANDED_OVER})


def box(order: Order, fact: Fact) -> Effect:
    """Note the new stage of one of the order's boxes; the box's own row reports its conflicts."""
    sscc = str(fact.body["sscc"])
    if order.parcel(sscc) is None:
        return Effect(order, conflict="unknown_parcel")
    return Effect(shipped(marked(order, {sscc}, fact), fact))


def marked(order: Order, ssccs: set[str], fact: Fact) -> Order:
    kind = FactKind(fact.kind)
    marks = tuple(
        replace(mark, stage=after(mark.stage, kind)[0]) if mark.sscc in ssccs else mark
        for mark in order.parcels
    )
    return replace(order, parcels=marks)


def reprinted(order: Order, fact: Fact) -> Effect:
    """A new label for a box whose order goes elsewhere now settles that."""
    settles = (str(fact.body.get("reason", "")),)
    return Effect(order, settles=settles, finishes=ends.ORDER_RELABELLED)


def loaded(order: Order, fact: Fact) -> Effect:
    """A box was loaded. The body's `to`: mark of the address on its label, if the station knew."""
    effect = box(order, fact)
    if effect.conflict:
        return effect
    if order.cancelled:
        return replace(effect, conflict="loaded_cancelled")
    moved = fact.body.get("to") and fact.body["to"] != order.customer.mark
    return replace(
        effect,
        conflict="address_changed_after_loading" if moved else "",
        settles=("parcel_returned",),
    )


def load_closed(order: Order, fact: Fact) -> Effect:
    row = marked(order, set(fact.body["ssccs"]), fact)
    if order.cancelled:
        return Effect(row, conflict="dispatched_cancelled")
    return Effect(shipped(row, fact))


def handed_over(order: Order, fact: Fact) -> Effect:
    """The customer has it. It is as gone as what a truck took."""
    return load_closed(order, fact)


def load_reopened(order: Order, fact: Fact) -> Effect:
    """The truck has not left: what is on it has not either."""
    return Effect(_back(marked(order, set(fact.body["ssccs"]), fact)))


def returned(order: Order, fact: Fact) -> Effect:
    """A box came back after its truck had left."""
    effect = box(order, fact)
    if effect.conflict:
        return effect
    return Effect(_back(effect.row), exception="parcel_returned")


def _back(order: Order) -> Order:
    """A dispatched order of which a box is here again is packed, and has not left."""
    here = any(mark.stage is not Stage.DISPATCHED for mark in order.live_parcels)
    if not here or order.state is not State.DISPATCHED:
        return order
    row = standing(order, Sub.PACKED)
    return replace(row, dispatched_at=None, dispatched_by="")


def shipped(order: Order, fact: Fact) -> Order:
    """The order has left if all its boxes have, even if the fact that it was packed comes later."""
    live, left = order.live_parcels, fact.kind in _LEAVING
    gone = all(mark.stage is Stage.DISPATCHED for mark in live) and (live or left)
    if not order.packed_out and not reached(order, Sub.PACKED):
        gone = False  # a box of it was opened again, and will be here
    if not gone or order.cancelled or order.state is State.DISPATCHED:
        return order
    if left or order.dispatched_at is None:
        at: datetime = fact.occurred_at
        order = replace(order, dispatched_at=at, dispatched_by=fact.operator)
    return forward(order, Sub.MANIFESTED) if order.sub is Sub.PACKED else order
