"""The words of states: of labels and of orders."""

from __future__ import annotations

from app.domain.rows.orders import State, Sub
from app.station.views import LabelState
from ui.words import QT_TRANSLATE_NOOP

LABELS: dict[LabelState, str] = {
    LabelState.NONE: QT_TRANSLATE_NOOP("Label", "No label yet"),
    LabelState.WANTED: QT_TRANSLATE_NOOP("Label", "Label is being made"),
    LabelState.SENT: QT_TRANSLATE_NOOP("Label", "Label sent, not scanned yet"),
    LabelState.FAILED: QT_TRANSLATE_NOOP("Label", "Label not printed"),
    LabelState.DOUBTFUL: QT_TRANSLATE_NOOP("Label", "Label may still come out: scan it"),
    LabelState.PROVEN: QT_TRANSLATE_NOOP("Label", "Label scanned: right box"),
}

LABELS_BRIEF: dict[LabelState, str] = {
    LabelState.NONE: QT_TRANSLATE_NOOP("Label", "No label"),
    LabelState.WANTED: QT_TRANSLATE_NOOP("Label", "Being made"),
    LabelState.SENT: QT_TRANSLATE_NOOP("Label", "Sent"),
    LabelState.FAILED: QT_TRANSLATE_NOOP("Label", "Not printed"),
    LabelState.DOUBTFUL: QT_TRANSLATE_NOOP("Label", "In doubt"),
    LabelState.PROVEN: QT_TRANSLATE_NOOP("Label", "Scanned back"),
}
"""Shorter words of the same states, for rows of a list."""

STATES: dict[State, str] = {
    State.ORDERED: QT_TRANSLATE_NOOP("State", "Ordered"),
    State.PICKING: QT_TRANSLATE_NOOP("State", "Picking"),
    State.DISPATCHED: QT_TRANSLATE_NOOP("State", "Dispatched"),
    State.IN_TRANSIT: QT_TRANSLATE_NOOP("State", "In transit"),
    State.ARRIVED_DEST_CITY: QT_TRANSLATE_NOOP("State", "Arrived in destination city"),
    State.OUT_FOR_DELIVERY: QT_TRANSLATE_NOOP("State", "Out for delivery"),
    State.COMPLETED: QT_TRANSLATE_NOOP("State", "Completed"),
    State.CANCELLED: QT_TRANSLATE_NOOP("State", "Cancelled"),
}

SUB_STATES: dict[Sub, str] = {
    Sub.RECEIVED: QT_TRANSLATE_NOOP("State", "Received"),
    Sub.ON_HOLD: QT_TRANSLATE_NOOP("State", "On hold"),
    Sub.RELEASED: QT_TRANSLATE_NOOP("State", "Ready to pick"),
    Sub.STARTED: QT_TRANSLATE_NOOP("State", "Being picked"),
    Sub.PICKED: QT_TRANSLATE_NOOP("State", "Picked"),
    Sub.PACKING: QT_TRANSLATE_NOOP("State", "Being packed"),
    Sub.PACKED: QT_TRANSLATE_NOOP("State", "Packed"),
    Sub.MANIFESTED: QT_TRANSLATE_NOOP("State", "Dispatched"),
    Sub.CANCELLED: QT_TRANSLATE_NOOP("State", "Cancelled"),
}
"""How far an order is, where its sub-state is known; a carrier's states have none."""
