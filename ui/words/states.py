"""The words of states, of facts in a timeline, and of values inside other texts."""

from __future__ import annotations

from app.domain.facts import FactKind
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
"""For rows of a list."""

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
    Sub.RECEIVED: QT_TRANSLATE_NOOP("State", "received"),
    Sub.ON_HOLD: QT_TRANSLATE_NOOP("State", "on hold"),
    Sub.RELEASED: QT_TRANSLATE_NOOP("State", "released"),
    Sub.STARTED: QT_TRANSLATE_NOOP("State", "started"),
    Sub.PICKED: QT_TRANSLATE_NOOP("State", "picked"),
    Sub.PACKING: QT_TRANSLATE_NOOP("State", "packing"),
    Sub.PACKED: QT_TRANSLATE_NOOP("State", "packed"),
    Sub.MANIFESTED: QT_TRANSLATE_NOOP("State", "on the manifest"),
    Sub.CANCELLED: QT_TRANSLATE_NOOP("State", "cancelled"),
}

FACTS: dict[FactKind, str] = {
    FactKind.ORDER_PLACED: QT_TRANSLATE_NOOP("Fact", "Order placed"),
    FactKind.ORDER_CHANGED: QT_TRANSLATE_NOOP("Fact", "Order changed"),
    FactKind.ORDER_CANCELLED: QT_TRANSLATE_NOOP("Fact", "Order cancelled"),
    FactKind.PRODUCT_SET: QT_TRANSLATE_NOOP("Fact", "Product recorded"),
    FactKind.BIN_SET: QT_TRANSLATE_NOOP("Fact", "Bin recorded"),
    FactKind.STOCK_OPENED: QT_TRANSLATE_NOOP("Fact", "Opening stock"),
    FactKind.OPERATOR_SET: QT_TRANSLATE_NOOP("Fact", "Operator recorded"),
    FactKind.CARTON_SET: QT_TRANSLATE_NOOP("Fact", "Box type recorded"),
    FactKind.LOAD_SET: QT_TRANSLATE_NOOP("Fact", "Load planned"),
    FactKind.SIGNED_IN: QT_TRANSLATE_NOOP("Fact", "Signed in"),
    FactKind.SIGNED_OUT: QT_TRANSLATE_NOOP("Fact", "Signed out"),
    FactKind.LOCKED: QT_TRANSLATE_NOOP("Fact", "Locked"),
    FactKind.UNLOCKED: QT_TRANSLATE_NOOP("Fact", "Unlocked"),
    FactKind.TAKEN_OVER: QT_TRANSLATE_NOOP("Fact", "Taken over"),
    FactKind.HELP_CALLED: QT_TRANSLATE_NOOP("Fact", "Help called"),
    FactKind.LANGUAGE_CHOSEN: QT_TRANSLATE_NOOP("Fact", "Language chosen"),
    FactKind.SCANNER_CHECKED: QT_TRANSLATE_NOOP("Fact", "Scanner checked"),
    FactKind.FILE_REBUILT: QT_TRANSLATE_NOOP("Fact", "Station file rebuilt"),
    FactKind.SELF_TESTED: QT_TRANSLATE_NOOP("Fact", "Self-test made"),
    FactKind.PICK_STARTED: QT_TRANSLATE_NOOP("Fact", "Picking started"),
    FactKind.UNIT_PICKED: QT_TRANSLATE_NOOP("Fact", "Picked"),
    FactKind.PICK_UNDONE: QT_TRANSLATE_NOOP("Fact", "Pick undone"),
    FactKind.PUT_IN_TOTE: QT_TRANSLATE_NOOP("Fact", "Put in tote"),
    FactKind.PICK_SHORT: QT_TRANSLATE_NOOP("Fact", "Short at picking"),
    FactKind.UNIT_DAMAGED: QT_TRANSLATE_NOOP("Fact", "Damaged"),
    FactKind.ORDER_PICKED: QT_TRANSLATE_NOOP("Fact", "Order picked"),
    FactKind.PICK_LEFT: QT_TRANSLATE_NOOP("Fact", "Picking left"),
    FactKind.PACK_STARTED: QT_TRANSLATE_NOOP("Fact", "Packing started"),
    FactKind.PARCEL_OPENED: QT_TRANSLATE_NOOP("Fact", "Box opened"),
    FactKind.UNIT_PACKED: QT_TRANSLATE_NOOP("Fact", "Packed"),
    FactKind.UNIT_REMOVED: QT_TRANSLATE_NOOP("Fact", "Taken out"),
    FactKind.PACK_SHORT: QT_TRANSLATE_NOOP("Fact", "Short at packing"),
    FactKind.PARCEL_WEIGHED: QT_TRANSLATE_NOOP("Fact", "Weighed"),
    FactKind.WEIGHT_ACCEPTED: QT_TRANSLATE_NOOP("Fact", "Weight accepted"),
    FactKind.PARCEL_SEALED: QT_TRANSLATE_NOOP("Fact", "Box sealed"),
    FactKind.PARCEL_REOPENED: QT_TRANSLATE_NOOP("Fact", "Box reopened"),
    FactKind.PARCEL_VOIDED: QT_TRANSLATE_NOOP("Fact", "Box voided"),
    FactKind.LABEL_SENT: QT_TRANSLATE_NOOP("Fact", "Label sent"),
    FactKind.LABEL_FAILED: QT_TRANSLATE_NOOP("Fact", "Label failed"),
    FactKind.LABEL_REPRINTED: QT_TRANSLATE_NOOP("Fact", "Label sent again"),
    FactKind.LABEL_MISMATCH: QT_TRANSLATE_NOOP("Fact", "Wrong label scanned"),
    FactKind.LABEL_PROVEN: QT_TRANSLATE_NOOP("Fact", "Label scanned on the box"),
    FactKind.ORDER_PACKED: QT_TRANSLATE_NOOP("Fact", "Order packed"),
    FactKind.ORDER_PARKED: QT_TRANSLATE_NOOP("Fact", "Order parked"),
    FactKind.PACK_LEFT: QT_TRANSLATE_NOOP("Fact", "Packing left"),
    FactKind.BIN_COUNTED: QT_TRANSLATE_NOOP("Fact", "Bin counted"),
    FactKind.PARCEL_LOADED: QT_TRANSLATE_NOOP("Fact", "Loaded"),
    FactKind.PARCEL_UNLOADED: QT_TRANSLATE_NOOP("Fact", "Taken off the load"),
    FactKind.LOAD_CLOSED: QT_TRANSLATE_NOOP("Fact", "Load closed"),
}

VERDICTS: dict[str, str] = {
    "applied": QT_TRANSLATE_NOOP("Fact", "done"),
    "conflict": QT_TRANSLATE_NOOP("Fact", "conflict"),
    "waiting": QT_TRANSLATE_NOOP("Fact", "waiting"),
}
