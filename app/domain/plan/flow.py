"""Where an order stands on its way through the warehouse, in the steps that a shift lead sees."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from app.domain.rows.orders import Order, Stage, State, Sub


class FlowStep(StrEnum):
    """One step of the way, in its order. An order stands in exactly one of them."""

    WAITS = "waits"  # held, stopped or set aside: nobody works on it
    TO_PICK = "to_pick"
    PICKING = "picking"
    TO_PACK = "to_pack"
    PACKING = "packing"
    NO_LABEL = "no_label"  # packed, and a box of it has no proven label
    STAGED = "staged"  # waits for its truck, or for the customer who collects it
    LOADED = "loaded"
    GONE = "gone"


_BEFORE_PACKED = {
    Sub.RECEIVED: FlowStep.WAITS,
    Sub.ON_HOLD: FlowStep.WAITS,
    Sub.RELEASED: FlowStep.TO_PICK,
    Sub.STARTED: FlowStep.PICKING,
    Sub.PICKED: FlowStep.TO_PACK,
    Sub.PACKING: FlowStep.PACKING,
}
TO_PACK = (FlowStep.TO_PICK, FlowStep.PICKING, FlowStep.TO_PACK, FlowStep.PACKING)
"""The steps of an order that somebody must still pack."""


def step_of(order: Order) -> FlowStep:
    """Where the order stands."""
    if order.state not in {State.ORDERED, State.PICKING}:
        return FlowStep.GONE
    if order.stopped is not None or order.set_aside:
        return FlowStep.WAITS
    if order.sub in _BEFORE_PACKED:
        return _BEFORE_PACKED[order.sub]
    stages = {mark.stage for mark in order.live_parcels}
    if stages & {Stage.OPEN, Stage.SEALED}:
        return FlowStep.NO_LABEL
    on_the_truck = stages and stages <= {Stage.LOADED, Stage.DISPATCHED}
    return FlowStep.LOADED if on_the_truck else FlowStep.STAGED


def late(order: Order, step: FlowStep, now: datetime) -> bool:
    """Whether its truck should have left by now, and the order is not on it."""
    due = order.cut_off
    return due is not None and due < now and step not in {FlowStep.GONE, FlowStep.LOADED}
