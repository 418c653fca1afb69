"""The words of the exceptions, of every reason for one, and of what can be decided about it."""

from __future__ import annotations

from app.domain.desk.decisions import Decision
from app.domain.desk.outcome import Deciding
from app.domain.facts import FactKind
from app.station.exceptions.outcome import ExceptionsPrompt, Listing
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Listing.EXCEPTION_SHOWN: (
            QT_TRANSLATE_NOOP("Outcome", "Touch it, or type its number"),
            "",
        ),
        Listing.DECISION_CHOSEN: (QT_TRANSLATE_NOOP("Outcome", "A supervisor signs it"), ""),
        Deciding.EXCEPTION_DECIDED: (QT_TRANSLATE_NOOP("Outcome", "Decided: {decision}"), ""),
        Deciding.SOLVED_BEFORE: (
            QT_TRANSLATE_NOOP("Outcome", "{operator} solved it {minutes} min ago"),
            QT_TRANSLATE_NOOP("Outcome", "Decided: {decision}. Nothing is left to do here."),
        ),
        Deciding.ENDED_BEFORE: (
            QT_TRANSLATE_NOOP("Outcome", "Over since {minutes} min"),
            QT_TRANSLATE_NOOP("Outcome", "The work itself has ended it."),
        ),
        Deciding.NOT_OFFERED: (
            QT_TRANSLATE_NOOP("Outcome", "Not for this: {decision}"),
            QT_TRANSLATE_NOOP("Outcome", "Choose what the card offers."),
        ),
        Deciding.THING_GONE: (
            QT_TRANSLATE_NOOP("Outcome", "{code} is not known here"),
            QT_TRANSLATE_NOOP("Outcome", "Only accepting it is possible."),
        ),
        Deciding.NO_STOCK_BUT: (
            QT_TRANSLATE_NOOP("Outcome", "No {sku} to pick"),
            QT_TRANSLATE_NOOP("Outcome", "Nearest is {bin} ({units}), and nobody may pick there."),
        ),
        Deciding.NO_STOCK_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "Nobody has any {sku}"),
            QT_TRANSLATE_NOOP("Outcome", "Ship without, hold the order, or wait for goods."),
        ),
        Deciding.SHORT_OF_NOTHING: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is short of nothing"),
            QT_TRANSLATE_NOOP("Outcome", "Accept it: it has been put right."),
        ),
        Deciding.ORDER_AT_WORK: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is open at {station}"),
            QT_TRANSLATE_NOOP("Outcome", "Decide when that bench has left it."),
        ),
        Deciding.ORDER_PAST_THAT: (
            QT_TRANSLATE_NOOP("Outcome", "Too late for {order}"),
            QT_TRANSLATE_NOOP("Outcome", "It is packed, gone or cancelled."),
        ),
        Deciding.HELD_ALREADY: (QT_TRANSLATE_NOOP("Outcome", "{order} is held already"), ""),
        Deciding.HELD_BY_SHOP: (
            QT_TRANSLATE_NOOP("Outcome", "The shop holds {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Only the shop lets it go: {reason}"),
        ),
        Deciding.NOT_HELD: (QT_TRANSLATE_NOOP("Outcome", "Nobody holds {order}"), ""),
        Deciding.WANTS_ALL: (
            QT_TRANSLATE_NOOP("Outcome", "{order} wants everything or nothing"),
            QT_TRANSLATE_NOOP("Outcome", "Pick again, or hold the order."),
        ),
        Deciding.NOTHING_TO_SHIP: (
            QT_TRANSLATE_NOOP("Outcome", "All of {order} is short"),
            QT_TRANSLATE_NOOP("Outcome", "There is nothing to ship."),
        ),
        Deciding.NOTHING_TO_PUT_BACK: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing to put back for {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Accept it: it has been put right."),
        ),
        Deciding.NO_BIN_TO_COUNT: (
            QT_TRANSLATE_NOOP("Outcome", "No bin is in doubt"),
            QT_TRANSLATE_NOOP("Outcome", "Where it was missed has been counted."),
        ),
        Deciding.BOX_HAS_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "No box of it is here"),
            QT_TRANSLATE_NOOP("Outcome", "It has left, or was given up."),
        ),
        Listing.NOTHING_MORE: (
            QT_TRANSLATE_NOOP("Outcome", "{code}: nothing more to see"),
            QT_TRANSLATE_NOOP("Outcome", "The row says all that is known here."),
        ),
    },
    prompts={
        ExceptionsPrompt.CHOOSE_EXCEPTION: QT_TRANSLATE_NOOP(
            "Prompt", "Scan an order, or its number"
        ),
        ExceptionsPrompt.CHOOSE_DECISION: QT_TRANSLATE_NOOP("Prompt", "Choose what is to be done"),
        ExceptionsPrompt.SIGN_DECISION: QT_TRANSLATE_NOOP("Prompt", "{decision}: press OK"),
        ExceptionsPrompt.EXCEPTION_OVER: QT_TRANSLATE_NOOP("Prompt", "Solved: nothing to do"),
    },
    facts={FactKind.EXCEPTION_DECIDED: QT_TRANSLATE_NOOP("Fact", "Exception decided")},
    screen={
        "exception_decided": QT_TRANSLATE_NOOP("Screen", "{decision} · {operator}, {at}"),
        "exception_solved": QT_TRANSLATE_NOOP("Screen", "Solved: {decision} · {operator}, {at}"),
        "exception_ended": QT_TRANSLATE_NOOP("Screen", "Over since {at}"),
        "exceptions": QT_TRANSLATE_NOOP("Screen", "Waiting for a person: {count}"),
        "no_exceptions": QT_TRANSLATE_NOOP("Screen", "Nothing waits for a person"),
        "exceptions_list": QT_TRANSLATE_NOOP("Screen", "Exceptions"),
        "exception_times": QT_TRANSLATE_NOOP("Screen", "{count} ×"),
    },
    icons={
        ExceptionsPrompt.CHOOSE_EXCEPTION: "triangle-alert",
        ExceptionsPrompt.CHOOSE_DECISION: "triangle-alert",
        ExceptionsPrompt.SIGN_DECISION: "check",
        ExceptionsPrompt.EXCEPTION_OVER: "circle-check",
    },
)

