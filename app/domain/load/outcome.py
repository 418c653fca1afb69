"""What loading a truck says."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Loading(OutcomeKind):
    """The answers of `app.domain.load`."""

    LOAD_OPENED = "load_opened", Severity.GOOD, ("load", "carrier", "dock")
    PARCEL_LOADED = "parcel_loaded", Severity.GOOD, ("sscc", "order", "done", "wanted")
    PARCEL_UNLOADED = "parcel_unloaded", Severity.GOOD, ("sscc", "order")
    ALREADY_LOADED = "already_loaded", Severity.SOFT, ("sscc", "load")
    WRONG_CARRIER = "wrong_carrier", Severity.STOP, ("sscc", "order", "carrier", "wanted")
    PARCEL_CANCELLED = "parcel_cancelled", Severity.STOP, ("sscc", "order")
    PARCEL_HELD = "parcel_held", Severity.STOP, ("sscc", "order", "reason")
    PARCEL_TOO_FULL = "parcel_too_full", Severity.STOP, ("sscc", "order")  # the shop wants less now
    PARCEL_COLLECTED = "parcel_collected", Severity.STOP, ("sscc", "order")  # by its customer
    LABEL_VOID = "label_void", Severity.STOP, ("sscc", "order")  # its box has another number
    LOAD_REOPENED = "load_reopened", Severity.GOOD, ("load",)
    LOAD_LEFT = "load_left", Severity.DONE, ("load",)
    LOAD_LEFT_BEFORE = "load_left_before", Severity.BAD, ("load",)
    RETURN_ASKED = "return_asked", Severity.SOFT, ("sscc", "order", "load")
    PARCEL_RETURNED = "parcel_returned", Severity.GOOD, ("sscc", "order")
    LOAD_CLOSE_ASKED = "load_close_asked", Severity.SOFT, ("missing",)
    LOAD_ORDERS_LEFT = "load_orders_left", Severity.SOFT, ("orders", "names")  # not packed yet
    LOAD_EMPTY = "load_empty", Severity.BAD, ("load",)
    LOAD_CLOSED = "load_closed", Severity.DONE, ("load", "parcels", "missing")
    LOAD_CLOSED_BEFORE = "load_closed_before", Severity.SOFT, ("load",)  # it may be opened again


class LoadPrompt(Prompt):
    """What a loader is asked for."""

    SCAN_LOAD = "scan_load"
    SCAN_PARCEL = "scan_parcel"
    TAKE_OFF = "take_off", ("order",)
    LOAD_IS_CLOSED = "load_is_closed"
    RETURN_REASON = "return_reason"
    CLOSE_LOAD = "close_load", ("missing",)
