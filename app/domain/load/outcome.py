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
    LOAD_CLOSE_ASKED = "load_close_asked", Severity.SOFT, ("missing",)
    LOAD_EMPTY = "load_empty", Severity.BAD, ("load",)
    LOAD_CLOSED = "load_closed", Severity.DONE, ("load", "parcels", "missing")
    LOAD_CLOSED_BEFORE = "load_closed_before", Severity.BAD, ("load",)


class LoadPrompt(Prompt):
    """What a loader is asked for."""

    SCAN_LOAD = "scan_load"
    SCAN_PARCEL = "scan_parcel"
    CLOSE_LOAD = "close_load", ("missing",)