DECISIONS: dict[str, str] = {
    Decision.PICK_AGAIN: QT_TRANSLATE_NOOP("Reason", "Pick again"),
    Decision.SHIP_PARTLY: QT_TRANSLATE_NOOP("Reason", "Ship without"),
    Decision.COUNT: QT_TRANSLATE_NOOP("Reason", "Count the bin"),
    Decision.HOLD_ORDER: QT_TRANSLATE_NOOP("Reason", "Hold the order"),
    Decision.RELEASE_ORDER: QT_TRANSLATE_NOOP("Reason", "Let it go on"),
    Decision.PUT_BACK: QT_TRANSLATE_NOOP("Reason", "Put back"),
    Decision.NEW_LABEL: QT_TRANSLATE_NOOP("Reason", "New label"),
    Decision.TAKE: QT_TRANSLATE_NOOP("Reason", "I look after it"),
    Decision.ACCEPT: QT_TRANSLATE_NOOP("Reason", "All right as it is"),
}
"""What can be decided: the words of a key."""
DECISION_IMAGES: dict[Decision, str] = {
    Decision.PICK_AGAIN: "shopping-basket",
    Decision.SHIP_PARTLY: "truck",
    Decision.COUNT: "list-checks",
    Decision.HOLD_ORDER: "pause",
    Decision.RELEASE_ORDER: "arrow-right",
    Decision.PUT_BACK: "undo-2",
    Decision.NEW_LABEL: "tag",
    Decision.TAKE: "user",
    Decision.ACCEPT: "circle-check",
}

