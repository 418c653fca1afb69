"""What packing says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Packing(OutcomeKind):
    """The answers of `app.domain.pack`."""

    # a box is filled
    NOTHING_OPEN = "nothing_open", Severity.SOFT
    CARTON_CHOSEN = "carton_chosen", Severity.GOOD, ("carton",)
    CARTON_CHANGED = "carton_changed", Severity.GOOD, ("carton", "parcel")
    TOTE_ASKED = "tote_asked", Severity.SOFT, ("tote",)  # the order's goods are in this one, too
    TOTE_HERE = "tote_here", Severity.GOOD, ("tote",)
    TOTE_LEFT = "tote_left", Severity.SOFT, ("tote",)  # packed without it
    ORDER_FROM_SHELF = "order_from_shelf", Severity.GOOD, ("order", "shelf")
    NOTE_SHOWN = "note_shown", Severity.SOFT, ("sku",)  # before the unit is packed
    NOTE_READ = "note_read", Severity.GOOD
    READ_NOTE_FIRST = "read_note_first", Severity.BAD
    UNIT_PACKED = "unit_packed", Severity.GOOD, ("sku", "done", "wanted")
    LINE_PACKED = "line_packed", Severity.DONE, ("sku", "done", "wanted")
    SET_COMPLETE = "set_complete", Severity.DONE, ("kit", "done", "wanted")  # of a bundle
    NOT_THE_PICKED = "not_the_picked", Severity.BAD, ("sku", "scanned", "picked")  # lot or serial
    NOT_WANTED = "not_wanted", Severity.BAD, ("sku",)  # the shop has taken it back
    NOT_PICKED = "not_picked", Severity.BAD, ("sku",)  # it is fetched first
    NOT_ON_ORDER = "not_on_order", Severity.BAD, ("code", "sku", "name", "wanted")
    OVER_COUNT = "over_count", Severity.BAD, ("sku", "wanted")
    SERIAL_SHIPPED_BEFORE = "serial_shipped_before", Severity.STOP, ("serial", "order")
    UNIT_REMOVED = "unit_removed", Severity.GOOD, ("sku", "done", "wanted")
    PACK_NOT_INSIDE = "pack_not_inside", Severity.BAD, ("sku", "level", "count", "units", "most")
    NOT_IN_PARCEL = "not_in_parcel", Severity.BAD, ("sku",)
    ANSWER_FIRST = "answer_first", Severity.BAD  # a stop waits for OK
    FOUND_AGAIN = "found_again", Severity.GOOD, ("sku", "done", "wanted")  # it had been short
    NOTHING_SHORT = "nothing_short", Severity.BAD  # nothing is to be replaced
    FREE_ASKED = "free_asked", Severity.SOFT
    SUBSTITUTE_ASKED = "substitute_asked", Severity.SOFT, ("sku",)
    ADD_ALLOWED = "add_allowed", Severity.GOOD
    BIN_ASKED = "bin_asked", Severity.SOFT, ("sku",)  # from which bin did it come?
    NOT_IN_BIN = "not_in_bin", Severity.BAD, ("sku", "bin")
    SHORT_UNDONE = "short_undone", Severity.GOOD, ("sku", "units")
    DAMAGED_TO = "damaged_to", Severity.SOFT, ("sku", "units", "bin")  # where is it put?
    NOT_DAMAGED = "not_damaged", Severity.GOOD, ("sku", "units")  # that was undone
    FETCH_ASKED = "fetch_asked", Severity.SOFT, ("sku", "units")  # damaged, and units are in stock
    FETCH_ORDERED = "fetch_ordered", Severity.GOOD, ("sku",)
    REST_IS_FETCHED = "rest_is_fetched", Severity.SOFT, ("sku",)  # nothing else is left to pack
    SHIP_PARTLY_ASKED = "ship_partly_asked", Severity.SOFT, ("lines",)
    # and closed
    NO_NUMBERS = "no_numbers", Severity.BAD  # the station has no parcel numbers left
    PARCEL_CLOSED = "parcel_closed", Severity.DONE, ("parcel", "sscc")
    PARCEL_EMPTY = "parcel_empty", Severity.BAD
    REOPENED = "reopened", Severity.GOOD, ("parcel",)
    OPEN_BOX_ASKED = "open_box_asked", Severity.SOFT, ("parcel",)  # its label becomes void
    BOX_OPENED = "box_opened", Severity.SOFT, ("parcel",)  # and the old label is to be destroyed
    RELABELLED = "relabelled", Severity.SOFT, ("sscc", "parcel")  # a new number; destroy the old
    OPEN_BOX_FIRST = "open_box_first", Severity.BAD  # sealed: nothing goes in or out
    NOT_A_SHELF = "not_a_shelf", Severity.BAD, ("code",)
    ORDER_PACKED = "order_packed", Severity.DONE, ("order", "parcels")
    REST_GOES_BACK = (
        "rest_goes_back",
        Severity.SOFT,
        ("order", "sku", "units"),
    )  # packed; not wanted
    # its label
    LABEL_SENT = "label_sent", Severity.INFO, ("sscc", "printer")
    LABEL_WITHOUT = "label_without", Severity.SOFT, ("sscc", "letters")  # emoji that no font has
    LABEL_FAILED = "label_failed", Severity.BAD, ("sscc", "reason")
    LABEL_DOUBTFUL = (
        "label_doubtful",
        Severity.BAD,
        ("sscc", "reason"),
    )  # the printer has it and is in trouble
    LABEL_REFUSED = "label_refused", Severity.BAD, ("sscc", "reason")
    LABEL_MISSING = "label_missing", Severity.SOFT, ("order",)  # packed, no label
    LABEL_NOT_SENT = "label_not_sent", Severity.SOFT, ("sscc",)  # so this is no label of it
    LABEL_PROVEN = "label_proven", Severity.DONE, ("sscc", "parcel")
    WRONG_LABEL = "wrong_label", Severity.STOP, ("sscc", "order", "wanted")
    REPRINT_ASKED = "reprint_asked", Severity.SOFT
    REPRINTING = "reprinting", Severity.SOFT, ("sscc", "count")
    SHELVED = "shelved", Severity.GOOD, ("parcel", "shelf")  # it waits for its customer
    SHELF_FIRST = "shelf_first", Severity.BAD, ("order",)  # it has no label: only its shelf tells
    SLIP_PRINTED = "slip_printed", Severity.INFO, ("order",)
    SENT_ELSEWHERE = "sent_elsewhere", Severity.SOFT, ("sscc", "printer")


class PackPrompt(Prompt):
    """What a packer is asked for."""

    FETCH_TOTE = "fetch_tote", ("tote",)
    READ_NOTE = "read_note"
    CHOOSE_CARTON = "choose_carton", ("carton",)  # the suggested one, "" = none
    SCAN_ITEM = "scan_item"
    CLOSE_BOX = "close_box", ("parcel",)  # nothing more goes into it
    FETCH_ANOTHER = "fetch_another", ("sku",)
    DAMAGED_PLACE = "damaged_place", ("bin",)
    OPEN_BOX = "open_box", ("parcel",)
    ADD_ASKED = "add_asked"
    ADD_ITEM = "add_item"
    ADD_BIN = "add_bin", ("sku",)
    CHECK_WEIGHT = "check_weight", ("grams", "expected")
    SHIP_PARTLY = "ship_partly", ("lines",)
    HOLD_SHELF = "hold_shelf"
    LABEL_PRINTING = "label_printing"
    SCAN_LABEL = "scan_label"
    PICKUP_SHELF = "pickup_shelf"
    LABEL_TROUBLE = "label_trouble", ("reason",)
    LABEL_DOUBTFUL = "label_doubtful", ("reason",)
    REPRINT_REASON = "reprint_reason"
