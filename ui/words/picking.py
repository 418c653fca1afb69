"""Answers while picking.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.outcome import OutcomeKind
from app.domain.outcome_work import Working
from app.domain.pick.outcome import Picking
from ui.words import QT_TRANSLATE_NOOP

PICKING: dict[OutcomeKind, tuple[str, str]] = {
    Working.BIN_OK: (
        QT_TRANSLATE_NOOP("Outcome", "Right bin: {bin}"),
        "",
    ),
    Picking.WRONG_BIN: (
        QT_TRANSLATE_NOOP("Outcome", "You are at {bin}"),
        "",
    ),
    Picking.SCAN_BIN_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Scan the bin first"),
        QT_TRANSLATE_NOOP("Outcome", "You should be at {wanted}."),
    ),
    Picking.UNIT_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku}: {done} of {wanted}"),
        "",
    ),
    Picking.LINE_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "Line done: {sku}, {done} of {wanted}"),
        "",
    ),
    Picking.WRONG_PRODUCT: (
        QT_TRANSLATE_NOOP("Outcome", "WRONG ITEM: not {wanted}"),
        QT_TRANSLATE_NOOP("Outcome", "You scanned {sku} ({name}). Put it back."),
    ),
    Picking.OVER_PICK: (
        QT_TRANSLATE_NOOP("Outcome", "{wanted} of {wanted} are picked"),
        QT_TRANSLATE_NOOP("Outcome", "Put this {sku} back."),
    ),
    Working.LOT_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} needs its lot"),
        "",
    ),
    Working.EXPIRY_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} needs its date"),
        "",
    ),
    Working.SERIAL_NEEDED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} needs its serial number"),
        "",
    ),
    Working.LOT_EXPIRED: (
        QT_TRANSLATE_NOOP("Outcome", "EXPIRED: lot {lot}"),
        QT_TRANSLATE_NOOP(
            "Outcome",
            "{sku} expired on {expiry}. Put it aside and take another lot.",
        ),
    ),
    Working.EXPIRY_UNREADABLE: (
        QT_TRANSLATE_NOOP("Outcome", "That is no date: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "Type it as year-month-day."),
    ),
    Working.SERIAL_REPEATED: (
        QT_TRANSLATE_NOOP("Outcome", "Serial number already scanned"),
        QT_TRANSLATE_NOOP("Outcome", "{serial} is counted. Scan another item."),
    ),
    Picking.PUT_IN_TOTE: (
        QT_TRANSLATE_NOOP("Outcome", "{sku} is in {tote}"),
        "",
    ),
    Working.FOREIGN_TOTE: (
        QT_TRANSLATE_NOOP("Outcome", "{tote} belongs to {order}"),
        QT_TRANSLATE_NOOP("Outcome", "Take another tote."),
    ),
    Picking.OTHER_TOTE_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Use {tote} instead of {wanted}?"),
        QT_TRANSLATE_NOOP("Outcome", "Scan {tote} again to use it."),
    ),
    Picking.PUT_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Put them in a tote first"),
        QT_TRANSLATE_NOOP("Outcome", "Units in your hand: {units}"),
    ),
    Picking.NOTHING_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "Nothing to pick for {order}"),
        QT_TRANSLATE_NOOP("Outcome", "Every line is short."),
    ),
    Working.SHORT_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Short: {sku}"),
        QT_TRANSLATE_NOOP("Outcome", "Needed: {wanted}"),
    ),
    Working.SHORT_RECORDED: (
        QT_TRANSLATE_NOOP("Outcome", "Short: {sku}, {found} of {wanted}"),
        "",
    ),
    Working.DAMAGED_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Which one is damaged?"),
        "",
    ),
    Working.DAMAGED_RECORDED: (
        QT_TRANSLATE_NOOP("Outcome", "Damaged: {sku}"),
        QT_TRANSLATE_NOOP("Outcome", "Put it on the damaged shelf."),
    ),
    Picking.SKIPPED: (
        QT_TRANSLATE_NOOP("Outcome", "Skipped, comes last: {sku}"),
        "",
    ),
    Picking.ORDER_PICKED: (
        QT_TRANSLATE_NOOP("Outcome", "{order} is picked"),
        QT_TRANSLATE_NOOP("Outcome", "Tote {tote} goes to packing."),
    ),
}