REASONS: dict[str, str] = {
    "unknown_order": QT_TRANSLATE_NOOP("Reason", "The centre does not know this order"),
    "unknown_parcel": QT_TRANSLATE_NOOP("Reason", "The centre does not know this box"),
    "unknown_load": QT_TRANSLATE_NOOP("Reason", "The centre does not know this load"),
    "unknown_operator": QT_TRANSLATE_NOOP("Reason", "The centre does not know this person"),
    "unknown_line": QT_TRANSLATE_NOOP("Reason", "The shop has taken this line out"),
    "unknown_bin": QT_TRANSLATE_NOOP("Reason", "The centre does not know this bin"),
    "unknown_kind": QT_TRANSLATE_NOOP("Reason", "Written by a newer program"),
    "placed_twice": QT_TRANSLATE_NOOP("Reason", "One order number, two contents"),
    "changed_after_cancel": QT_TRANSLATE_NOOP("Reason", "Wanted again after it was cancelled"),
    "lines_changed_while_worked": QT_TRANSLATE_NOOP(
        "Reason", "The shop changed it during the work"
    ),
    "carrier_changed": QT_TRANSLATE_NOOP("Reason", "The shop changed the carrier"),
    "address_changed_after_loading": QT_TRANSLATE_NOOP(
        "Reason", "Address changed, and it is loaded"
    ),
    "held_while_worked": QT_TRANSLATE_NOOP("Reason", "The shop holds it, and it was begun"),
    "picked_on_hold": QT_TRANSLATE_NOOP("Reason", "Begun although the shop holds it"),
    "cancelled_after_dispatch": QT_TRANSLATE_NOOP("Reason", "Cancelled after it had left"),
    "return_goods": QT_TRANSLATE_NOOP("Reason", "Cancelled: put the goods back"),
    "picked_cancelled": QT_TRANSLATE_NOOP("Reason", "Picked although cancelled"),
    "packed_cancelled": QT_TRANSLATE_NOOP("Reason", "Packed although cancelled"),
    "loaded_cancelled": QT_TRANSLATE_NOOP("Reason", "On the truck although cancelled"),
    "dispatched_cancelled": QT_TRANSLATE_NOOP("Reason", "Left the house although cancelled"),
    "picked_twice": QT_TRANSLATE_NOOP("Reason", "More was picked than ordered"),
    "packed_twice": QT_TRANSLATE_NOOP("Reason", "More was packed than ordered"),
    "picked_incomplete": QT_TRANSLATE_NOOP("Reason", "Pick ended, and something lacks"),
    "packed_incomplete": QT_TRANSLATE_NOOP("Reason", "Packed, and something lacks"),
    "packed_unpicked": QT_TRANSLATE_NOOP("Reason", "More was packed than picked"),
    "undone_never_picked": QT_TRANSLATE_NOOP("Reason", "Put back what was never picked"),
    "undone_never_short": QT_TRANSLATE_NOOP("Reason", "Taken back what was never short"),
    "removed_never_packed": QT_TRANSLATE_NOOP("Reason", "Taken out what was never packed"),
    "undone_after_picking": QT_TRANSLATE_NOOP("Reason", "Put back after the pick was over"),
    "worked_by_another_station": QT_TRANSLATE_NOOP("Reason", "Two benches worked on it"),
    "taken_over_twice": QT_TRANSLATE_NOOP("Reason", "Two benches took it over"),
    "already_picked": QT_TRANSLATE_NOOP("Reason", "Picked again when it was done"),
    "already_packed": QT_TRANSLATE_NOOP("Reason", "Packed again when it was done"),
    "help_wanted": QT_TRANSLATE_NOOP("Reason", "Help is wanted"),
    "promise_broken": QT_TRANSLATE_NOOP("Reason", "Its goods are gone, no others are free"),
    "short": QT_TRANSLATE_NOOP("Reason", "Goods are missing"),
    "damaged": QT_TRANSLATE_NOOP("Reason", "Goods are damaged"),
    "nothing_picked": QT_TRANSLATE_NOOP("Reason", "Nothing of it was found"),
    "parked": QT_TRANSLATE_NOOP("Reason", "Parked"),
    "parcels_missing": QT_TRANSLATE_NOOP("Reason", "The truck left without boxes"),
    "impossible_move": QT_TRANSLATE_NOOP("Reason", "Goods cannot move so"),
    "unknown_task": QT_TRANSLATE_NOOP("Reason", "The centre does not know this task"),
    "task_done_twice": QT_TRANSLATE_NOOP("Reason", "Two benches did one task"),
    "negative_stock": QT_TRANSLATE_NOOP("Reason", "The bin has less than nothing"),
    "recount": QT_TRANSLATE_NOOP("Reason", "Count this bin again"),
    "sscc_used_twice": QT_TRANSLATE_NOOP("Reason", "A box number was given twice"),
    "numbered_twice": QT_TRANSLATE_NOOP("Reason", "Two boxes have one number"),
    "changed_after_seal": QT_TRANSLATE_NOOP("Reason", "Changed after the box was closed"),
    "sealed_twice": QT_TRANSLATE_NOOP("Reason", "Closed at two benches"),
    "printed_twice": QT_TRANSLATE_NOOP("Reason", "Two benches printed its label"),
    "voided_box_used": QT_TRANSLATE_NOOP("Reason", "A box that was given up is in use"),
    "voided_with_goods": QT_TRANSLATE_NOOP("Reason", "A box that was given up has goods"),
    "voided_after_seal": QT_TRANSLATE_NOOP("Reason", "Given up after it was closed"),
    "proven_open": QT_TRANSLATE_NOOP("Reason", "Label scanned while it was open"),
    "reopened_after_proof": QT_TRANSLATE_NOOP("Reason", "Opened again after its label was scanned"),
    "loaded_twice": QT_TRANSLATE_NOOP("Reason", "Loaded at two trucks"),
    "loaded_unproven": QT_TRANSLATE_NOOP("Reason", "Loaded, and its label was never scanned"),
    "not_on_load": QT_TRANSLATE_NOOP("Reason", "On the list, and not on the truck"),
    "load_closed_before": QT_TRANSLATE_NOOP("Reason", "Changed after the load was closed"),
    "unloaded_after_close": QT_TRANSLATE_NOOP("Reason", "Taken off after the load was closed"),
    "manifest_incomplete": QT_TRANSLATE_NOOP("Reason", "The manifest lacks a box that left"),
    "dispatched_twice": QT_TRANSLATE_NOOP("Reason", "Two manifests name it"),
    "handed_unready": QT_TRANSLATE_NOOP("Reason", "Collected before it was on its shelf"),
    "load_changed": QT_TRANSLATE_NOOP("Reason", "The carrier of the load was changed"),
    "withdrawn_after_loading": QT_TRANSLATE_NOOP("Reason", "Opened again, and it is on a truck"),
    "reopened_after_leaving": QT_TRANSLATE_NOOP("Reason", "Load opened after it had left"),
    "left_open": QT_TRANSLATE_NOOP("Reason", "The truck left, and nobody closed the load"),
    "parcel_returned": QT_TRANSLATE_NOOP("Reason", "Came back from its truck"),
    "returned_never_left": QT_TRANSLATE_NOOP("Reason", "Came back, and never left"),
    "line_added_twice": QT_TRANSLATE_NOOP("Reason", "Two benches added something"),
    "tote_of_another_order": QT_TRANSLATE_NOOP("Reason", "Two orders in one tote"),
    "serial_elsewhere": QT_TRANSLATE_NOOP("Reason", "One serial number in two places"),
    "serial_packed_twice": QT_TRANSLATE_NOOP("Reason", "One serial number in two boxes"),
}
"""Why something waits, by the reason's code. A warehouse worker reads it without a manual."""
