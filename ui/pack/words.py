"""The words of packing."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.domain.pack.outcome import Packing, PackPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Packing.NO_NUMBERS: (
            QT_TRANSLATE_NOOP("Outcome", "No parcel numbers left"),
            QT_TRANSLATE_NOOP("Outcome", "Call a supervisor."),
        ),
        Packing.NOTHING_OPEN: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing is open here"),
            "",
        ),
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
        Packing.SET_COMPLETE: (
            QT_TRANSLATE_NOOP("Outcome", "SET {kit}: {done} of {wanted} complete"),
            "",
        ),
        Packing.NOT_ON_ORDER: (
            QT_TRANSLATE_NOOP("Outcome", "WRONG ITEM: not on this order"),
            QT_TRANSLATE_NOOP("Outcome", "You scanned {code} ({name}). Put it aside."),
        ),
        Packing.OVER_COUNT: (
            QT_TRANSLATE_NOOP("Outcome", "{wanted} of {wanted} {wanted:is|are} in"),
            QT_TRANSLATE_NOOP("Outcome", "{sku}: take this one out."),
        ),
        Packing.SERIAL_SHIPPED_BEFORE: (
            QT_TRANSLATE_NOOP("Outcome", "Serial number used before"),
            QT_TRANSLATE_NOOP("Outcome", "{serial} went out with {order}. Take it out of the box."),
        ),
        Packing.UNIT_REMOVED: (
            QT_TRANSLATE_NOOP("Outcome", "Taken out: {sku}, {done} of {wanted}"),
            "",
        ),
        Packing.PACK_NOT_INSIDE: (
            QT_TRANSLATE_NOOP("Outcome", "{level} = {units}, {most} inside"),
            QT_TRANSLATE_NOOP("Outcome", "Take single units of {sku} out."),
        ),
        Packing.NOT_IN_PARCEL: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is not in here"),
            QT_TRANSLATE_NOOP("Outcome", "Nothing to take out."),
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
        Packing.LABEL_WITHOUT: (
            QT_TRANSLATE_NOOP("Outcome", "Label without {letters}"),
            QT_TRANSLATE_NOOP("Outcome", "No printer has these signs. The address is whole."),
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
        Packing.LABEL_NOT_SENT: (
            QT_TRANSLATE_NOOP("Outcome", "This label is not printed yet"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the label itself, when it is on the box."),
        ),
        Packing.LABEL_PROVEN: (
            QT_TRANSLATE_NOOP("Outcome", "Right label on box {parcel}"),
            "",
        ),
        Packing.WRONG_LABEL: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: label is for {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Take it off. This box needs the label of {wanted}."),
        ),
        Packing.REPRINTING: (
            QT_TRANSLATE_NOOP("Outcome", "Label sent again ({count})"),
            QT_TRANSLATE_NOOP("Outcome", "Destroy the old one."),
        ),
        Packing.REPRINT_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Why is it wanted again?"),
            QT_TRANSLATE_NOOP("Outcome", "Every label sent again is counted."),
        ),
        Packing.SHELVED: (
            QT_TRANSLATE_NOOP("Outcome", "Box {parcel} is on {shelf}"),
            "",
        ),
        Packing.SHELF_FIRST: (
            QT_TRANSLATE_NOOP("Outcome", "First put {order} on a shelf"),
            QT_TRANSLATE_NOOP("Outcome", "It has no label. OK = it stays at this bench."),
        ),
        Packing.SLIP_PRINTED: (
            QT_TRANSLATE_NOOP("Outcome", "{order}: the packing slip prints"),
            QT_TRANSLATE_NOOP("Outcome", "Without an A4 printer it lies in the documents."),
        ),
        Packing.SENT_ELSEWHERE: (
            QT_TRANSLATE_NOOP("Outcome", "Label sent to {printer}"),
            QT_TRANSLATE_NOOP("Outcome", "Fetch it there, stick it on, scan it."),
        ),
        Packing.SHIP_PARTLY_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "{lines} {lines:line is|lines are} still open"),
            "",
        ),
        Packing.REOPENED: (
            QT_TRANSLATE_NOOP("Outcome", "Box {parcel} is open again"),
            QT_TRANSLATE_NOOP("Outcome", "Its label is void. Destroy it."),
        ),
        Packing.CARTON_CHANGED: (
            QT_TRANSLATE_NOOP("Outcome", "Box {parcel} is {carton} now"),
            QT_TRANSLATE_NOOP("Outcome", "Move everything into it."),
        ),
        Packing.TOTE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Tote {tote} is missing"),
            QT_TRANSLATE_NOOP("Outcome", "The order has goods in it, too. Fetch and scan it."),
        ),
        Packing.TOTE_HERE: (
            QT_TRANSLATE_NOOP("Outcome", "Tote {tote} is here"),
            "",
        ),
        Packing.TOTE_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "Packed without tote {tote}"),
            QT_TRANSLATE_NOOP("Outcome", "What is in it stays missing."),
        ),
        Packing.ORDER_FROM_SHELF: (
            QT_TRANSLATE_NOOP("Outcome", "Opened: {order}"),
            QT_TRANSLATE_NOOP("Outcome", "It stands on {shelf}."),
        ),
        Packing.NOTE_SHOWN: (
            QT_TRANSLATE_NOOP("Outcome", "Read this before {sku} goes in"),
            QT_TRANSLATE_NOOP("Outcome", "OK = read."),
        ),
        Packing.NOTE_READ: (
            QT_TRANSLATE_NOOP("Outcome", "Note is read"),
            "",
        ),
        Packing.READ_NOTE_FIRST: (
            QT_TRANSLATE_NOOP("Outcome", "Read the note first"),
            QT_TRANSLATE_NOOP("Outcome", "OK = read. The scan was not counted."),
        ),
        Packing.FOUND_AGAIN: (
            QT_TRANSLATE_NOOP("Outcome", "Found: {sku}, {done} of {wanted}"),
            "",
        ),
        Packing.NOTHING_SHORT: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing is to be replaced"),
            QT_TRANSLATE_NOOP("Outcome", "A substitute needs a line that is short."),
        ),
        Packing.FREE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Add something free?"),
            QT_TRANSLATE_NOOP("Outcome", "A supervisor decides."),
        ),
        Packing.SUBSTITUTE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Send something else for {sku}?"),
            QT_TRANSLATE_NOOP("Outcome", "A supervisor decides."),
        ),
        Packing.ADD_ALLOWED: (
            QT_TRANSLATE_NOOP("Outcome", "Allowed"),
            "",
        ),
        Packing.BIN_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "From which bin is {sku}?"),
            "",
        ),
        Packing.NOT_IN_BIN: (
            QT_TRANSLATE_NOOP("Outcome", "No {sku} in {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the bin it came from."),
        ),
        Packing.SHORT_UNDONE: (
            QT_TRANSLATE_NOOP("Outcome", "Not short any more: {sku}, {units}"),
            "",
        ),
        Packing.DAMAGED_TO: (
            QT_TRANSLATE_NOOP("Outcome", "Damaged: {units} × {sku}"),
            QT_TRANSLATE_NOOP("Outcome", "Put it into {bin}, scan that bin."),
        ),
        Packing.NOT_DAMAGED: (
            QT_TRANSLATE_NOOP("Outcome", "Not damaged: {units} × {sku}"),
            QT_TRANSLATE_NOOP("Outcome", "Take it out of the damaged goods again."),
        ),
        Packing.FETCH_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Damaged: {sku}. Fetch another?"),
            QT_TRANSLATE_NOOP("Outcome", "In stock: {units}. Put the damaged one on its shelf."),
        ),
        Packing.FETCH_ORDERED: (
            QT_TRANSLATE_NOOP("Outcome", "Another {sku} will be picked"),
            QT_TRANSLATE_NOOP("Outcome", "Pack the rest meanwhile."),
        ),
        Packing.REST_IS_FETCHED: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is still being picked"),
            QT_TRANSLATE_NOOP("Outcome", "Put the order on a shelf until it comes."),
        ),
        Packing.NOT_THE_PICKED: (
            QT_TRANSLATE_NOOP("Outcome", "WRONG {sku}: {scanned}"),
            QT_TRANSLATE_NOOP("Outcome", "Picked for this order: {picked}. Put this one aside."),
        ),
        Packing.NOT_WANTED: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is not wanted any more"),
            QT_TRANSLATE_NOOP("Outcome", "The order was changed. Leave this one in the tote."),
        ),
        Packing.NOT_PICKED: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is not picked yet"),
            QT_TRANSLATE_NOOP("Outcome", "A picker brings it. Put this one aside."),
        ),
        Packing.OPEN_BOX_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Open box {parcel} again?"),
            QT_TRANSLATE_NOOP("Outcome", "Its label becomes void. A supervisor decides."),
        ),
        Packing.BOX_OPENED: (
            QT_TRANSLATE_NOOP("Outcome", "Box {parcel} is open again"),
            QT_TRANSLATE_NOOP("Outcome", "Its label is void. Tear it off and destroy it."),
        ),
        Packing.RELABELLED: (
            QT_TRANSLATE_NOOP("Outcome", "New label for box {parcel}"),
            QT_TRANSLATE_NOOP("Outcome", "Destroy the old label, stick the new one on."),
        ),
        Packing.OPEN_BOX_FIRST: (
            QT_TRANSLATE_NOOP("Outcome", "The box is closed"),
            QT_TRANSLATE_NOOP("Outcome", "UNDO opens it again."),
        ),
        Packing.NOT_A_SHELF: (
            QT_TRANSLATE_NOOP("Outcome", "That is no shelf: {code}"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the shelf, or OK to leave it here."),
        ),
        Packing.REST_GOES_BACK: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is done. Put goods back"),
            QT_TRANSLATE_NOOP(
                "Outcome", "{units} × {sku} is not wanted any more. Scan the tote to put it back."
            ),
        ),
        Packing.ORDER_PACKED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is done"),
            QT_TRANSLATE_NOOP("Outcome", "Boxes: {parcels}"),
        ),
    },
    prompts={
        PackPrompt.CHOOSE_CARTON: QT_TRANSLATE_NOOP("Prompt", "Take box {carton}, scan it"),
        PackPrompt.FETCH_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan tote {tote} too"),
        PackPrompt.READ_NOTE: QT_TRANSLATE_NOOP("Prompt", "Read the note. OK = read"),
        PackPrompt.CLOSE_BOX: QT_TRANSLATE_NOOP("Prompt", "OK = close box {parcel}"),
        PackPrompt.FETCH_ANOTHER: QT_TRANSLATE_NOOP("Prompt", "OK = fetch one, SHORT = without"),
        PackPrompt.DAMAGED_PLACE: QT_TRANSLATE_NOOP("Prompt", "Scan {bin}. OK = later"),
        PackPrompt.ADD_ASKED: QT_TRANSLATE_NOOP("Prompt", "Supervisor: badge, then OK"),
        PackPrompt.ADD_ITEM: QT_TRANSLATE_NOOP("Prompt", "Scan what is added"),
        PackPrompt.ADD_BIN: QT_TRANSLATE_NOOP("Prompt", "Scan its bin"),
        PackPrompt.OPEN_BOX: QT_TRANSLATE_NOOP("Prompt", "Supervisor: badge, then OK"),
        PackPrompt.SCAN_ITEM: QT_TRANSLATE_NOOP("Prompt", "Scan the next item"),
        PackPrompt.LABEL_PRINTING: QT_TRANSLATE_NOOP("Prompt", "The label is printing"),
        PackPrompt.PICKUP_SHELF: QT_TRANSLATE_NOOP("Prompt", "Put on a shelf, scan it"),
        PackPrompt.SCAN_LABEL: QT_TRANSLATE_NOOP("Prompt", "Stick the label, scan it"),
        PackPrompt.LABEL_TROUBLE: QT_TRANSLATE_NOOP("Prompt", "Fix the printer, scan PRINT"),
        PackPrompt.LABEL_DOUBTFUL: QT_TRANSLATE_NOOP("Prompt", "Scan the label, else PRINT"),
        PackPrompt.REPRINT_REASON: QT_TRANSLATE_NOOP("Prompt", "Choose the reason: 1 to 3"),
        PackPrompt.SHIP_PARTLY: QT_TRANSLATE_NOOP("Prompt", "OK = ship partly, UNDO = go on"),
        PackPrompt.CHECK_WEIGHT: QT_TRANSLATE_NOOP("Prompt", "Check what is in the box"),
        PackPrompt.HOLD_SHELF: QT_TRANSLATE_NOOP("Prompt", "Scan the shelf to park it"),
    },
    prompts_without={
        PackPrompt.CHOOSE_CARTON: QT_TRANSLATE_NOOP("Prompt", "Take a box, scan it"),
    },
    facts={
        FactKind.PACK_STARTED: QT_TRANSLATE_NOOP("Fact", "Packing started"),
        FactKind.PARCEL_OPENED: QT_TRANSLATE_NOOP("Fact", "Box opened"),
        FactKind.UNIT_PACKED: QT_TRANSLATE_NOOP("Fact", "Packed"),
        FactKind.UNIT_REMOVED: QT_TRANSLATE_NOOP("Fact", "Taken out"),
        FactKind.PACK_SHORT: QT_TRANSLATE_NOOP("Fact", "Short at packing"),
        FactKind.NOTE_CONFIRMED: QT_TRANSLATE_NOOP("Fact", "Note read"),
        FactKind.LINE_ADDED: QT_TRANSLATE_NOOP("Fact", "Added here"),
        FactKind.CARTON_CHANGED: QT_TRANSLATE_NOOP("Fact", "Other box type"),
        FactKind.PARCEL_WITHDRAWN: QT_TRANSLATE_NOOP("Fact", "Label void, box opened"),
        FactKind.PARCEL_WEIGHED: QT_TRANSLATE_NOOP("Fact", "Weighed"),
        FactKind.WEIGHT_ACCEPTED: QT_TRANSLATE_NOOP("Fact", "Weight accepted"),
        FactKind.PARCEL_SEALED: QT_TRANSLATE_NOOP("Fact", "Box sealed"),
        FactKind.PARCEL_REOPENED: QT_TRANSLATE_NOOP("Fact", "Box reopened"),
        FactKind.PARCEL_VOIDED: QT_TRANSLATE_NOOP("Fact", "Box voided"),
        FactKind.LABEL_SENT: QT_TRANSLATE_NOOP("Fact", "Label sent"),
        FactKind.LABEL_FAILED: QT_TRANSLATE_NOOP("Fact", "Label failed"),
        FactKind.LABEL_REPRINTED: QT_TRANSLATE_NOOP("Fact", "Label sent again"),
        FactKind.LABEL_MISMATCH: QT_TRANSLATE_NOOP("Fact", "Wrong label scanned"),
        FactKind.PICKUP_SHELVED: QT_TRANSLATE_NOOP("Fact", "On the shelf for its customer"),
        FactKind.LABEL_PROVEN: QT_TRANSLATE_NOOP("Fact", "Label scanned on the box"),
        FactKind.ORDER_PACKED: QT_TRANSLATE_NOOP("Fact", "Order packed"),
        FactKind.ORDER_PARKED: QT_TRANSLATE_NOOP("Fact", "Order parked"),
        FactKind.PACK_LEFT: QT_TRANSLATE_NOOP("Fact", "Packing left"),
    },
    screen={
        "homeless": QT_TRANSLATE_NOOP("Screen", "Damaged, no bin yet: {units}"),
        "tile_pack": QT_TRANSLATE_NOOP("Screen", "PACK"),
        "scanned_item": QT_TRANSLATE_NOOP("Screen", "Scanned"),
        "pack_count": QT_TRANSLATE_NOOP("Screen", "packed / wanted"),
        "box_carton": QT_TRANSLATE_NOOP("Screen", "Box {parcel} · {carton}"),
        "weight_expected": QT_TRANSLATE_NOOP("Screen", "{kg} kg, expected {expected} kg"),
        "still_to_pack": QT_TRANSLATE_NOOP(
            "Screen", "Still to pack: {open} of {lines} {lines:line|lines}"
        ),
        "all_packed": QT_TRANSLATE_NOOP("Screen", "Everything is packed: {lines}"),
        "last_item": QT_TRANSLATE_NOOP("Screen", "Last: {sku}, {done} of {wanted}"),
        "boxes": QT_TRANSLATE_NOOP("Screen", "Boxes"),
        "removing": QT_TRANSLATE_NOOP("Screen", "TAKING OUT"),
        "suggested": QT_TRANSLATE_NOOP("Screen", "suggested"),
    },
    icons={
        PackPrompt.CHOOSE_CARTON: "package-open",
        PackPrompt.FETCH_TOTE: "shopping-basket",
        PackPrompt.READ_NOTE: "info",
        PackPrompt.CLOSE_BOX: "archive",
        PackPrompt.FETCH_ANOTHER: "shopping-basket",
        PackPrompt.DAMAGED_PLACE: "heart-crack",
        PackPrompt.OPEN_BOX: "package-open",
        PackPrompt.ADD_ASKED: "package-plus",
        PackPrompt.ADD_BIN: "map-pin",
        PackPrompt.LABEL_PRINTING: "hourglass",
        PackPrompt.PICKUP_SHELF: "archive",
        PackPrompt.SCAN_LABEL: "tag",
        PackPrompt.LABEL_TROUBLE: "printer",
        PackPrompt.LABEL_DOUBTFUL: "printer",
        PackPrompt.REPRINT_REASON: "printer",
        PackPrompt.SHIP_PARTLY: "package-x",
        PackPrompt.CHECK_WEIGHT: "scale",
        PackPrompt.HOLD_SHELF: "pause",
    },
    whole=frozenset({Packing.PARCEL_CLOSED, Packing.LABEL_PROVEN, Packing.ORDER_PACKED}),
)
