"""The words of the list of exceptions, and of every reason why something waits for a person."""

from __future__ import annotations

from app.station.exceptions.outcome import ExceptionsPrompt, Listing
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Listing.NOTHING_MORE: (
            QT_TRANSLATE_NOOP("Outcome", "{code}: nothing more to see"),
            QT_TRANSLATE_NOOP("Outcome", "The row says all that is known here."),
        ),
    },
    prompts={
        ExceptionsPrompt.CHOOSE_EXCEPTION: QT_TRANSLATE_NOOP(
            "Prompt", "Scan an order, or its number"
        ),
    },
    screen={
        "exceptions": QT_TRANSLATE_NOOP("Screen", "Waiting for a person: {count}"),
        "no_exceptions": QT_TRANSLATE_NOOP("Screen", "Nothing waits for a person"),
        "exceptions_list": QT_TRANSLATE_NOOP("Screen", "Exceptions"),
        "exception_times": QT_TRANSLATE_NOOP("Screen", "{count} ×"),
    },
    icons={ExceptionsPrompt.CHOOSE_EXCEPTION: "triangle-alert"},
)

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
