"""Answers while picking.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.outcome import OutcomeKind
from ui.words import QT_TRANSLATE_NOOP

K = OutcomeKind

PICKING: dict[OutcomeKind, tuple[str, str]] = {
    K.BIN_OK: (
        QT_TRANSLATE_NOOP("Outcome", "Right bin: {bin}"),
        "",
    ),
    K.WRONG_BIN: (
        QT_TRANSLATE_NOOP("Outcome", "You are at {bin}"),
        "",
    ),
    K.SCAN_BIN_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Scan the bin first"),
        QT_TRANSLATE_NOOP("Outcome", "You should be at {wanted}."),
    ),
    K.UNIT_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku}: {done} of {wanted}"),
        "",
    ),
    K.LINE_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "Line done: {sku}, {done} of {wanted}"),
        "",
    ),
    K.WRONG_PRODUCT: (
        QT_TRANSLATE_NOOP("Outcome", "WRONG ITEM: not {wanted}"),
        QT_TRANSLATE_NOOP("Outcome", "You scanned {sku} ({name}). Put it back."),
    ),
    K.OVER_PICK: (
        QT_TRANSLATE_NOOP("Outcome", "{wanted} of {wanted} are picked"),
        QT_TRANSLATE_NOOP("Outcome", "Put this {sku} back."),
    ),
    K.LOT_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} needs its lot"),
        "",
    ),
    K.EXPIRY_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} needs its date"),
        "",
    ),
    K.SERIAL_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} needs its serial number"),
        "",
    ),
    K.LOT_EXPIRED: (
        QT_TRANSLATE_NOOP("Outcome", "EXPIRED: lot {lot}"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "{sku} expired on {expiry}. Put it aside and take another lot.",
        ),
    ),
    K.EXPIRY_UNREADABLE: (
        QT_TRANSLATE_NOOP("Outcome", "That is no date: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "Type it as year-month-day."),
    ),
    K.SERIAL_REPEATED: (
        QT_TRANSLATE_NOOP("Outcome", "Serial number already scanned"),
        QT_TRANSLATE_NOOP("Outcome", "{serial} is counted. Scan another item."),
    ),
    K.PUT_IN_TOTE: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} is in {tote}"),
        "",
    ),
    K.WRONG_TOTE: (
        QT_TRANSLATE_NOOP("Outcome", "Not in {tote}"),
        "",
    ),
    K.FOREIGN_TOTE: (
        QT_TRANSLATE_NOOP("Outcome", "{tote} belongs to {order}"),
        QT_TRANSLATE_NOOP("Outcome", "Take another tote."),
    ),
    K.OTHER_TOTE_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Use {tote} instead of {wanted}?"),
        QT_TRANSLATE_NOOP("Outcome", "Scan {tote} again to use it."),
    ),
    K.PUT_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Put them in a tote first"),
        QT_TRANSLATE_NOOP("Outcome", "Units in your hand: {units}"),
    ),
    K.NOTHING_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing to pick for {order}"),
        QT_TRANSLATE_NOOP("Outcome", "Every line is short."),
    ),
    K.SHORT_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Short: {sku}"),
        QT_TRANSLATE_NOOP("Outcome", "Needed: {wanted}"),
    ),
    K.SHORT_RECORDED: (
        QT_TRANSLATE_NOOP("Outcome", "Short: {sku}, {found} of {wanted}"),
        "",
    ),
    K.DAMAGED_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Which one is damaged?"),
        "",
    ),
    K.DAMAGED_RECORDED: (
        QT_TRANSLATE_NOOP("Outcome", "Damaged: {sku}"),
        QT_TRANSLATE_NOOP("Outcome", "Put it on the damaged shelf."),
    ),
    K.SKIPPED: (
        QT_TRANSLATE_NOOP("Outcome", "Skipped, comes last: {sku}"),
        "",
    ),
    K.ORDER_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is picked"),
        QT_TRANSLATE_NOOP("Outcome", "Tote {tote} goes to packing."),
    ),
}
