"""What more than one workflow says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Working(OutcomeKind):
    """About the orders, totes, bins, units and parcels that several workflows handle."""

    # orders, totes, bins
    ORDER_OPENED = "order_opened", Severity.GOOD, ("order",)
    ORDER_CANCELLED = "order_cancelled", Severity.STOP, ("order",)
    HELD = "held", Severity.GOOD, ("order",)
    BIN_OK = "bin_ok", Severity.GOOD, ("bin",)
    TOTE_EMPTY = "tote_empty", Severity.BAD, ("tote",)
    FOREIGN_TOTE = "foreign_tote", Severity.BAD, ("tote", "order")
    # units
    LOT_NEEDED = "lot_needed", Severity.SOFT, ("sku",)
    EXPIRY_NEEDED = "expiry_needed", Severity.SOFT, ("sku",)
    SERIAL_NEEDED = "serial_needed", Severity.SOFT, ("sku",)
    PART_WRONG = "part_wrong", Severity.SOFT, ("ai", "sku")  # the label has it, but not as GS1 asks
    OTHER_UNIT = "other_unit", Severity.BAD, ("code", "sku")  # a label of another product
    UNIT_CONTRADICTED = "unit_contradicted", Severity.BAD, ("sku", "known", "scanned")
    SEPARATOR_LOST = "separator_lost", Severity.BAD, ("code", "lot")  # by the scanner
    LOT_EXPIRED = "lot_expired", Severity.BAD, ("sku", "lot", "expiry")
    LIFE_TOO_SHORT = "life_too_short", Severity.BAD, ("sku", "lot", "expiry", "days")
    WRONG_LOT = "wrong_lot", Severity.BAD, ("sku", "lot", "wanted")  # the order names another one
    WRONG_UNIT = "wrong_unit", Severity.BAD, ("serial", "wanted")
    GOODS_OF_OTHERS = "goods_of_others", Severity.BAD, ("sku", "owner")
    GOODS_OF_SITE = "goods_of_site", Severity.BAD, ("sku", "owner")  # the order is an owner's
    EXPIRY_UNREADABLE = "expiry_unreadable", Severity.BAD, ("code",)
    SERIAL_REPEATED = "serial_repeated", Severity.BAD, ("serial",)
    SERIAL_IN_BIN = "serial_in_bin", Severity.BAD, ("serial", "bin")  # by the books, elsewhere
    SERIAL_PICKED = "serial_picked", Severity.BAD, ("serial", "order")
    SERIAL_PACKED = "serial_packed", Severity.BAD, ("serial", "order")
    SERIAL_SHIPPED = "serial_shipped", Severity.BAD, ("serial", "order", "date")
    SERIAL_RETURNED = "serial_returned", Severity.BAD, ("serial", "order")  # in its box still
    COUNT_NOT_ALLOWED = "count_not_allowed", Severity.BAD, ("sku",)
    EACH_IN_TRAINING = "each_in_training", Severity.BAD, ("sku",)
    PACK_TOO_LARGE = "pack_too_large", Severity.BAD, ("sku", "level", "count", "units", "most")
    PACK_OF_SERIALS = "pack_of_serials", Severity.BAD, ("sku",)  # each unit has its own number
    PACK_CONTRADICTED = "pack_contradicted", Severity.BAD, ("sku", "known", "scanned")
    UNIT_WANTED = "unit_wanted", Severity.BAD, ("sku",)  # a single one, no pack
    SCAN_PARTS = "scan_parts", Severity.BAD, ("sku",)  # a bundle is picked and packed by its parts
    SHORT_ASKED = "short_asked", Severity.SOFT, ("sku", "wanted")
    SHORT_RECORDED = "short_recorded", Severity.SOFT, ("sku", "found", "wanted")
    DAMAGED_ASKED = "damaged_asked", Severity.SOFT, ("sku",)
    DAMAGED_RECORDED = "damaged_recorded", Severity.SOFT, ("sku", "units")
    DAMAGED_PUT_AWAY = "damaged_put_away", Severity.GOOD, ("units", "bin")
    REMOVE_ASKED = "remove_asked", Severity.SOFT
    # where goods are put
    PLACE_LOCKED = "place_locked", Severity.BAD, ("bin", "because")
    PLACE_OTHER_KIND = "place_other_kind", Severity.BAD, ("bin", "status")
    PLACE_OF_OTHERS = "place_of_others", Severity.BAD, ("bin", "owner")
    PLACE_MIXED = "place_mixed", Severity.BAD, ("bin", "other")
    PLACE_FULL = "place_full", Severity.BAD, ("bin", "units")  # so many still fit
    # parcels
    UNKNOWN_PARCEL = "unknown_parcel", Severity.BAD, ("code",)
    PARCEL_NOT_CLOSED = (
        "parcel_not_closed",
        Severity.BAD,
        ("sscc", "order"),
    )  # its label was never scanned back
    COPY_NEEDED = "copy_needed", Severity.SOFT, ("copy",)  # which of several labels is it?
    LABEL_OLD = "label_old", Severity.STOP, ("copy", "wanted")  # a newer one was printed
    LABEL_OUTDATED = (
        "label_outdated",
        Severity.STOP,
        ("order",),
    )  # its address changed after the label was made
    CARRIER_OUTDATED = "carrier_outdated", Severity.STOP, ("order", "carrier")
    ORDER_HELD = "order_held", Severity.STOP, ("order", "reason")
    TAKE_OUT = "take_out", Severity.STOP, ("order", "sku", "units")  # the shop wants less now


class WorkPrompt(Prompt):
    """Asked for by more than one workflow."""

    SCAN_LOT = "scan_lot", ("sku",)
    SCAN_EXPIRY = "scan_expiry", ("sku",)
    SCAN_SERIAL = "scan_serial", ("sku",)
    SCAN_COUNTED = "scan_counted", ("number",)
    SCAN_OUT = "scan_out"
    SCAN_DAMAGED = "scan_damaged"
    HOW_MANY_FOUND = "how_many_found", ("sku", "number")  # number "" = nothing typed yet
    STOPPED = "stopped", ("reason",)  # the outcome shown
