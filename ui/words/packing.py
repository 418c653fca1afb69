"""Answers while packing.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.outcome import OutcomeKind
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.weighing.outcome import Weighing
from ui.words import QT_TRANSLATE_NOOP

PACKING: dict[OutcomeKind, tuple[str, str]] = {
    Packing.ANSWER_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Answer the stop first"),
        "",
    ),
    Packing.CARTON_CHOSEN: (
        QT_TRANSLATE_NOOP("Outcome", "Box: {carton}"),
        "",
    ),
    Packing.UNIT_PACKED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku}: {done} of {wanted}"),
        "",
    ),
    Packing.LINE_PACKED: (
        QT_TRANSLATE_NOOP("Outcome", "Line done: {sku}, {done} of {wanted}"),
        "",
    ),
    Packing.NOT_ON_ORDER: (
        QT_TRANSLATE_NOOP("Outcome", "WRONG ITEM: not on this order"),
        QT_TRANSLATE_NOOP("Outcome", "You scanned {code} ({name}). Put it aside."),
    ),
    Packing.OVER_COUNT: (
        QT_TRANSLATE_NOOP("Outcome", "{wanted} of {wanted} are in"),
        QT_TRANSLATE_NOOP("Outcome", "{sku}: take this one out."),
    ),
    Working.SERIAL_USED: (
        QT_TRANSLATE_NOOP("Outcome", "Serial number already used"),
        QT_TRANSLATE_NOOP("Outcome", "{serial} went out with {order}. Put it aside."),
    ),
    Packing.SERIAL_SHIPPED_BEFORE: (
        QT_TRANSLATE_NOOP("Outcome", "Serial number used before"),
        QT_TRANSLATE_NOOP("Outcome", "{serial} went out with {order}. Take it out of the box."),
    ),
    Working.REMOVE_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Take an item out"),
        "",
    ),
    Packing.UNIT_REMOVED: (
        QT_TRANSLATE_NOOP("Outcome", "Taken out: {sku}, {done} of {wanted}"),
        "",
    ),
    Packing.NOT_IN_PARCEL: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} is not in here"),
        QT_TRANSLATE_NOOP("Outcome", "Nothing to take out."),
    ),
    Working.COUNT_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Outcome", "Scan each {sku} by itself"),
        QT_TRANSLATE_NOOP("Outcome", "This product is never counted by number."),
    ),
    Packing.PARCEL_CLOSED: (
        QT_TRANSLATE_NOOP("Outcome", "Box {parcel} is closed"),
        "",
    ),
    Packing.PARCEL_EMPTY: (
        QT_TRANSLATE_NOOP("Outcome", "The box is empty"),
        "",
    ),
    Packing.LABEL_SENT: (
        QT_TRANSLATE_NOOP("Outcome", "Label sent to {printer}"),
        "",
    ),
    Packing.LABEL_FAILED: (
        QT_TRANSLATE_NOOP("Outcome", "Label not printed: {reason}"),
        "{remedy}",
    ),
    Packing.LABEL_DOUBTFUL: (
        QT_TRANSLATE_NOOP("Outcome", "{reason}: label may still come"),
        "{remedy}",
    ),
    Packing.LABEL_REFUSED: (
        QT_TRANSLATE_NOOP("Outcome", "No label for this box"),
        QT_TRANSLATE_NOOP("Outcome", "{reason}"),
    ),
    Packing.LABEL_MISSING: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is packed without label"),
        QT_TRANSLATE_NOOP("Outcome", "Scan PRINT to print it."),
    ),
    Packing.LABEL_PROVEN: (
        QT_TRANSLATE_NOOP("Outcome", "Right label on box {parcel}"),
        "",
    ),
    Packing.WRONG_LABEL: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: label is for {order}"),
        QT_TRANSLATE_NOOP("Outcome", "Take it off. This box needs the label of {wanted}."),
    ),
    Working.LABEL_OUTDATED: (
        QT_TRANSLATE_NOOP("Outcome", "STOP: old label on {order}"),
        QT_TRANSLATE_NOOP("Outcome", "The order was changed since. It needs a new label."),
    ),
    Packing.REPRINTING: (
        QT_TRANSLATE_NOOP("Outcome", "Label sent again ({count})"),
        QT_TRANSLATE_NOOP("Outcome", "Destroy the old one."),
    ),
    Packing.REPRINT_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Why is it wanted again?"),
        QT_TRANSLATE_NOOP("Outcome", "Every label sent again is counted."),
    ),
    Packing.SENT_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Outcome", "Label sent to {printer}"),
        QT_TRANSLATE_NOOP("Outcome", "Fetch it there, stick it on, scan it."),
    ),
    Packing.SHIP_PARTLY_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "{lines} lines are still open"),
        "",
    ),
    Working.HELD: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is parked"),
        "",
    ),
    Packing.REOPENED: (
        QT_TRANSLATE_NOOP("Outcome", "Box {parcel} is open again"),
        QT_TRANSLATE_NOOP("Outcome", "Its label is void. Destroy it."),
    ),
    Weighing.WEIGHT_OK: (
        QT_TRANSLATE_NOOP("Outcome", "Weight is right: {grams} g"),
        "",
    ),
    Weighing.WEIGHT_OFF: (
        QT_TRANSLATE_NOOP("Outcome", "Wrong weight: {grams} g"),
        QT_TRANSLATE_NOOP("Outcome", "Expected {expected} g ± {tolerance} g"),
    ),
    Weighing.WEIGHT_NOTED: (
        QT_TRANSLATE_NOOP("Outcome", "Weight: {grams} g"),
        "",
    ),
    Weighing.SCANNED_TWICE: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} scanned twice?"),
        QT_TRANSLATE_NOOP("Outcome", "The scale felt one {name}. Put in the other, or UNDO."),
    ),
    Weighing.UNSCANNED_UNIT: (
        QT_TRANSLATE_NOOP("Outcome", "Put in unscanned: {grams} g"),
        QT_TRANSLATE_NOOP("Outcome", "Looks like {name}. Take it out and scan it."),
    ),
    Weighing.NOT_PUT_IN: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} is not in yet?"),
        QT_TRANSLATE_NOOP("Outcome", "The scale felt no {name}. Put it in, or UNDO."),
    ),
    Weighing.TAKEN_OUT_UNSCANNED: (
        QT_TRANSLATE_NOOP("Outcome", "Taken out unscanned: {grams} g"),
        QT_TRANSLATE_NOOP("Outcome", "Looks like {name}. Put it back in."),
    ),
    Weighing.STALE_WEIGHT: (
        QT_TRANSLATE_NOOP("Outcome", "Still the last weight: {grams} g"),
        QT_TRANSLATE_NOOP("Outcome", "Clear the scale, then put this box on it."),
    ),
    Packing.ORDER_PACKED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is done"),
        QT_TRANSLATE_NOOP("Outcome", "Boxes: {parcels}"),
    ),
}
