"""The words of picking."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.domain.pick.outcome import Picking, PickPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Picking.NO_BIN: (
            QT_TRANSLATE_NOOP("Outcome", "No bin known for {order}"),
            QT_TRANSLATE_NOOP("Outcome", "{skus}"),
        ),
        Picking.OPENED_SHORT: (
            QT_TRANSLATE_NOOP("Outcome", "{order}: none left of {skus}"),
            QT_TRANSLATE_NOOP("Outcome", "It is short. Pick the rest."),
        ),
        Picking.WAITS_FOR_STOCK: (
            QT_TRANSLATE_NOOP("Outcome", "{order} waits for stock"),
            QT_TRANSLATE_NOOP("Outcome", "Nothing there of: {skus}"),
        ),
        Picking.WRONG_BIN: (
            QT_TRANSLATE_NOOP("Outcome", "WRONG BIN: go to {wanted}"),
            QT_TRANSLATE_NOOP("Outcome", "This is {bin}."),
        ),
        Picking.BACK_TO_BIN: (
            QT_TRANSLATE_NOOP("Outcome", "WRONG BIN: go back to {wanted}"),
            QT_TRANSLATE_NOOP("Outcome", "This is {bin}."),
        ),
        Picking.FOUND_HERE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} lies in {bin}?"),
            QT_TRANSLATE_NOOP("Outcome", "Scan bin {bin} again to pick it from there."),
        ),
        Picking.BEYOND_STOCK_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "By the books: {known} in {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "More {sku} from this bin? Scan the item again."),
        ),
        Picking.PICK_SHORT_UNDONE: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is not short: pick it"),
            "",
        ),
        Picking.CHANGED_WALK: (
            QT_TRANSLATE_NOOP("Outcome", "The shop has changed {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Your walk has the new numbers."),
        ),
        Picking.PUT_BACK_FIRST: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: put {units} back into {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "{order} must not go on. OK when they are back."),
        ),
        Picking.LEAVE_IT: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: another station has {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Leave it: OK."),
        ),
        Picking.PUT_BACK_NEXT: (
            QT_TRANSLATE_NOOP("Outcome", "Put tote {tote} back"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the tote: it says where its units belong."),
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
            QT_TRANSLATE_NOOP("Outcome", "{wanted} of {wanted} {wanted:is|are} picked"),
            QT_TRANSLATE_NOOP("Outcome", "Put this {sku} back."),
        ),
        Picking.REFILL_WANTED: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} is being filled"),
            QT_TRANSLATE_NOOP("Outcome", "Pick the rest first. SHORT again = it never comes."),
        ),
        Picking.STOCK_BLOCKED: (
            QT_TRANSLATE_NOOP("Outcome", "Not for sale: {status}"),
            QT_TRANSLATE_NOOP("Outcome", "Put this {sku} back into {bin}."),
        ),
        Picking.PUT_IN_TOTE: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is in {tote}"),
            "",
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
        Picking.SKIPPED: (
            QT_TRANSLATE_NOOP("Outcome", "Skipped, comes last: {sku}"),
            "",
        ),
        Picking.ORDER_PICKED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is picked"),
            QT_TRANSLATE_NOOP("Outcome", "Tote {tote} goes to packing."),
        ),
    },
    prompts={
        PickPrompt.GO_TO_BIN: QT_TRANSLATE_NOOP("Prompt", "Go to bin {bin}, scan it"),
        PickPrompt.SCAN_PRODUCT: QT_TRANSLATE_NOOP("Prompt", "Scan the item {sku}"),
        PickPrompt.SCAN_TOTE: QT_TRANSLATE_NOOP("Prompt", "Put it in {tote}, scan it"),
        PickPrompt.CONFIRM_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan {tote} again to use it"),
    },
    prompts_without={
        PickPrompt.SCAN_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan a free tote"),
    },
    facts={
        FactKind.PICK_STARTED: QT_TRANSLATE_NOOP("Fact", "Picking started"),
        FactKind.UNIT_PICKED: QT_TRANSLATE_NOOP("Fact", "Picked"),
        FactKind.PICK_UNDONE: QT_TRANSLATE_NOOP("Fact", "Pick undone"),
        FactKind.PUT_IN_TOTE: QT_TRANSLATE_NOOP("Fact", "Put in tote"),
        FactKind.PICK_SHORT: QT_TRANSLATE_NOOP("Fact", "Short at picking"),
        FactKind.SHORT_TAKEN_BACK: QT_TRANSLATE_NOOP("Fact", "Short taken back"),
        FactKind.UNIT_PUT_BACK: QT_TRANSLATE_NOOP("Fact", "Put back into a bin"),
        FactKind.TOTE_EMPTIED: QT_TRANSLATE_NOOP("Fact", "Tote emptied"),
        FactKind.ORDER_PICKED: QT_TRANSLATE_NOOP("Fact", "Order picked"),
        FactKind.PICK_LEFT: QT_TRANSLATE_NOOP("Fact", "Picking left"),
    },
    screen={
        "tile_pick": QT_TRANSLATE_NOOP("Screen", "PICK"),
        "stop_of": QT_TRANSLATE_NOOP("Screen", "Stop {stop} of {stops}"),
        "pick_count": QT_TRANSLATE_NOOP("Screen", "picked / wanted"),
        "to_tote": QT_TRANSLATE_NOOP("Screen", "→ tote {tote}"),
        "to_any_tote": QT_TRANSLATE_NOOP("Screen", "→ a free tote"),
        "next_stops": QT_TRANSLATE_NOOP("Screen", "Next stops"),
        "last_stop": QT_TRANSLATE_NOOP("Screen", "This is the last stop"),
        "found": QT_TRANSLATE_NOOP("Screen", "Found"),
        "expiry": QT_TRANSLATE_NOOP("Screen", "Expires {expiry}"),
        "serial": QT_TRANSLATE_NOOP("Screen", "Serial number {serial}"),
        "lot_alone": QT_TRANSLATE_NOOP("Screen", "Only lot {lot}"),
        "lot_if_there": QT_TRANSLATE_NOOP("Screen", "Lot {lot} if there"),
        "serial_alone": QT_TRANSLATE_NOOP("Screen", "Only unit {serial}"),
        "serial_if_there": QT_TRANSLATE_NOOP("Screen", "Unit {serial} if there"),
        "put_back": QT_TRANSLATE_NOOP("Screen", "Put back"),
    },
    icons={
        PickPrompt.GO_TO_BIN: "map-pin",
        PickPrompt.SCAN_TOTE: "shopping-basket",
        PickPrompt.CONFIRM_TOTE: "shopping-basket",
    },
    whole=frozenset({Picking.ORDER_PICKED}),
)
