"""The words that several workflows share."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.domain.outcome_work import Working, WorkPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Working.ORDER_OPENED: (
            QT_TRANSLATE_NOOP("Outcome", "Opened: {order}"),
            "",
        ),
        Working.ORDER_CANCELLED: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
            QT_TRANSLATE_NOOP("Outcome", "Return the goods. Do not send them."),
        ),
        Working.TOTE_EMPTY: (
            QT_TRANSLATE_NOOP("Outcome", "Tote {tote} is empty"),
            QT_TRANSLATE_NOOP("Outcome", "No order is in it."),
        ),
        Working.BIN_OK: (
            QT_TRANSLATE_NOOP("Outcome", "Right bin: {bin}"),
            "",
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
        Working.PART_WRONG: (
            QT_TRANSLATE_NOOP("Outcome", "{sku}: ({ai}) in barcode wrong"),
            QT_TRANSLATE_NOOP("Outcome", "Scan or type what is printed on the {sku}."),
        ),
        Working.OTHER_UNIT: (
            QT_TRANSLATE_NOOP("Outcome", "That label is of another product"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the label of the {sku} in your hand."),
        ),
        Working.UNIT_CONTRADICTED: (
            QT_TRANSLATE_NOOP("Outcome", "Not the same unit: {scanned}"),
            QT_TRANSLATE_NOOP("Outcome", "It was {known}. One {sku} at a time; Undo begins again."),
        ),
        Working.SEPARATOR_LOST: (
            QT_TRANSLATE_NOOP("Outcome", "Scanner loses the code's separator"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "It read {code}, the bin holds lot {lot}. Show the scanner its set-up sheet, "
                "or type the lot.",
            ),
        ),
        Working.LOT_EXPIRED: (
            QT_TRANSLATE_NOOP("Outcome", "EXPIRED: lot {lot}"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "{sku} expired on {expiry}. Put it aside and take another lot.",
            ),
        ),
        Working.LIFE_TOO_SHORT: (
            QT_TRANSLATE_NOOP("Outcome", "Good only until {expiry}: {sku}"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "The order needs {days} more good {days:day|days}. Take a fresher lot.",
            ),
        ),
        Working.WRONG_LOT: (
            QT_TRANSLATE_NOOP("Outcome", "WRONG LOT: {lot}"),
            QT_TRANSLATE_NOOP("Outcome", "The order wants lot {wanted} of {sku}."),
        ),
        Working.WRONG_UNIT: (
            QT_TRANSLATE_NOOP("Outcome", "WRONG UNIT: {serial}"),
            QT_TRANSLATE_NOOP("Outcome", "The order wants the unit {wanted}."),
        ),
        Working.GOODS_OF_OTHERS: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} here belongs to {owner}"),
            QT_TRANSLATE_NOOP("Outcome", "The order does not get that owner's goods."),
        ),
        Working.GOODS_OF_SITE: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} here is not {owner}'s"),
            QT_TRANSLATE_NOOP("Outcome", "The order gets goods of {owner} only."),
        ),
        Working.EXPIRY_UNREADABLE: (
            QT_TRANSLATE_NOOP("Outcome", "That is no date: {code}"),
            QT_TRANSLATE_NOOP("Outcome", "Type it as year-month-day."),
        ),
        Working.SERIAL_REPEATED: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number already scanned"),
            QT_TRANSLATE_NOOP("Outcome", "{serial} is counted. Scan another item."),
        ),
        Working.FOREIGN_TOTE: (
            QT_TRANSLATE_NOOP("Outcome", "{tote} belongs to {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Take another tote."),
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
            QT_TRANSLATE_NOOP("Outcome", "Damaged: {units} × {sku}"),
            QT_TRANSLATE_NOOP("Outcome", "Put it to the damaged goods, scan that bin."),
        ),
        Working.DAMAGED_PUT_AWAY: (
            QT_TRANSLATE_NOOP("Outcome", "{units} damaged in {bin}"),
            "",
        ),
        Working.PLACE_LOCKED: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} is locked"),
            QT_TRANSLATE_NOOP("Outcome", "{because}. Choose another bin."),
        ),
        Working.PLACE_OTHER_KIND: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} does not take these"),
            QT_TRANSLATE_NOOP("Outcome", "The goods are {status}. Choose another bin."),
        ),
        Working.PLACE_OF_OTHERS: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} belongs to {owner}"),
            QT_TRANSLATE_NOOP("Outcome", "Choose another bin."),
        ),
        Working.PLACE_MIXED: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} holds {other} alone"),
            QT_TRANSLATE_NOOP("Outcome", "Choose another bin."),
        ),
        Working.PLACE_FULL: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} takes {units} more"),
            QT_TRANSLATE_NOOP("Outcome", "UNDO, take fewer, or choose another bin."),
        ),
        Working.SCAN_PARTS: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is a set"),
            QT_TRANSLATE_NOOP("Outcome", "Scan its parts one by one."),
        ),
        Working.SERIAL_IN_BIN: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number is elsewhere"),
            QT_TRANSLATE_NOOP(
                "Outcome", "{serial} is in stock at {bin}. Take another, or count here."
            ),
        ),
        Working.SERIAL_PICKED: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number already picked"),
            QT_TRANSLATE_NOOP("Outcome", "{serial} was picked for {order}. Put it aside."),
        ),
        Working.SERIAL_PACKED: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number already packed"),
            QT_TRANSLATE_NOOP("Outcome", "{serial} is packed in {order}. Put it aside."),
        ),
        Working.SERIAL_SHIPPED: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number already shipped"),
            QT_TRANSLATE_NOOP(
                "Outcome", "{serial} was shipped on {date} with {order}. Put it aside."
            ),
        ),
        Working.SERIAL_RETURNED: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number came back"),
            QT_TRANSLATE_NOOP(
                "Outcome", "{serial} is in the returned box of {order}. Open that box first."
            ),
        ),
        Working.REMOVE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Take an item out"),
            "",
        ),
        Working.COUNT_NOT_ALLOWED: (
            QT_TRANSLATE_NOOP("Outcome", "Scan each {sku} by itself"),
            QT_TRANSLATE_NOOP("Outcome", "This product is never counted by number."),
        ),
        Working.EACH_IN_TRAINING: (
            QT_TRANSLATE_NOOP("Outcome", "Scan each {sku} by itself"),
            QT_TRANSLATE_NOOP("Outcome", "While you learn, nothing is counted by number."),
        ),
        Working.PACK_TOO_LARGE: (
            QT_TRANSLATE_NOOP("Outcome", "{level} = {units}, {most} wanted"),
            QT_TRANSLATE_NOOP("Outcome", "Open it, and scan single units of {sku}."),
        ),
        Working.PACK_OF_SERIALS: (
            QT_TRANSLATE_NOOP("Outcome", "Open it: scan each {sku}"),
            QT_TRANSLATE_NOOP("Outcome", "Every unit in it has a serial number of its own."),
        ),
        Working.PACK_CONTRADICTED: (
            QT_TRANSLATE_NOOP("Outcome", "{known} or {scanned} in it?"),
            QT_TRANSLATE_NOOP(
                "Outcome", "Its label says {scanned}, the master data {known}. Scan single units."
            ),
        ),
        Working.UNIT_WANTED: (
            QT_TRANSLATE_NOOP("Outcome", "Scan one single unit"),
            QT_TRANSLATE_NOOP("Outcome", "Only one {sku} at a time, no pack."),
        ),
        Working.COPY_NEEDED: (
            QT_TRANSLATE_NOOP("Outcome", "Scan the label's square code"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "Or the small barcode above it. Only copy {copy} is right; destroy the others.",
            ),
        ),
        Working.LABEL_OLD: (
            QT_TRANSLATE_NOOP("Outcome", "OLD LABEL: copy {copy} of {wanted}"),
            QT_TRANSLATE_NOOP(
                "Outcome", "Take it off, destroy it, and scan the newest one on the box."
            ),
        ),
        Working.LABEL_OUTDATED: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: old label on {order}"),
            QT_TRANSLATE_NOOP("Outcome", "The order was changed since. It needs a new label."),
        ),
        Working.CARRIER_OUTDATED: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} goes with {carrier} now"),
            QT_TRANSLATE_NOOP("Outcome", "It needs a new label, at packing."),
        ),
        Working.ORDER_HELD: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is on hold"),
            QT_TRANSLATE_NOOP("Outcome", "{reason}. Put it on a shelf; it goes on by itself."),
        ),
        Working.TAKE_OUT: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: take {units} × {sku} out"),
            QT_TRANSLATE_NOOP("Outcome", "{order} was changed. Scan what you take out."),
        ),
        Working.HELD: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is parked"),
            "",
        ),
        Working.PARCEL_NOT_CLOSED: (
            QT_TRANSLATE_NOOP("Outcome", "Label was never scanned back"),
            QT_TRANSLATE_NOOP("Outcome", "{order}: take the parcel back to packing."),
        ),
        Working.UNKNOWN_PARCEL: (
            QT_TRANSLATE_NOOP("Outcome", "Unknown parcel: {code}"),
            QT_TRANSLATE_NOOP("Outcome", "Keep it aside. A supervisor decides."),
        ),
    },
    prompts={
        WorkPrompt.SCAN_LOT: QT_TRANSLATE_NOOP("Prompt", "Scan the lot of {sku}"),
        WorkPrompt.SCAN_EXPIRY: QT_TRANSLATE_NOOP("Prompt", "Scan the date of {sku}"),
        WorkPrompt.SCAN_SERIAL: QT_TRANSLATE_NOOP("Prompt", "Scan the serial number"),
        WorkPrompt.HOW_MANY_FOUND: QT_TRANSLATE_NOOP("Prompt", "How many {sku} found? {number}"),
        WorkPrompt.SCAN_DAMAGED: QT_TRANSLATE_NOOP("Prompt", "Scan the damaged item"),
        WorkPrompt.SCAN_COUNTED: QT_TRANSLATE_NOOP("Prompt", "{number} × scan the product"),
        WorkPrompt.SCAN_OUT: QT_TRANSLATE_NOOP("Prompt", "Scan what you take out"),
        WorkPrompt.STOPPED: QT_TRANSLATE_NOOP("Prompt", "Stop. Scan OK when done"),
    },
    prompts_without={
        WorkPrompt.HOW_MANY_FOUND: QT_TRANSLATE_NOOP("Prompt", "How many {sku} are there?"),
    },
    facts={
        FactKind.DAMAGE_UNDONE: QT_TRANSLATE_NOOP("Fact", "Not damaged after all"),
        FactKind.UNIT_DAMAGED: QT_TRANSLATE_NOOP("Fact", "Damaged"),
    },
    icons={
        WorkPrompt.HOW_MANY_FOUND: "package-x",
        WorkPrompt.SCAN_DAMAGED: "heart-crack",
        WorkPrompt.SCAN_OUT: "package-minus",
        WorkPrompt.STOPPED: "hand",
    },
)
