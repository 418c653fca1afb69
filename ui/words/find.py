"""The words of the supervisor's page on which orders are looked for."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "page_find": QT_TRANSLATE_NOOP("Screen", "Find"),
        "find_hint": QT_TRANSLATE_NOOP(
            "Screen", "Order, customer, city, SKU, lot, serial number, tote, box or load"
        ),
        "find_go": QT_TRANSLATE_NOOP("Screen", "Search"),
        "find_start": QT_TRANSLATE_NOOP("Screen", "Type or scan something"),
        "find_looking": QT_TRANSLATE_NOOP("Screen", "Looking ..."),
        "find_as_of": QT_TRANSLATE_NOOP("Screen", "As of {time}"),
        "find_away": QT_TRANSLATE_NOOP("Screen", "The centre is away"),
        "find_away_since": QT_TRANSLATE_NOOP("Screen", "The centre is away: as of {time}"),
        "find_broken": QT_TRANSLATE_NOOP("Screen", "That did not work; the log says why"),
        "find_short": QT_TRANSLATE_NOOP("Screen", "Two letters or digits at least"),
        "find_count": QT_TRANSLATE_NOOP("Screen", "{count} {count:order|orders}"),
        "find_first": QT_TRANSLATE_NOOP(
            "Screen", "The newest {shown} of {count} {count:order|orders}"
        ),
        "find_many": QT_TRANSLATE_NOOP("Screen", "The newest {shown}, and more than were counted"),
        "find_nothing": QT_TRANSLATE_NOOP("Screen", "Nothing with {text}"),
        "find_near": QT_TRANSLATE_NOOP("Screen", "Nothing with {text}. Nearly so:"),
        "find_torn": QT_TRANSLATE_NOOP("Screen", "The scan was cut: scan again"),
        "find_none_open": QT_TRANSLATE_NOOP("Screen", "Choose an order on the left"),
        "find_gone": QT_TRANSLATE_NOOP("Screen", "The centre does not know this order"),
        "find_timeline": QT_TRANSLATE_NOOP("Screen", "Timeline"),
        "find_lines": QT_TRANSLATE_NOOP("Screen", "Lines"),
        "find_boxes": QT_TRANSLATE_NOOP("Screen", "Boxes"),
        "find_replay": QT_TRANSLATE_NOOP("Screen", "Packing"),
        "find_label": QT_TRANSLATE_NOOP("Screen", "Label"),
        "find_desk": QT_TRANSLATE_NOOP("Screen", "Open at the desk"),
        "find_evidence": QT_TRANSLATE_NOOP("Screen", "Evidence as PDF"),
        "find_cut_off": QT_TRANSLATE_NOOP("Screen", "cut-off {time}"),
        "find_placed": QT_TRANSLATE_NOOP("Screen", "placed {time}"),
        "find_dispatched": QT_TRANSLATE_NOOP("Screen", "left {time}"),
        "find_held": QT_TRANSLATE_NOOP("Screen", "held: {why}"),
        "find_at": QT_TRANSLATE_NOOP("Screen", "at {station}"),
        "find_totes": QT_TRANSLATE_NOOP("Screen", "totes {totes}"),
        "find_parked": QT_TRANSLATE_NOOP("Screen", "parked at {place}"),
        "find_line": QT_TRANSLATE_NOOP("Screen", "{picked} picked · {packed} packed of {ordered}"),
        "find_short_of": QT_TRANSLATE_NOOP("Screen", "{short} short"),
        "find_no_boxes": QT_TRANSLATE_NOOP("Screen", "No box yet"),
        "find_box": QT_TRANSLATE_NOOP("Screen", "Box {number}"),
        "find_step": QT_TRANSLATE_NOOP("Screen", "Step {number} of {count} · box {box}"),
        "find_no_steps": QT_TRANSLATE_NOOP("Screen", "Nothing of it was packed"),
        "find_empty_box": QT_TRANSLATE_NOOP("Screen", "The box is empty"),
        "find_box_holds": QT_TRANSLATE_NOOP(
            "Screen", "In the box then: {units} {units:unit|units}"
        ),
        "find_no_label": QT_TRANSLATE_NOOP(
            "Screen", "This machine keeps no label of it: labels are kept where a file was printed"
        ),
        "find_label_of": QT_TRANSLATE_NOOP("Screen", "Box {box}: {file}"),
        "find_why": QT_TRANSLATE_NOOP("Screen", "Why"),
        "find_card": QT_TRANSLATE_NOOP("Screen", "Waits for a person"),
        "find_card_times": QT_TRANSLATE_NOOP("Screen", "{count} {count:fact says|facts say} so"),
        "find_card_over": QT_TRANSLATE_NOOP("Screen", "over since {time}"),
        "find_decided": QT_TRANSLATE_NOOP("Screen", "Decided"),
        "find_unknown_here": QT_TRANSLATE_NOOP(
            "Screen", "Refused scans stand in the file of their bench. The centre has none of them."
        ),
        "find_kept": QT_TRANSLATE_NOOP("Screen", "Kept as a conflict: it changed nothing"),
        "find_effect": QT_TRANSLATE_NOOP("Screen", "What became of it"),
        "find_done": QT_TRANSLATE_NOOP("Screen", "It counts"),
        "find_time": QT_TRANSLATE_NOOP("Screen", "Time"),
        "find_who": QT_TRANSLATE_NOOP("Screen", "Person"),
        "find_where": QT_TRANSLATE_NOOP("Screen", "Station"),
        "find_what": QT_TRANSLATE_NOOP("Screen", "What"),
        "find_list": QT_TRANSLATE_NOOP("Screen", "Orders found"),
        "find_details": QT_TRANSLATE_NOOP("Screen", "Details"),
        "step_back": QT_TRANSLATE_NOOP("Screen", "Step back"),
        "step_next": QT_TRANSLATE_NOOP("Screen", "Next step"),
        "saved_to": QT_TRANSLATE_NOOP("Screen", "Saved: {path}"),
        "saving": QT_TRANSLATE_NOOP("Screen", "Saving ..."),
        "not_saved_full": QT_TRANSLATE_NOOP("Screen", "The disk is full. Not saved: {path}"),
        "not_saved_forbidden": QT_TRANSLATE_NOOP(
            "Screen", "The folder cannot be written. Not saved: {path}"
        ),
        "not_saved_other": QT_TRANSLATE_NOOP(
            "Screen", "The disk does not answer. Not saved: {path}"
        ),
    },
)

VALUES: dict[str, str] = {
    "line": QT_TRANSLATE_NOOP("Field", "Line"),
    "quantity": QT_TRANSLATE_NOOP("Field", "Units"),
    "from": QT_TRANSLATE_NOOP("Field", "From"),
    "to": QT_TRANSLATE_NOOP("Field", "To"),
    "verdict": QT_TRANSLATE_NOOP("Field", "Verdict"),
    "expected": QT_TRANSLATE_NOOP("Field", "Expected"),
    "reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "decision": QT_TRANSLATE_NOOP("Field", "Decision"),
    "note": QT_TRANSLATE_NOOP("Field", "Note"),
    "number": QT_TRANSLATE_NOOP("Field", "Number"),
    "grams": QT_TRANSLATE_NOOP("Field", "Weight"),
    "count": QT_TRANSLATE_NOOP("Field", "Count"),
    "code": QT_TRANSLATE_NOOP("Field", "Code"),
    "tolerance": QT_TRANSLATE_NOOP("Field", "Tolerance"),
    "sscc": QT_TRANSLATE_NOOP("Field", "Box"),
    "shelf": QT_TRANSLATE_NOOP("Field", "Shelf"),
}
"""Names of a fact's values, beside those of `ui.words.things.FIELDS`."""
