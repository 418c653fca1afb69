"""What packing says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Packing(OutcomeKind):
    """The answers of `app.domain.pack`."""

    # a box is filled
    NOTHING_OPEN = "nothing_open", Severity.SOFT
    CARTON_CHOSEN = "carton_chosen", Severity.GOOD, ("carton",)
    UNIT_PACKED = "unit_packed", Severity.GOOD, ("sku", "done", "wanted")
    LINE_PACKED = "line_packed", Severity.DONE, ("sku", "done", "wanted")
    NOT_ON_ORDER = "not_on_order", Severity.BAD, ("code", "sku", "name", "wanted")
    OVER_COUNT = "over_count", Severity.BAD, ("sku", "wanted")
    SERIAL_SHIPPED_BEFORE = "serial_shipped_before", Severity.STOP, ("serial", "order")
    UNIT_REMOVED = "unit_removed", Severity.GOOD, ("sku", "done", "wanted")
    NOT_IN_PARCEL = "not_in_parcel", Severity.BAD, ("sku",)
    ANSWER_FIRST = "answer_first", Severity.BAD  # a stop waits for OK
    SHIP_PARTLY_ASKED = "ship_partly_asked", Severity.SOFT, ("lines",)
    # and closed
    NO_NUMBERS = "no_numbers", Severity.BAD  # the station has no parcel numbers left
    PARCEL_CLOSED = "parcel_closed", Severity.DONE, ("parcel", "sscc")
    PARCEL_EMPTY = "parcel_empty", Severity.BAD
    REOPENED = "reopened", Severity.GOOD, ("parcel",)
    ORDER_PACKED = "order_packed", Severity.DONE, ("order", "parcels")
    # its label
    LABEL_SENT = "label_sent", Severity.INFO, ("sscc", "printer")
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
    SENT_ELSEWHERE = "sent_elsewhere", Severity.SOFT, ("sscc", "printer")


class PackPrompt(Prompt):
    """What a packer is asked for."""

    CHOOSE_CARTON = "choose_carton", ("carton",)  # the suggested one, "" = none
    SCAN_ITEM = "scan_item"
    CHECK_WEIGHT = "check_weight", ("grams", "expected")
    SHIP_PARTLY = "ship_partly", ("lines",)
    HOLD_SHELF = "hold_shelf"
    LABEL_PRINTING = "label_printing"
    SCAN_LABEL = "scan_label"
    LABEL_TROUBLE = "label_trouble", ("reason",)
    LABEL_DOUBTFUL = "label_doubtful", ("reason",)
    REPRINT_REASON = "reprint_reason"
