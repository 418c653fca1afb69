"""What is said about the last labels of a bench, and about the labels of its bins."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Labelling(OutcomeKind):
    """About the labels of a zone's bins. zone: "-" = of bins without one."""

    ZONE_OPENED = "zone_opened", Severity.GOOD, ("zone", "count")
    BIN_LABELS_SENT = "bin_labels_sent", Severity.GOOD, ("count", "left")  # left: not printed yet
    BIN_LABELS_FAILED = "bin_labels_failed", Severity.BAD, ("reason",)
    BIN_LABELS_REFUSED = "bin_labels_refused", Severity.BAD, ("reason",)  # they cannot be made
    BIN_LABEL_PROVEN = "bin_label_proven", Severity.GOOD, ("bin", "left")
    BIN_LABEL_KNOWN = "bin_label_known", Severity.INFO, ("bin", "left")
    BIN_LABEL_TYPED = "bin_label_typed", Severity.SOFT, ("bin",)
    ZONE_PROVEN = "zone_proven", Severity.DONE, ("zone", "count")
    OTHER_ZONE = "other_zone", Severity.SOFT, ("bin", "zone")  # zone: that of the bin
    BIN_LABELS_MISSING = "bin_labels_missing", Severity.SOFT, ("left", "bins")


class LabelsPrompt(Prompt):
    """What the screen of the last labels asks for."""

    CHOOSE_LABEL = "choose_label", ("number",)  # as typed so far
    SCAN_BIN_LABELS = "scan_bin_labels", ("left",)
    ZONE_DONE = "zone_done"
