"""What a scale under the box leads to."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Severity


class Weighing(OutcomeKind):
    """The answers to a weight; grams throughout."""

    WEIGHT_NOTED = "weight_noted", Severity.INFO, ("grams",)
    WEIGHT_OK = "weight_ok", Severity.GOOD, ("grams", "expected", "tolerance")
    WEIGHT_OFF = (
        "weight_off",
        Severity.BAD,
        (
            "grams",
            "expected",
            "tolerance",
            "suspect",
            "suspect_name",
            "count",
            "instead",
            "instead_name",
        ),
    )
    STALE_WEIGHT = (
        "stale_weight",
        Severity.SOFT,
        ("grams",),
    )  # the scale has not moved since the last box
    # name "" = no idea which product it is
    SCANNED_TWICE = (
        "scanned_twice",
        Severity.SOFT,
        ("sku", "name"),
    )  # two scans, one step of the scale
    UNSCANNED_UNIT = "unscanned_unit", Severity.SOFT, ("grams", "sku", "name")
    NOT_PUT_IN = "not_put_in", Severity.SOFT, ("sku", "name")  # scanned, and the box got no heavier
    TAKEN_OUT_UNSCANNED = "taken_out_unscanned", Severity.SOFT, ("grams", "sku", "name")
